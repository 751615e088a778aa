import os

import pytest

from app.calendar.event import ChecklistStep, Event
from app.calendar.kind import Kind
from app.message import say
from app.playbook.files import CannotOpen
from app.playbook.link import Link
from app.playbook.playbook import PLAYBOOK_ID, Playbook
from tests.storage.making import a_step, an_event, save


@pytest.fixture
def sound(store):
    """A playbook in which nothing is wrong."""
    save(store, Playbook(PLAYBOOK_ID, "Kestrel Circle"), Kind("ama", "AMA"), an_event(), a_step())
    return store


def test_a_sound_playbook_has_no_problems(playbooks, sound, path):
    assert playbooks.verify(path) == []

    sound.close()

    assert playbooks.verify(path) == []


def test_what_leads_nowhere_is_found(playbooks, sound, path):
    save(sound, an_event(owner="gone", personas=("gone", "too")), Link("l", "program", "p", "weather", "w", "serves"))

    found = playbooks.verify(path)

    assert found == [
        say("storage.found.dangling", table=say("storage.kind.event"), to=say("storage.kind.person"), n=1),
        say("storage.found.dangling", table=say("storage.kind.event"), to=say("storage.kind.persona"), n=2),
        say("storage.found.dangling", table=say("storage.kind.link"), to=say("storage.kind.program"), n=1),
        say("storage.found.dangling", table=say("storage.kind.link"), to="weather", n=1),
    ]


def test_what_belongs_to_nothing_is_found(playbooks, sound, path):
    sound._raw.execute("PRAGMA foreign_keys = OFF")
    with sound.change(say("step.break")):
        sound.of(ChecklistStep).save([a_step(id="c9", event="gone")])

    assert playbooks.verify(path) == [say("storage.found.orphans", table=say("storage.kind.checklist_step"), n=1)]


@pytest.mark.parametrize("names", [[], [PLAYBOOK_ID, "second"], ["other"]])
def test_there_is_one_record_of_settings(playbooks, sound, path, names):
    with sound.change(say("step.break")):
        sound.of(Playbook).delete([PLAYBOOK_ID])
        sound.of(Playbook).save(Playbook(name, "Kestrel Circle") for name in names)

    assert playbooks.verify(path) == [say("storage.found.settings", n=len(names))]


def test_strange_values_are_found(playbooks, sound, path):
    sound._raw.execute("UPDATE event SET status = 'dreaming'")

    assert playbooks.verify(path) == [say("storage.found.strange", table=say("storage.kind.event"))]


def test_an_index_that_does_not_fit_is_found(playbooks, sound, path):
    sound._raw.execute("UPDATE event SET title = 'unknown to search'")

    assert playbooks.verify(path) == [say("storage.found.search")]


def test_damage_is_found_and_named(playbooks, sound, path):
    with sound.change(say("step.add")):
        sound.of(Event).save(an_event(id=f"e{i:04}", notes="x" * 900) for i in range(500))
    sound.close()
    with path.open("r+b") as file:
        file.seek(path.read_bytes().index(b"e0250") // 4096 * 4096)
        file.write(os.urandom(4096))

    found = playbooks.verify(path)

    assert 1 <= len(found) <= 5
    assert {message.id for message in found} == {"storage.found.damage"}


def test_what_is_no_playbook_is_refused(playbooks, path):
    path.write_text("BEGIN:VCALENDAR")

    with pytest.raises(CannotOpen):
        playbooks.verify(path)
