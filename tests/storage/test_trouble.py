"""What the disk and the rights of files do to a store: a clear word, nothing half done, and it works on."""

import os
import resource
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from app.calendar.event import ChecklistStep, Event
from app.errors import BugError, Gone, KnownError
from app.message import say
from app.playbook.files import Damaged
from storage.trouble import meaning, told
from tests.house.source import ROOT
from tests.storage.making import TUESDAY, a_step, an_event, everything, save

AS_ROOT = pytest.mark.skipif(os.name != "posix" or os.geteuid() != 0, reason="only root can do this to a disk")


@pytest.fixture
def small_disk(tmp_path):
    """A disk with room for little more than an empty playbook."""
    place = tmp_path / "small"
    place.mkdir()
    done = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=4800k", "tmpfs", place], capture_output=True, check=False
    )
    if done.returncode:
        pytest.skip("no disk can be mounted here")
    yield place
    subprocess.run(["umount", "-l", place], check=True)


@contextmanager
def no_file_longer_than(size: int):
    """Let the system refuse writes behind a size, as a full disk or a quota does."""
    import signal

    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    old = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, old)


def fill(store) -> KnownError:
    """Save long notes until that fails; every change before is there, and nothing of the last."""
    for number in range(10_000):
        try:
            save(store, an_event(id=f"e{number:05}", notes=os.urandom(6000).hex()))
        except KnownError as error:
            assert store.of(Event).count() == number > 0
            return error
    raise AssertionError("never full")


@AS_ROOT
def test_a_full_disk_costs_only_the_change_that_met_it(playbooks, small_disk):
    store = playbooks.create(small_disk / "a.sedyanka")

    error = fill(store)

    assert (error.what, error.remedy) == (say("storage.disk_full"), say("storage.disk_full.do"))
    saved = store.of(Event).count()
    with pytest.raises(KnownError):
        save(store, an_event(id="once more", notes="x" * 100_000))
    assert store.of(Event).count() == saved
    with pytest.raises(KnownError) as refused:
        store.close()
    assert refused.value.what == say("storage.not_alone", file="a.sedyanka-wal")
    assert playbooks.lock_holder(small_disk / "a.sedyanka") is None


@AS_ROOT
def test_what_lies_in_the_log_of_a_full_disk_is_not_lost(playbooks, small_disk, tmp_path):
    store = playbooks.create(small_disk / "a.sedyanka")
    fill(store)
    before = everything(store.path)
    with pytest.raises(KnownError):
        store.close()

    reader = playbooks.open(small_disk / "a.sedyanka", read_only=True)
    assert everything(reader.path) == before
    reader.close()


@AS_ROOT
def test_a_store_works_on_when_there_is_room_again(playbooks, small_disk):
    (small_disk / "ballast").write_bytes(b"x" * 1_000_000)
    store = playbooks.create(small_disk / "a.sedyanka")
    fill(store)

    (small_disk / "ballast").unlink()
    save(store, an_event(id="now", notes="y" * 30_000))

    assert store.undo() == say("step.add")
    assert store.redo() == say("step.add")
    assert store.search("yyyy")[0].id == "now"


@AS_ROOT
def test_a_copy_that_does_not_fit_is_no_copy(playbooks, small_disk, store, path):
    for number in range(200):
        save(store, an_event(id=f"e{number}", notes=os.urandom(6000).hex()))

    with pytest.raises(KnownError) as refused:
        playbooks.back_up(path, "manual", to=small_disk / "copy.sedyanka")

    assert refused.value.what == say("storage.disk_full")
    assert list(small_disk.iterdir()) == []


@AS_ROOT
@pytest.mark.parametrize("ballast", [2_200_000, 3_000_000, 3_500_000, 4_600_000])
def test_a_playbook_that_does_not_fit_is_not_made(playbooks, small_disk, ballast):
    """Not even where its log still fits: the file is what is left when the log is closed."""
    (small_disk / "ballast").write_bytes(b"x" * ballast)

    with pytest.raises(KnownError) as refused:
        playbooks.create(small_disk / "a.sedyanka")

    assert refused.value.what == say("storage.disk_full")
    assert [file.name for file in small_disk.iterdir()] == ["ballast"]


def large(store):
    save(store, an_event(id="e2", notes=os.urandom(20_000).hex()))


def brought_in(store):
    with store.change(say("step.import")):
        store.publish([Event])


@pytest.mark.parametrize("act", [large, brought_in, lambda store: store.undo(), lambda store: store.redo()])
def test_wherever_writing_stops_a_change_is_whole_or_not_there(store, path, act):
    notes = os.urandom(20_000).hex()
    save(store, *(an_event(id=f"e{number}", notes=notes) for number in range(3)))
    save(store, *(an_event(id=f"e{number}", notes=notes[::-1]) for number in range(3)))
    save(store, an_event(title="last"))
    store.undo()
    store.stage(Event, [an_event(id="e1", notes=notes), an_event(id="e9")])
    before, log = everything(path), path.with_name(path.name + "-wal")

    met = 0
    for further in range(0, 400_000, 7_777):
        try:
            with no_file_longer_than(log.stat().st_size + further):
                act(store)
        except KnownError:
            met += 1
            assert everything(path) == before
        else:
            break

    assert met > 0
    assert everything(path) != before
    save(store, an_event(title="works on"))
    assert store.undo() == say("step.add")


