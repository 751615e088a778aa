import os

import pytest

from app.calendar.event import Event
from app.message import say
from tests.storage.making import an_event, save


@pytest.fixture
def damaged(playbooks, store, path):
    """A playbook with a page of rubbish somewhere among its events, and a copy of it made before."""
    with store.change(say("step.add")):
        store.of(Event).save(an_event(id=f"e{i:04}", notes=f"{i} " * 200) for i in range(1500))
    playbooks.back_up(path, "automatic")
    save(store, an_event(title="since"), step="step.rename")
    store.close()
    content = path.read_bytes()
    with path.open("r+b") as file:
        for place in range(4096, len(content), 4096):
            if b"e0700" in content[place : place + 4096]:
                file.seek(place)
                file.write(os.urandom(4096))
    return path


def test_a_report_says_what_can_still_be_read_and_changes_nothing(playbooks, damaged):
    before = damaged.read_bytes()

    report = playbooks.damage(damaged)

    assert report.file == damaged
    assert report.found != ""
    readable = dict(report.readable)
    assert 1300 < readable["event"] < 1500
    assert readable["persona"] == 0
    assert damaged.read_bytes() == before
    assert [file.name for file in damaged.parent.iterdir() if file.is_file()] == [damaged.name]


def test_a_report_names_the_copies_and_what_was_done_since(playbooks, damaged):
    (copy,) = playbooks.damage(damaged).backups

    assert copy.counts[0] == ("event", 1500)
    assert copy.steps_lost == 1
    assert [message.id for _, message in copy.lost] == ["step.rename"]


@pytest.mark.parametrize("content", [b"", b"\0" * 5000, b"words " * 900])
def test_of_a_file_that_is_nothing_a_report_says_so(playbooks, path, content):
    path.write_bytes(content)

    report = playbooks.damage(path)

    assert report.found != ""
    assert sum(rows for _, rows in report.readable) == 0
    assert path.read_bytes() == content


def test_of_a_file_that_is_gone_a_report_says_what_copies_there_are(playbooks, store, path):
    playbooks.back_up(path, "manual")
    store.close()
    path.unlink()

    report = playbooks.damage(path)

    assert report.readable == ()
    assert len(report.backups) == 1
    assert not path.exists()


def test_a_report_of_an_open_playbook_does_not_disturb_it(playbooks, store, path):
    save(store, an_event())

    report = playbooks.damage(path)

    assert (report.found, dict(report.readable)["event"]) == ("", 1)
    save(store, an_event(title="goes on"))
