import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QDrag, QDropEvent
from PySide6.QtTest import QTest

from app.calendar.event import Event
from app.calendar.filter import EventFilter
from app.calendar.program import Program
from app.calendar.ranking import Scored
from app.message import say
from tests.calendar.page.builders import an_event
from widgets.calendar.matrix.held import scored_data
from widgets.calendar.views import MATRIX, QUARTER
from widgets.common.drag_data import EVENT_MIME, drag_data
from widgets.common.matrix_places import MatrixPlaces
from widgets.common.popover import Popover

AMA = ("event", "ama")


def score_of(page, event):
    found = page.open_store().of(Event).get(event)
    return found.impact, found.ease


@pytest.fixture
def matrix(page):
    with page.open_store().change(say("step.add", title="it")):
        page.open_store().of(Event).save([an_event(impact=2, ease=4)])
    page.open_view(MATRIX)
    page.views.current.setFocus()
    return page.views.matrix


def drag(plot, start, end):
    QTest.mousePress(plot, Qt.MouseButton.LeftButton, pos=start)
    for part in (0.3, 0.7, 1):
        QTest.mouseMove(plot, start + (end - start) * part)
        plot.mouseMoveEvent(_moved(start + (end - start) * part))
    QTest.mouseRelease(plot, Qt.MouseButton.LeftButton, pos=end)


def _moved(place):
    from PySide6.QtGui import QMouseEvent

    left = Qt.MouseButton.LeftButton
    return QMouseEvent(
        QEvent.Type.MouseMove, QPointF(place), QPointF(place), left, left, Qt.KeyboardModifier.NoModifier
    )


def drop(plot, data, place):
    event = QDropEvent(
        QPointF(place), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    plot.dropEvent(event)
    return event


def test_a_dot_is_dragged_to_another_score_in_one_step_of_undo(page, matrix):
    pill = matrix.plot.pill_of(AMA)

    drag(matrix.plot, pill.rect.center(), matrix.plot.places.point(5, 1).toPoint())

    assert score_of(page, "ama") == (5, 1)
    assert matrix.plot.pill_of(AMA).dot.x() < pill.dot.x()
    page.open_store().undo()
    assert score_of(page, "ama") == (2, 4)


def test_esc_puts_what_is_held_back(page, matrix):
    start, end = matrix.plot.pill_of(AMA).rect.center(), matrix.plot.places.point(5, 1).toPoint()
    QTest.mousePress(matrix.plot, Qt.MouseButton.LeftButton, pos=start)
    matrix.plot.mouseMoveEvent(_moved(end))
    QTest.keyClick(matrix.plot, Qt.Key.Key_Escape)
    QTest.mouseRelease(matrix.plot, Qt.MouseButton.LeftButton, pos=end)

    assert score_of(page, "ama") == (2, 4)


def test_dragged_onto_the_tray_a_thing_loses_its_score(page, matrix):
    end = matrix.plot.mapFromGlobal(matrix.side.mapToGlobal(QPoint(40, 200)))

    drag(matrix.plot, matrix.plot.pill_of(AMA).rect.center(), end)

    assert score_of(page, "ama") == (0, 0)
    assert matrix.plot.pill_of(AMA) is None


@pytest.mark.parametrize("data", [lambda: scored_data(("event", "idea")), lambda: drag_data(EVENT_MIME, "idea")])
def test_what_has_no_score_is_dropped_from_the_tray_or_the_backlog(page, matrix, data):
    held = data()

    drop(matrix.plot, held, matrix.plot.places.point(4, 5).toPoint())

    assert score_of(page, "idea") == (4, 5)
    assert matrix.plot.pill_of(("event", "idea")).flipped


def test_arrows_score_and_end_at_the_edge(page, matrix):
    page.select([("ama", "")])

    for key in (Qt.Key.Key_Up, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Right):
        QTest.keyClick(matrix.plot, key)

    assert score_of(page, "ama") == (3, 5)
    QTest.keyClick(matrix.plot, Qt.Key.Key_Backspace)
    assert score_of(page, "ama") == (0, 0)


def test_a_program_without_a_score_begins_in_the_middle_by_key(page, matrix):
    row = matrix.list.rows.row_of(("program", "answers"))
    matrix.list.setCurrentIndex(matrix.list.rows.index(row, 0))

    QTest.keyClick(matrix.list, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    QTest.keyClick(matrix.list, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)

    program = page.open_store().of(Program).get("answers")
    assert (program.impact, program.ease) == (4, 3)


def test_enter_opens_the_inspector_and_the_selection_goes_along_to_the_other_views(page, matrix):
    matrix.plot.walked.emit(1)
    QTest.keyClick(matrix.plot, Qt.Key.Key_Return)

    assert page.side.inspecting
    assert page.side.inspector.keys == [("ama", "")]
    page.open_view(QUARTER)
    assert page.views.current.selection() == [("ama", "")]


def test_what_found_no_room_is_listed_below_its_number_and_chosen_from_there(page, matrix):
    crowd(page)
    QTest.mouseClick(matrix.plot, Qt.MouseButton.LeftButton, pos=matrix.plot.more[0].rect.center())
    (popover,) = page.window().findChildren(Popover)
    there = popover.content.list

    listed = [popover.content.list.rows.thing(row).ref for row in range(there.rows.rowCount())]
    assert listed == [it.ref for it in matrix.plot.more[0].things]
    assert matrix.chosen().ref == listed[0]
    there.setCurrentIndex(there.rows.index(1, 0))
    assert matrix.chosen().ref == listed[1]

    QTest.keyClick(there, Qt.Key.Key_Return)
    assert page.side.inspector.keys == [(listed[1][1], "")]
    assert not popover.isVisible()


def test_what_is_dragged_out_of_the_list_hides_it_and_gets_another_score(page, matrix, monkeypatch):
    crowd(page)
    ref = matrix.plot.more[0].things[0].ref
    QTest.mouseClick(matrix.plot, Qt.MouseButton.LeftButton, pos=matrix.plot.more[0].rect.center())
    (popover,) = page.window().findChildren(Popover)

    def carry(drag, _):
        assert not popover.isVisible()
        drop(matrix.plot, drag.mimeData(), matrix.plot.places.point(1, 1).toPoint())

    monkeypatch.setattr(QDrag, "exec", carry)
    popover.content.list.startDrag(Qt.DropAction.CopyAction)

    assert score_of(page, ref[1]) == (1, 1)


def crowd(page):
    with page.open_store().change(say("step.add", title="it")):
        page.open_store().of(Event).save([an_event(f"e{n}", impact=4, ease=4) for n in range(30)])


def test_other_pages_lead_to_the_matrix(page, matrix):
    page.open_view(QUARTER)

    page.show_thing("view:matrix")

    assert page.views.name == MATRIX


def test_the_filter_applies(page, matrix):
    page.set_filter(EventFilter((("kind", "thread"),)))

    assert [it.ref for it in matrix.list.rows.things()] == [("event", "prompt")]


def test_no_pill_lies_on_another_and_what_finds_no_room_is_counted():
    things = [Scored(("event", str(n)), f"Event {n}", 5 - n % 3, 3 + n % 3) for n in range(40)]
    places = MatrixPlaces(700, 640)
    pills, more = places.lay(things, {it.ref: 140 for it in things})

    rects = [pill.rect for pill in pills]
    assert not any(one.intersects(other) for n, one in enumerate(rects) for other in rects[n + 1 :])
    assert all(places.field.contains(rect.center()) for rect in rects)
    assert len(pills) + sum(len(it.things) for it in more) == 40
    assert not any(it.rect.intersects(rect) for it in more for rect in rects)
