"""What the colours, the icons and the shapes of chips mean."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from app.calendar.event import Status
from app.calendar.kind import Kind
from widgets.common.paper.sheet import Box, Icon, Mark, Text
from widgets.common.paper.style import LEGEND, Look, fit, shade, width, wrap
from widgets.common.words import day as day_text
from widgets.common.words import tr
from widgets.printing.manuscript import Manuscript

LINE: Final = 13.0
SQUARE: Final = 9.0
BETWEEN: Final = 12.0
GAP: Final = 3.0
LONGEST: Final = 140.0
SHAPES: Final = (Status.IDEA, Status.DONE, Status.SKIPPED)
SHAPE_TEXTS: Final = {
    Status.IDEA: "status.idea",
    Status.DONE: "status.done",
    Status.SKIPPED: "status.skipped",
}
LOOKS: Final = {
    Status.IDEA: LEGEND._replace(italic=True),
    Status.DONE: LEGEND,
    Status.SKIPPED: LEGEND._replace(struck=True),
}


@dataclass(frozen=True, slots=True)
class _Entry:
    name: str
    kind: Kind | None = None
    shape: Status | None = None

    @property
    def look(self) -> Look:
        return LOOKS[self.shape] if self.shape else LEGEND

    @property
    def width(self) -> float:
        lead = 2 * SQUARE + 6 if self.kind else 8 if self.shape != Status.DONE else 16
        return lead + width(self.name, self.look)

    def marks(self, x: float, top: float) -> Iterator[Mark]:
        if self.kind:
            solid = shade(self.kind.family, "solid")
            yield Box(x, top + 1, SQUARE, SQUARE, fill=solid, radius=2)
            yield Icon(x + SQUARE + 2.5, top + 1, SQUARE, self.kind.icon, solid)
            yield Text(x + 2 * SQUARE + 6, top + 8.5, self.name, LEGEND)
            return
        done = self.shape == Status.DONE
        yield Box(x, top + 0.5, self.width, 10.5, "sunken" if done else "", "" if done else "border_strong", radius=2)
        if done:
            yield Icon(x + 4, top + 2.5, 7, "check", "text_2")
        yield Text(x + self.width - 4 - width(self.name, self.look), top + 8.5, self.name, self.look)


class Legend:
    """The kinds on a page, and the shapes that tell how far the work is."""

    def __init__(self, manuscript: Manuscript, room: float) -> None:
        events = [one.event for one in manuscript.occurrences]
        used = {event.kind for event in events}
        kinds = sorted((kind for kind in manuscript.kinds.values() if kind.id in used), key=lambda kind: kind.position)
        entries = [_Entry(fit(kind.name, LEGEND, LONGEST), kind) for kind in kinds]
        statuses = {event.status for event in events}
        entries += [_Entry(tr(SHAPE_TEXTS[shape]), shape=shape) for shape in SHAPES if shape in statuses]
        self._lines = _broken(entries, room)
        holidays = ", ".join(_holidays(manuscript))
        self._holidays = wrap(tr("printing.holidays", days=holidays), LEGEND, room) if holidays else []

    @property
    def height(self) -> float:
        """Height in points."""
        return LINE * (len(self._lines) + len(self._holidays)) + (GAP if self._holidays else 0)

    def marks(self, x: float, y: float) -> Iterator[Mark]:
        """Yield the lines of the legend from a corner."""
        for number, line in enumerate(self._lines):
            left = x
            for entry in line:
                yield from entry.marks(left, y + number * LINE)
                left += entry.width + BETWEEN
        for number, words in enumerate(self._holidays, len(self._lines)):
            yield Text(x, y + number * LINE + GAP + 8.5, words, LEGEND)


def _holidays(manuscript: Manuscript) -> Iterator[str]:
    """Yield the holidays in full: a day of the grid rarely has room for a long name."""
    for day, name in manuscript.holidays.items():
        if manuscript.first <= day <= manuscript.last:
            yield f"{day_text(day, 'd MMM')} {name}"


def _broken(entries: list[_Entry], room: float) -> list[list[_Entry]]:
    lines: list[list[_Entry]] = []
    used = room
    for entry in entries:
        if not lines or used + entry.width > room:
            lines.append([])
            used = 0
        lines[-1].append(entry)
        used += entry.width + BETWEEN
    return lines
