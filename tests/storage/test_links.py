"""A playbook with several names is never open under two of them, and what is written under one stays there."""

import os
import subprocess
import sys

import pytest

from app.calendar.event import Event
from app.errors import KnownError
from app.message import say
from tests.house.source import ROOT
from tests.storage.making import an_event, everything, save

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there nobody can tell who has a file open")
OPEN = """
import sys
from pathlib import Path
from app.calendar.event import Event
from app.errors import KnownError
from storage.playbooks import SqlPlaybooks
path, read_only = Path(sys.argv[1]), sys.argv[2] == "True"
try:
    SqlPlaybooks(path.parent / "data").open(path, read_only=read_only).close()
except KnownError as error:
    print(error.what.id)
"""


def elsewhere(path, *, read_only: bool) -> str:
    """What a further process hears that opens a file."""
    command = [sys.executable, "-c", OPEN, str(path), str(read_only)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout.strip()


@pytest.fixture
def link(store, path, tmp_path):
    """A second name of an open playbook, in another folder."""
    save(store, an_event())
    (tmp_path / "links").mkdir()
    os.link(path, tmp_path / "links" / "second.sedyanka")
    return tmp_path / "links" / "second.sedyanka"


@pytest.mark.parametrize("read_only", [False, True])
def test_another_name_of_an_open_playbook_is_in_use(playbooks, store, path, link, read_only):
    assert elsewhere(link, read_only=read_only) == "storage.in_use.linked"

    save(store, an_event(id="e2"))
    store.close()
    assert {event.id for event in playbooks.open(path, read_only=True).of(Event).all()} == {"e1", "e2"}


def test_asking_who_uses_a_file_takes_nothing_from_it(playbooks, store, path, link):
    elsewhere(link, read_only=False)
    save(store, an_event(id="e2"))

    assert elsewhere(link, read_only=False) == "storage.in_use.linked"


def test_a_name_that_is_opened_parts_from_the_others(playbooks, store, path, link):
    store.close()
    before = everything(link)

    parted = playbooks.open(path)
    save(parted, an_event(id="e2"))
    parted.close()

    assert not path.samefile(link)
    assert everything(link) == before
    assert playbooks.open(path, read_only=True).of(Event).count() == 2
    assert list(path.parent.glob(".*")) == []


def test_what_waits_in_the_log_of_a_name_stays_with_it(playbooks, store, path, link, tmp_path):
    killed = tmp_path / "killed" / path.name
    killed.parent.mkdir()
    for end in ("", "-wal"):
        killed.with_name(path.name + end).write_bytes(path.with_name(path.name + end).read_bytes())
    os.link(killed, tmp_path / "other name.sedyanka")

    again = playbooks.open(killed)

    assert again.of(Event).count() == 1
    again.close()


def test_what_a_killed_program_left_of_a_name_goes(playbooks, store, path):
    save(store, an_event())
    store.close()
    os.link(path, path.with_name(f".{path.name}.new"))

    playbooks.open(path).close()

    assert list(path.parent.glob(".*")) == []


def test_a_stray_journal_is_never_written_into_a_playbook(playbooks, store, path):
    save(store, an_event())
    store.close()
    before = path.read_bytes()
    stray = path.with_name(path.name + "-journal")
    stray.write_bytes(bytes.fromhex("d9d505f920a163d7") + b"\0" * 600)

    for read_only in (False, True):
        with pytest.raises(KnownError) as refused:
            playbooks.open(path, read_only=read_only)
        assert refused.value.what == say("storage.stray", stray=stray.name, file=path.name)
    assert path.read_bytes() == before
    assert stray.exists()