def test_a_change_lost_inside_does_not_write_the_rest_of_itself(store, path):
    """SQLite takes back a whole transaction on its own when a disk fails: what follows must not be saved alone."""
    save(store, an_event())
    before = everything(path)

    def lose_and_go_on():
        with store.change(say("step.many")):
            store.of(Event).save([an_event(title="first")])
            store._raw.execute("ROLLBACK")
            store.of(Event).save([an_event(title="second")])

    with pytest.raises(KnownError):
        lose_and_go_on()
    assert everything(path) == before


LOOK = """
import os, sys
from pathlib import Path
from tempfile import TemporaryDirectory
from app.calendar.event import Event
from app.errors import KnownError
from app.message import say
from storage.playbooks import SqlPlaybooks
os.setgroups([])
os.setresgid(65534, 65534, 65534)
os.setresuid(65534, 65534, 65534)
try:
    store = SqlPlaybooks(Path("/nonexistent")).open(Path(sys.argv[1]))
except KnownError as error:
    print(error.what.id)
    sys.exit()
print(store.read_only, store.of(Event).count(), len(store.search("ama")))
try:
    with store.change(say("step.add")):
        pass
except KnownError as error:
    print(error.what.id)
store.close()
"""


@pytest.fixture
def path():
    """A place that everybody may enter, unlike pytest's own."""
    with TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        yield Path(folder) / "kestrel.sedyanka"


@pytest.fixture
def another_user():
    """Look at a playbook as somebody who owns nothing of it."""
    if os.geteuid() != 0:
        pytest.skip("only root can be somebody else")

    def look(playbook: Path) -> str:
        command = [sys.executable, "-c", LOOK, str(playbook)]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        return done.stdout

    return look


def test_in_a_folder_where_nothing_can_be_written_a_playbook_is_read(another_user, store, path):
    save(store, an_event())
    store.close()
    path.chmod(0o644)
    before = path.read_bytes()

    assert another_user(path) == "True 1 1\nstorage.read_only\n"

    assert path.read_bytes() == before
    assert [file.name for file in path.parent.glob("*kestrel*")] == [path.name]


def test_a_file_that_cannot_be_written_is_read(another_user, store, path):
    save(store, an_event())
    store.close()
    path.chmod(0o444)
    path.parent.chmod(0o777)

    assert another_user(path) == "True 1 1\nstorage.read_only\n"


def test_what_waits_in_the_log_is_read_too_where_nothing_can_be_written(another_user, store, path):
    save(store, an_event())
    killed = path.parent / "killed" / path.name
    killed.parent.mkdir()
    for end in ("", "-wal"):
        shutil.copyfile(f"{path}{end}", f"{killed}{end}")
        Path(f"{killed}{end}").chmod(0o644)
    killed.parent.chmod(0o755)

    assert another_user(killed) == "True 1 1\nstorage.read_only\n"
    assert not Path(f"{killed}-shm").exists()


def test_beside_a_window_of_somebody_else_a_playbook_is_read(another_user, store, path):
    save(store, an_event())
    for file in path.parent.glob("*kestrel*"):
        file.chmod(0o644)

    assert another_user(path) == "True 1 1\nstorage.read_only\n"

    save(store, an_event(day=TUESDAY))
    assert store.of(Event).get("e1").day == TUESDAY


def test_a_file_that_may_not_be_read_says_so(another_user, store, path):
    store.close()
    path.chmod(0o600)

    assert another_user(path) == "storage.cannot_reach\n"


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        (sqlite3.SQLITE_FULL, "storage.disk_full"),
        (sqlite3.SQLITE_READONLY_DIRECTORY, "storage.cannot_write"),
        (sqlite3.SQLITE_IOERR_FSYNC, "storage.disk_fails"),
        (sqlite3.SQLITE_CANTOPEN, "storage.cannot_reach"),
        (sqlite3.SQLITE_BUSY_SNAPSHOT, "storage.busy"),
        (sqlite3.SQLITE_CORRUPT_VTAB, "storage.damaged"),
        (sqlite3.SQLITE_NOTADB, "storage.damaged"),
    ],
)
def test_what_a_person_can_act_on_is_said(code, expected):
    error = sqlite3.OperationalError("it")
    error.sqlite_errorcode, error.sqlite_errorname = code, "NAME"

    known = meaning(error)

    assert isinstance(known, KnownError)
    assert known.what.id == expected
    assert known.remedy is not None


def test_what_only_we_can_mend_is_a_bug():
    with closing(sqlite3.connect(":memory:")) as raw, pytest.raises(BugError), told():
        raw.execute("SELECT nothing FROM nowhere")


def test_errors_of_a_repository_are_said_the_same_way(store):
    with pytest.raises(Gone), store.change(say("step.add")):
        store.of(ChecklistStep).save([a_step(event="nowhere")])
    store._raw.execute("DROP TABLE checklist_step")
    with pytest.raises(BugError):
        store.of(ChecklistStep).count()
    assert not isinstance(meaning(OSError(28, "full")), Damaged)
