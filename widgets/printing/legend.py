"""What the colours, the icons and the shapes of chips mean."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from app.calendar.event import Status

from widgets.common.words import tr
from widgets.printing.manuscript import Manuscript
from widgets.printing.sheet import Box, Icon, Mark, Text
from widgets.printing.style import LEGEND, Look, fit, shade, width

LINE = 13.0
SQUARE = 9.0
BETWEEN = 12.0
SHAPES = (Status.IDEA, Status.DONE, Status.SKIPPED)


class Legend:
    """The kinds on a page, and the shapes that tell how far the work is."""

    def __init__(self, manuscript: Manuscript, room: float) -> None:
        events = [one.event for one in manuscript.occurrences]
        used = {event.kind for event in events}
        kinds = sorted((k for id, k in manuscript.kinds.items() if id in used), key=lambda kind: kind.position)
        entries = [(kind.name, kind.family, kind.icon) for kind in kinds]
        self._shapes = [shape for shape in SHAPES if any(event.status == shape for event in events)]
        self._lines = _broken(entries, room)
        self._shape_line = bool(self._shapes)

    @property
    def height(self) -> float:
        """Height in points."""
        return LINE * (len(self._lines) + self._shape_line)

    def marks(self, x: float, y: float) -> Iterator[Mark]:
        """Yield the lines of the legend from a corner."""
        for number, line in enumerate(self._lines):
            left, top = x, y + number * LINE
            for name, family, icon in line:
                yield Box(left, top + 1, SQUARE, SQUARE, fill=shade(family, "solid"), radius=2)
                yield Icon(left + SQUARE + 2.5, top + 1, SQUARE, icon, shade(family, "solid"))
                yield Text(left + 2 * SQUARE + 6, top + 8.5, name, LEGEND)
                left += _width(name)
        if self._shape_line:
            yield from self._shape_marks(x, y + len(self._lines) * LINE)

    def _shape_marks(self, x: float, top: float) -> Iterator[Mark]:
        for shape in self._shapes:
            words, look = _shape_words(shape)
            room = width(words, look) + (12 if shape == Status.DONE else 8)
            outline = "" if shape == Status.DONE else "border_strong"
            yield Box(x, top + 1, room, 10, fill="sunken" if shape == Status.DONE else "", edge=outline, radius=2)
            if shape == Status.DONE:
                yield Icon(x + 2, top + 2.5, 7, "check", "text_muted")
            yield Text(x + room - 4 - width(words, look), top + 8.5, words, look)
            x += room + BETWEEN


def _shape_words(shape: Status) -> tuple[str, Look]:
    match shape:
        case Status.IDEA:
            return tr("printing.shape.idea"), replace(LEGEND, italic=True)
        case Status.DONE:
            return tr("printing.shape.done"), LEGEND
        case _:
            return tr("printing.shape.skipped"), replace(LEGEND, struck=True)


def _width(name: str) -> float:
    return 2 * SQUARE + 6 + width(name, LEGEND) + BETWEEN


def _broken(entries: list[tuple[str, str, str]], room: float) -> list[list[tuple[str, str, str]]]:
    lines: list[list[tuple[str, str, str]]] = []
    used = room + 1
    for name, family, icon in entries:
        fitted = fit(name, LEGEND, min(room - 2 * SQUARE - 6, 140))
        if used + _width(fitted) - BETWEEN > room:
            lines.append([])
            used = 0
        lines[-1].append((fitted, family, icon))
        used += _width(fitted)
    return lines
