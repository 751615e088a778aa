"""The dialog of versions: what changed since a day, in words, and the way back."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.guide.chapter import Chapter
from app.guide.editing import edit
from app.guide.versions.written import SOURCE
from app.message import say
from app.playbook.revising import Keeper
from app.playbook.revision import Revision
from tests.guide.handover.guides import a_guide
from tests.on_desk import a_desk
from tests.on_desk import dressed as dressed
from widgets.common.versions.dialog import VersionsDialog
from widgets.common.versions.difference_text import DifferenceText
from widgets.common.versions.part_card import PartCard
from widgets.guide.bench import Bench
from widgets.guide.versions.history import GuideHistory


class APage(QWidget):
    """As much of a page as a bench needs."""

    def __init__(self, store):
        super().__init__()
        self.desk, self._store = a_desk(), store

    def open_store(self):
        return self._store

    def run(self, work):
        work(self._store)
        return True


@pytest.fixture
def dialog(store, qtbot):
    guide = a_guide()
    with store.change(say("guide.step.start")):
        for kind in guide._of:
            store.of(kind).save(it for it in guide.of(kind).values() if it.id != "playbook")
    keeper = Keeper(store, [SOURCE])
    edit(store, Chapter, "free", text="Be **kind** and brief.")
    keeper.look({Chapter: frozenset({"free"})})
    page = APage(store)
    qtbot.addWidget(page)
    dialog = VersionsDialog(GuideHistory(Bench(page)))
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def cards(dialog):
    return [it for it in dialog.changes.findChildren(PartCard) if not it.isHidden()]


def test_the_newest_version_is_compared_with_now(dialog):
    assert dialog.list.key() == dialog._kept[-1].id
    assert [it.name.text() for it in cards(dialog)] == ["House rules"]
    assert dialog.stake.text() == "1 section changed since then"
    said = cards(dialog)[0].findChild(DifferenceText).accessibleName()
    assert "added: and brief;" in said
    assert "removed:" in said


def test_a_chapter_is_put_back_and_nothing_is_left_to_tell(dialog, store, qtbot):
    qtbot.mouseClick(cards(dialog)[0].restore, Qt.MouseButton.LeftButton)

    assert store.of(Chapter).get("free").text == a_guide().of(Chapter)["free"].text
    assert cards(dialog) == []
    assert dialog.nothing.text() == "It says the same as now."
    assert store.next_undo() == say("versions.step.restore", name="House rules")


def test_a_day_is_chosen_by_date(dialog):
    dialog.day.field.entered.emit(date(2027, 3, 10))
    assert len(cards(dialog)) == 1

    dialog.day.field.entered.emit(date(2027, 3, 11))
    assert cards(dialog) == []


def test_versions_are_erased_when_that_is_said_twice(dialog, store, qtbot):
    qtbot.mouseClick(dialog.erase_button, Qt.MouseButton.LeftButton)
    assert store.of(Revision).count() == 1

    qtbot.mouseClick(dialog.erase_button, Qt.MouseButton.LeftButton)
    assert store.of(Revision).count() == 0
    assert dialog.nothing.text().startswith("Nothing is kept yet")


def test_what_was_pasted_is_shown_to_the_letter(qtbot):
    from app.text.differences import differences

    text = DifferenceText(differences(["a"], ['<img src="file:///etc/passwd"> <b>x</b> \u202ey']))
    qtbot.addWidget(text)

    assert '<img src="file:///etc/passwd"> <b>x</b> y' in text._document.toPlainText()
