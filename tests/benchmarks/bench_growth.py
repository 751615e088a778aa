"""G1: ten times the reference: what reads all of it grows with it, what does not stays as fast.

Each size is measured in a process of its own, in turns.
"""

from __future__ import annotations

import gc
import shutil
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from statistics import median

from app.calendar.plan import Plan
from app.exchange.ics.choice import Profile
from app.exchange.ics.reading import read_calendar
from app.exchange.ics.writing import write_calendar
from tests.benchmarks.alone import each_alone
from tests.benchmarks.bench_calendar import dragged, switches
from tests.benchmarks.bench_edit import kept, shown
from tests.benchmarks.bench_printing import written
from tests.benchmarks.bench_start import start_on, typical_of
from tests.benchmarks.bench_undo import turned_back
from tests.benchmarks.figure import Figure, side_by_side, typical
from tests.benchmarks.growth_of_walls import by_turns, under_hand
from tests.benchmarks.reference import EVENTS, disk, quarter_of, read_plan, reference
from tests.benchmarks.window import OpenWindow
from widgets.shell.garbage import NEVER, YOUNG

IDS = ("G1",)
TIMES = 10
ALL, PART = 12.0, 1.3  # budgets: what reads everything, and what does not
ROUNDS = 3
PARTIAL = frozenset({"C1", "B1", "U1"})
Found = dict[str, float]  # what was measured -> ms, or MB


def measure() -> Iterator[Figure]:
    with disk() as home:
        homes = [home / str(events) for events in (EVENTS, EVENTS * TIMES)]
        for folder, events in zip(homes, (EVENTS, EVENTS * TIMES), strict=True):
            folder.mkdir()
            reference(folder, events)
        ((large, small),) = each_alone(finding, [homes])
        yield Figure("G1", "C3, finding the occurrences of a quarter: 10 × REF beside REF", large, small, ALL)
        for name, large, small in next(each_alone(on_walls, [homes])):
            yield Figure("G1", f"{name}: 10 × REF beside REF", large, small, ALL)
        for part in (in_window, on_board, in_store, as_files, at_start):
            few, many = _in_turns(part, homes)
            for name, figure in many.items():
                budget = PART if name[:2] in PARTIAL else ALL
                unit = "MB" if name.startswith("S3") else "ms"
                yield Figure("G1", f"{name}: 10 × REF beside REF", figure, few[name], budget, unit=unit)


def _in_turns(part: Callable[[Path], Found], homes: list[Path]) -> tuple[Found, Found]:
    """Measure small and large by turns; return the medians."""
    rounds = list(each_alone(part, homes * ROUNDS))
    return _medians(rounds[::2]), _medians(rounds[1::2])


def _medians(rounds: list[Found]) -> Found:
    return {name: median(found[name] for found in rounds) for name in rounds[0]}


def in_window(home: Path) -> Found:
    window = OpenWindow(_book(home), home)
    found = {"C1, a step of a drag, p99": dragged(window)}
    for repeats, what in ((False, "a single event"), (True, "a series")):
        found[f"U1, title of {what} to painted"] = median(shown(window, repeats=repeats))
    found |= {f"C2, {what}": typical(work) for what, work in switches(window)}
    found["U2, undo of 1,000 events"] = turned_back(window)[0]
    window.close()
    return found


def on_board(home: Path) -> Found:
    return under_hand(_book(home), home)


def on_walls(homes: list[Path]) -> list[tuple[str, float, float]]:
    """Open and paint the board and the map of both sizes by turns in one process, as a small one would be in cache."""
    small, large = (_book(home) for home in homes)
    return list(by_turns(small, large, homes[1]))


def finding(homes: list[Path]) -> tuple[float, float]:
    """Find what takes place in a quarter of the large and of the small plan, by turns in one process.

    Asked again and again by itself, a small plan would sit in the cache of the processor, as it never does in use.
    """
    gc.set_threshold(*YOUNG, NEVER)  # as in the program
    small, large = (read_plan(_book(home)) for home in homes)
    return side_by_side(partial(_find_anew, large), partial(_find_anew, small), times=21)


def _find_anew(plan: Plan) -> None:
    plan._forget(None)
    plan.occurrences(quarter_of(plan).first, quarter_of(plan).last)


def in_store(home: Path) -> Found:
    return {"U1, store call": kept(_book(home), home)[0]}


def as_files(home: Path) -> Found:
    book = _book(home)
    plan = read_plan(book)
    data = write_calendar(plan, Profile.FULL).data
    return {
        "X1, ICS out": typical(partial(write_calendar, plan, Profile.FULL), times=3),
        "X2, ICS in": typical(partial(read_calendar, data), times=3),
        "X3, PDF of the quarter": written(book, home)[0],
    }


def at_start(home: Path) -> Found:
    book = _book(home)
    runs = [start_on(book, home) for _ in range(3)]
    return {
        "S2, start to the calendar": typical_of(runs, "ready"),
        "S3, memory": typical_of(runs, "memory"),
    }


def _book(home: Path) -> Path:
    """Return a copy of the reference that nobody changed yet."""
    copy = home / f"copy-{time.time_ns()}.sedyanka"
    shutil.copy(next(home.glob("reference-*.sedyanka")), copy)
    return copy
