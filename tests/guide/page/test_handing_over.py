"""The head of the guide page leads to its files and versions."""

from PySide6.QtCore import Qt

from app.guide.chapter import Chapter
from app.guide.editing import edit
from app.guide.versions.written import SOURCE
from app.playbook.revising import Keeper
from widgets.common.overlay import Overlay
from widgets.common.versions.dialog import VersionsDialog
from widgets.common.words import day, set_language
from widgets.guide.handover.dialog import HandoverDialog


def opened(page, kind):
    (overlay,) = [it for it in page.window().findChildren(Overlay) if it.isVisible()]
    assert isinstance(overlay.panel, kind)
    return overlay.panel


def test_export_opens_the_dialog_for_moderators(setup, qtbot):
    qtbot.mouseClick(setup.page.header.export, Qt.MouseButton.LeftButton)

    assert opened(setup.page, HandoverDialog).form.version.field.value == "moderators"


def test_the_card_at_the_left_shows_what_everybody_gets(setup, qtbot):
    qtbot.mouseClick(setup.page.offer.card.button, Qt.MouseButton.LeftButton)

    dialog = opened(setup.page, HandoverDialog)
    assert dialog.form.version.field.value == "public"
    assert "Without contacts" in dialog.form.about_version.text()


def test_versions_are_opened_and_closed(setup, qtbot):
    qtbot.mouseClick(setup.page.header.versions, Qt.MouseButton.LeftButton)
    dialog = opened(setup.page, VersionsDialog)

    qtbot.mouseClick(dialog.accept, Qt.MouseButton.LeftButton)
    assert [it for it in setup.page.window().findChildren(Overlay) if it.isVisible()] == []


def test_the_buttons_speak_the_language_chosen(setup, qtbot):
    set_language("bg")
    qtbot.waitUntil(lambda: setup.page.header.versions.text() == "Версии")

    assert setup.page.header.export.text() == "Експорт"
    assert {it.text for it in setup.page.offer.actions()} == {"handover.action", "versions.action"}


def test_the_head_says_which_version_this_is_and_since_when(setup, qtbot):
    page = setup.page
    assert page.header.version.text() == "Version 1"

    keeper = Keeper(page.store, [SOURCE])
    chapter = next(iter(page.bench.guide.of(Chapter)))
    edit(page.store, Chapter, chapter, text="Otherwise")
    keeper.look({Chapter: frozenset({chapter})})

    today = day(page.bench.today())
    qtbot.waitUntil(lambda: page.header.version.text() == f"Version 2 · {today}")
