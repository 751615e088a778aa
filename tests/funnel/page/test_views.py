"""Outline, table, inspector and files beside the map."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest

from app.calendar.event import Event
from app.funnel import editing, growing, moving, removing, stages
from app.funnel.branch import Branch, Role
from app.funnel.stage import Stage
from app.message import say
from app.playbook import becoming
from app.tasks.task import Task
from tests.funnel.growing import told
from tests.on_desk import PageOnDesk
from widgets.funnel.reading import read_outline


@pytest.mark.parametrize("name", ["outline", "table"])
def test_the_models_keep_the_contract_of_qt_whatever_happens(page, store, name):
    page.open_view(name)
    model = page.outline.tree if name == "outline" else page.table.table
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    growing.add_child(store, "forum", "New")
    moving.move(store, ["letter"], "triggers", 0)
    editing.fold(store, ["channels"], folded=True)
    removing.delete(store, ["deeds"])
    stages.move_stage(store, "active", 0)
    stages.delete_stages(store, ["aware"])
    while store.undo():
        pass

    rows = model.rowCount()
    assert rows == (2 if name == "outline" else 9)


def test_the_outline_shows_the_same_selection_and_folds_with_the_map(page, store):
    page.open_view("outline")
    page.select(["channels"])
    index = page.outline.tree.index_of("channels")
    assert page.outline.currentIndex() == index

    page.outline.collapse(index)
    assert "  channels +" in told(store)
    page.deeds.fold()
    assert page.outline.isExpanded(page.outline.tree.index_of("channels"))


def test_a_row_of_the_outline_is_renamed_ticked_and_moved(page, store):
    page.open_view("outline")
    tree = page.outline.tree
    tree.setData(tree.index_of("forum"), "Board")
    tree.setData(tree.index_of("reads"), Qt.CheckState.Checked.value, Qt.ItemDataRole.CheckStateRole)
    data = tree.mimeData([tree.index_of("welcome")])
    tree.dropMimeData(data, Qt.DropAction.MoveAction, 0, 0, tree.index_of("channels"))

    assert told(store)[2:4] == ["    welcome", "    Board"]
    assert page.funnel.branch("reads").done


def test_enter_in_the_outline_adds_a_row_to_type_in(page, store):
    page.open_view("outline")
    page.select(["forum"])
    QTest.keyClick(page.outline, Qt.Key.Key_Return)

    assert told(store)[3] == "    New branch"
    assert page.outline.state() == page.outline.State.EditingState


def test_the_table_is_sorted_by_any_column_and_keeps_that_order(page, store):
    page.open_view("table")
    table = page.table.table
    table.sort(0, Qt.SortOrder.DescendingOrder)
    growing.add_child(store, "forum", "zebra")

    texts = [table.index(row, 0).data() for row in range(table.rowCount())]
    assert texts == sorted(texts, reverse=True)
    assert texts[0] == "zebra"


def test_the_inspector_edits_a_branch(page, store):
    page.select(["forum"])
    fields = page.inspector.branch
    fields.tell(text="Board")
    fields.tell(notes="Ask first")
    fields.tell(personas=("new",))
    fields.tell(icon="mic")
    fields.tell(done=True)
    fields.tell(onto="active")

    branch = page.funnel.branch("forum")
    assert (branch.text, branch.notes, branch.personas) == ("Board", "Ask first", ("new",))
    assert (branch.icon, branch.done, branch.stage) == ("mic", True, "active")


def test_a_trigger_says_which_behaviour_it_should_cause(page, store):
    with store.change(say("step.add", title="roles")):
        for key, role in (("deeds", Role.BEHAVIOURS), ("triggers", Role.TRIGGERS)):
            store.of(Branch).save([replace(page.funnel.branch(key), role=role)])
    growing.add_child(store, "deeds", "Answers", id="answers")
    page.select(["welcome"])
    cause = page.inspector.branch.cause
    assert cause.isVisible()

    for key in ("reads", "answers"):
        cause.field.chosen.emit(key)
        assert [(it.start, it.end) for it in page.funnel.cross_links.values()] == [("welcome", key)]
        assert cause.field.value() == key
    cause.field.chosen.emit("")
    assert not page.funnel.cross_links
    store.undo()
    assert [it.end for it in page.funnel.cross_links.values()] == ["answers"]


def test_the_inspector_edits_a_stage_and_its_rule(page, store):
    page.select(["aware"])
    fields = page.inspector.stage
    fields.tell(definition="Saw us")
    fields.target.field.committed.emit("40 %")
    fields.rule.count.field.entered.emit(2)
    fields.rule.days.field.entered.emit(14)
    fields.rule.activity.field.chosen.emit("visit")

    stage = store.of(Stage).get("aware")
    assert (stage.definition, stage.target) == ("Saw us", 0.4)
    assert page.inspector.stage.rule.says.text() == "2 visits within 14 days"


def test_a_reading_is_written_down_by_hand(page):
    page.select(["aware"])
    page.edits.ask_reading_here()
    panel = page.edits.reading
    panel.value.field.setText("33")
    panel.day.field.show_day(date(2027, 3, 8))
    panel.source.field.setText("Survey")
    panel.entered.emit()

    newest = page.funnel.conversions["aware"].newest
    assert (newest.value, newest.day, newest.source) == (0.33, date(2027, 3, 8), "Survey")
    assert page.inspector.step.share.text() == "33%"


@pytest.mark.parametrize("text", ["", "120", "many"])
def test_a_reading_that_is_no_share_is_not_taken(page, text):
    page.select(["aware"])
    page.edits.ask_reading_here()
    page.edits.reading.value.field.setText(text)
    page.edits.reading.entered.emit()

    assert page.funnel.conversions["aware"].newest is None


def test_a_branch_becomes_a_weekly_series_and_shows_its_days(page, store):
    page.select(["welcome"])
    page.becoming.schedule()
    panel = page.becoming.panel
    panel.day.field.show_day(date(2027, 3, 2))
    panel.rhythm.field.show_value("weekly")
    panel.entered.emit()

    (event,) = store.of(Event).all()
    assert (event.title, event.stage, event.rrule[:24]) == ("welcome", "active", "FREQ=WEEKLY;BYDAY=TU;COU")
    (result,) = page.results["welcome"]
    assert result.days[:2] == (date(2027, 3, 2), date(2027, 3, 9))
    assert page.inspector.results.count.text() == f"{len(result.days)} dates"


def test_a_branch_becomes_a_task_and_tells_when_it_is_gone(page, store):
    page.select(["welcome"])
    page.becoming.make_task()
    (task,) = store.of(Task).all()
    assert task.stage == "active"
    with store.change(PageOnDesk.told(page)[0]):
        store.of(Task).delete([task.id])

    assert page.results["welcome"][0].gone


def test_a_result_leads_to_its_page(page, store):
    event = becoming.make_event(store, [("branch", "welcome")], "Tour", date(2027, 3, 2))
    page.select(["welcome"])
    page.inspector.results.open_requested.emit("event", event)

    assert PageOnDesk.gone(page) == [("calendar", event)]


@pytest.mark.parametrize(
    ("form", "begins"),
    [("opml", b"<?xml"), ("mm", b"<map"), ("md", b"# ")],
)
def test_the_map_goes_out_as_an_outline(page, tmp_path, form, begins):
    file = tmp_path / f"map.{form}"
    page.files.save_to(file, form)

    assert file.read_bytes().startswith(begins)


@pytest.mark.parametrize("form", ["opml", "mm", "md"])
def test_what_went_out_comes_in_below_what_is_selected(page, store, tmp_path, form):
    file = tmp_path / f"map.{form}"
    page.files.save_to(file, form)
    page.select(["welcome"])
    page.files.take(read_outline(lambda *_: None, str(file)), page.current)

    assert [line.strip() for line in told(store)[11:]] == [line.strip() for line in told(store)[:11]]
    assert store.next_undo().id == "funnel.step.import"


def test_a_funnel_without_stages_says_how_to_begin(page, store):
    store.forget_steps()
    stages.delete_stages(store, ["aware", "active"])
    assert page.stack.currentWidget() is page.nothing
    page.nothing.begin_requested.emit()

    assert [line for line in told(store) if line[0] != " "] == ["Awareness", "Activation", "Contribution", "Advocacy"]
    assert page.stack.currentWidget() is page.map
    store.undo()
    assert told(store) == []


def test_a_thing_is_found_by_the_palette_and_shown(page):
    (hit,) = page.look_up("month")
    assert hit == ("monthly", "monthly", "Awareness › channels › letter")
    page.show_thing("monthly")

    assert page.selected == ["monthly"]
    assert page.look_of("monthly") == ("git-branch", "welcome")


def test_every_action_of_the_keys_is_there(page):
    from widgets.funnel.canvas.keys import KEYS

    assert set(KEYS.values()) <= {action.id for action in page.page_actions()}
