"""Tasks come in from tables and from ClickUp, once and again, and go out so that they come in unchanged."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from pathlib import Path

import pytest

from app.errors import ImportRejected
from app.exchange.clickup import clickup_of, is_clickup
from app.exchange.csv_reading import read_table
from app.exchange.csv_tasks import read_tasks, tasks_csv
from app.exchange.csv_writing import write_table
from app.exchange.incoming_tasks import IncomingTasks
from app.exchange.tasks_apply import apply_tasks
from app.exchange.tasks_compare import compare_tasks
from app.message import Message, say
from app.playbook.playbook import PLAYBOOK_ID, Person, Playbook
from app.store import Store
from app.tasks.checklist import add_step, tick_step
from app.tasks.editing import set_own
from app.tasks.finishing import finish
from app.tasks.own_fields import add_field
from app.tasks.snapshot import Tasks
from app.tasks.task import Column, Priority, Task
from resources.texts import find
from storage.playbooks import SqlPlaybooks
from tests.tasks.builders import add, columns, get


def english(message: Message) -> str:
    return find("en", message.id, dict(message.values))


def bulgarian(message: Message) -> str:
    return find("bg", message.id, dict(message.values))


BOTH = (english, bulgarian)
CLICKUP = (
    "Task ID", "Task Name", "Task Content", "Task Link", "Status", "Date Created", "Due Date", "Due Date Text",
    "Start Date", "Parent ID", "Assignees", "Tags", "Priority", "List Name", "Time Estimated", "Checklists", "Comments",
    "Space Name",
)  # fmt: skip


def make(folder: Path, name: str) -> Store:
    now = datetime(2027, 3, 10, 10, 40, tzinfo=UTC)
    store = SqlPlaybooks(folder / "data", now=lambda: now).create(folder / f"{name}.sedyanka")
    with store.change(say("step.add", title=name)):
        store.of(Playbook).save([Playbook(PLAYBOOK_ID, name, zone="Europe/Sofia")])
        store.of(Person).save([Person("mila", "Mila D.")])
    return store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = make(tmp_path, "kestrel")
    yield store
    store.close()


def millis(*when: int) -> str:
    return str(int(datetime(*when, tzinfo=UTC).timestamp() * 1000))  # type: ignore[misc,arg-type]


def clickup(*rows: dict[str, str]) -> bytes:
    return write_table([CLICKUP, *([row.get(name, "") for name in CLICKUP] for row in rows)])


def read_clickup(data: bytes, zone: str = "") -> IncomingTasks:
    return clickup_of(read_table(data, "clickup.csv"), zone)


def bring(store: Store, data: bytes) -> object:
    return apply_tasks(store, read_tasks(data, "tasks.csv", BOTH), BOTH, "tasks.csv")


def bring_clickup(store: Store, *rows: dict[str, str]) -> object:
    return apply_tasks(store, read_clickup(clickup(*rows), "Europe/Sofia"), BOTH, "clickup.csv")


def by_title(store: Store) -> dict[str, Task]:
    return {task.title: task for task in store.of(Task).all()}


# --- our own tables ---


def full(store: Store) -> None:
    whole = add(
        store, "AMA, with “founders”", start=date(2027, 3, 1), due=date(2027, 3, 11), due_at=time(17), effort=2.25,
        priority=Priority.HIGH, owner="mila", tags=("ama", "q1"), notes="=SUM(A1)\nsecond line", repeat="FREQ=WEEKLY",
    )  # fmt: skip
    part = add(store, "Ask a guest", parent=whole)
    tick_step(store, add_step(store, whole, "Announce; loudly"), done=True)
    add_step(store, whole, "Recap")
    set_own(store, [whole], add_field(store, "Guest"), "Petya S.")
    finish(store, [part])


@pytest.mark.parametrize("words", BOTH)
@pytest.mark.parametrize("separator", [",", ";"])
def test_our_own_table_brings_everything_into_another_playbook(store: Store, tmp_path: Path, words, separator: str):
    full(store)
    tasks = Tasks.read(store)
    data = tasks_csv(tasks, tasks.all.values(), words, separator)
    other = make(tmp_path, "osprey")
    bring(other, data)

    again = Tasks.read(other)
    assert (
        tasks_csv(again, [again.all[it.id] for it in by_title(other).values()], words, separator).splitlines()[0]
        == (data.splitlines()[0])
    )
    was, now = by_title(store), by_title(other)
    same = ("title", "start", "due", "due_at", "effort", "priority", "owner", "tags", "notes", "repeat")
    for title, task in was.items():
        assert [getattr(now[title], name) for name in same] == [getattr(task, name) for name in same]
        assert bool(now[title].finished) == bool(task.finished)
    whole = now["AMA, with “founders”"]
    assert now["Ask a guest"].parent == whole.id
    assert [(step.text, step.done) for step in again.steps[whole.id]] == [("Announce; loudly", True), ("Recap", False)]
    assert [value for _, value in whole.own] == ["Petya S."]
    other.close()


def test_the_same_table_again_changes_nothing_and_an_edited_one_only_what_differs(store: Store):
    full(store)
    tasks = Tasks.read(store)
    data = tasks_csv(tasks, tasks.all.values(), english)
    before = by_title(store)
    brought = bring(store, data)
    assert (brought.added, brought.changed, brought.same) == ((), (), 2)
    assert by_title(store) == before

    brought = bring(store, data.replace(b"Ask a guest", b"Ask two guests"))
    assert (len(brought.added), len(brought.changed)) == (0, 1)
    assert store.undo() == say("tasks.step.import", file="tasks.csv")
    assert by_title(store) == before


def test_a_formula_goes_out_as_text_and_comes_back_without_the_sign(store: Store):
    add(store, "=1+1")
    tasks = Tasks.read(store)
    data = tasks_csv(tasks, tasks.all.values(), english)
    assert b"'=1+1" in data
    assert read_tasks(data, "t.csv", BOTH).tasks[0].title == "=1+1"


# --- tables of others ---


def test_usual_english_words_and_unknown_columns_are_understood(store: Store):
    data = b'Name,Status,Due date,Assignee,Labels,Budget\nPilot,In progress,31.3.2027,Rado T.,"a, b",100\n'
    bring(store, data)

    task = by_title(store)["Pilot"]
    assert (task.column, task.due, task.tags) == (columns(store)["doing"], date(2027, 3, 31), ("a", "b"))
    assert store.of(Person).get(task.owner).name == "Rado T."
    (field,) = Tasks.read(store).fields.values()
    assert (field.name, task.own) == ("Budget", ((field.id, "100"),))


def test_a_status_that_is_not_known_becomes_a_column(store: Store):
    bring(store, b"Task,Column\nA,Legal check\nB,legal check\nC,\n")

    names = [column.name or column.key for column in sorted(store.of(Column).all(), key=lambda it: it.position)]
    assert names == ["todo", "doing", "waiting", "Legal check", "done"]
    assert by_title(store)["A"].column == by_title(store)["B"].column
    assert by_title(store)["C"].column == columns(store)["todo"]


def test_what_is_not_sound_is_left_out_and_told_and_the_rest_comes_in(store: Store):
    data = (
        b"Task,Due,Time,Effort (h),Priority,Repeat\n"
        b"Good,2027-03-31,14:00,2.5,High,FREQ=WEEKLY\n"
        b",2027-03-31,,,,\n"
        b"Odd,2027-02-31,25:00,minus one,whatever,FREQ=SECONDLY\n"
        b"Late,9999-12-31,,1e999,,\n"
    )
    incoming = read_tasks(data, "t.csv", BOTH)

    assert [(it.line, it.why.id) for it in incoming.refused] == [(3, "tasks.in.untitled")]
    assert {it.id: dict(it.values)["n"] for it in incoming.warnings} == {
        "tasks.in.date": 2, "tasks.in.time": 1, "tasks.in.number": 2, "tasks.in.priority": 1, "tasks.in.rule": 1,
    }  # fmt: skip
    apply_tasks(store, incoming, BOTH, "t.csv")
    assert set(by_title(store)) == {"Good", "Odd", "Late"}
    assert by_title(store)["Good"].due_at == time(14)


def test_a_table_without_titles_is_refused_and_says_what_it_has(store: Store):
    with pytest.raises(ImportRejected) as error:
        read_tasks(b"Colour,Size\nred,1\n", "t.csv", BOTH)
    assert error.value.why == say("tasks.in.no_title", head="Colour, Size")
    assert store.of(Task).count() == 0


def test_very_long_texts_are_shortened():
    incoming = read_tasks(b"Task,Notes\n" + b"x" * 900 + b"," + b"y" * 30_000 + b"\n", "t.csv", BOTH)
    assert (len(incoming.tasks[0].title), len(incoming.tasks[0].notes)) == (500, 20_000)
    assert dict(incoming.warnings[0].values)["n"] == 2


# --- ClickUp ---


def test_tasks_of_clickup_come_in_with_their_fields(store: Store):
    bring_clickup(
        store,
        {
            "Task ID": "86c1", "Task Name": "Plan the AMA", "Task Content": "Questions first", "Status": "in progress",
            "Task Link": "https://app.example/t/86c1", "Due Date": millis(2027, 3, 12, 2), "Priority": "1",
            "Start Date": millis(2027, 3, 10, 12, 30), "Assignees": "[Mila D., Rado T.]", "Tags": "[ama,q1]",
            "List Name": "Community", "Time Estimated": "5400000", "Comments": "[]", "Space Name": "Marketing",
            "Checklists": json.dumps({"Before": ["Guest", "Announce"]}),
        },
        {"Task ID": "86c2", "Task Name": "Guest", "Parent ID": "86c1", "Status": "Closed", "Priority": "null"},
    )  # fmt: skip

    plan, guest = by_title(store)["Plan the AMA"], by_title(store)["Guest"]
    assert (plan.due, plan.due_at, plan.start) == (date(2027, 3, 12), None, date(2027, 3, 10))  # 4:00 is a whole day
    assert (plan.priority, plan.owner, plan.effort) == (Priority.HIGH, "mila", 1.5)
    assert (plan.tags, plan.source) == (("ama", "q1", "Community"), "clickup:86c1")
    assert plan.notes == "Questions first\n\nhttps://app.example/t/86c1\n\nRado T."
    assert json.loads(plan.foreign) == {"Space Name": "Marketing"}
    assert (guest.parent, guest.column, guest.finished > 0) == (plan.id, columns(store)["done"], True)
    assert [step.text for step in Tasks.read(store).steps[plan.id]] == ["Guest", "Announce"]
    assert store.undo() == say("tasks.step.import", file="clickup.csv")
    assert store.of(Task).count() == 0


def test_a_later_export_updates_and_a_partial_one_deletes_nothing(store: Store):
    one = {"Task ID": "1", "Task Name": "One", "Status": "Open"}
    two = {"Task ID": "2", "Task Name": "Two", "Status": "Open"}
    bring_clickup(store, one, two)
    ids = {task.title: task.id for task in by_title(store).values()}
    again = read_clickup(clickup(one, {"Task ID": "3", "Task Name": "Three"}))
    plan = compare_tasks(store, again, BOTH)
    assert (len(plan.added), plan.changed, plan.same) == (1, (), 1)
    brought = bring_clickup(store, one | {"Task Name": "One, renamed", "Status": "Complete"})

    assert (brought.added, brought.changed) == ((), (ids["One"],))
    assert (get(store, ids["One"]).title, get(store, ids["One"]).finished > 0) == ("One, renamed", True)
    assert get(store, ids["Two"]).title == "Two"
    assert bring_clickup(store, two).same == 1


def test_times_of_clickup_are_those_of_the_playbook(store: Store):
    bring_clickup(store, {"Task ID": "1", "Task Name": "Call", "Due Date": millis(2027, 3, 12, 12)})
    assert (by_title(store)["Call"].due, by_title(store)["Call"].due_at) == (date(2027, 3, 12), time(14))


@pytest.mark.parametrize("due", ["9" * 30, "-99999999999999", "soon", "1e5"])
def test_a_date_of_clickup_that_is_none_is_told(due: str):
    incoming = read_clickup(clickup({"Task ID": "1", "Task Name": "Call", "Due Date": due}))
    assert incoming.tasks[0].due is None
    assert [it.id for it in incoming.warnings] == ["tasks.in.date"]


def test_rows_without_a_title_or_with_an_id_that_was_there_are_left_out():
    incoming = read_clickup(
        clickup({"Task ID": "1", "Task Name": "A"}, {"Task ID": "1", "Task Name": "B"}, {"Task ID": "2"}), "c.csv"
    )
    assert [task.title for task in incoming.tasks] == ["A"]
    assert [it.why.id for it in incoming.refused] == ["tasks.in.twice", "tasks.in.untitled"]


def test_several_people_and_comments_are_told():
    row = {"Task ID": "1", "Task Name": "A", "Assignees": "[Mila D., Rado T.]", "Comments": '[{"text":"hi"}]'}
    assert {it.id for it in read_clickup(clickup(row)).warnings} == {"tasks.in.people", "tasks.in.comments"}


def test_another_table_is_not_clickup():
    assert not is_clickup(read_table(b"Task,Due\nA,\n", "c.csv").head)


def test_a_parent_that_is_the_task_itself_is_none(store: Store):
    bring_clickup(store, {"Task ID": "1", "Task Name": "A", "Parent ID": "1"})
    assert by_title(store)["A"].parent == ""
