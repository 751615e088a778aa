import hashlib
import os
import shutil
import sqlite3
import stat
import threading
from contextlib import closing
from pathlib import Path

import pytest

from app.calendar.event import Event
from app.errors import BugError, KnownError
from app.message import say
from app.personas.persona import Persona
from app.playbook.files import BackupState, CannotOpen, Damaged
from tests.storage.making import TUESDAY, an_event, everything, save


def files_of(backup) -> list[str]:
    return sorted(file.name for file in backup.file.parent.iterdir())


def test_a_copy_holds_what_the_playbook_holds_also_what_waits_in_its_log(playbooks, store, path):
    save(store, an_event(), Persona("p", "New owners"))

    copy = playbooks.back_up(path, "manual")

    assert everything(copy.file) == everything(path)
    assert (copy.state, copy.reason, copy.made) == (BackupState.VERIFIED, "manual", store.now())
    assert copy.counts == (("event", 1), ("program", 0), ("persona", 1), ("tactic", 0))
    assert copy.bytes == copy.file.stat().st_size
    assert copy.steps_lost == 0


def test_a_copy_has_a_name_that_sorts_and_a_checksum_beside_it(playbooks, store, path, clock):
    first = playbooks.back_up(path, "manual")
    clock.forward(days=-900)
    second = playbooks.back_up(path, "manual")

    assert first.file.name == "000001 20270310T104000Z manual.sedyanka"
    assert second.file.name > first.file.name
    assert [copy.file for copy in playbooks.backups(path)] == [second.file, first.file]
    seal = first.file.with_name(first.file.name + ".sha256").read_text()
    assert seal == f"{hashlib.sha256(first.file.read_bytes()).hexdigest()}  {first.file.name}\n"
    assert files_of(first) == sorted(
        name for copy in (first, second) for name in (copy.file.name, copy.file.name + ".sha256")
    )


def test_only_its_owner_may_read_a_copy(playbooks, store, path):
    old = os.umask(0)
    try:
        copy = playbooks.back_up(path, "manual")
    finally:
        os.umask(old)

    folder = copy.file.parent
    assert {stat.S_IMODE(file.stat().st_mode) for file in folder.iterdir()} == {0o600}
    assert {stat.S_IMODE(place.stat().st_mode) for place in (folder, folder.parent)} == {0o700}


def test_by_itself_no_state_is_copied_twice(playbooks, store, path):
    save(store, an_event())
    first = playbooks.back_up(path, "automatic")

    assert playbooks.back_up(path, "close").file == first.file
    store.undo()
    second = playbooks.back_up(path, "automatic")
    store.redo()
    third = playbooks.back_up(path, "close")

    assert [copy.file for copy in playbooks.backups(path)] == [third.file, second.file, first.file]
    assert playbooks.back_up(path, "manual").file != third.file


def test_a_copy_that_was_spoilt_is_made_again(playbooks, store, path):
    first = playbooks.back_up(path, "automatic")
    with first.file.open("r+b") as file:
        file.seek(9000)
        file.write(b"spoilt")

    second = playbooks.back_up(path, "automatic")

    assert second.file != first.file
    assert [copy.state for copy in playbooks.backups(path)] == [BackupState.VERIFIED, BackupState.UNREADABLE]


def test_copies_say_what_happened_since(playbooks, store, path, clock):
    save(store, an_event())
    first = playbooks.back_up(path, "manual")
    clock.forward(minutes=1)
    save(store, an_event(day=TUESDAY), step="step.move")
    second = playbooks.back_up(path, "manual")
    clock.forward(minutes=1)
    save(store, an_event(title="Other"), step="step.rename")
    store.undo()

    now, before = playbooks.backups(path)

    assert (now.file, now.steps_lost, before.file, before.steps_lost) == (second.file, 1, first.file, 2)
    assert before.lost[0] == (clock.instant.replace(minute=41), say("step.move"))
    assert before.lost[1][1] == say("step.rename")


def test_what_cannot_be_told_is_not_told(playbooks, store, path, tmp_path):
    save(store, an_event())
    copy = playbooks.back_up(path, "manual")
    other = playbooks.create(tmp_path / "other.sedyanka")
    for number in range(3):
        save(other, an_event(title=str(number)))
    other.close()
    (folder,) = {copy.file.parent}
    shutil.copyfile(tmp_path / "other.sedyanka", folder / "000002 20270310T104000Z manual.sedyanka")

    stranger, own = playbooks.backups(path)

    assert (stranger.steps_lost, stranger.state) == (None, BackupState.UNCHECKED)
    assert own.steps_lost == 0


@pytest.mark.parametrize("content", [b"", b"x" * 5000, b"SQLite format 3\0" + b"\1" * 5000])
def test_what_is_no_copy_any_more_is_unreadable(playbooks, store, path, content):
    copy = playbooks.back_up(path, "manual")
    copy.file.write_bytes(content)

    (found,) = playbooks.backups(path)

    assert (found.state, found.counts, found.steps_lost) == (BackupState.UNREADABLE, (), None)


