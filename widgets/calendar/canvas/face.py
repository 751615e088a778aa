"""What is seen of a week, as plain values: equal faces need no new painting."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect

from app.calendar.occurrence import Key
from app.calendar.workload import Load
from widgets.calendar.canvas.chip import ChipLook
from widgets.calendar.canvas.lanes import Item


@dataclass(frozen=True, slots=True)
class DayFace:
    """The ground and the date line of a day."""

    text: str
    strong: bool = False  # begins a month, or the page
    holiday: str = ""
    today: bool = False
    past: bool = False
    weekend: bool = False
    outside: bool = False  # beyond the 90 days: hatched
    faint: bool = False  # of another month
    line_above: bool = False  # the month line
    line_before: bool = False
    hidden: int = 0
    tasks: int = 0  # still to be done, due on this day
    late: bool = False


@dataclass(frozen=True, slots=True)
class ChipFace:
    """An event at its place in the week; x and y are counted from the row's corner."""

    item: Item
    x: int
    y: int
    width: int
    height: int
    first: int  # column
    last: int
    look: ChipLook

    @property
    def key(self) -> Key:
        """What names the event."""
        return self.item.key

    def rect(self, row_top: int) -> QRect:
        """Return its place when its row begins at a height."""
        return QRect(self.x, row_top + self.y, self.width, self.height)


@dataclass(frozen=True, slots=True)
class WeekFace:
    """A row: the week's name and load, its days and its events."""

    name: str  # "W9"
    range: str  # "1–7"
    load: Load
    days: tuple[DayFace, ...]
    chips: tuple[ChipFace, ...]
