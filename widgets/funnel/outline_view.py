"""The map as an outline: the same selection and the same keys, for those who read it row by row."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QHeaderView, QLineEdit, QTreeView, QWidget
from typing_extensions import override

from app.funnel.funnel_map import FunnelMap
from app.funnel.results import Result
from widgets.common.keyboard_focus import REASONS, KeyboardFocus
from widgets.common.words import tr
from widgets.funnel.canvas.keys import asked_by, types
from widgets.funnel.canvas.typing import ending
from widgets.funnel.rows import EDITS, RowDelegate, Steady, end_typing, in_view, select_rows, selected_rows
from widgets.funnel.tree_model import TreeModel

SIDEWAYS: Final = (Qt.Key.Key_Left, Qt.Key.Key_Right)


class OutlineView(QTreeView):
    """The map as an outline that can be walked, typed in, folded and dragged.

    Signals:
        selection_changed: other rows are selected (ids, the current one last).
        asked: a key asked for an action (its id).
        typing_requested: a printable key was pressed on a row (the text).
        typing_ended: the typing in a row is over (its id, why: "done", "child" or "cancelled").
        fold_requested: a row was folded or unfolded (id, folded).
        menu_requested: the menu of the selection is wanted (place on the screen).
    """

    selection_changed = Signal(list)
    asked = Signal(str)
    typing_requested = Signal(str)
    typing_ended = Signal(str, str)
    fold_requested = Signal(str, bool)
    menu_requested = Signal(QPoint)

    def __init__(self) -> None:
        super().__init__()
        self.tree = TreeModel()
        self.setModel(self.tree)
        self._showing = False
        self._leaving = False  # Esc was pressed: the next Tab leaves the outline
        self._funnel = FunnelMap()
        self.setEditTriggers(EDITS)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setUniformRowHeights(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setProperty("look", "sheet")
        delegate = TypedRow(self)
        delegate.ended.connect(self._on_typing_ended)
        self.setItemDelegate(delegate)
        self.setIndentation(22)
        self.header().setStretchLastSection(False)
        self.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.setColumnWidth(1, 190)
        self.setColumnWidth(2, 220)
        self._ring = KeyboardFocus(self)
        self.expanded.connect(lambda index: self._on_folded(index, folded=False))
        self.collapsed.connect(lambda index: self._on_folded(index, folded=True))
        self.selectionModel().selectionChanged.connect(self._on_selection_changed)
        self.retranslate()

    def retranslate(self) -> None:
        """Set every text anew."""
        self.setAccessibleName(tr("funnel.outline"))
        self.tree.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, 2)

    def show_map(self, funnel: FunnelMap, results: Mapping[str, tuple[Result, ...]], today: date) -> None:
        """Show a map; what is folded there is folded here."""
        self._showing = True
        steady = Steady(self, self.tree.id_of)
        self._funnel = funnel
        self.tree.show_map(funnel, results, today)
        for key in funnel.in_order():
            if funnel.forest.children(key):
                index = self.tree.index_of(key)
                if self.isExpanded(index) == funnel.folded(key):
                    self.setExpanded(index, not funnel.folded(key))
        steady.restore(self.tree.index_of)
        self._showing = False

    def select(self, ids: Sequence[str]) -> None:
        """Select rows, the last of them with the keyboard."""
        self._showing = True
        select_rows(self, [self.tree.index_of(key) for key in ids])
        self._showing = False

    def sees(self, id: str) -> bool:
        """Return whether a row can be seen."""
        return in_view(self, self.tree.index_of(id))

    def edit_current(self, typed: str = "") -> None:
        """Type in the row with the keyboard; `typed` takes the place of its text."""
        index = self.currentIndex().siblingAtColumn(0)
        self.edit(index)
        field = self.indexWidget(index) if typed else None
        if isinstance(field, QLineEdit):
            field.setText(typed)

    def end_typing(self) -> None:
        """Keep what is being typed in a row."""
        end_typing(self)

    def _on_folded(self, index: QModelIndex, *, folded: bool) -> None:
        key = self.tree.id_of(index)
        if not self._showing and self._funnel.folded(key) != folded:
            self.fold_requested.emit(key, folded)

    def _on_selection_changed(self) -> None:
        if not self._showing:
            self.selection_changed.emit([self.tree.id_of(index) for index in selected_rows(self)])

    def _on_typing_ended(self, why: str) -> None:
        self.typing_ended.emit(self.tree.id_of(self.currentIndex()), why)

    def _key(self, event: QKeyEvent) -> bool:
        """Do what a key asks for on the map; return whether it asked for anything."""
        self._leaving = event.key() == Qt.Key.Key_Escape
        if self._leaving:
            if len(selected_rows(self)) > 1:
                self.setCurrentIndex(self.currentIndex())
            return True
        if event.key() in SIDEWAYS and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return self._walk(inward=event.key() == Qt.Key.Key_Right)
        if action := asked_by(event):
            self.asked.emit(action)
            return True
        if types(event):
            self.typing_requested.emit(event.text())
            return True
        return False

    def _walk(self, *, inward: bool) -> bool:
        """Go to the first child, which may have to be unfolded, or to what the row hangs on."""
        now = self.currentIndex().siblingAtColumn(0)
        if inward and self._funnel.folded(self.tree.id_of(now)):
            self.expand(now)
            return True
        goal = self.tree.index(0, 0, now) if inward else now.parent()
        if goal.isValid():
            self.setCurrentIndex(goal)
        return True

    @override
    def event(self, event: QEvent) -> bool:
        typing = self.state() == QAbstractItemView.State.EditingState
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and not typing:
            leads = event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab) and self._leaving
            if self.currentIndex().isValid() and not leads and self._key(event):
                return True
        return super().event(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._leaving = False
        if event.reason() in REASONS and self.currentIndex().isValid() and not selected_rows(self):
            self.setCurrentIndex(self.currentIndex())

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_requested.emit(event.globalPos())


class TypedRow(RowDelegate):
    """Ends the typing by the keys of the map.

    Signals:
        ended: the typing is over (why: "done", "child" or "cancelled").
    """

    ended = Signal(str)

    @override
    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return super().eventFilter(editor, event)
        why = ending(event)
        if not why or not isinstance(editor, QWidget):
            return super().eventFilter(editor, event)
        if why != "cancelled":
            self.commitData.emit(editor)
        self.closeEditor.emit(editor, QAbstractItemDelegate.EndEditHint.NoHint)
        self.ended.emit(why)
        return True
