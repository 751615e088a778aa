"""The painted calendar for those who hear it: a list of days, each a list of its events.

Qt keeps the pointers it was given until the canvas is gone, so every part is made once, by its place, and kept: what
a part tells is always what lies at its place now.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QObject, QPoint, QRect
from PySide6.QtGui import QAccessible, QAccessibleEvent, QAccessibleInterface, QColor, QWindow
from shiboken6 import isValid
from typing_extensions import override

from widgets.calendar.canvas.accessible_names import day_name, event_name
from widgets.calendar.canvas.grid import DAYS

if TYPE_CHECKING:
    from datetime import date

    from widgets.calendar.canvas.lanes import Item
    from widgets.calendar.canvas.painted import PaintedCanvas

Role = QAccessible.Role


class _Part(QAccessibleInterface):
    """What all parts of the calendar have in common."""

    def __init__(self, canvas: PaintedCanvas) -> None:
        super().__init__()
        self.canvas = canvas

    def place(self) -> QRect:
        """Return where the part is on the canvas."""
        return self.canvas.rect()

    @override
    def isValid(self) -> bool:
        return isValid(self.canvas)

    @override
    def object(self) -> QObject | None:  # type: ignore[override]  # the stub forgets that there may be none
        return None

    @override
    def window(self) -> QWindow:
        return self.canvas.window().windowHandle()

    @override
    def rect(self) -> QRect:
        seen = self.place() & self.canvas.rect()
        return self.canvas.on_screen(seen)

    @override
    def state(self) -> QAccessible.State:
        state = QAccessible.State()
        state.focusable = True
        state.readOnly = True
        shown = self.canvas.isVisible()
        state.invisible = not shown
        state.offscreen = not (shown and self.place().intersects(self.canvas.rect()))
        return state

    @override
    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        children = (self.child(index) for index in range(self.childCount()))
        return next((child for child in children if child and child.rect().contains(QPoint(x, y))), None)

    @override
    def setText(self, t: QAccessible.Text, text: str) -> None:
        pass  # what is painted is not typed into

    @override
    def foregroundColor(self) -> QColor:
        return QColor()

    @override
    def backgroundColor(self) -> QColor:
        return QColor()


class AccessibleCanvas(_Part):
    """The calendar as a whole; its children are the days."""

    def __init__(self, canvas: PaintedCanvas) -> None:
        super().__init__(canvas)
        self._days: list[AccessibleDay] = []

    def day(self, day: date) -> AccessibleDay | None:
        """Return a day, or None when it is not on the page."""
        place = self.canvas.places.grid.place(day)
        return self.child(place[0] * DAYS + place[1]) if place else None

    def focused(self) -> QAccessibleInterface:
        """Return what the keyboard is on."""
        state = self.canvas.state
        day = self.day(state.day)
        event = day.event(state.key) if day and state.key else None
        return event or day or self

    @override
    def object(self) -> QObject:
        return self.canvas

    @override
    def parent(self) -> QAccessibleInterface | None:  # type: ignore[override]
        above = self.canvas.parentWidget()
        return QAccessible.queryAccessibleInterface(above) if above else None

    @override
    def role(self) -> QAccessible.Role:
        return Role.List

    @override
    def text(self, t: QAccessible.Text) -> str:
        match t:
            case QAccessible.Text.Name:
                return self.canvas.accessibleName()
            case QAccessible.Text.Description | QAccessible.Text.Help:
                return self.canvas.accessibleDescription()
        return ""

    @override
    def childCount(self) -> int:
        return len(self.canvas.places.grid.rows) * DAYS

    @override
    def child(self, index: int) -> AccessibleDay | None:  # type: ignore[override]
        if not 0 <= index < self.childCount():
            return None
        while len(self._days) <= index:
            self._days.append(AccessibleDay(self, len(self._days)))
        return self._days[index]

    @override
    def indexOfChild(self, child: QAccessibleInterface) -> int:
        return child.index if isinstance(child, AccessibleDay) else -1

    @override
    def focusChild(self) -> QAccessibleInterface | None:  # type: ignore[override]
        return self.focused() if self.canvas.hasFocus() else None

    @override
    def state(self) -> QAccessible.State:
        state = super().state()
        state.focused = self.canvas.hasFocus()
        return state


class AccessibleDay(_Part):
    """One day; its children are its events, also those that are not drawn."""

    def __init__(self, above: AccessibleCanvas, index: int) -> None:
        super().__init__(above.canvas)
        self._above = above
        self.index = index
        self._events: list[AccessibleEvent] = []

    def date(self) -> date:
        """Return which day lies at this place now."""
        return self.canvas.places.grid.day(*divmod(self.index, DAYS))

    def items(self) -> list[Item]:
        """Return the events of the day."""
        return self.canvas.model.on(self.date())

    def event(self, key: object) -> AccessibleEvent | None:
        """Return one of the events."""
        keys = [item.key for item in self.items()]
        return self.child(keys.index(key)) if key in keys else None

    @override
    def isValid(self) -> bool:
        return super().isValid() and self.index < self._above.childCount()

    @override
    def place(self) -> QRect:
        return self.canvas.places.day_rect(self.date())

    @override
    def parent(self) -> QAccessibleInterface:
        return self._above

    @override
    def role(self) -> QAccessible.Role:
        return Role.List

    @override
    def text(self, t: QAccessible.Text) -> str:
        if t != QAccessible.Text.Name:
            return ""
        day, model = self.date(), self.canvas.model
        tasks = len(model.due_on(day))
        return day_name(day, len(self.items()), model.holidays.get(day, ""), tasks, today=day == model.today)

    @override
    def childCount(self) -> int:
        return len(self.items())

    @override
    def child(self, index: int) -> AccessibleEvent | None:  # type: ignore[override]
        if not 0 <= index < self.childCount():
            return None
        while len(self._events) <= index:
            self._events.append(AccessibleEvent(self, len(self._events)))
        return self._events[index]

    @override
    def indexOfChild(self, child: QAccessibleInterface) -> int:
        return child.index if isinstance(child, AccessibleEvent) else -1

    @override
    def state(self) -> QAccessible.State:
        state = super().state()
        here = self.canvas.state.day == self.date() and self.canvas.state.key is None
        state.focused = here and self.canvas.hasFocus()
        return state


class AccessibleEvent(_Part):
    """One event of a day."""

    def __init__(self, above: AccessibleDay, index: int) -> None:
        super().__init__(above.canvas)
        self._above = above
        self.index = index

    def item(self) -> Item | None:
        """Return which event lies at this place now."""
        items = self._above.items()
        return items[self.index] if self.index < len(items) else None

    @override
    def isValid(self) -> bool:
        return super().isValid() and self._above.isValid() and self.item() is not None

    @override
    def place(self) -> QRect:
        item = self.item()
        rects = self.canvas.places.rects_of(item.key) if item else []
        day = self._above.place()
        return next((rect for rect in rects if rect.intersects(day)), self.canvas.places.plus_rect(self._above.date()))

    @override
    def parent(self) -> QAccessibleInterface:
        return self._above

    @override
    def role(self) -> QAccessible.Role:
        return Role.ListItem

    @override
    def text(self, t: QAccessible.Text) -> str:
        item = self.item()
        return event_name(item.occurrence) if item and t == QAccessible.Text.Name else ""

    @override
    def childCount(self) -> int:
        return 0

    @override
    def child(self, index: int) -> None:  # type: ignore[override]
        return None

    @override
    def indexOfChild(self, child: QAccessibleInterface) -> int:
        return -1

    @override
    def state(self) -> QAccessible.State:
        state, item = super().state(), self.item()
        state.selectable = True
        state.multiSelectable = True
        if item:
            state.selected = item.key in self.canvas.state.selected
            state.focused = self.canvas.hasFocus() and item.key == self.canvas.state.key
        return state


class _Known:
    """The interfaces that Qt was given; nothing else holds them."""

    of: ClassVar[dict[int, AccessibleCanvas]] = {}
    installed = False


def describe_canvas(canvas: PaintedCanvas) -> None:
    """Let assistive programs see into a canvas from now on."""
    if not _Known.installed:
        _Known.installed = True
        QAccessible.installFactory(_interface_of)
    name = id(canvas)
    canvas.destroyed.connect(lambda: _Known.of.pop(name, None))


def tell_focus(canvas: PaintedCanvas) -> None:
    """Tell assistive programs where the keyboard went."""
    if QAccessible.isActive() and canvas.hasFocus():
        interface = QAccessible.queryAccessibleInterface(canvas)
        if isinstance(interface, AccessibleCanvas):
            QAccessible.updateAccessibility(QAccessibleEvent(interface.focused(), QAccessible.Event.Focus))


def _interface_of(_key: str, thing: QObject | None) -> QAccessibleInterface | None:
    from widgets.calendar.canvas.painted import PaintedCanvas

    if not isinstance(thing, PaintedCanvas):
        return None
    interface = AccessibleCanvas(thing)
    _Known.of[id(thing)] = interface
    return interface
