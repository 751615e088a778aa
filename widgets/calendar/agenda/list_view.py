"""The list of the agenda: its keys, what is dragged from it and onto it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from PySide6.QtCore import QMimeData, QPoint, Qt, Signal
from PySide6.QtGui import QDrag, QDragLeaveEvent, QDragMoveEvent, QDropEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from app.calendar.occurrence import Key
from app.calendar.plan import Plan
from widgets.calendar.agenda.model import ROW, AgendaModel, EmptyRow, EventRow, WeekRow
from widgets.common.chip_picture import chip_picture
from widgets.common.drag_data import dragged, dragged_branches, dragged_keys, dragged_tasks, keys_data
from widgets.common.drop_list import DropList
from widgets.common.theme import theme

STEPS: Final = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -7, Qt.Key.Key_Down: 7}


class AgendaList(DropList):
    """Enter opens, Alt+arrows move, Shift+Left and Shift+Right resize, Delete deletes; rows go to other days by drag.

    Signals:
        opened: Enter or a double click.
        moved: the selection is to go some days on.
        resized: the current event is to end some days later.
        deleted: the selection is to go.
        dropped_keys: events were dropped (list of keys, date, whether as copies).
        dropped_thing: a tactic or waiting event was dropped ("tactic" or "event", its id, date).
        dropped_branches: branches of the funnel were dropped (list of ids, date).
        dropped_tasks: tasks were dropped (list of ids, date).
        hovered: something is held above a day (date, what, whether to be copied), or no more (None).
    """

    opened = Signal()
    moved = Signal(int)
    resized = Signal(int)
    deleted = Signal()
    dropped_keys = Signal(object, object, bool)
    dropped_thing = Signal(str, str, object)
    dropped_branches = Signal(object, object)
    dropped_tasks = Signal(object, object)
    hovered = Signal(object, object, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._among = True
        self.doubleClicked.connect(lambda _: self.opened.emit())
        theme().changed.connect(self.viewport().update)

    def day_at(self, place: QPoint, held: date | None = None) -> date | None:
        """Return the day below a place; on a week without that weekday written, the weekday of what is held."""
        row = self.indexAt(place).data(ROW)
        if isinstance(row, EventRow):
            return row.day
        if isinstance(row, WeekRow | EmptyRow):
            return row.first + timedelta(days=(held - row.first).days % 7 if held else 0)
        return None

    def _plan(self) -> Plan | None:
        model = self.model()
        return model.plan if isinstance(model, AgendaModel) else None

    def _held_day(self, keys: list[Key]) -> date | None:
        plan = self._plan()
        held = plan.occurrence(keys[0]) if plan and keys else None
        return held.day if held else None

    def _target(self, event: QDropEvent) -> date | None:
        keys = dragged_keys(event.mimeData())
        if not keys and not _ours(event.mimeData()):
            return None
        return self.day_at(event.position().toPoint(), self._held_day(keys))

    def held_keys(self) -> list[Key]:
        """Return what a drag holds: the row that was pressed, and the others when it was among the selected."""
        row = self.currentIndex().data(ROW)
        if not isinstance(row, EventRow):
            return []
        held = row.occurrence.key
        rows = (index.data(ROW) for index in self.selectedIndexes()) if self._among else ()
        return [held, *(it.occurrence.key for it in rows if isinstance(it, EventRow) and it.occurrence.key != held)]

    @override
    def startDrag(self, actions: Qt.DropAction) -> None:
        keys, plan = self.held_keys(), self._plan()
        held = plan.occurrence(keys[0]) if plan and keys else None
        if plan is None or held is None:
            return
        drag = QDrag(self)
        drag.setMimeData(keys_data(keys))
        kind = plan.kinds.get(held.event.kind)
        family, sign = (kind.family, kind.icon) if kind else ("ops", "circle")
        drag.setPixmap(chip_picture(held.event.title, family, sign, self.devicePixelRatioF()))
        drag.setHotSpot(QPoint(8 - 12, 0))
        drag.exec(Qt.DropAction.MoveAction | Qt.DropAction.CopyAction, Qt.DropAction.MoveAction)

    @override
    def takes(self, data: QMimeData) -> bool:
        return _ours(data)

    @override
    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        super().dragMoveEvent(event)  # scrolls near the edges
        day, data = self._target(event), event.mimeData()
        copying = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        self.hovered.emit(day, dragged_keys(data) or dragged(data), copying)
        event.setAccepted(day is not None)

    @override
    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        super().dragLeaveEvent(event)
        self.hovered.emit(None, None, False)

    @override
    def dropped_on(self, event: QDropEvent) -> None:
        day = self._target(event)
        self.hovered.emit(None, None, False)
        if day is None:
            return
        event.acceptProposedAction()
        data = event.mimeData()
        thing, branches, tasks = dragged(data), dragged_branches(data), dragged_tasks(data)
        if thing:
            self.dropped_thing.emit(*thing, day)
        elif branches:
            self.dropped_branches.emit(branches, day)
        elif tasks:
            self.dropped_tasks.emit(tasks, day)
        else:
            copying = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            self.dropped_keys.emit(dragged_keys(data), day, copying)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, modifiers = Qt.Key(event.key()), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        step = STEPS.get(key)
        if step and modifiers == Qt.KeyboardModifier.AltModifier:
            self.moved.emit(step)
        elif step in (-1, 1) and modifiers == Qt.KeyboardModifier.ShiftModifier:
            self.resized.emit(step)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        elif key == Qt.Key.Key_Delete:
            self.deleted.emit()
        else:
            super().keyPressEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.RightButton and self.selectionModel().isSelected(
            self.indexAt(event.position().toPoint())
        ):
            return  # the menu is for the whole selection
        self._among = self.selectionModel().isSelected(self.indexAt(event.position().toPoint()))  # Ctrl may add it now
        super().mousePressEvent(event)


def _ours(data: QMimeData) -> bool:
    """Return whether something that is held can be put on a day."""
    return bool(dragged_keys(data) or dragged(data) or dragged_branches(data) or dragged_tasks(data))
