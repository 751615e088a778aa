"""What can still be read of a damaged playbook becomes a new one, and it is said what could not."""

import os
import sqlite3
from contextlib import closing

import pytest

from app.calendar.event import ChecklistStep, Event
from app.errors import KnownError
from app.message import say
from app.playbook.playbook import PLAYBOOK_ID, Playbook
from tests.storage.making import a_step, an_event, save
from tests.storage.test_damage import damaged  # noqa: F401  (a playbook with a page of rubbish)


@pytest.fixture
def new(tmp_path):
    return tmp_path / "rescued.sedyanka"


def sql(path, *statements):
    with closing(sqlite3.connect(path, isolation_level=None)) as raw:
        for statement in statements:
            raw.execute(statement)


def test_every_row_that_can_be_read_comes_into_a_new_playbook(playbooks, damaged, new):  # noqa: F811
    before = damaged.read_bytes()
    readable = dict(playbooks.damage(damaged).readable)["event"]

    salvaged = playbooks.salvage(damaged, new)

    assert dict(salvaged.counts)["event"] == readable
    assert say("storage.salvage.part", kind=say("storage.kind.event")) in salvaged.lost  # how many, nothing knows
    assert damaged.read_bytes() == before
    assert playbooks.verify(new) == [say("storage.found.dangling", table=say("storage.kind.event"),
                                         to=say("storage.kind.kind"), n=readable)]  # fmt: skip
    store = playbooks.open(new)
    assert store.of(Playbook).get(PLAYBOOK_ID).name == "kestrel"  # its settings were never there
    assert store.next_undo() is None
    assert store.search("ama", 2000) != []
    save(store, an_event(title="goes on"))
    store.close()


def test_what_nobody_would_have_written_and_what_belongs_to_it_is_left_out(playbooks, store, path, new):
    save(store, Playbook(PLAYBOOK_ID, "Kestrel Circle"), an_event(kind=""), a_step())
    save(store, an_event(id="e2", title="Broken", kind=""), a_step(id="c2", event="e2", text="Lost"))
    store.close()
    sql(path, "UPDATE event SET rrule = 'garbage' WHERE id = 'e2'")

    assert playbooks.damage(path).strange == (say("storage.found.strange", table=say("storage.kind.event")),)
    salvaged = playbooks.salvage(path, new)

    assert [message.id for message in salvaged.lost] == ["storage.salvage.lost", "storage.salvage.title"] * 2
    assert playbooks.verify(new) == []
    rescued = playbooks.open(new, read_only=True)
    assert [event.id for event in rescued.of(Event).all()] == ["e1"]
    assert [step.id for step in rescued.of(ChecklistStep).all()] == ["c1"]


def test_triggers_of_somebody_else_do_not_come_along(playbooks, store, path, new):
    save(store, an_event())
    store.close()
    sql(path, "CREATE TRIGGER evil AFTER UPDATE ON event BEGIN DELETE FROM event; END", "DROP TABLE link")

    salvaged = playbooks.salvage(path, new)

    assert salvaged.lost == (say("storage.salvage.part", kind=say("storage.kind.link")),)
    assert playbooks.open(new).close() is None


@pytest.mark.parametrize("content", [b"", b"words " * 2000, os.urandom(9000)], ids=["empty", "words", "random"])
def test_of_nothing_no_playbook_is_made(playbooks, path, new, content):
    path.write_bytes(content)

    with pytest.raises(KnownError):
        playbooks.salvage(path, new)
    assert sorted(file.name for file in new.parent.iterdir() if file.is_file()) == [path.name]


def test_nothing_is_replaced(playbooks, store, path):
    save(store, an_event())

    with pytest.raises(KnownError) as refused:
        playbooks.salvage(path, path)
    assert refused.value.what == say("storage.exists", file=path.name)
