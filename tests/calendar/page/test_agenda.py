import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QDropEvent

from app.calendar.editing import edit
from app.calendar.event import Status
from app.calendar.filter import EventFilter
from app.playbook.link import Link
from tests.calendar.page.builders import mar, on
from widgets.calendar.agenda.loads import loads_after
from widgets.calendar.agenda.model import EmptyRow, EventRow, WeekRow
from widgets.common.drag_data import EVENT_MIME, IDEA_MIME, TACTIC_MIME, drag_data, dragged_keys, idea_of, keys_data

AMA = ("ama", "")
ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def agenda(page):
    page.open_view("agenda")
    page.views.agenda.list.setFocus()
    return page.views.agenda


def row_of(agenda, title):
    model = agenda.model
    return next(model.index(row, 0) for row in range(model.rowCount()) if model.index(row, 0).data() == title)


def drop(agenda, data, index, modifiers=Qt.KeyboardModifier.NoModifier):
    place = agenda.list.visualRect(index).center()
    event = QDropEvent(place, Qt.DropAction.MoveAction, data, Qt.MouseButton.LeftButton, modifiers)
    agenda.list.dropEvent(event)


def test_it_begins_today_and_groups_by_week(agenda, page):
    rows = [agenda.model.row_at(agenda.model.index(row, 0)) for row in range(6)]

    assert [type(row) for row in rows] == [WeekRow, EventRow, WeekRow, EventRow, WeekRow, EventRow]
    assert page.header.frame.title.text() == "10 March – 29 May 2027"
    assert page.header.frame.subtitle.text() == "5 events still ahead · 12.5 h"


def test_from_the_first_day_when_today_is_not_asked_for(agenda, page, qtbot):
    qtbot.mouseClick(page.toolbar.from_today, Qt.MouseButton.LeftButton)

    assert agenda.model.row_at(agenda.model.index(1, 0)).day == mar(2)


def test_a_week_without_events_says_so(agenda):
    rows = [agenda.model.row_at(agenda.model.index(row, 0)) for row in range(agenda.model.rowCount())]

    assert isinstance(rows[-1], EmptyRow)


def test_screen_readers_hear_the_whole_row(agenda):
    spoken = row_of(agenda, "AMA with founders").data(Qt.ItemDataRole.AccessibleTextRole)

    assert spoken == "AMA with founders, Thursday 11 March, 17:00, Live, Planned, 2.5 h"


def test_alt_arrows_move_and_enter_opens(agenda, page, qtbot):
    agenda.list.setCurrentIndex(row_of(agenda, "AMA with founders"))
    qtbot.keyClick(agenda.list, Qt.Key.Key_Right, ALT)
    qtbot.keyClick(agenda.list, Qt.Key.Key_Down, ALT)

    assert on(page, mar(19)) == ["AMA with founders"]
    assert agenda.list.currentIndex().data() == "AMA with founders"
    qtbot.keyClick(agenda.list, Qt.Key.Key_Return)
    assert page.side.inspector.keys == [AMA]


def test_a_row_dropped_on_another_day_moves_and_with_ctrl_is_copied(agenda, page):
    target = row_of(agenda, "Weekly prompt")
    drop(agenda, keys_data([AMA]), target)
    assert on(page, mar(16)) == ["AMA with founders", "Weekly prompt"]

    drop(agenda, keys_data([AMA]), agenda.model.index(agenda.model.rowCount() - 1, 0), CTRL)
    assert len([it for it in agenda.occurrences() if it.event.title == "AMA with founders"]) == 2


def test_tactics_and_waiting_events_can_be_dropped_on_a_day(agenda, page):
    drop(agenda, drag_data(TACTIC_MIME, "t-ama"), row_of(agenda, "Weekly prompt"))
    drop(agenda, drag_data(EVENT_MIME, "idea"), row_of(agenda, "Weekly prompt"))

    assert on(page, mar(16)) == ["Guest week", "Short AMA 30–45 min", "Weekly prompt"]


def test_an_idea_that_is_dropped_is_planned_for_its_personas_and_answers_their_cards(agenda, page):
    drop(agenda, drag_data(IDEA_MIME, idea_of("t-ama", ["managers"], ["card"])), row_of(agenda, "Weekly prompt"))

    (made,) = (it for it in page.plan.events.values() if it.personas == ("managers",))
    assert (made.title, made.day) == ("Short AMA 30–45 min", mar(16))
    (link,) = page.open_store().of(Link).where(role="answers")
    assert (link.from_id, link.to_id) == ("card", made.id)


