"""Small records and the settings of the file: each change is a step with a name."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from app.calendar.filter import SavedFilter
from app.calendar.kind import Channel, Kind
from app.calendar.program import Program
from app.errors import Gone
from app.funnel.stage import Stage
from app.message import say
from app.personas.persona import Persona
from app.playbook import settings
from app.playbook.link import Link
from app.playbook.playbook import PLAYBOOK_ID, Person, Playbook, WeekCapacity
from app.playbook.records import delete_record, move_record, save_record
from app.purpose.kpi import Kpi
from app.tactics.tactic import Tactic
from resources.texts import find
from storage.playbooks import SqlPlaybooks

RECORDS = [
    Kind("", "AMA"), Channel("", "Forum"), Program("", "Spring"), Stage("", "Activation"), Persona("", "New owners"),
    Person("", "Mila D."), Kpi("", "Intros"), Tactic("", "Short AMA", "ama"), SavedFilter("", "Live"),
    Link("", "program", "p", "kpi", "k", "serves"),
]  # fmt: skip


@pytest.fixture
def store(tmp_path: Path):
    store = SqlPlaybooks(tmp_path / "data").create(tmp_path / "kestrel.sedyanka")
    with store.change(say("step.settings.name", name="Kestrel Circle")):
        store.of(Playbook).save([Playbook(PLAYBOOK_ID, "Kestrel Circle")])
    yield store
    store.close()


def name_of_step(store) -> tuple[str, str]:
    step = store.next_undo()
    return tuple(find(language, step.id, dict(step.values)) for language in ("en", "bg"))


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: type(record).__name__)
def test_every_record_is_added_and_deleted_by_a_named_step(store, record):
    record_id = save_record(store, record)
    saved = name_of_step(store)
    assert store.of(type(record)).count() == 1

    delete_record(store, type(record), record_id)
    assert store.of(type(record)).count() == 0
    store.undo()
    assert store.of(type(record)).get(record_id).id == record_id
    assert saved[0] != saved[1]
    assert "{" not in "".join(saved)


def test_a_new_record_goes_to_the_end_and_moves_where_it_is_put(store):
    ids = [save_record(store, Channel("", name)) for name in ("Forum", "Mail", "Chat")]
    move_record(store, Channel, ids[2], 0)

    order = sorted(store.of(Channel).all(), key=lambda it: it.position)
    assert [it.name for it in order] == ["Chat", "Forum", "Mail"]
    assert store.undo() == say("step.order.channel", title="Chat")


def test_typing_a_name_is_one_step(store):
    record_id = save_record(store, Person("", "M"))
    for name in ("Mi", "Mil", "Mila"):
        save_record(store, Person(record_id, name))

    store.undo()
    assert store.of(Person).get(record_id).name == "M"


def test_a_record_that_is_gone_says_so(store):
    with pytest.raises(Gone):
        delete_record(store, Persona, "nobody")
    save_record(store, Link("l", "a", "b", "c", "d", "e"))
    with pytest.raises(TypeError):
        move_record(store, Link, "l", 0)


def test_every_setting_of_the_file_is_a_step_that_undo_takes_back(store):
    before = store.of(Playbook).get(PLAYBOOK_ID)
    changes = [
        lambda: settings.rename(store, "Osprey Circle"),
        lambda: settings.set_lead(store, "Mila D."),
        lambda: settings.set_language(store, "bg"),
        lambda: settings.set_start(store, date(2027, 3, 1)),
        lambda: settings.set_first_weekday(store, 6),
        lambda: settings.set_zone(store, "Europe/Sofia"),
        lambda: settings.set_capacity(store, 10),
        lambda: settings.set_holidays(store, ["bg", "DE", "BG"]),
        lambda: settings.set_quiet_days(store, [6, 5, 6]),
        lambda: settings.set_working_hours(store, 19, 8),
    ]
    names = []
    for change in changes:
        change()
        names.append(name_of_step(store))

    now = store.of(Playbook).get(PLAYBOOK_ID)
    assert (now.name, now.capacity, now.holidays, now.quiet_days) == ("Osprey Circle", 10.0, ("BG", "DE"), (5, 6))
    assert (now.work_from, now.work_to) == (8, 19)
    assert len(set(names)) == len(changes)
    for _ in changes:
        store.undo()
    assert store.of(Playbook).get(PLAYBOOK_ID) == before


def test_a_setting_that_stays_as_it_was_is_no_step(store):
    step = store.next_undo()
    settings.set_capacity(store, 8)

    assert store.next_undo() == step


def test_one_week_has_one_capacity_whatever_day_it_is_named_by(store):
    settings.set_week_capacity(store, date(2027, 3, 8), 2)
    settings.set_week_capacity(store, date(2027, 3, 7), 3)

    assert [(it.week, it.hours) for it in store.of(WeekCapacity).all()] == [(date(2027, 3, 7), 3.0)]
