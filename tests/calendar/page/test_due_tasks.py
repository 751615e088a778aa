"""Tasks that are due show in the calendar, and go to another day by drop and by key."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QDragMoveEvent, QDropEvent
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QPushButton

from app.message import say
from app.playbook.becoming import make_task, origins_of
from app.tasks.editing import delete, edit
from app.tasks.finishing import finish
from app.tasks.task import Task
from tests.calendar.page.builders import mar
from tests.on_desk import PageOnDesk
from tests.tasks.builders import add, get
from widgets.calendar.canvas.accessible_names import day_name
from widgets.calendar.canvas.due_list import DuePopover
from widgets.common.drag_data import tasks_data
from widgets.common.small_panel import SmallPanel
from widgets.common.text_field import TextField

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def tasks(store, page):
    ids = {
        "Call": add(store, "Call", due=mar(12), effort=0.5),
        "Write": add(store, "Write", due=mar(12)),
        "Late": add(store, "Late", due=mar(8)),
        "Done": add(store, "Done", due=mar(12)),
    }
    finish(store, [ids["Done"]])
    return ids


@pytest.fixture(params=["quarter", "month"])
def view(page, tasks, request):
    page.open_view(request.param)
    page.show_day(mar(10))
    return page.views.current


def face(view, day):
    row, column = view.places.grid.place(day)
    return view.model.faces[row].days[column]


def open_list(view, day) -> DuePopover:
    place = view.places.tasks_rect(day).center()
    QTest.mouseClick(view, LEFT, NONE, place)
    return view.window().findChildren(DuePopover)[-1]


def drop(view, ids, day) -> QDropEvent:
    data, place = tasks_data(ids), view.places.day_rect(day).center()
    view.dragMoveEvent(QDragMoveEvent(place, Qt.DropAction.MoveAction, data, LEFT, NONE))
    event = QDropEvent(place, Qt.DropAction.MoveAction, data, LEFT, NONE)
    view.dropEvent(event)
    return event


def test_a_day_says_how_many_tasks_are_due_and_late_ones_alarm(view, store, tasks):
    assert (face(view, mar(12)).tasks, face(view, mar(12)).late) == (2, False)
    assert (face(view, mar(8)).tasks, face(view, mar(8)).late) == (1, True)
    assert view.places.tasks_rect(mar(9)).isEmpty()
    assert day_name(mar(12), 0, "", 2, today=False).endswith(", 2 tasks due")


def test_the_number_follows_a_task_without_hours_too(view, store, tasks):
    edit(store, [tasks["Write"]], due=mar(11))
    assert (face(view, mar(11)).tasks, face(view, mar(12)).tasks) == (1, 1)
    finish(store, [tasks["Call"]])
    assert face(view, mar(12)).tasks == 0
    store.undo()
    assert face(view, mar(12)).tasks == 1


def test_a_task_dropped_on_a_day_is_due_then_and_the_weeks_show_their_hours_before(view, store, tasks, page):
    before = page.plan.week_loads([mar(8), mar(15)])
    data, place = tasks_data([tasks["Call"]]), view.places.day_rect(mar(17)).center()
    event = QDragMoveEvent(place, Qt.DropAction.MoveAction, data, LEFT, NONE)
    view.dragMoveEvent(event)
    assert event.isAccepted()
    assert drop(view, [tasks["Call"], tasks["Write"]], mar(17)).isAccepted()

    assert {get(store, tasks[name]).due for name in ("Call", "Write")} == {mar(17)}
    after = page.plan.week_loads([mar(8), mar(15)])
    assert after[mar(8)].hours == before[mar(8)].hours - 0.5
    assert after[mar(15)].hours == before[mar(15)].hours + 0.5
    store.undo()
    assert get(store, tasks["Call"]).due == mar(12)


def test_tasks_that_are_gone_land_nowhere(view):
    data = tasks_data(["nobody"])  # the event does not keep it
    event = QDragMoveEvent(QPoint(300, 300), Qt.DropAction.MoveAction, data, LEFT, NONE)
    view.dragMoveEvent(event)
    assert not event.isAccepted()


def test_a_press_on_the_number_opens_the_list_that_ticks_puts_off_and_leads_to_the_task(
    view, store, tasks, page, qtbot
):
    content = open_list(view, mar(12))
    tester = QAbstractItemModelTester(content.list.due, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert [task.title for task in content.list.due.tasks] == ["Call", "Write", "Done"]
    content.list.setCurrentIndex(content.list.due.index(0, 0))
    qtbot.keyClick(content.list, Qt.Key.Key_Space)
    assert get(store, tasks["Call"]).finished
    assert [task.title for task in content.list.due.tasks] == ["Write", "Done", "Call"]
    content.list.setCurrentIndex(content.list.due.index(0, 0))
    qtbot.keyClick(content.list, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert get(store, tasks["Write"]).due == mar(13)
    content.list.setCurrentIndex(content.list.due.index(1, 0))
    qtbot.keyClick(content.list, Qt.Key.Key_Return)
    assert PageOnDesk.gone(page) == [("tasks", tasks["Call"])]
    assert tester


def test_the_list_opens_by_action_on_the_day_of_the_keyboard(page, tasks, view):
    actions = {action.id: action for action in page.page_actions()}
    view.set_cursor_day(mar(9))
    assert not actions["day_tasks"].enabled()
    view.set_cursor_day(mar(12))
    actions["day_tasks"].handler()
    assert view.window().findChildren(DuePopover)


def test_in_the_agenda_too_a_task_is_dropped_on_a_day(page, store, tasks):
    page.open_view("agenda")
    agenda = page.views.agenda
    row = agenda.model.row_on(mar(11))
    place, data = agenda.list.visualRect(agenda.model.index(row, 0)).center(), tasks_data([tasks["Call"]])
    agenda.list.dragMoveEvent(QDragMoveEvent(place, Qt.DropAction.MoveAction, data, LEFT, NONE))
    agenda.list.dropEvent(QDropEvent(place, Qt.DropAction.MoveAction, data, LEFT, NONE))
    assert get(store, tasks["Call"]).due == mar(11)


def test_a_task_is_added_for_an_event_and_leads_back_to_it(page, store):
    page.reveal(("ama", ""))
    {action.id: action for action in page.page_actions()}["event_make_task"].handler()
    panel = page.window().findChildren(SmallPanel)[-1]
    title = panel.findChildren(TextField)[0]
    panel.accept.click()
    assert store.of(Task).count() == 0  # nothing is to be done yet
    title.setText("Ask for questions")
    panel.accept.click()

    (task,) = store.of(Task).all()
    assert (task.title, task.due) == ("Ask for questions", mar(11))
    assert [link.from_id for link in origins_of(store, "task", task.id)] == ["ama"]
    assert store.undo() == say("playbook.step.become.task", title="Ask for questions")


def test_the_inspector_of_an_event_shows_its_tasks_and_leads_to_them(page, store):
    task = make_task(store, [("event", "ama")], "Ask for questions")
    page.show_thing("ama")
    tasks = page.side.inspector.tasks
    (button,) = tasks.findChildren(QPushButton)
    assert (button.text(), tasks.isVisible()) == ("Ask for questions", True)
    finish(store, [task])
    button = next(it for it in tasks.findChildren(QPushButton) if it.isVisible())
    assert button.accessibleName() == "Ask for questions, Done"
    button.click()
    assert PageOnDesk.gone(page) == [("tasks", task)]
    delete(store, [task])
    assert not tasks.isVisible()
    store.undo()
    assert tasks.isVisible()


def lists(view) -> list[DuePopover]:
    return [it for it in view.window().findChildren(DuePopover) if it.isVisible()]


def test_the_list_is_open_once_and_goes_with_its_page(page, tasks, view):
    page.show_day(mar(12))
    view.open_tasks(mar(12))
    view.open_tasks(mar(12))
    assert len(lists(view)) == 1
    page.hide()

    assert lists(view) == []
