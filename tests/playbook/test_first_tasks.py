"""New playbooks begin with tasks of their own; what prepares an event has no hours beside those of the event."""

from __future__ import annotations

from datetime import date

import pytest

from app.calendar.event import Event
from app.playbook.becoming import origins_of
from app.tasks.snapshot import Tasks
from app.tasks.task import Priority
from resources.templates import COMMUNITIES
from tests.playbook.beginning import a_template, begun


def titles(tasks: Tasks, key: str) -> list[str]:
    column = next(column for column in tasks.columns.values() if column.key == key)
    return [task.title for task in tasks.in_column(column.id)]


@pytest.mark.parametrize("language", ["en", "bg"])
@pytest.mark.parametrize("community", [*COMMUNITIES, "sample"])
def test_every_playbook_begins_with_tasks_in_its_language(tmp_path, community: str, language: str):
    store = begun(tmp_path / "a.sedyanka", community, language)
    tasks = Tasks.read(store)

    assert [column.key for column in tasks.columns.values()] == ["todo", "doing", "waiting", "done"]
    assert len(tasks.all) >= 4
    cyrillic = [any("а" <= letter <= "я" for letter in task.title) for task in tasks.all.values()]
    assert all(cyrillic) if language == "bg" else not any(cyrillic)
    prepares = {task.id: bool(origins_of(store, "task", task.id)) for task in tasks.all.values()}
    assert any(task.effort and task.due and not task.finished for task in tasks.all.values())
    own = [task for task in tasks.all.values() if not task.source]  # the hours of messages are those of their events
    assert all(bool(task.effort) != prepares[task.id] for task in own)
    assert store.next_undo() is None
    store.close()


def test_the_sample_has_tasks_in_every_column_that_lead_to_their_events(tmp_path):
    store = begun(tmp_path / "a.sedyanka", "sample")
    tasks = Tasks.read(store)

    assert titles(tasks, "doing") == ["Reply to Ivan about the CSV import", "Prepare 5 seed questions for the AMA"]
    assert len(titles(tasks, "done")) == 6  # three of a run of a procedure
    ama = next(task for task in tasks.all.values() if task.title.startswith("Prepare 5"))
    (link,) = origins_of(store, "task", ama.id)
    event = store.of(Event).get(link.from_id)
    assert event.day
    assert event.day >= date(2027, 3, 10)
    assert tasks.progress(ama.id) == (3, 6)
    assert sum(task.priority == Priority.HIGH for task in tasks.all.values()) == 3  # one follows up an incident
    store.close()


def test_an_empty_playbook_begins_without_tasks(tmp_path):
    store = begun(tmp_path / "a.sedyanka")
    assert Tasks.read(store).all == {}
    assert a_template().tasks == ()
    store.close()
