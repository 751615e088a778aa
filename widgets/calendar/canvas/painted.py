"""What a person can do with the painted views of the calendar, and what is asked of them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
)
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from widgets.calendar.canvas.accessible import describe_canvas, tell_focus
from widgets.calendar.canvas.drag_in import DragIn
from widgets.calendar.canvas.intents import CanvasIntents
from widgets.calendar.canvas.keys import CanvasKeys
from widgets.calendar.canvas.layout import Layout
from widgets.calendar.canvas.model import Shown
from widgets.calendar.canvas.mouse import CanvasMouse
from widgets.calendar.canvas.surface import CanvasSurface
from widgets.common.words import tr

if TYPE_CHECKING:
    from app.calendar.occurrence import Key
    from app.calendar.plan import Plan
    from app.calendar.quarter import Quarter


class PaintedCanvas(CanvasSurface):
    """The days of a plan with their events, as one painted surface.

    Signals:
        refreshed: what is shown was taken from the plan anew.
    """

    refreshed = Signal()

    def __init__(self, layout: Layout, parent: QWidget | None = None) -> None:
        super().__init__(layout, parent)
        self.intents = CanvasIntents(self)
        self._keys = CanvasKeys(self)
        self._mouse = CanvasMouse(self)
        self._drag_in = DragIn(self)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAcceptDrops(True)
        describe_canvas(self)
        self.retranslate()

    @override
    def show_plan(
        self,
        plan: Plan | None,
        quarter: Quarter,
        shown: Shown = None,
        today: date | None = None,
        colour_by: str = "kind",
    ) -> None:
        """Show a plan; only those events that are `shown`, coloured by a dimension of `colour_by`."""
        model = self.model
        model.plan, model.quarter, model.shown, model.colour_by = plan, quarter, shown, colour_by
        model.today = today or model.today
        if self.state.day == date.min:
            self.state.day = model.today if quarter.contains(model.today) else quarter.first
        self.refresh()

    @override
    def refresh(self) -> None:
        """Show the plan anew after it changed; selection and cursor stay with their events."""
        self.gather()
        self._keys.keep_up()
        gone = {key for key in self.state.selected if self.model.find(key) is None}
        if gone:
            self.choose(self.state.selected - gone)
        self.refreshed.emit()

    @override
    def select(self, keys: Iterable[Key]) -> None:
        """Select just these events; no signal is sent."""
        changed = self.state.selected ^ set(keys)
        self.state.selected ^= changed
        self.repaint_keys(changed)

    @override
    def selection(self) -> list[Key]:
        """Return the selected events that are shown, in the order of their days."""
        return self.model.in_order(self.state.selected)

    @override
    def meant(self) -> list[Key]:
        return self.intents.held()

    def choose(self, keys: Iterable[Key]) -> None:
        """Select just these events, as the person did."""
        keys = set(keys)
        if keys != self.state.selected:
            self.select(keys)
            self.selection_changed.emit(self.selection())

    @override
    def cursor_day(self) -> date:
        """Return the day that the keyboard is on."""
        return self.state.day

    @override
    def set_cursor_day(self, day: date) -> None:
        """Put the keyboard on a day, and on its first event."""
        there = self.model.on(day)
        self.set_cursor(day, there[0].key if there else None)

    def set_cursor(self, day: date, key: Key | None, *, on_plus: bool = False) -> None:
        """Put the keyboard on a day and one of its events, or on its "+n"."""
        state, before = self.state, self.state.day
        self._repaint_cursor()
        state.day, state.key, state.on_plus = day, key, on_plus
        self.scroll_to(day)
        self._repaint_cursor()
        tell_focus(self)
        if day != before:
            self.day_changed.emit(day)

    @override
    def reveal(self, key: Key) -> None:
        """Put the cursor on an event and scroll to it."""
        item = self.model.find(key)
        if item:
            self.set_cursor(max(item.first, self.places.grid.first), key)

    @override
    def anchor(self, key: Key) -> QRect:
        """Return where an event is on the screen, or its day when it is not drawn; empty when it is not shown."""
        rects, item = self.places.rects_of(key), self.model.find(key)
        if rects:
            return self.on_screen(rects[0])
        return self.on_screen(self.places.day_rect(max(item.first, self.places.grid.first))) if item else QRect()

    @override
    def day_anchor(self, day: date) -> QRect:
        rect = self.places.day_rect(day)
        return self.on_screen(rect) if rect.isValid() else QRect()

    @override
    def show_pending(self, keys: Iterable[Key], day: date) -> None:
        """Draw events at a place that is not settled yet, and their old places dashed."""
        self.clear_pending()
        keys = list(keys)
        held = self.model.find(keys[0])
        days = (day - held.first).days if held else 0
        if days:
            self.model.set_pending(keys, days, days)
            self.refresh()

    @override
    def show_pending_resize(self, key: Key, start_days: int, end_days: int) -> None:
        """Draw an event with a length that is not settled yet, and as it was dashed."""
        self.clear_pending()
        self.model.set_pending([key], start_days, end_days)
        self.refresh()

    @override
    def clear_pending(self) -> None:
        """Draw every event where the plan has it."""
        if self.model.pending:
            self.model.pending = {}
            self.refresh()

    @override
    def set_highlight(self, keys: Iterable[Key]) -> None:
        """Mark the events that a search found."""
        self.model.hits = frozenset(keys)
        self.arrange()

    def open_list(self, day: date) -> None:
        """Show everything of a day in a list below its "+n"."""
        from widgets.calendar.canvas.plus_n_popover import open_list

        open_list(self, day)

    @override
    def open_tasks(self, day: date) -> None:
        """Show the tasks that are due on a day in a list below their number."""
        from widgets.calendar.canvas.due_list import open_due_list

        open_due_list(self, day)

    def set_opened(self, day: date | None) -> None:
        """Mark the "+n" of the day whose list is open."""
        for each in (self.state.opened, day):
            self.repaint_day(each)
        self.state.opened, self.state.just_closed = day, self.state.opened
        QTimer.singleShot(0, self, self._forget_closed)

    def take_out(self, key: Key, place: QPoint) -> None:
        """Go on with the drag of an event that began in a list over this canvas; the place is on the screen."""
        self._mouse.take_out(key, place)

    def key_asked(self, event: QKeyEvent) -> bool:
        """Do what a key means that was pressed in a list over this canvas; return whether it means anything."""
        return self._keys.pressed(event)

    @override
    def retranslate(self) -> None:
        super().retranslate()
        self.setAccessibleName(tr("canvas.name"))
        self.setAccessibleDescription(tr("canvas.keys"))

    def _forget_closed(self) -> None:
        self.state.just_closed = None

    def _repaint_cursor(self) -> None:
        self.repaint_day(self.state.day)
        if self.state.key:
            self.repaint_keys({self.state.key})

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._mouse.press(event)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._mouse.move(event)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._mouse.release(event)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._mouse.double_click(event)

    @override
    def leaveEvent(self, event: QEvent) -> None:
        self._mouse.leave()

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self._mouse.menu(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not (self._mouse.key_pressed(event) or self._keys.pressed(event)):
            super().keyPressEvent(event)

    @override
    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if not self._mouse.key_released(event):
            super().keyReleaseEvent(event)

    @override
    def focusNextPrevChild(self, next: bool) -> bool:
        return self._keys.tab(forward=next) or super().focusNextPrevChild(next)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        self._keys.entered(event.reason())

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._keys.left()
        if event.reason() == Qt.FocusReason.ActiveWindowFocusReason:
            self._mouse.cancel()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        self._mouse.cancel()

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self._drag_in.enter(event)

    @override
    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        self._drag_in.move(event)

    @override
    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._drag_in.leave()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        self._drag_in.drop(event)

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip:
            self._mouse.tip(event)
            return True
        if event.type() == QEvent.Type.ShortcutOverride and self._mouse.dragging():
            event.accept()  # Esc and Ctrl belong to the drag
        return super().event(event)
