"""U2: undo and redo of a large change, until the page shows it."""

from __future__ import annotations

import itertools
import time
from collections.abc import Iterator
from datetime import timedelta
from statistics import median

from app.calendar.event import Event
from app.message import say
from tests.benchmarks.figure import Figure
from tests.benchmarks.reference import disk, reference
from tests.benchmarks.window import OpenWindow

IDS = ("U2",)
EVENTS = 1000
TIMES = 9


def measure() -> Iterator[Figure]:
    with disk() as home:
        window = OpenWindow(reference(home), home)
        figure, floor = turned_back(window)
        window.close()
    what = "undo or redo of a change of 1,000 events to the repainted page"
    yield Figure("U2", what, figure, floor, 4, 150)


def turned_back(window: OpenWindow) -> tuple[float, float]:
    """Return how long undo or redo of a bulk change takes until it is painted, and how long doing it in the store."""
    page, store = window.page, window.store
    kind, first = next(iter(page.plan.kinds)), page.quarter.first
    events = [Event(f"e{n}", f"AMA {n}", kind, first + timedelta(days=n % 80)) for n in range(EVENTS)]
    with store.change(say("step.add", title="AMA")):
        store.of(Event).save(events)
    window.rest()
    doing, undoing, redoing = [], [], []
    for days in itertools.islice(itertools.cycle((1, 2)), TIMES):
        moved = [event.moved_to(event.day + timedelta(days=days)) for event in events if event.day]
        begin = time.perf_counter()
        with store.change(say("step.add", title="AMA")):
            store.of(Event).save(moved)
        doing.append((window.commit - begin) * 1000)
        window.until_painted(page.views.current)
        window.rest(0.1)
        undoing.append(window.painted(window.program.undo))
        window.rest(0.1)
        redoing.append(window.painted(window.program.redo))
        window.rest(0.1)
    return max(median(undoing), median(redoing)), median(doing)
