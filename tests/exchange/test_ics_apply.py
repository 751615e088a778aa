"""An import in the real store: one step of undo, large or small, and nothing when it is stopped."""

from datetime import UTC, datetime
from itertools import count
from pathlib import Path

import pytest

from app.calendar.event import ChecklistStep, Event, Override
from app.calendar.kind import Kind
from app.calendar.plan import Plan
from app.exchange.ics import apply
from app.exchange.ics.apply import apply_import, apply_in_steps
from app.exchange.ics.merge import compare
from app.exchange.ics.reading import read_calendar
from app.message import say
from storage.store import SqlStore
from tests.exchange.making import a_file, a_plan, a_series, an_event, an_override, cancelled, full

KINDS = (Event, Override, ChecklistStep, Kind)
NOW = datetime(2027, 2, 1, 12, tzinfo=UTC)


@pytest.fixture
def store(tmp_path: Path) -> SqlStore:
    numbers = count()
    opened = SqlStore(tmp_path / "p.sedyanka", now=lambda: NOW, new_id=lambda: f"n{next(numbers)}")
    yield opened
    opened.close()


def bring(store: SqlStore, data: bytes) -> None:
    apply_import(store, compare(read_calendar(data), Plan.read(store), store.new_id))


def rows(store: SqlStore) -> list[object]:
    return [sorted(store.of(kind).all(), key=lambda thing: thing.id) for kind in KINDS]


def a_playbook() -> bytes:
    return full(
        a_plan(
            a_series(personas=("p1",)),
            an_override("2027-03-11T18:00", title="Guests"),
            cancelled("2027-03-18T18:00"),
            ChecklistStep("c1", "e1", 0, "Invite"),
        )
    )


@pytest.mark.parametrize("staged_from", [1, 500])
def test_an_import_is_one_step_that_undo_takes_back(store, monkeypatch, staged_from):
    monkeypatch.setattr(apply, "STAGED_FROM", staged_from)
    before = rows(store)

    bring(store, a_playbook())
    after = rows(store)

    assert [len(things) for things in after] == [1, 2, 1, 1]
    assert store.undo() == say("exchange.step.import", n=1)
    assert rows(store) == before
    store.redo()
    assert rows(store) == after


@pytest.mark.parametrize("staged_from", [1, 500])
def test_the_same_file_again_writes_nothing(store, monkeypatch, staged_from):
    monkeypatch.setattr(apply, "STAGED_FROM", staged_from)
    bring(store, a_playbook())
    step = store.next_undo()

    bring(store, a_playbook())

    assert store.next_undo() == step
    assert compare(read_calendar(a_playbook()), Plan.read(store), store.new_id).save == ()


@pytest.mark.parametrize("staged_from", [1, 500])
def test_an_update_replaces_and_deletes_in_the_same_step(store, monkeypatch, staged_from):
    monkeypatch.setattr(apply, "STAGED_FROM", staged_from)
    bring(store, a_playbook())
    before = rows(store)

    bring(store, full(a_plan(a_series(title="Renamed", revision=4, personas=("p1",)))))

    assert [event.title for event in store.of(Event).all()] == ["Renamed"]
    assert rows(store)[1:3] == [[], []]
    store.undo()
    assert rows(store) == before


def test_a_large_import_that_is_stopped_leaves_nothing(store):
    data = a_file(*[f"UID:{number}\nDTSTART:20270304T180000\nSUMMARY:x" for number in range(600)])
    steps = apply_in_steps(store, compare(read_calendar(data), Plan.read(store), store.new_id))

    assert 0 < next(steps) < 1
    steps.close()

    assert rows(store) == [[], [], [], []]
    bring(store, data)
    assert store.of(Event).count() == 600
    store.undo()
    assert rows(store) == [[], [], [], []]


def test_an_event_that_tells_no_change_is_stamped_with_its_import(store):
    bring(
        store,
        a_file("UID:a\nDTSTART:20270304T180000", "UID:b\nDTSTART:20270304T180000\nLAST-MODIFIED:20270101T000000Z"),
    )

    assert {event.uid: event.changed for event in store.of(Event).all()} == {
        "a": int(NOW.timestamp() * 1_000_000),
        "b": 1_798_761_600_000_000,
    }


def test_what_came_in_goes_out_as_it_was(store):
    bring(store, full(a_plan(an_event(notes="x"))))

    assert (
        full(Plan.read(store)).partition(b"BEGIN:VEVENT")[2]
        == full(a_plan(an_event(notes="x"))).partition(b"BEGIN:VEVENT")[2]
    )
