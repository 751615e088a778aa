"""A question that waits, and Esc in what stands beside the days."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QApplication

from app.calendar import actions
from tests.calendar.page.builders import a_series, mar, on
from widgets.calendar.canvas.scope_popover import ScopePopover


def questions(page) -> list[ScopePopover]:
    return [it for it in page.window().findChildren(ScopePopover) if it.isVisible()]


def test_a_question_goes_when_undo_takes_away_what_it_is_about(page, store):
    actions.add_event(store, a_series("talk", "Talk", day=mar(4)))
    page.views.current.move_requested.emit([("talk", "2027-03-09")], mar(10), QRect())
    assert len(questions(page)) == 1

    store.undo()

    assert questions(page) == []
    assert on(page, mar(10)) == []


def test_esc_in_the_palette_leads_back_to_the_days(page, qtbot):
    palette = page.side.panel.palette_panel.list
    palette.setFocus()

    qtbot.keyClick(palette, Qt.Key.Key_Escape)

    assert QApplication.focusWidget() is page.views.current
