"""What is going on in a painted view: what is chosen, where the keyboard and the mouse are, what is being dragged."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from app.calendar.occurrence import Key
from widgets.calendar.canvas.drag_landing import Landing
from widgets.calendar.canvas.face import ChipFace


@dataclass(slots=True)
class CanvasState:
    """Only for the moment; nothing of it is kept."""

    selected: set[Key] = field(default_factory=set)
    day: date = date.min  # that the keyboard is on
    key: Key | None = None  # the event of that day that the keyboard is on
    on_plus: bool = False  # the keyboard is on the "+n" of the day
    by_keyboard: bool = False  # the ring is seen only after a key
    hovered: Key | None = None
    hovered_day: date | None = None  # an empty day under the mouse
    opened: date | None = None  # whose list is open
    just_closed: date | None = None  # whose list this very press closed
    lifted: frozenset[Key] = frozenset()  # drawn dashed while dragged
    stretched: ChipFace | None = None  # whose end is being pulled
    landing: Landing | None = None
