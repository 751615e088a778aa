"""What was thought of becomes a task, an event, a program or a KPI, and stays linked to it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from app.calendar.event import ChecklistStep, Event, Status
from app.calendar.kind import Kind
from app.calendar.program import Program
from app.message import say
from app.playbook.becoming import make_event, make_kpi, make_program, make_task, origins_of, results_of
from app.playbook.playbook import PLAYBOOK_ID, Playbook
from app.playbook.records import save_record
from app.purpose.kpi import Kpi
from app.store import Store
from app.tactics.tactic import Tactic
from app.tasks.task import Column, Priority, Task
from storage.playbooks import SqlPlaybooks

NOTES = [("note", "n1"), ("note", "n2")]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = SqlPlaybooks(tmp_path / "data").create(tmp_path / "kestrel.sedyanka")
    with store.change(say("step.add", title="Kestrel Circle")):
        store.of(Playbook).save([Playbook(PLAYBOOK_ID, "Kestrel Circle", zone="Europe/Sofia")])
        store.of(Kind).save([Kind("k1", "Prompt", key="prompt"), Kind("k2", "Other", position=1, key="other")])
    yield store
    store.close()


def test_two_notes_become_one_task_in_one_step(store: Store):
    task_id = make_task(store, NOTES, "Invite testers", priority=Priority.HIGH, due=date(2027, 3, 12))

    task = store.of(Task).get(task_id)
    assert (task.title, task.priority, task.due) == ("Invite testers", Priority.HIGH, date(2027, 3, 12))
    assert store.of(Column).get(task.column).key == "todo"
    assert [(link.from_id, link.to_kind, link.to_id) for link in origins_of(store, "task", task_id)] == [
        ("n1", "task", task_id),
        ("n2", "task", task_id),
    ]
    assert [link.to_id for link in results_of(store, "note", "n1")] == [task_id]
    assert store.undo() == say("playbook.step.become.task", title="Invite testers")
    assert (store.of(Task).count(), store.of(Column).count()) == (0, 0)
    assert results_of(store, "note", "n1") == []


def test_a_link_outlives_the_task(store: Store):
    task_id = make_task(store, NOTES[:1], "Invite testers")
    with store.change(say("step.delete", title="Invite testers")):
        store.of(Task).delete([task_id])

    assert [link.to_id for link in results_of(store, "note", "n1")] == [task_id]


def test_an_event_without_a_kind_is_other_and_waits_without_a_day(store: Store):
    waiting = store.of(Event).get(make_event(store, NOTES, "Pilot"))
    planned = store.of(Event).get(make_event(store, [("branch", "b")], "Pilot", date(2027, 3, 12), kind="k1", prep=1.5))

    assert (waiting.kind, waiting.status, waiting.day) == ("k2", Status.IDEA, None)
    assert (planned.kind, planned.status, planned.prep) == ("k1", Status.PLANNED, 1.5)
    assert [link.from_kind for link in origins_of(store, "event", planned.id)] == ["branch"]


def test_an_event_by_a_tactic_has_its_checklist_and_ones_own_title(store: Store):
    tactic = save_record(store, Tactic("", "AMA", "k1", steps=("Ask a guest", "Announce")))
    event = make_event(store, NOTES, "AMA with founders", date(2027, 3, 12), tactic=tactic, stage="s")

    made = store.of(Event).get(event)
    assert (made.title, made.tactic, made.stage) == ("AMA with founders", tactic, "s")
    assert [step.text for step in store.of(ChecklistStep).where(event=event)] == ["Ask a guest", "Announce"]
    assert store.undo() == say("playbook.step.become.event", title="AMA with founders")
    assert store.of(ChecklistStep).count() == 0


def test_a_program_and_a_kpi_are_made_and_linked(store: Store):
    program = make_program(store, NOTES, "Beta testers", goal="12 names")
    kpi = make_kpi(store, NOTES[1:], "Active in week 2", target=0.4)

    assert store.of(Program).get(program).goal == "12 names"
    assert store.of(Kpi).get(kpi).target == 0.4
    assert [link.to_kind for link in results_of(store, "note", "n2")] == ["program", "kpi"]
    assert store.undo() == say("playbook.step.become.kpi", title="Active in week 2")
