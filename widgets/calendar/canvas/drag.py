"""One drag inside the calendar, from taking hold to letting go. Nothing changes before that."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, QSize, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from widgets.calendar.canvas.chip import width_wanted
from widgets.calendar.canvas.chip_looks import ChipLooks
from widgets.calendar.canvas.drag_copy import DragCopy
from widgets.calendar.canvas.drag_landing import Landing
from widgets.calendar.canvas.face import ChipFace
from widgets.calendar.canvas.lanes import Item, Placed
from widgets.calendar.canvas.layout import HEADER
from widgets.common.words import tr

if TYPE_CHECKING:
    from app.calendar.occurrence import Key
    from widgets.calendar.canvas.painted import PaintedCanvas

GRAB: Final = QPoint(20, 9)  # where an event is held that was not drawn before
LIFT: Final = QPoint(12, 8)  # px that the copy lies right of and below the place it is held at
COPY_MAX: Final = 240  # px that a copy grows to at most to show its whole title
SCROLL_EDGE: Final = 28  # px at the upper and lower edge where the rows scroll by themselves
SCROLL_STEP: Final = 14
SCROLL_EVERY: Final = 40  # ms
TAKES_BACKLOG: Final = "accepts_backlog"  # property of a panel that events can be dropped on to wait for a day


@dataclass(frozen=True, slots=True)
class Held:
    """What was taken hold of, and how."""

    keys: tuple[Key, ...]  # the one under the mouse first
    item: Item
    days_in: int = 0  # days from its first day to the one that was taken
    end: str = ""  # "start" or "end" when it is stretched, else nothing
    grab: QPoint = GRAB  # in the chip


class Drag:
    """Follows the mouse, shows what would be, and sends the intent at the end."""

    def __init__(self, canvas: PaintedCanvas, held: Held, copy: DragCopy) -> None:
        self._canvas = canvas
        self._held = held
        self._copy = copy
        self._copying = False
        self._place = QPoint()
        self._beside: QWidget | None = None
        self._pointed: tuple[date | None, bool] = (None, False)
        self._landing: Landing | None = None
        self._timer = QTimer(canvas)
        self._timer.setInterval(SCROLL_EVERY)
        self._timer.timeout.connect(self._on_scroll_due)
        self._timer.start()
        QGuiApplication.setOverrideCursor(Qt.CursorShape.ArrowCursor)
        self._lift(not held.end)
        canvas.setFocus(Qt.FocusReason.MouseFocusReason)

    @staticmethod
    def of_chip(canvas: PaintedCanvas, keys: list[Key], chip: ChipFace, day: date, point: QPoint) -> Drag:
        """Take hold of an event at a point of the canvas, with others that are selected too."""
        rect = next(rect for rect in canvas.places.rects_of(chip.key) if rect.contains(point))
        held = Held(tuple(keys), chip.item, (day - chip.item.first).days, grab=point - rect.topLeft())
        size = QSize(max(rect.width(), min(width_wanted(chip.look), COPY_MAX)), rect.height())
        return Drag(canvas, held, DragCopy(canvas.window(), chip.look, size, len(keys)))

    @staticmethod
    def of_edge(canvas: PaintedCanvas, chip: ChipFace, end: str) -> Drag:
        """Take hold of one end of an event."""
        held = Held((chip.key,), chip.item, end=end)
        canvas.state.stretched = chip
        return Drag(canvas, held, DragCopy(canvas.window(), None, QSize()))

    @staticmethod
    def of_item(canvas: PaintedCanvas, keys: list[Key], item: Item) -> Drag:
        """Take hold of an event that was not drawn on the canvas."""
        grid, model = canvas.places.grid, canvas.model
        assert model.plan
        looks = ChipLooks(model.plan, model.colour_by, model.today)
        placed = Placed(item, item.first, 0, 0, 0, 18, opens=True, closes=True)
        look = looks.narrow(placed)
        size = QSize(max(grid.columns[1] - grid.columns[0] - 7, min(width_wanted(look), COPY_MAX)), 18)
        return Drag(canvas, Held(tuple(keys), item), DragCopy(canvas.window(), look, size, len(keys)))

    def move(self, place: QPoint, modifiers: Qt.KeyboardModifier) -> None:
        """Follow the mouse to a place on the screen."""
        self._place = place
        self._copying = bool(modifiers & Qt.KeyboardModifier.ControlModifier) and not self._held.end
        self._follow()

    def set_copy(self, copying: bool) -> None:
        """Copy instead of moving, or move after all."""
        self._copying = copying and not self._held.end
        self._follow()

    def drop(self) -> None:
        """Let go here."""
        held, landing, beside = self._held, self._landing, self._beside
        start, end = self._days()
        if beside is None and (landing is None or landing.refused or not (start or end or self._copying)):
            self.cancel()
            return
        self._finish()
        keys = list(held.keys)
        if beside is not None:
            self._copy.end()
            self._canvas.backlog_requested.emit(keys)
            return
        assert landing
        day = landing.spans[0][0]
        place = self._canvas.intents.place_of(landing.spans[0][1] if end and not start else day, keys[0])
        if held.end:
            self._canvas.resize_requested.emit(keys[0], start, end, place)
        elif self._copying:
            self._canvas.copy_requested.emit(keys, day)
        else:
            self._canvas.move_requested.emit(keys, day, place)
        self._settle()

    def cancel(self) -> None:
        """Put everything back."""
        self._finish()
        self._settle()

    def _follow(self) -> None:
        canvas = self._canvas
        point = canvas.mapFromGlobal(self._place)
        self._set_beside(None if self._held.end or canvas.rect().contains(point) else self._panel())
        day = canvas.places.day_at(point) if canvas.rect().contains(point) else None
        if (day, self._copying) != self._pointed or self._landing is None:
            self._pointed = (day, self._copying)
            self._lift(not self._held.end and not self._copying)
            self._landing = self._land(day)
            canvas.show_landing(self._landing)
        self._show_cursor()
        corner = canvas.window().mapFromGlobal(self._place) + LIFT
        self._copy.show_at(corner - (QPoint() if self._held.end else self._held.grab), self._words())

    def _land(self, day: date | None) -> Landing | None:
        if day is None:
            return None
        start, end = self._days()
        return self._canvas.intents.landing(self._held.keys, start, end, day, copy=self._copying)

    def _days(self) -> tuple[int, int]:
        """Return how many days the start and the end of the held event go."""
        day, item = self._pointed[0], self._held.item
        if day is None:
            return 0, 0
        if self._held.end == "start":
            return min((day - item.first).days, (item.last - item.first).days), 0
        if self._held.end == "end":
            return 0, max((day - item.last).days, (item.first - item.last).days)
        days = (day - item.first).days - self._held.days_in
        return days, days

    def _words(self) -> str:
        if self._beside is not None:
            return tr("canvas.drag.backlog")
        if self._landing is None:
            return tr("canvas.drag.nowhere")
        if self._copying and not self._landing.refused:
            return tr("canvas.drag.copy", where=self._landing.words)
        return self._landing.words

    def _show_cursor(self) -> None:
        shape = Qt.CursorShape.ArrowCursor
        if self._beside is None and (self._landing is None or self._landing.refused):
            shape = Qt.CursorShape.ForbiddenCursor
        elif self._held.end:
            shape = Qt.CursorShape.SizeHorCursor
        elif self._copying:
            shape = Qt.CursorShape.DragCopyCursor
        QGuiApplication.changeOverrideCursor(shape)

    def _panel(self) -> QWidget | None:
        """Return the panel under the mouse that events can be dropped on."""
        window = self._canvas.window()
        widget = window.childAt(window.mapFromGlobal(self._place))
        while widget is not None and not widget.property(TAKES_BACKLOG):
            widget = widget.parentWidget()
        return widget

    def _set_beside(self, panel: QWidget | None) -> None:
        if panel is self._beside:
            return
        for widget, active in ((self._beside, False), (panel, True)):
            show = getattr(widget, "set_drop_active", None)
            if show:
                show(active)
        self._beside = panel

    def _lift(self, lifted: bool) -> None:
        state = self._canvas.state
        now = frozenset(self._held.keys if lifted else ())
        if now != state.lifted:
            state.lifted = now
            self._canvas.repaint_keys(self._held.keys)

    def _settle(self) -> None:
        """Let the copy fly to where the event is drawn now."""
        there = self._canvas.places.rects_of(self._held.keys[0])
        if there and not self._held.end:
            self._copy.fly_to(self._canvas.mapTo(self._canvas.window(), there[0].topLeft()))
        else:
            self._copy.end()

    def _finish(self) -> None:
        self._timer.stop()
        self._timer.deleteLater()
        self._set_beside(None)
        self._lift(False)
        self._canvas.state.stretched = None
        self._canvas.show_landing(None)
        self._canvas.releaseMouse()
        QGuiApplication.restoreOverrideCursor()

    def _on_scroll_due(self) -> None:
        y = self._canvas.mapFromGlobal(self._place).y()
        if y < HEADER + SCROLL_EDGE:
            moved = self._canvas.scroll_by(-SCROLL_STEP)
        else:
            moved = y > self._canvas.height() - SCROLL_EDGE and self._canvas.scroll_by(SCROLL_STEP)
        if moved:
            self._follow()
