"""A list that things can be dragged into."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget
from typing_extensions import override

from widgets.common.keyboard_focus import KeyboardFocus
from widgets.common.steady_scroll_bar import steady_scroll_bar


class DropList(QListView):
    """Several rows can be chosen, and dragged; near its edges it scrolls while something is held over it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "bare")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        KeyboardFocus(self)
        steady_scroll_bar(self)  # in the margin
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setDragEnabled(True)
        self.setAcceptDrops(True)

    def takes(self, data: QMimeData) -> bool:
        """Return whether what is held can be dropped somewhere here."""
        raise NotImplementedError

    def dropped_on(self, event: QDropEvent) -> None:
        """Take over what was dropped."""
        raise NotImplementedError

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self.takes(event.mimeData()):
            event.acceptProposedAction()
            self.setState(QAbstractItemView.State.DraggingState)  # else it would not scroll

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        self.setState(QAbstractItemView.State.NoState)
        self.dropped_on(event)
