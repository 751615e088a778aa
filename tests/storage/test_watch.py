"""What other programs do to an open playbook is noticed before the next change, and what is open can be kept."""

import os
import shutil
import sys

import pytest

from app.calendar.event import Event
from app.errors import BugError, KnownError
from app.message import say
from app.playbook.files import Displaced
from tests.storage.making import MONDAY, TUESDAY, an_event, everything, save

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there an open file can be neither moved nor deleted")


@pytest.fixture
def other(playbooks, tmp_path):
    """Another playbook, closed."""
    file = tmp_path / "other.sedyanka"
    made = playbooks.create(file)
    save(made, *(an_event(id=f"o{number}", title="Other", notes="x" * 900) for number in range(90)))
    made.close()
    return file


def refused(store) -> KnownError:
    with pytest.raises(Displaced) as error:
        save(store, an_event(day=TUESDAY))
    assert error.value.remedy is not None
    return error.value


def test_a_file_that_another_program_wrote_into_gets_no_further_change(playbooks, store, path, other):
    save(store, an_event())
    shutil.copyfile(other, path)  # the same file for the system, another content

    assert refused(store).what == say("storage.overwritten", file=path.name)

    store.close()
    assert path.read_bytes() == other.read_bytes()
    assert everything(path) == everything(other)
    assert playbooks.open(path).close() is None


def test_what_cannot_be_trusted_after_that_is_not_called_a_copy(store, path, other, tmp_path):
    save(store, an_event())
    path.write_bytes(os.urandom(path.stat().st_size))

    with pytest.raises(KnownError):
        store.copy_to(tmp_path / "copy.sedyanka")
    assert not (tmp_path / "copy.sedyanka").exists()


@pytest.mark.parametrize("end", ["-wal", "-shm"])
@pytest.mark.parametrize("fate", ["deleted", "replaced"])
def test_a_part_of_an_open_playbook_that_is_gone_is_noticed_before_the_next_change(playbooks, store, path, end, fate):
    save(store, an_event())
    part = path.with_name(path.name + end)
    if fate == "replaced":
        shutil.copyfile(part, part.with_name("copy"))
        part.with_name("copy").replace(part)
    else:
        part.unlink()

    assert refused(store).what == say("storage.parted", file=part.name)

    kept = path.with_name("kept.sedyanka")
    store.copy_to(kept)
    assert [event.day for event in playbooks.open(kept, read_only=True).of(Event).all()] == [MONDAY]


def test_a_copy_takes_no_name_that_is_taken_nor_one_that_has_a_log(store, path, other):
    save(store, an_event())
    path.unlink()  # its log is still there and would become a part of a new file of this name

    for taken in (other, path):
        with pytest.raises(KnownError) as error:
            store.copy_to(taken)
        assert error.value.what == say("storage.exists", file=taken.name)


def test_nothing_is_copied_in_the_middle_of_a_change(store, tmp_path):
    with pytest.raises(BugError), store.change(say("step.add")):
        store.copy_to(tmp_path / "copy.sedyanka")


def test_many_changes_and_readers_are_no_trouble(playbooks, store, path):
    for number in range(60):
        save(store, an_event(id=f"e{number}", notes=os.urandom(60_000).hex()))  # SQLite brings its log in now and then
        if number % 20 == 0:
            playbooks.verify(path)
            playbooks.back_up(path, "manual")
            playbooks.open(path, read_only=True).close()

    assert store.of(Event).count() == 60
