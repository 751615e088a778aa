"""X1, X2: 10,000 events into a calendar file and out of one, beside icalendar."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from statistics import median

import icalendar

from app.exchange.ics.choice import Profile
from app.exchange.ics.writing import write_calendar
from tests.benchmarks.calendar_file import Part, as_values, build, content, foreign_calendar
from tests.benchmarks.figure import Figure, milliseconds, side_by_side
from tests.benchmarks.reference import disk, read_plan, reference
from tests.benchmarks.window import OpenWindow
from widgets.common.overlay import Overlay
from widgets.exchange.import_dialog import ImportDialog
from widgets.exchange.import_run import Phase

IDS = ("X1", "X2")
EVENTS = 10_000
TIMES = 3


def measure() -> Iterator[Figure]:
    with disk() as home:
        yield _out(home)
        yield from _in(home)


def _out(home: Path) -> Figure:
    plan = read_plan(reference(home, events=EVENTS))
    write = partial(write_calendar, plan, Profile.FULL)
    data = write().data
    values = as_values(icalendar.Calendar.from_ical(data))
    build_and_write = partial(_built, values)
    theirs = build_and_write()
    assert content(theirs) == content(data), "the floor writes something else"
    figure, floor = side_by_side(write, build_and_write, times=TIMES, first=False)
    return Figure("X1", "ICS out, 10,000 events, beside icalendar building and writing them", figure, floor, 1.2)


def _built(values: Part) -> bytes:
    return build(values).to_ical(sorted=False)


def _in(home: Path) -> Iterator[Figure]:
    file = home / "foreign.ics"
    file.write_bytes(foreign_calendar(EVENTS))
    window = OpenWindow(reference(home), home)
    bare = partial(subprocess.run, [sys.executable, "-c", "pass"], check=True)
    times, floors, longest = [], [], []
    for _ in range(TIMES):
        floors.append(milliseconds(lambda: icalendar.Calendar.from_ical(file.read_bytes())) + milliseconds(bare))
        took, blocked = brought_in(window, file)
        times.append(took)
        longest.append(blocked)
    window.close()
    what = "ICS in, 10,000 events of others, to preview, beside icalendar and a child process"
    yield Figure("X2", what, median(times), median(floors), 1.3)
    what = "longest time that the window did not answer while it ran"
    yield Figure("X2", what, median(longest), limit=50, worst=max(longest))


def brought_in(window: OpenWindow, file: Path) -> tuple[float, float]:
    """Look at an import in the window; return how long it took to the preview, and the longest gap while it ran."""
    begin = time.perf_counter()
    window.program.go("import", str(file))
    overlay = window.frame.findChild(Overlay)
    assert isinstance(overlay, Overlay)
    dialog = overlay.panel
    assert isinstance(dialog, ImportDialog)
    window.until_painted(dialog)
    with window.heartbeat() as longest:
        window.until(lambda: dialog.run.phase is Phase.WAITING)
        window.until_painted(dialog.preview.table.viewport())
    took = (time.perf_counter() - begin) * 1000
    assert dialog.run.entries >= EVENTS
    dialog.rejected.emit()
    window.rest(1)
    return took, longest[0]
