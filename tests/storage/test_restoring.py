import os
import shutil
import sqlite3
from contextlib import closing

import pytest

from app.calendar.event import Event
from app.errors import KnownError
from app.message import say
from app.playbook.files import BackupState, CannotOpen, Damaged
from tests.storage.making import TUESDAY, an_event, everything, save


@pytest.fixture
def copied(playbooks, store, path):
    """A copy of a playbook that was changed since and is closed."""
    save(store, an_event())
    copy = playbooks.back_up(path, "automatic")
    save(store, an_event(day=TUESDAY), an_event(id="e2"))
    store.close()
    return copy.file


def spoil(path):
    with path.open("r+b") as file:
        file.seek(4096)
        file.write(os.urandom(path.stat().st_size - 4096))


def test_a_copy_takes_the_place_of_a_playbook_that_is_kept_under_another_name(playbooks, copied, path):
    before = everything(path)

    kept = playbooks.restore(path, copied)

    assert kept.parent == path.parent
    assert kept.name.startswith("kestrel (replaced 2027-03-10 ")
    assert kept.suffix == ".sedyanka"
    assert everything(kept) == before
    store = playbooks.open(path)
    assert list(store.of(Event).all()) == [an_event()]
    assert store.undo() == say("step.add")
    store.close()
    playbooks.open(kept).close()


def test_a_damaged_playbook_is_kept_as_it_is(playbooks, copied, path):
    spoil(path)
    damaged = path.read_bytes()
    with pytest.raises(Damaged):
        playbooks.open(path)

    kept = playbooks.restore(path, copied)

    assert kept.name.startswith("kestrel (damaged 2027-03-10 ")
    assert kept.read_bytes() == damaged
    playbooks.open(path).close()
    assert sorted(file.name for file in path.parent.iterdir() if file.is_file()) == sorted([kept.name, path.name])


def test_a_restore_can_be_taken_back(playbooks, copied, path):
    before = everything(path)
    kept = playbooks.restore(path, copied)

    playbooks.restore(path, kept)

    assert everything(path) == before


def test_what_waited_in_the_log_of_the_replaced_file_is_not_lost_nor_mixed_in(playbooks, store, path, tmp_path):
    save(store, an_event())
    copy = playbooks.back_up(path, "manual")
    save(store, an_event(id="late"))
    killed = tmp_path / "killed" / path.name
    killed.parent.mkdir()
    for end in ("", "-wal"):
        shutil.copyfile(f"{path}{end}", f"{killed}{end}")

    kept = playbooks.restore(killed, copy.file)

    for file, count in ((killed, 1), (kept, 2)):
        again = playbooks.open(file)
        assert again.of(Event).count() == count
        again.close()


def test_what_waited_in_the_log_of_a_damaged_file_stays_beside_it(playbooks, store, path, tmp_path):
    save(store, *(an_event(id=f"e{i}", notes="x" * 2000) for i in range(50)))
    copy = playbooks.back_up(path, "manual")
    store.close()
    store = playbooks.open(path)
    save(store, an_event(id="late"))
    killed = tmp_path / "killed" / path.name
    killed.parent.mkdir()
    for end in ("", "-wal"):
        shutil.copyfile(f"{path}{end}", f"{killed}{end}")
    store.close()
    spoil(killed)
    log = killed.with_name(killed.name + "-wal").read_bytes()

    kept = playbooks.restore(killed, copy.file)

    assert kept.with_name(kept.name + "-wal").read_bytes() == log
    assert not killed.with_name(killed.name + "-wal").exists()
    again = playbooks.open(killed)
    assert again.of(Event).count() == 50
    again.close()


def test_what_is_missing_is_put_back(playbooks, copied, path):
    path.unlink()

    assert playbooks.restore(path, copied) == path
    playbooks.open(path).close()


def test_names_of_kept_files_never_meet(playbooks, copied, path):
    kept = [playbooks.restore(path, copied) for _ in range(3)]

    assert len({file.name for file in kept}) == 3
    assert all(file.exists() for file in kept)


def test_copies_pause_until_the_first_change(playbooks, copied, path):
    playbooks.restore(path, copied)
    store = playbooks.open(path)
    before = [copy.file for copy in playbooks.backups(path)]

    for reason in ("automatic", "close"):
        playbooks.back_up(path, reason)
    assert [copy.file for copy in playbooks.backups(path)] == before

    save(store, an_event(title="first change"))
    new = playbooks.back_up(path, "automatic")
    assert [copy.file for copy in playbooks.backups(path)] == [new.file, *before]
    store.close()


def test_an_open_playbook_is_not_replaced(playbooks, copied, path):
    store = playbooks.open(path)

    with pytest.raises(CannotOpen) as refused:
        playbooks.restore(path, copied)

    assert refused.value.what.id == "storage.in_use"
    save(store, an_event(title="goes on"))
    store.close()


@pytest.mark.parametrize("content", [b"", b"x" * 9000])
def test_what_is_no_playbook_replaces_nothing(playbooks, copied, path, tmp_path, content):
    before = path.read_bytes()
    (tmp_path / "bad.sedyanka").write_bytes(content)
    with closing(sqlite3.connect(tmp_path / "other.sedyanka")) as raw:
        raw.execute("CREATE TABLE t (x)")

    for bad in ("bad.sedyanka", "other.sedyanka", "gone.sedyanka"):
        with pytest.raises(CannotOpen):
            playbooks.restore(path, tmp_path / bad)

    assert path.read_bytes() == before
    assert playbooks.lock_holder(path) is None


def test_a_damaged_copy_replaces_nothing(playbooks, copied, path):
    before = path.read_bytes()
    spoil(copied)

    with pytest.raises(Damaged):
        playbooks.restore(path, copied)

    assert path.read_bytes() == before
    assert playbooks.backups(path)[0].state is BackupState.UNREADABLE


def test_a_playbook_is_not_restored_from_itself(playbooks, copied, path, tmp_path):
    (tmp_path / "link.sedyanka").symlink_to(path)

    for same in (path, tmp_path / "link.sedyanka"):
        with pytest.raises(KnownError) as refused:
            playbooks.restore(path, same)
        assert refused.value.what == say("storage.same_file")


def test_a_folder_is_not_set_aside_for_a_copy(playbooks, copied, tmp_path):
    (tmp_path / "plans").mkdir()
    (tmp_path / "plans" / "notes.txt").write_text("mine")

    for place, why in ((tmp_path / "plans", "storage.exists"), (tmp_path / "none" / "a.sedyanka", "storage.no_folder")):
        with pytest.raises(KnownError) as refused:
            playbooks.restore(place, copied)
        assert refused.value.what.id == why
    assert (tmp_path / "plans" / "notes.txt").read_text() == "mine"
