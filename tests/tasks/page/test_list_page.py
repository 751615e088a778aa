"""The list: groups, keys, bulk edits, filters; the line that adds; the inspector."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QLabel

from app.errors import ImportRejected
from app.exchange.tasks_compare import compare_tasks
from app.message import say
from app.tasks.checklist import add_step, steps_of
from app.tasks.due import Due
from app.tasks.filter import TaskFilter
from app.tasks.own_fields import add_field
from app.tasks.task import FieldShape, Priority, Task
from tests.tasks.builders import add, columns, get
from widgets.common.both_languages import BOTH
from widgets.common.words import set_language
from widgets.tasks.reading import read_file
from widgets.tasks.rows import HeadRow, TaskRow

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def page(setup):
    setup.page.open_view("list")
    setup.page.focus_tasks()
    return setup.page


def heads(page) -> list[tuple[str, str]]:
    return [(row.name, row.detail) for row in page.list.model.rows() if isinstance(row, HeadRow)]


def test_tasks_stand_below_when_they_are_due(setup, page):
    assert heads(page) == [
        ("Late", "1 · 1 h"), ("Today", "1 of 2 left · 30 min"), ("Later", "1"), ("No date", "1"),
    ]  # fmt: skip
    assert [row.face.title for row in page.list.model.rows() if isinstance(row, TaskRow)] == [
        "Late", "Today", "Done", "Later", "Doing",
    ]  # fmt: skip


def test_the_model_behaves_as_qt_expects_while_tasks_come_and_go(setup, page):
    tester = QAbstractItemModelTester(page.list.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    new = add(setup.store, "New", due=date(2027, 3, 10))
    page.edits.edit([new, setup.ids["Late"]], {"due": date(2027, 3, 30)})
    page.edits.delete([setup.ids["Today"]])
    for group in ("column", "priority", "owner", "program", "", "due"):
        page.set_group(group)
    setup.store.undo()
    setup.store.undo()

    assert tester
    assert new in page.list.model.ids()


def test_the_selection_and_the_place_stay_while_tasks_change(setup, page):
    page.select([setup.ids["Later"], setup.ids["Doing"]])
    add(setup.store, "New", due=date(2027, 3, 10))
    page.edits.edit([setup.ids["Later"]], {"due": date(2027, 3, 11)})

    assert set(page.selection()) == {setup.ids["Later"], setup.ids["Doing"]}


def test_alt_and_arrows_put_a_task_off_and_forward(setup, page, qtbot):
    page.list.reveal(setup.ids["Today"])
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Left):
        qtbot.keyClick(page.list.list, key, ALT)
    assert get(setup.store, setup.ids["Today"]).due == date(2027, 3, 17)
    assert page.list.current_id() == setup.ids["Today"]


def test_the_head_of_late_tasks_moves_them_to_today(setup, page):
    model, lines = page.list.model, page.list.list
    rect = lines.visualRect(model.index(0, 0))
    place = lines.delegate.link(model.rows()[0], rect).center()
    QTest.mouseClick(lines.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)

    assert get(setup.store, setup.ids["Late"]).due == date(2027, 3, 10)
    assert heads(page)[0][0] == "Today"


def test_a_head_folds_its_group_and_that_is_kept(setup, page, qtbot):
    page.list.list.setCurrentIndex(page.list.model.index(0, 0))
    qtbot.keyClick(page.list.list, Qt.Key.Key_Return)

    assert setup.ids["Late"] not in page.list.model.ids()
    assert "due:late" in page.desk.settings.get("tasks.folded", [])
    page.show_thing(setup.ids["Late"])
    assert page.selection() == [setup.ids["Late"]]


def test_several_are_edited_at_once_in_one_step(setup, page):
    ids = [setup.ids["Late"], setup.ids["Today"]]
    page.select(ids)
    assert page.bar.isVisible()
    page.open_selection()
    assert page.inspector.what.priority.field.value() is None  # mixed
    page.inspector.what.priority.field.chosen.emit("2")

    assert {get(setup.store, one).priority for one in ids} == {Priority.MEDIUM}
    assert setup.store.undo() == say("tasks.step.edit.many", n=2)
    page.inspector.tags.added.emit("swap")
    assert get(setup.store, ids[0]).tags == ("swap",)
    page.bar.buttons["done"].click()
    assert all(get(setup.store, one).finished for one in ids)


def test_the_bar_reopens_what_is_done_and_finishes_only_what_is_not(setup, page):
    page.select([setup.ids["Late"], setup.ids["Done"]])
    button = page.bar.buttons["done"]
    assert button.text() == "Done"
    button.click()
    page.select([setup.ids["Late"], setup.ids["Done"]])
    assert button.text() == button.accessibleName() == "Reopen"

    button.click()
    assert not get(setup.store, setup.ids["Late"]).finished
    assert not get(setup.store, setup.ids["Done"]).finished
    page.select([setup.ids["Late"], setup.ids["Done"]])
    assert button.text() == "Done"


def test_filters_show_some_and_say_when_nothing_passes(setup, page):
    page.toolbar.late.click()
    assert page.list.model.ids() == [setup.ids["Late"]]
    page.toolbar.late.click()
    page.toolbar.hide_done.click()
    assert setup.ids["Done"] not in page.list.model.ids()
    page.set_filter(TaskFilter(priorities=frozenset({Priority.LOW})))
    assert page.stack.currentWidget() is page.nothing
    page.nothing.asked.emit()
    assert len(page.list.model.ids()) == 5


def test_today_and_this_week_can_be_asked_for_by_action(setup, page):
    actions = {action.id: action for action in page.page_actions()}
    actions["tasks_show_today"].handler()
    assert set(page.list.model.ids()) == {setup.ids["Late"], setup.ids["Today"], setup.ids["Done"]}
    assert actions["tasks_show_today"].checked()
    actions["tasks_show_all"].handler()
    assert not page.filter


def test_a_typed_line_becomes_a_task_and_shows_what_it_understood(setup, page, qtbot):
    line = page.line
    line.open()
    qtbot.keyClicks(line.text, "Call Nadya fri 14:00 30m !high #47")
    assert [mark.what for mark in line.read.marks] == ["due", "effort", "priority", "tag"]
    assert len(line.text.extraSelections()) == 4
    assert line.text.accessibleDescription() == "Fri 12 Mar 14:00, 30 min, High, 47"
    assert line.second.isVisible()
    qtbot.keyClick(line.text, Qt.Key.Key_Return)

    (task,) = (it for it in setup.store.of(Task).all() if it.title == "Call Nadya")
    assert (task.due, task.due_at, task.effort, task.tags) == (date(2027, 3, 12), time(14), 0.5, ("47",))
    assert line.text.line() == ""
    assert line.text.hasFocus()


def test_backspace_behind_a_mark_makes_it_plain_and_the_next_one_deletes(setup, page, qtbot):
    line = page.line
    line.open()
    qtbot.keyClicks(line.text, "Prepare digest fri")
    qtbot.keyClick(line.text, Qt.Key.Key_Backspace)
    assert (line.text.line(), line.read.due) == ("Prepare digest fri", None)
    qtbot.keyClick(line.text, Qt.Key.Key_Backspace)
    assert line.text.line() == "Prepare digest fr"


def test_ctrl_enter_adds_and_opens_and_esc_leaves(setup, page, qtbot):
    page.line.open()
    qtbot.keyClicks(page.line.text, "Plan the theme")
    qtbot.keyClick(page.line.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert page.inspector.what.title.field.text() == "Plan the theme"
    page.line.open()
    qtbot.keyClicks(page.line.text, "x")
    qtbot.keyClick(page.line.text, Qt.Key.Key_Escape)
    assert page.line.text.line() == ""
    qtbot.keyClick(page.line.text, Qt.Key.Key_Escape)
    assert page.list.list.hasFocus()


def test_the_inspector_shows_and_changes_every_field(setup, page):
    task = setup.ids["Today"]
    page.show_thing(task)
    inspector = page.inspector
    inspector.what.title.field.committed.emit("Host office hours")
    inspector.when.time.field.committed.emit("16:30")
    inspector.when.start.field.entered.emit(date(2027, 3, 8))
    inspector.when.repeat.field.chosen.emit("FREQ=WEEKLY")
    inspector.who.owner.field.chosen.emit("mila")
    inspector.who.effort.field.entered.emit(2.5)
    inspector.who.program.field.chosen.emit("answers")
    inspector.who.stage.field.chosen.emit("aware")
    inspector.who.persona.field.chosen.emit("new")
    inspector.notes.notes.field.committed.emit("Link in the forum")
    inspector.what.state.field.chosen.emit(columns(setup.store)["waiting"])

    found = get(setup.store, task)
    assert (found.title, found.due_at, found.start) == ("Host office hours", time(16, 30), date(2027, 3, 8))
    assert (found.repeat, found.owner, found.effort) == ("FREQ=WEEKLY", "mila", 2.5)
    assert (found.program, found.stage, found.persona) == ("answers", "aware", "new")
    assert (found.notes, found.column) == ("Link in the forum", columns(setup.store)["waiting"])
    inspector.when.time.field.committed.emit("25:99")
    assert inspector.when.time.error.text()


def test_the_checklist_is_the_one_of_the_task_and_a_step_becomes_a_part(setup, page):
    task = setup.ids["Today"]
    page.show_thing(task)
    page.inspector.checklist.add_requested.emit(task, "Ask a guest")
    step = add_step(setup.store, task, "Announce")
    page.inspector.part_requested.emit(step)

    assert [it.text for it in steps_of(setup.store, task)] == ["Ask a guest"]
    (part,) = page.tasks.parts(task)
    page.go_to(page.tasks.came_from(part)[0])
    assert page.selection() == [task]
    page.show_thing(part.id)
    assert page.inspector.ids == [part.id]


def test_own_fields_have_their_place_in_the_inspector(setup, page):
    size = add_field(setup.store, "Size", FieldShape.CHOICE, ("S", "M"))
    add_field(setup.store, "Guest")
    page.show_thing(setup.ids["Today"])
    fields = {field.name: labelled.field for field, labelled in page.inspector.own._made.items()}
    assert list(fields) == ["Size", "Guest"]
    fields["Size"].chosen.emit("M")
    assert get(setup.store, setup.ids["Today"]).own == ((size, "M"),)


def test_a_deleted_task_can_be_taken_back_and_the_inspector_lets_it_go(setup, page):
    page.show_thing(setup.ids["Today"])
    page.edits.delete([setup.ids["Today"]])
    assert setup.asked.told == [say("tasks.deleted", n=1)]
    assert page.inspector.ids == []
    setup.store.undo()
    assert setup.ids["Today"] in page.list.model.ids()


def test_the_head_says_what_is_on_the_desk(setup, page):
    assert page.header.subtitle.text() == "What is on your desk: 4 open, 1 late, 1 for today"
    assert page.toolbar.sum.text().startswith("4 open · 1.5 h · ")


def test_everything_is_said_in_bulgarian_too(setup, page, qapp):
    set_language("bg")
    qapp.processEvents()
    assert heads(page)[0] == ("Закъснели", "1 · 1 ч")
    assert page.header.title.text() == "Задачи"


def test_the_palette_finds_tasks_and_jumps_to_them(setup, page):
    assert page.look_up("tod")[0] == (setup.ids["Today"], "Today", "Today")
    page.set_filter(TaskFilter(due=frozenset({Due.LATE})))
    page.show_thing(setup.ids["Doing"])
    assert page.selection() == [setup.ids["Doing"]]
    assert not page.filter


def test_a_step_that_was_found_leads_to_its_task(setup, page):
    step = add_step(setup.store, setup.ids["Later"], "Ask a guest")
    page.show_thing(step)
    page.show_thing("nobody")
    assert page.inspector.ids == [setup.ids["Later"]]


def test_without_tasks_the_page_says_how_to_begin(setup, page):
    page.edits.delete(list(page.tasks.all))
    assert page.stack.currentWidget() is page.nothing
    page.nothing.asked.emit()
    assert page.line.text.hasFocus()


def test_what_is_shown_goes_out_as_a_table_and_comes_in_after_a_question(setup, page, tmp_path, qtbot):
    page.toolbar.late.click()
    page.files.save_to(tmp_path / "late.csv")
    data = (tmp_path / "late.csv").read_bytes()
    assert b"Late" in data
    assert b"Later" not in data
    assert page.desk.settings.get("tasks.folder", "") == str(tmp_path)

    (tmp_path / "more.csv").write_bytes("Task;Due\nОбади се;2027-03-12\n;x\nCall;soon\n".encode())
    incoming = read_file(lambda *_: None, str(tmp_path / "more.csv"), "UTC")
    panel = page.files.ask(incoming, compare_tasks(setup.store, incoming, BOTH), "more.csv")
    said = [label.text() for label in panel.findChildren(QLabel)]
    assert "Line 3, –: It has no title." in said
    assert "1 date was not understood and left out." in said
    assert "Call" not in {task.title for task in setup.store.of(Task).all()}
    panel.accept.click()
    imported = say("tasks.imported", n=2, changed=0)  # a slow computer writes in more than one go
    qtbot.waitUntil(lambda: setup.asked.told[-1] == imported)
    assert {"Обади се", "Call"} < {task.title for task in setup.store.of(Task).all()}


def test_a_file_that_cannot_be_read_says_why(tmp_path):
    with pytest.raises(ImportRejected) as error:
        read_file(lambda *_: None, str(tmp_path / "nothing.csv"), "UTC")
    assert error.value.why.id == "tasks.in.unreadable"
    (tmp_path / "clickup.csv").write_bytes(b"Task ID,Task Name,Status\n1,Plan,Open\n")
    assert read_file(lambda *_: None, str(tmp_path / "clickup.csv"), "UTC").tasks[0].source == "clickup:1"


def test_parts_are_added_by_typing_and_a_task_becomes_a_part_of_another(setup, page):
    page.show_thing(setup.ids["Today"])
    page.inspector.links.line.setText("Ask a guest fri 30m")
    page.inspector.links.line.returnPressed.emit()
    (part,) = page.tasks.parts(setup.ids["Today"])
    assert (part.title, part.due, part.column) == ("Ask a guest fri 30m", None, columns(setup.store)["todo"])

    page.show_thing(setup.ids["Later"])
    page.inspector.who.parent_task.field.chosen.emit(setup.ids["Today"])
    assert get(setup.store, setup.ids["Later"]).parent == setup.ids["Today"]
    assert page.tasks.progress(setup.ids["Today"]) == (0, 2)


def test_a_hidden_page_waits_and_shows_what_it_missed(setup):
    page = setup.page
    page.hide()
    add(setup.store, "While away")
    assert "4 open" in page.header.subtitle.text()
    page.show()
    assert page.header.subtitle.text() == page.shown.subtitle()
    assert "5 open" in page.header.subtitle.text()


def test_very_much_at_once_shows_after_a_look_at_mouse_and_keys(setup, qapp):
    page, store = setup.page, setup.store
    doing = store.of(Task).get(setup.ids["Doing"])
    with store.change(say("step.add", title="many")):
        store.of(Task).save(replace(doing, id=f"many-{n}") for n in range(1_001))
    assert "4 open" in page.header.subtitle.text()
    qapp.processEvents()
    assert "1,005 open" in page.header.subtitle.text()

    store.undo()  # what is gone is not shown a moment longer
    assert "4 open" in page.header.subtitle.text()
