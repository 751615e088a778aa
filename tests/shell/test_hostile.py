"""The window, given bad files and bad disks: one clear message, no crash, and no word of anybody's in the log."""

import logging
import os
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from app.calendar.event import Event
from app.errors import KnownError
from app.message import say
from app.playbook.files import Damaged
from app.playbook.playbook import PLAYBOOK_ID, Playbook
from tests.commands.test_hostile import NO_FILES, SCHEMAS
from widgets.shell.log import describe, start_log

CANARY = "Quibblewick"
RECOVERY = ("random", "cut", "UPDATE event SET rrule = 'Quibblewick'", "UPDATE event SET status = 'Quibblewick'",
            "UPDATE event SET title = CAST(x'ff' AS TEXT)", "DELETE FROM playbook")  # fmt: skip


@pytest.fixture
def logged(shell):
    """What stands in the log folder: contents and names of files."""
    end = start_log(shell.folder / "logs")
    yield lambda: "".join(
        file.name + file.read_text(encoding="utf-8", errors="replace") for file in (shell.folder / "logs").iterdir()
    )
    end()


@pytest.fixture
def broken(shell):
    """What the crash dialog would show."""
    told: list[str] = []
    shell.program.crash.broken.disconnect()
    shell.program.crash.broken.connect(told.append)
    return told


@pytest.fixture
def file(shell) -> Path:
    """A playbook full of somebody's words."""
    made = shell.make(CANARY, *(f"{CANARY} {number}" for number in range(60)))
    store = shell.playbooks.open(made)
    with store.change(say("step.edit", title=CANARY)):
        store.of(Playbook).save([replace(store.of(Playbook).get(PLAYBOOK_ID), lead=f"{CANARY} D.")])
        store.of(Event).save(
            [replace(event, notes=f"{CANARY}@quibble.example " * 90) for event in store.of(Event).all()]
        )
    store.close()
    return made


def spoil(file: Path, how: str) -> None:
    match how:
        case "random":
            file.write_bytes(os.urandom(30_000))
        case "cut":
            os.truncate(file, file.stat().st_size // 2)
        case "folder" | "pipe" | "socket" | "round" | "nowhere":
            file.unlink()
            NO_FILES[how](file)
        case statement:
            with closing(sqlite3.connect(file, isolation_level=None)) as raw:
                raw.execute(statement)


@pytest.mark.parametrize("how", [*NO_FILES, *SCHEMAS], ids=lambda how: how[:30])
def test_a_file_that_is_not_opened_is_told_and_nothing_else_happens(shell, file, logged, broken, qtbot, how):
    spoil(file, how)

    shell.open(file)

    qtbot.waitUntil(shell.window.messages.isVisible)
    assert shell.window.pages.current_id == "start"
    assert not shell.program.has_file()
    assert (broken, CANARY in logged()) == ([], False)


@pytest.mark.parametrize("how", RECOVERY, ids=lambda how: how[:30])
def test_a_damaged_file_leads_to_its_backups(shell, file, logged, broken, qtbot, how):
    spoil(file, how)

    shell.open(file)

    qtbot.waitUntil(lambda: shell.window.pages.current_id == "recovery")
    assert (broken, CANARY in logged()) == ([], False)


@pytest.mark.parametrize("fault", ["full", "read only", "gone", "overwritten"])
def test_a_disk_that_fails_while_somebody_edits_is_told(shell, file, logged, broken, fault):
    shell.open(file)
    store = shell.store
    before = [event.title for event in store.of(Event).all()]
    match fault:
        case "full":
            pages = store._raw.execute("PRAGMA page_count").fetchone()[0]
            store._raw.execute(f"PRAGMA max_page_count = {pages}")
        case "read only":
            store._raw.execute("PRAGMA query_only = ON")
        case "gone":
            file.unlink()
        case _:
            file.write_bytes(file.read_bytes() + bytes(4096))

    with pytest.raises(KnownError) as refused, store.change(say("step.edit", title=CANARY)):
        store.of(Event).save([replace(event, notes=CANARY * 9000) for event in store.of(Event).all()])
    shell.program.crash.report(refused.value)

    assert shell.window.messages.isVisible()
    assert [event.title for event in store.of(Event).all()] == before
    assert CANARY not in describe(refused.value)
    assert (broken, CANARY in logged()) == ([], False)


def test_what_breaks_with_somebodys_words_in_it_leaves_none_in_log_or_report(shell, file, logged, broken):
    shell.open(file)
    shell.store.subscribe(lambda _: {}[CANARY])
    shell.rename(f"{CANARY} again")
    for error in (ValueError(CANARY), KeyError(CANARY), OSError(28, CANARY, f"/tmp/{CANARY}.sedyanka"),
                  sqlite3.IntegrityError(f"UNIQUE: {CANARY}"), UnicodeDecodeError("utf-8", CANARY.encode(), 0, 1, "x"),
                  Damaged(say("storage.exists", file=CANARY))):  # fmt: skip
        shell.program.crash.report(error)
        logging.getLogger("sedyanka").error("broken", exc_info=error)

    assert len(broken) == 5
    assert CANARY not in "".join(broken)
    assert "KeyError" in logged()
    assert CANARY not in logged()
