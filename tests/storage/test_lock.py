import gc
import signal
import subprocess
import sys

import pytest

from app.errors import KnownError
from app.playbook.files import CannotOpen
from storage import lock
from tests.house.source import ROOT
from tests.storage.making import an_event, save

HOLD = """
import sys, time
from pathlib import Path
from storage.playbooks import SqlPlaybooks
store = SqlPlaybooks(Path(sys.argv[2])).open(Path(sys.argv[1]))
print("open", flush=True)
time.sleep(60)
"""


@pytest.fixture
def other_window(playbooks, path, tmp_path):
    """Another process that has the playbook open."""
    playbooks.create(path).close()
    process = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(path), str(tmp_path / "other")], cwd=ROOT, stdout=subprocess.PIPE
    )
    assert process.stdout.readline() == b"open\n"
    yield process
    process.kill()
    process.wait()
    process.stdout.close()


def test_a_second_window_is_told_who_has_the_first(playbooks, path, other_window):
    assert playbooks.lock_holder(path).endswith(f"({other_window.pid})")

    with pytest.raises(CannotOpen) as refused:
        playbooks.open(path)

    assert refused.value.what.id == "storage.in_use"
    assert str(other_window.pid) in dict(refused.value.what.values)["holder"]


def test_reading_needs_no_lock(playbooks, path, other_window):
    reader = playbooks.open(path, read_only=True)

    assert reader.read_only
    reader.close()
    assert playbooks.lock_holder(path)


def test_a_killed_window_holds_nothing(playbooks, path, other_window):
    other_window.send_signal(signal.SIGKILL)
    other_window.wait()

    assert playbooks.lock_holder(path) is None
    store = playbooks.open(path)
    save(store, an_event())
    store.close()


def test_the_same_process_is_a_second_window_too(playbooks, store, path):
    with pytest.raises(CannotOpen):
        playbooks.open(path)

    assert playbooks.lock_holder(path) == lock.myself()
    save(store, an_event())


def test_closing_gives_the_lock_back_and_leaves_no_file(playbooks, store, path):
    store.close()

    assert playbooks.lock_holder(path) is None
    assert not lock.beside(path).exists()
    playbooks.open(path).close()


def test_a_playbook_that_cannot_be_opened_is_not_locked(playbooks, path):
    path.write_bytes(b"nothing" * 1000)
    with pytest.raises(KnownError):
        playbooks.open(path)

    assert playbooks.lock_holder(path) is None
    assert not lock.beside(path).exists()


def test_a_lock_that_is_lost_from_memory_is_given_back(tmp_path):
    playbook = tmp_path / "a.sedyanka"
    held = lock.Lock(playbook)
    del held
    gc.collect()

    lock.Lock(playbook).release()


def test_a_left_over_lock_file_locks_nothing(playbooks, store, path):
    store.close()
    lock.beside(path).write_text("elsewhere (1)")

    assert playbooks.lock_holder(path) is None
    playbooks.open(path).close()


def test_asking_who_holds_a_lock_does_not_disturb_it(tmp_path):
    held = lock.Lock(tmp_path / "a")

    for _ in range(20):
        assert lock.holder(tmp_path / "a") == lock.myself()
    with pytest.raises(lock.Held):
        lock.Lock(tmp_path / "a")
    held.release()
    held.release()
    assert list(tmp_path.iterdir()) == []