def test_of_a_playbook_that_is_damaged_no_copy_is_made(playbooks, store, path):
    save(store, *(an_event(id=f"e{i}", notes="x" * 900) for i in range(100)))
    good = playbooks.back_up(path, "automatic")
    store.close()
    with path.open("r+b") as file:
        file.seek(path.stat().st_size // 2)
        file.write(os.urandom(4 * 4096))

    for reason in ("automatic", "close", "manual"):
        with pytest.raises(Damaged):
            playbooks.back_up(path, reason)
    with pytest.raises(Damaged):
        playbooks.back_up(path, "manual", to=path.with_name("copy.sedyanka"))

    assert [copy.file for copy in playbooks.backups(path)] == [good.file]
    assert files_of(good) == [good.file.name, good.file.name + ".sha256"]
    assert not path.with_name("copy.sedyanka").exists()


def test_copies_are_thinned_and_those_made_on_request_stay_longer(playbooks, store, path, clock):
    asked = playbooks.back_up(path, "manual")
    for number in range(60):
        clock.forward(minutes=20)
        save(store, an_event(title=str(number)))
        newest = playbooks.back_up(path, "automatic")

    found = playbooks.backups(path)

    assert found[0].file == newest.file
    assert asked.file in [copy.file for copy in found]
    assert 20 < len(found) < 28
    assert len(list(newest.file.parent.iterdir())) == 2 * len(found)


def test_a_copy_goes_where_a_person_wants_it_and_over_nothing(playbooks, store, path, tmp_path):
    save(store, an_event())
    target = tmp_path / "elsewhere" / "copy.sedyanka"
    with pytest.raises(KnownError):
        playbooks.back_up(path, "manual", to=target)
    target.parent.mkdir()

    copy = playbooks.back_up(path, "manual", to=target)

    assert (copy.file, copy.state, copy.counts[0]) == (target, BackupState.VERIFIED, ("event", 1))
    assert [file.name for file in target.parent.iterdir()] == ["copy.sedyanka"]
    assert everything(target) == everything(path)
    for taken in (target, path):
        with pytest.raises(KnownError) as refused:
            playbooks.back_up(path, "manual", to=taken)
        assert refused.value.what == say("storage.exists", file=taken.name)
    assert playbooks.backups(path) == []


def test_copying_goes_on_while_somebody_writes(playbooks, store, path):
    save(store, *(an_event(id=f"e{i:03}", notes="x" * 3000) for i in range(300)))
    made, stop = [], threading.Event()

    def copy():
        while not stop.is_set():
            made.append(playbooks.back_up(path, "manual"))

    thread = threading.Thread(target=copy)
    thread.start()
    for number in range(200):
        save(store, an_event(id=f"f{number:03}"), an_event(id=f"g{number:03}"))
    stop.set()
    thread.join()

    assert made
    for backup in made[-5:]:
        with closing(sqlite3.connect(backup.file)) as raw:
            halves = [
                raw.execute(f"SELECT count(*) FROM event WHERE id LIKE '{letter}%'").fetchone() for letter in "fg"
            ]
        assert halves[0] == halves[1]


def test_copies_of_playbooks_with_one_name_are_kept_apart(playbooks, store, path, tmp_path):
    (tmp_path / "b").mkdir()
    other = playbooks.create(tmp_path / "b" / path.name)
    playbooks.back_up(path, "manual")

    assert playbooks.backups(other.path) == []
    other.close()


def test_of_a_file_that_is_not_there_no_copy_is_made(playbooks, tmp_path):
    with pytest.raises(CannotOpen):
        playbooks.back_up(tmp_path / "gone.sedyanka", "automatic")

    assert playbooks.backups(tmp_path / "gone.sedyanka") == []


def test_where_no_copy_can_be_made_it_is_said(playbooks, store, path, tmp_path):
    (tmp_path / "data").mkdir(exist_ok=True)
    (tmp_path / "data" / "backups").write_text("in the way")

    with pytest.raises(KnownError):
        playbooks.back_up(path, "close")


def test_a_playbook_of_another_program_is_not_copied(playbooks, tmp_path):
    with closing(sqlite3.connect(tmp_path / "other.sedyanka")) as raw:
        raw.execute("CREATE TABLE t (x)")

    with pytest.raises(CannotOpen):
        playbooks.back_up(Path(tmp_path / "other.sedyanka"), "manual")


def test_a_reason_that_makes_no_name_is_a_bug_of_ours(playbooks, store, path):
    with pytest.raises(BugError):
        playbooks.back_up(path, "before import")


@pytest.mark.parametrize("days", [-365, 365])
def test_a_clock_that_is_a_year_wrong_costs_no_copy_and_no_edit(playbooks, store, path, clock, days):
    for number in range(8):
        clock.forward(days=31)
        save(store, an_event(id=f"e{number}"))
        playbooks.back_up(path, "automatic")
    before = [copy.file for copy in playbooks.backups(path)]

    for number in range(20):
        clock.forward(days=days if number % 2 else -days, minutes=50)
        save(store, an_event(title=f"Title {number}"), merge="typing")
        newest = playbooks.back_up(path, "automatic")
        assert playbooks.backups(path)[0].file == newest.file

    assert set(before) <= {copy.file for copy in playbooks.backups(path)}
    for number in reversed(range(20)):
        assert store.of(Event).get("e1").title == f"Title {number}"
        store.undo()
