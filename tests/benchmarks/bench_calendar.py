"""C1, C2: a step of a drag, and everything that shows the whole quarter anew, beside one full repaint of the page.

Measured in the real window on the reference playbook.
"""

from __future__ import annotations

import itertools
import random
from collections.abc import Callable, Iterator
from statistics import median

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from tests.benchmarks.figure import Figure, milliseconds, p99
from tests.benchmarks.reference import disk, reference
from tests.benchmarks.window import OpenWindow
from widgets.calendar.views import MONTH, QUARTER
from widgets.shell.pages import CALENDAR, SETTINGS

IDS = ("C1", "C2")
STEPS = 600
TIMES = 9


def measure() -> Iterator[Figure]:
    with disk() as home:
        window = OpenWindow(reference(home), home)
        rounds = [(dragged(window), repainted(window)) for _ in range(3)]
        step, repaint = (median(side) for side in zip(*rounds, strict=True))
        yield Figure("C1", "one step of a drag among 2,000 occurrences, p99", step, repaint, 0.25, 8)
        for what, work in switches(window):
            work()
            pairs = [(work(), repainted(window, times=1)) for _ in range(TIMES)]
            figure, floor = (median(side) for side in zip(*pairs, strict=True))
            yield Figure("C2", what, figure, floor, 8, 100)
        window.close()


def switches(window: OpenWindow) -> Iterator[tuple[str, Callable[[], float]]]:
    """Yield what shows the whole quarter anew; each call returns how long one such switch took."""
    page, colours = window.page, itertools.cycle(["stage", "persona", "owner", "kind"])

    def from_page() -> float:
        window.program.go(SETTINGS.id, "")
        window.rest(0.1)
        return window.painted(lambda: window.program.go(CALENDAR.id, ""))

    def from_month() -> float:
        window.painted(lambda: page.open_view(MONTH))
        return window.painted(lambda: page.open_view(QUARTER), page.views.quarter)

    yield "switch from another page to the 90 days", from_page
    yield "switch from the month to the 90 days", from_month
    yield "another colour-by", lambda: window.painted(lambda: page.set_colour(next(colours)))
    yield "the next quarter, never seen before", lambda: window.painted(lambda: page.turn(1))


def repainted(window: OpenWindow, times: int = 10) -> float:
    """Return how long one full repaint of the page takes."""
    return median(milliseconds(window.page.views.quarter.repaint_all) for _ in range(times))


def dragged(window: OpenWindow) -> float:
    """Take hold of an event and carry it to and fro over the page; return the p99 of the steps."""
    chance, view = random.Random(1), window.page.views.quarter
    chip = next(chip for face in view.model.faces for chip in face.chips if chip.look.opens)
    place = view.places.rects_of(chip.key)[0].center()
    QTest.mousePress(view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    QTest.mouseMove(view, place + QPoint(10, 0))
    times = []
    for _ in range(STEPS):
        place += QPoint(chance.randint(-60, 60), chance.randint(-40, 40))
        place.setX(min(max(place.x(), 100), view.width() - 1))
        place.setY(min(max(place.y(), 30), view.height() - 1))

        def step(place: QPoint = place) -> None:
            QTest.mouseMove(view, place)
            window.app.processEvents()

        times.append(milliseconds(step))
    assert view.state.landing is not None, "nothing was dragged"
    QTest.keyClick(view, Qt.Key.Key_Escape)
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    window.rest()
    return p99(times)