def test_a_row_dropped_on_the_backlog_waits(agenda, page):
    panel, held = page.side.panel, keys_data([AMA])  # the event does not keep its data alive
    none = Qt.KeyboardModifier.NoModifier
    event = QDropEvent(QPoint(20, 200), Qt.DropAction.MoveAction, held, Qt.MouseButton.LeftButton, none)
    panel.dropEvent(event)

    assert [it.title for it in page.plan.backlog()] == ["AMA with founders", "Guest week"]


def test_several_rows_are_selected_in_the_order_of_time(agenda, page, qtbot):
    agenda.list.setCurrentIndex(row_of(agenda, "AMA with founders"))
    qtbot.keyClick(agenda.list, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)  # over the heading of the week

    assert page.selection() == [AMA, ("prompt", "2027-03-16")]
    assert dragged_keys(keys_data(page.selection())) == page.selection()


def test_the_filter_holds_here_too(agenda, page):
    page.set_filter(EventFilter((("kind", "live"),)))

    assert [it.event.title for it in agenda.occurrences()] == ["AMA with founders"]


def test_while_something_is_held_the_weeks_show_their_hours_after_the_drop(agenda, page):
    weeks = page.quarter.rows
    moved = loads_after(page.plan, weeks, mar(16), [AMA], copying=False)
    copied = loads_after(page.plan, weeks, mar(16), [AMA], copying=True)
    tactic = loads_after(page.plan, weeks, mar(16), ("tactic", "t-ama"), copying=False)

    assert {week: load.hours for week, load in moved.items()} == {mar(8): 2.5, mar(15): 5.0}
    assert {week: load.hours for week, load in copied.items()} == {mar(15): 5.0}
    assert {week: load.hours for week, load in tactic.items()} == {mar(15): 5.0}

    agenda.list.hovered.emit(mar(16), [AMA], False)
    assert agenda.delegate.preview[mar(15)].hours == 5.0
    agenda.list.hovered.emit(None, None, False)
    assert agenda.delegate.preview == {}


def test_what_nobody_answers_for_is_counted_and_can_be_looked_at_alone(agenda, page, qtbot):
    chip = page.toolbar.filters.unowned
    assert (chip.text(), page.toolbar.filters.live.isVisible()) == ("No owner 5", False)

    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert page.filter.terms == (("owner", ""),)

    page.open_view("quarter")
    qtbot.waitUntil(lambda: (chip.isVisible(), page.toolbar.filters.live.isVisible()) == (False, True))


def test_hours_ahead_are_the_planned_ones(agenda, page, store):
    before = page.header.frame.subtitle.text()
    edit(store, AMA, status=Status.IDEA)

    assert before == "5 events still ahead · 12.5 h"
    assert page.header.frame.subtitle.text() == "5 events still ahead · 10.0 h"


def test_the_first_row_is_shown_with_the_head_of_its_week(page):
    page.open_view("agenda")
    agenda = page.views.agenda

    assert agenda.list.verticalScrollBar().value() == 0
    agenda.list.scrollToBottom()
    agenda.set_cursor_day(mar(15))
    row = agenda.list.currentIndex().row()
    assert agenda.list.visualRect(agenda.model.index(row - 1, 0)).top() >= 0


def test_a_copy_by_ctrl_takes_only_the_row_that_was_not_selected_before(agenda, page, qtbot):
    page.select([AMA])
    index = row_of(agenda, "Weekly prompt")
    place = agenda.list.visualRect(index).center()

    qtbot.mousePress(agenda.list.viewport(), Qt.MouseButton.LeftButton, CTRL, place)

    assert [key[0] for key in agenda.list.held_keys()] == ["prompt"]


def test_a_drag_of_a_selected_row_takes_the_whole_selection(agenda, page, qtbot):
    page.select([AMA, ("prompt", "2027-03-16")])
    place = agenda.list.visualRect(row_of(agenda, "AMA with founders")).center()

    qtbot.mousePress(agenda.list.viewport(), Qt.MouseButton.LeftButton, pos=place)

    assert {key[0] for key in agenda.list.held_keys()} == {"ama", "prompt"}
