"""B1, B2: a board of 5,000 notes with 5,000 connectors under the hand at 100 %, and as a whole.

Measured in the real window on the reference playbook.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from statistics import median
from typing import Any, Final

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QMouseEvent, QPainter
from PySide6.QtWidgets import QApplication

from tests.benchmarks.figure import Figure, milliseconds, p99, side_by_side
from tests.benchmarks.reference import disk, reference
from tests.benchmarks.window import OpenWindow
from widgets.common.theme import theme
from widgets.purpose.canvas.selection import Selection
from widgets.purpose.page import PurposePage
from widgets.purpose.painting.fills import fill_of, ink, paper
from widgets.shell.pages import PURPOSE

IDS = ("B1", "B2")
STEPS = 600
DRAGGED = 50


def measure() -> Iterator[Figure]:
    with disk() as home:
        window = OpenWindow(reference(home), home)
        page = board_in(window)
        for what, work in UNDER_HAND:
            rounds = [(work(window, page), repainted(page)) for _ in range(3)]
            step, repaint = (median(side) for side in zip(*rounds, strict=True))
            yield Figure("B1", f"board of 5,000 notes: {what}, p99", step, repaint, 1.5, 16.7)
        yield whole(window, page)
        window.close()


def board_in(window: OpenWindow) -> PurposePage:
    """Show the large board."""
    window.program.go(PURPOSE.id, "")
    window.rest(0.5)
    page = window.program.window.pages.get(PURPOSE.id)
    assert isinstance(page, PurposePage)
    assert len(page.wall.notes) >= 5_000
    return page


def at_the_middle(page: PurposePage) -> None:
    """Look at the middle of the board at 100 %."""
    page.canvas.set_zoom(1.0)
    middle = page.canvas.content().center()
    page.canvas.reveal(QRectF(middle, middle), middle=True)


def repainted(page: PurposePage) -> float:
    """Return how long it takes to paint the visible notes with their connectors once, from nothing."""
    at_the_middle(page)
    canvas = page.canvas
    image = QImage(canvas.viewport().size(), QImage.Format.Format_RGB32)

    def paint() -> None:
        painter = QPainter(image)
        painter.fillRect(image.rect(), theme().color("bg"))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setTransform(canvas.viewportTransform())
        canvas.picture.paint(painter, canvas.visible_part(), 1.0)
        painter.end()

    paint()
    return median(milliseconds(paint) for _ in range(20))


def stepped(window: OpenWindow, work: Callable[[], Any]) -> float:
    """Time one step until it is painted."""

    def step() -> None:
        work()
        window.app.processEvents()

    return milliseconds(step)


def panned(window: OpenWindow, page: PurposePage) -> float:
    chance = random.Random(1)
    at_the_middle(page)
    window.rest(0.1)

    def pan() -> None:
        page.canvas.pan(chance.randint(-60, 60), chance.randint(-40, 40))

    return p99([stepped(window, pan) for _ in range(STEPS)])


def zoomed(window: OpenWindow, page: PurposePage) -> float:
    chance = random.Random(2)
    at_the_middle(page)
    window.rest(0.1)
    room = page.canvas.viewport()

    def zoom() -> None:
        at = QPointF(chance.randint(0, room.width()), chance.randint(0, room.height()))
        page.canvas.set_zoom(chance.uniform(0.95, 1.05), at)

    return p99([stepped(window, zoom) for _ in range(STEPS)])


def dragged(window: OpenWindow, page: PurposePage) -> float:
    """Take hold of 50 notes in the middle of the board and carry them about."""
    chance, canvas = random.Random(3), page.canvas
    at_the_middle(page)
    middle = canvas.content().center()
    near = sorted(page.wall.notes.values(), key=lambda it: abs(it.x - middle.x()) + abs(it.y - middle.y()))[:DRAGGED]
    canvas.select(Selection(tuple(note.id for note in near)))
    window.rest(0.1)
    held = near[0]
    place = canvas.on_view(QPointF(held.x + held.width / 2, held.y + held.height / 2))
    sent(canvas, QEvent.Type.MouseButtonPress, place)
    sent(canvas, QEvent.Type.MouseMove, place + QPointF(20, 0))
    times = []
    for _ in range(STEPS):
        there = place + QPointF(chance.randint(-120, 120), chance.randint(-80, 80))
        times.append(stepped(window, lambda there=there: sent(canvas, QEvent.Type.MouseMove, there)))
    assert len(canvas.picture.lifted) == DRAGGED, "nothing was dragged"
    canvas.cancel_gesture()
    canvas.select(Selection())
    return p99(times)


def sent(canvas: Any, kind: QEvent.Type, place: QPointF) -> None:
    port = canvas.viewport()
    button = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseMove else Qt.MouseButton.LeftButton
    event = QMouseEvent(
        kind, place, QPointF(port.mapToGlobal(place)), button, Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    QApplication.sendEvent(port, event)


UNDER_HAND: Final = (("pan", panned), ("zoom step", zoomed), ("drag of 50 notes with their connectors", dragged))


def whole(window: OpenWindow, page: PurposePage) -> Figure:
    """Compare one repaint of the whole board with one text painted for each note."""
    canvas = page.canvas
    canvas.fit()
    window.rest(0.2)
    image = QImage(canvas.viewport().size(), QImage.Format.Format_RGB32)

    def naive() -> None:
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme().font("small"))
        painter.setTransform(canvas.viewportTransform())
        for note in page.wall.notes.values():
            rect = QRectF(note.x, note.y, note.width, note.height)
            painter.fillRect(rect, paper(fill_of(note)))
            painter.setPen(ink(fill_of(note)))
            painter.drawText(rect, int(Qt.TextFlag.TextWordWrap), note.text)
        painter.end()

    figure, floor = side_by_side(canvas.viewport().repaint, naive, 9)
    return Figure("B2", "the whole board of 5,000 notes and connectors, one repaint", figure, floor, 0.125, 33)
