import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from app.message import say
from tests.playbook.beginning import begun
from widgets.common.choice import Choice
from widgets.common.small_panel import SmallPanel
from widgets.common.words import set_language


@pytest.fixture
def store(tmp_path):
    store = begun(tmp_path / "empty.sedyanka", name="Kestrel Circle")
    yield store
    store.close()


def ask(page):
    next(action for action in page.page_actions() if action.id == "fill_quarter").handler()
    return next(panel for panel in page.window().findChildren(SmallPanel) if panel.isVisible())


def planned(page):
    return page.plan.occurrences(page.quarter.first, page.quarter.last)


def test_an_empty_quarter_is_filled_with_the_rhythm_that_was_chosen(page, store, qtbot):
    panel = ask(page)
    choice = panel.findChild(Choice)

    choice.setCurrentIndex(2)
    choice.activated.emit(2)
    qtbot.mouseClick(panel.accept, Qt.MouseButton.LeftButton)

    assert len(planned(page)) == 46
    assert store.undo() == say("playbook.step.rhythm")
    assert planned(page) == []


def test_esc_leaves_the_quarter_empty(page, store, qtbot):
    panel = ask(page)

    panel.cancel.click()

    assert planned(page) == []
    assert store.next_undo() is None


def test_the_next_quarter_is_filled_when_it_shows(page, store, qtbot):
    page.turn(1)

    panel = ask(page)
    panel.accept.click()

    assert min(it.day for it in planned(page)) >= page.quarter.first
    assert len(planned(page)) > 50


@pytest.mark.parametrize("language", ["en", "bg"])
def test_every_line_of_the_question_is_seen(page, qtbot, language):
    set_language(language)
    panel = ask(page)
    qtbot.wait(20)

    for label in panel.findChildren(QLabel):
        assert label.height() >= label.heightForWidth(label.width())


def test_an_empty_quarter_offers_a_rhythm_until_something_is_planned(page, qtbot):
    assert page.notice.isVisible()
    qtbot.mouseClick(page.notice.button, Qt.MouseButton.LeftButton)
    panel = next(panel for panel in page.window().findChildren(SmallPanel) if panel.isVisible())
    qtbot.mouseClick(panel.accept, Qt.MouseButton.LeftButton)

    assert page.notice.isHidden()
