"""U1: one small edit, until it is kept, and from there until it is seen."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from statistics import median

from app.calendar.actions import edit
from app.calendar.event import Event, Scope
from app.calendar.occurrence import Occurrence
from app.message import say
from storage.playbooks import SqlPlaybooks
from tests.benchmarks.figure import Figure, side_by_side
from tests.benchmarks.reference import disk, reference
from tests.benchmarks.window import OpenWindow

IDS = ("U1",)
TIMES = 101


def measure() -> Iterator[Figure]:
    with disk() as home:
        book = reference(home)
        figure, floor = kept(book, home)
        yield Figure("U1", "title of an event: store call, beside a bare SQLite commit", figure, floor, 3)
        window = OpenWindow(book, home)
        for repeats, what in ((False, "title of a single event"), (True, "title of a weekly series in 13 weeks")):
            times = shown(window, repeats=repeats)
            yield Figure("U1", f"{what}: commit to painted", median(times), limit=16.7, worst=max(times))
        window.close()


def kept(book: Path, folder: Path) -> tuple[float, float]:
    """Return how long the store takes for the title of an event, and how long a bare commit."""
    store = SqlPlaybooks(folder / "backups").open(book)
    event = next(store.of(Event).all())
    bare = sqlite3.connect(folder / "bare.db", isolation_level=None)
    bare.execute("PRAGMA journal_mode=WAL")
    bare.execute("PRAGMA synchronous=FULL")
    bare.execute("CREATE TABLE IF NOT EXISTS t (id INTEGER PRIMARY KEY, title TEXT)")
    bare.execute("INSERT INTO t (title) VALUES ('')")
    count = 0

    def change() -> None:
        nonlocal count
        count += 1
        with store.change(say("step.add", title="AMA")):
            store.of(Event).save([replace(event, title=f"AMA {count}")])

    def commit() -> None:
        bare.execute("BEGIN IMMEDIATE")
        bare.execute("UPDATE t SET title = ?", (f"AMA {count}",))
        bare.execute("COMMIT")

    try:
        return side_by_side(change, commit, times=TIMES)
    finally:
        store.close()
        bare.close()


def shown(window: OpenWindow, *, repeats: bool) -> list[float]:
    """Edit the title of an event that is open in the inspector; return the times from commit to painted."""
    page = window.page
    it = drawn(window, repeats=repeats)
    page.views.quarter.reveal(it.key)  # a drag may have scrolled it away, and then nothing would be painted
    page.select([it.key])
    page.open_selection()
    window.rest()
    times = []
    for count in range(TIMES):
        edit(window.store, it.key, Scope.ALL, title=f"AMA {count}", short=f"AMA {count}")
        window.until_painted(page.views.current)
        times.append(window.since_commit())
    page.side.close_inspector()
    return times[1:]


def drawn(window: OpenWindow, *, repeats: bool) -> Occurrence:
    """Return an occurrence that has a chip, of a weekly series or of a single event.

    The single one lasts a week and has no checklist: such a one is in every size of the reference, and else the size
    would decide how much of the window is painted for one title.
    """
    view, plan = window.page.views.quarter, window.page.plan
    there = (chip.item.occurrence for face in view.model.faces for chip in face.chips)
    if repeats:
        return next(it for it in there if "FREQ=WEEKLY" in it.event.rrule)
    return next(it for it in there if not it.repeats and it.length == 7 and it.event.id not in plan.checklist)
