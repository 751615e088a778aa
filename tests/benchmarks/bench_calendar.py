"""C1, C2: a step of a drag, and everything that shows the whole quarter anew, beside one full repaint of the page.

Counted is the time of the processor: one step takes half a millisecond, and a p99 of such steps on a busy machine
would tell how busy it is.
"""

from __future__ import annotations

import itertools
import random
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.calendar.plan import Plan
from app.calendar.quarter import Quarter
from storage.store import SqlStore
from tests.benchmarks.figure import Figure, p99
from widgets.calendar.month_view import MonthView
from widgets.calendar.quarter_view import QuarterView
from widgets.common.theme import theme

IDS = ("C1", "C2")
ROOT = Path(__file__).parents[2]
STEPS = 600
SIZE = (960, 775)  # of the page in a window of 1440 x 900


def measure() -> Iterator[Figure]:
    app = QApplication.instance() or QApplication([])
    theme().apply("light")
    with TemporaryDirectory() as folder:
        plan = _reference(Path(folder))
    quarter = Quarter(plan.playbook.start, plan.playbook.first_weekday)
    view = QuarterView()
    view.resize(*SIZE)
    view.show_plan(plan, quarter, today=quarter.first)
    view.show()
    app.processEvents()

    repaint = median(_spent(view.repaint_all) for _ in range(15))
    steps = _drag(view)
    yield Figure("C1", "one step of a drag among 2,000 occurrences, p99", p99(steps), repaint, 0.25, 8)

    month = MonthView()
    month.resize(*SIZE)
    colours = itertools.cycle(["stage", "persona", "owner", "kind"])
    quarters = itertools.cycle([quarter.next(), quarter])

    def switch() -> None:
        month.hide()
        view.hide()
        view.show_plan(plan, quarter, today=quarter.first)
        view.show()
        app.processEvents()

    def recolour() -> None:
        view.show_plan(plan, quarter, today=quarter.first, colour_by=next(colours))
        view.repaint()

    def turn() -> None:
        view.show_plan(plan, next(quarters), today=quarter.first)
        view.repaint()

    for what, work in (
        ("switch to the 90 days", switch),
        ("another colour-by", recolour),
        ("the next quarter", turn),
    ):
        work()
        pairs = [(_spent(work), _spent(view.repaint_all)) for _ in range(9)]
        figure, floor = (median(side) for side in zip(*pairs, strict=True))
        yield Figure("C2", what, figure, floor, 8, 100)


def _reference(folder: Path) -> Plan:
    book = folder / "reference.sedyanka"
    subprocess.run(
        [sys.executable, "main.py", "generate", str(book), "--seed", "1", "--events", "300"],
        cwd=ROOT, check=True, capture_output=True,
    )  # fmt: skip
    store = SqlStore(book, read_only=True)
    plan = Plan.read(store)
    store.close()
    return plan


def _drag(view: QuarterView) -> list[float]:
    """Take hold of an event and carry it to and fro over the page; return how long each step took."""
    app, chance = QApplication.instance(), random.Random(1)
    assert app
    chip = next(chip for face in view.model.faces for chip in face.chips if not chip.look.long)
    place = view.places.rects_of(chip.key)[0].center()
    QTest.mousePress(view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    QTest.mouseMove(view, place + QPoint(10, 0))
    times = []
    for _ in range(STEPS):
        place += QPoint(chance.randint(-60, 60), chance.randint(-40, 40))
        place.setX(min(max(place.x(), 100), SIZE[0] - 1))
        place.setY(min(max(place.y(), 30), SIZE[1] - 1))

        def step(place: QPoint = place) -> None:
            QTest.mouseMove(view, place)
            app.processEvents()

        times.append(_spent(step))
    QTest.keyClick(view, Qt.Key.Key_Escape)
    return times


def _spent(work: Callable[[], object]) -> float:
    """Return the milliseconds that the processor worked."""
    start = time.process_time()
    work()
    return (time.process_time() - start) * 1000
