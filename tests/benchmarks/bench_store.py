"""U1, U2: one small edit, and undo of a large one."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from app.calendar.event import Event
from app.message import say
from storage.playbooks import SqlPlaybooks
from tests.benchmarks.figure import Figure, milliseconds, side_by_side

IDS = ("U1", "U2")
MONDAY = date(2027, 3, 1)


def measure() -> Iterator[Figure]:
    # Never a file system in memory: a commit there waits for no disk.
    with TemporaryDirectory(dir=Path(__file__).parents[2]) as folder:
        yield _small_edit(Path(folder))
        yield _large_undo(Path(folder))


def _small_edit(folder: Path) -> Figure:
    store = SqlPlaybooks(folder / "backups").create(folder / "small.sedyanka")
    event = Event(id="e", title="AMA", kind="ama", day=MONDAY)
    with store.change(say("step.add", title="AMA")):
        store.of(Event).save([event])
    bare = sqlite3.connect(folder / "bare.db", isolation_level=None)
    bare.execute("PRAGMA journal_mode=WAL")
    bare.execute("PRAGMA synchronous=FULL")
    bare.execute("CREATE TABLE t (id INTEGER PRIMARY KEY, title TEXT)")
    bare.execute("INSERT INTO t VALUES (1, '')")
    count = 0

    def edit() -> None:
        nonlocal count
        count += 1
        with store.change(say("step.add", title="AMA")):
            store.of(Event).save([replace(event, title=f"AMA {count}")])

    def commit() -> None:
        bare.execute("BEGIN IMMEDIATE")
        bare.execute("UPDATE t SET title = ?", (f"AMA {count}",))
        bare.execute("COMMIT")

    figure, floor = side_by_side(edit, commit, times=101)
    store.close()
    bare.close()
    return Figure("U1", "title of an event: store call, against a bare SQLite commit", figure, floor, 3)


def _large_undo(folder: Path) -> Figure:
    store = SqlPlaybooks(folder / "backups").create(folder / "large.sedyanka")
    events = [Event(id=f"e{i}", title=f"AMA {i}", kind="ama", day=MONDAY) for i in range(1000)]
    with store.change(say("step.add", title="AMA")):
        store.of(Event).save(events)
    doing, undoing, redoing = [], [], []
    for days in range(1, 8):
        moved = [event.moved_to(MONDAY + timedelta(days=days)) for event in events]

        def shift(moved: list[Event] = moved) -> None:
            with store.change(say("step.add", title="AMA")):
                store.of(Event).save(moved)

        doing.append(milliseconds(shift))
        undoing.append(milliseconds(store.undo))
        redoing.append(milliseconds(store.redo))
    store.close()
    slower = max(median(undoing), median(redoing))
    return Figure("U2", "undo or redo of a change of 1,000 events, the slower of both", slower, median(doing), 4, 150)
