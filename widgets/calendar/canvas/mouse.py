"""The calendar by mouse: choosing, opening, taking hold."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QContextMenuEvent, QHelpEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QToolTip

from widgets.calendar.canvas.accessible_names import details
from widgets.calendar.canvas.drag import Drag
from widgets.calendar.canvas.face import ChipFace
from widgets.calendar.canvas.picture import plus_hint
from widgets.common.words import day as write_day
from widgets.common.words import tr

if TYPE_CHECKING:
    from app.calendar.occurrence import Key
    from widgets.calendar.canvas.painted import PaintedCanvas

START_AFTER: Final = 6  # px that the mouse goes before it drags
MANY: Final = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@dataclass(frozen=True, slots=True)
class Press:
    """Where the mouse went down, and on what."""

    point: QPoint
    chip: ChipFace
    edge: str  # "start" or "end" when an end was taken
    day: date
    many: bool  # with Ctrl or Shift


class CanvasMouse:
    """Tells a click from a drag."""

    def __init__(self, canvas: PaintedCanvas) -> None:
        self._canvas = canvas
        self._pressed: Press | None = None
        self._drag: Drag | None = None
        self._tasks: tuple[QPoint, date] | None = None  # where the number of due tasks was pressed, and of which day

    def press(self, event: QMouseEvent) -> None:
        """Choose what is under the mouse, or get ready to drag it."""
        point, day = event.position().toPoint(), self._canvas.places.day_at(event.position().toPoint())
        self._canvas.state.by_keyboard = False
        if day is None or self._drag:
            return
        if event.button() == Qt.MouseButton.LeftButton and self._canvas.places.plus_at(point):
            self._canvas.set_cursor(day, None, on_plus=True)
            if day != self._canvas.state.just_closed:
                self._canvas.open_list(day)
            return
        if event.button() == Qt.MouseButton.LeftButton and self._canvas.places.tasks_at(point):
            self._canvas.set_cursor(day, None)
            self._tasks = (point, day)
            return
        chip = self._canvas.places.chip_at(point)
        self._canvas.set_cursor(day, chip.key if chip else None)
        many = bool(event.modifiers() & MANY)
        if chip is None:
            self._press_day(day, point, event.button(), many=many)
        elif event.button() == Qt.MouseButton.LeftButton:
            self._pressed = Press(point, chip, self._canvas.places.edge_at(point, chip), day, many)
            if chip.key not in self._canvas.state.selected and not many:
                self._canvas.choose([chip.key])

    def move(self, event: QMouseEvent) -> None:
        """Drag, or show what is under the mouse."""
        place = event.globalPosition().toPoint()
        if self._drag:
            self._drag.move(place, event.modifiers())
        elif self._tasks:
            if (event.position().toPoint() - self._tasks[0]).manhattanLength() >= START_AFTER:
                from widgets.calendar.canvas.due_list import drag_tasks  # few starts need it

                day, self._tasks = self._tasks[1], None
                drag_tasks(self._canvas, self._canvas.model.due_on(day))
        elif self._pressed and event.buttons() & Qt.MouseButton.LeftButton:
            if (event.position().toPoint() - self._pressed.point).manhattanLength() >= START_AFTER:
                self._take_hold(self._pressed)
                if self._drag:
                    self._drag.move(place, event.modifiers())
        else:
            self._hover(event.position().toPoint())

    def release(self, event: QMouseEvent) -> None:
        """Drop what is dragged, or end a click."""
        pressed, drag, tasks = self._pressed, self._drag, self._tasks
        self._pressed = self._tasks = None
        if event.button() != Qt.MouseButton.LeftButton:
            return
        if tasks:
            self._canvas.open_tasks(tasks[1])
        elif drag:
            drag.move(event.globalPosition().toPoint(), event.modifiers())
            self._drag = None
            drag.drop()
        elif pressed and pressed.many:
            self._canvas.choose(self._canvas.state.selected ^ {pressed.chip.key})
        elif pressed:
            self._canvas.choose([pressed.chip.key])

    def double_click(self, event: QMouseEvent) -> None:
        """Open an event, or begin a new one on an empty day."""
        point = event.position().toPoint()
        chip, day = self._canvas.places.chip_at(point), self._canvas.places.day_at(point)
        if event.button() != Qt.MouseButton.LeftButton or day is None or self._canvas.places.plus_at(point):
            return
        self._pressed = None
        if chip:
            self._canvas.open_requested.emit(chip.key)
        elif self._canvas.model.layout.takes(self._canvas.model.quarter, day):
            self._canvas.add_requested.emit(day)

    def menu(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of the selection or of the day."""
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            state, places = self._canvas.state, self._canvas.places
            there = (places.rects_of(state.key) if state.key else []) or [places.day_rect(state.day)]
            if state.key and state.key not in state.selected:
                self._canvas.choose([state.key])
            self._canvas.menu_requested.emit(self._canvas.mapToGlobal(there[0].center()))
            return
        chip = self._canvas.places.chip_at(event.pos())
        if chip and chip.key not in self._canvas.state.selected:
            self._canvas.choose([chip.key])
        self._canvas.menu_requested.emit(event.globalPos())

    def leave(self) -> None:
        """Forget what was under the mouse."""
        self._set_hovered(None, None)

    def cancel(self) -> None:
        """End a drag without effect."""
        drag, self._drag, self._pressed = self._drag, None, None
        if drag:
            drag.cancel()

    def take_out(self, key: Key, place: QPoint) -> None:
        """Start to drag an event that was taken from a list; the place is on the screen."""
        item = self._canvas.model.find(key)
        if item and not self._drag:
            self._canvas.setFocus(Qt.FocusReason.MouseFocusReason)
            self._canvas.grabMouse()
            keys = self._keys_with(key)
            self._drag = Drag.of_item(self._canvas, keys, item)
            self._drag.move(place, Qt.KeyboardModifier.NoModifier)

    def key_pressed(self, event: QKeyEvent) -> bool:
        """Cancel by Esc, copy while Ctrl is down; a drag leaves no other key through."""
        if self._drag is None:
            return False
        if event.key() == Qt.Key.Key_Escape:
            self.cancel()
        elif event.key() == Qt.Key.Key_Control:
            self._drag.set_copy(True)
        return True

    def key_released(self, event: QKeyEvent) -> bool:
        """Move again when Ctrl goes up."""
        if self._drag and event.key() == Qt.Key.Key_Control:
            self._drag.set_copy(False)
        return self._drag is not None

    def tip(self, event: QEvent) -> None:
        """Show everything of the event under the mouse."""
        assert isinstance(event, QHelpEvent)
        chip, day = self._canvas.places.chip_at(event.pos()), self._canvas.places.day_at(event.pos())
        if self._drag or day is None:
            QToolTip.hideText()
        elif chip and self._canvas.model.plan:
            self._show_tip(event, details(chip.item.occurrence, self._canvas.model.plan), self._rect_of(chip))
        elif self._canvas.places.tasks_at(event.pos()):
            titles = "\n".join(task.title for task in self._canvas.model.due_on(day))
            self._show_tip(event, f"{tr('canvas.tasks.due')}\n{titles}", self._canvas.places.tasks_rect(day))
        elif day in self._canvas.model.holidays:
            text = f"{write_day(day, tr('canvas.day.long'))}\n{self._canvas.model.holidays[day]}"
            self._show_tip(event, text, self._canvas.places.day_rect(day))
        else:
            QToolTip.hideText()

    def dragging(self) -> bool:
        """Return whether something is being dragged."""
        return self._drag is not None

    def _show_tip(self, event: QHelpEvent, text: str, rect: QRect) -> None:
        from html import escape  # 1.5 ms that no start needs

        markup = f"<p>{escape(text).replace(chr(10), '<br>')}</p>"  # a tooltip takes any text with a tag for markup
        QToolTip.showText(event.globalPos(), markup, self._canvas, rect)

    def _rect_of(self, chip: ChipFace) -> QRect:
        parts = self._canvas.places.chips_of(chip.key)
        return next(chip.rect(self._canvas.places.row_top(row)) for row, part in parts if part == chip)

    def _press_day(self, day: date, point: QPoint, button: Qt.MouseButton, *, many: bool) -> None:
        if not many:
            self._canvas.choose([])
        hint = plus_hint(self._canvas.places.day_rect(day)).adjusted(-4, -4, 4, 4)
        empty = self._canvas.places.is_empty(day)
        if button == Qt.MouseButton.LeftButton and empty and hint.contains(point):
            self._canvas.add_requested.emit(day)

    def _take_hold(self, pressed: Press) -> None:
        self._set_hovered(None, None)
        key = pressed.chip.key
        if pressed.edge:
            self._drag = Drag.of_edge(self._canvas, pressed.chip, pressed.edge)
        else:
            self._drag = Drag.of_chip(self._canvas, self._keys_with(key), pressed.chip, pressed.day, pressed.point)
        self._pressed = None

    def _keys_with(self, key: Key) -> list[Key]:
        """Return the held event and, when it is selected, the others of the selection."""
        chosen = self._canvas.selection()
        return [key, *(other for other in chosen if other != key)] if key in chosen else [key]

    def _hover(self, point: QPoint) -> None:
        places = self._canvas.places
        chip, day = places.chip_at(point), places.day_at(point)
        empty = day if day and chip is None and places.is_empty(day) else None
        self._set_hovered(chip.key if chip else None, empty)
        if places.plus_at(point) or places.tasks_at(point):
            self._canvas.setCursor(Qt.CursorShape.PointingHandCursor)
        elif chip and places.edge_at(point, chip):
            self._canvas.setCursor(Qt.CursorShape.SizeHorCursor)
        else:
            self._canvas.unsetCursor()

    def _set_hovered(self, key: Key | None, day: date | None) -> None:
        state = self._canvas.state
        if (key, day) == (state.hovered, state.hovered_day):
            return
        touched = {state.hovered, key} - {None}
        for each in (state.hovered_day, day):
            self._canvas.repaint_day(each)
        state.hovered, state.hovered_day = key, day
        self._canvas.repaint_keys(key for key in touched if key)
