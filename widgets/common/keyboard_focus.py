"""Knows whether a list is used by keyboard, so that the ring of focus shows only then."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QItemSelectionModel, QObject, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyleOptionViewItem
from typing_extensions import override

BY_KEYBOARD: Final = "by_keyboard"
REASONS: Final = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.ShortcutFocusReason)


class KeyboardFocus(QObject):
    """Watches a list: Tab, a shortcut or a key turn the ring on, a press of the mouse turns it off."""

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._view = view
        view.installEventFilter(self)
        view.viewport().installEventFilter(self)

    def _turn(self, *, on: bool) -> None:
        if bool(self._view.property(BY_KEYBOARD)) != on:
            self._view.setProperty(BY_KEYBOARD, on)
            self._view.viewport().update()

    def _to_first(self) -> None:
        """Put the keyboard on the first row that can be used: without one it would be nowhere to be seen."""
        model = self._view.model()
        rows = (model.index(row, 0) for row in range(model.rowCount()))
        first = next((index for index in rows if index.flags() & Qt.ItemFlag.ItemIsEnabled), None)
        if first is not None:
            self._view.selectionModel().setCurrentIndex(first, QItemSelectionModel.SelectionFlag.NoUpdate)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        match event.type():
            case QEvent.Type.FocusIn if isinstance(event, QFocusEvent):
                self._turn(on=event.reason() in REASONS or bool(self._view.property(BY_KEYBOARD)))
                if event.reason() in REASONS and not self._view.currentIndex().isValid():
                    self._to_first()
            case QEvent.Type.KeyPress:
                self._turn(on=True)
            case QEvent.Type.MouseButtonPress:
                self._turn(on=False)
        return False


def shows_focus(option: QStyleOptionViewItem) -> bool:
    """Return whether the ring is to be painted around an item."""
    has_focus = bool(option.state & QStyle.StateFlag.State_HasFocus)
    return has_focus and option.widget is not None and bool(option.widget.property(BY_KEYBOARD))
