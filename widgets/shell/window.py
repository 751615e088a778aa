"""The window: rail, page, status strip, and what lies over them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QMainWindow, QVBoxLayout, QWidget
from typing_extensions import override

from app.errors import KnownError
from widgets.common.overlay import Overlay
from widgets.shell.message_bar import MessageBar
from widgets.shell.page_stack import PageStack
from widgets.shell.pages import PageEntry
from widgets.shell.rail import Rail
from widgets.shell.status_strip import StatusStrip


class Window(QMainWindow):
    """Holds the frame of the program and knows no playbook; `Program` fills it.

    Signals:
        painted: the window was painted for the first time.
        close_requested: the person wants to leave; whoever agrees calls `close_for_good`.
        activated: it came to the front.
        language_changed: the texts were set anew.
    """

    painted = Signal()
    close_requested = Signal()
    activated = Signal()
    language_changed = Signal()

    def __init__(self, pages: Sequence[PageEntry]) -> None:
        super().__init__()
        self._may_close = False
        self._was_painted = False
        self.rail = Rail(pages)
        self.pages = PageStack()
        self.messages = MessageBar()
        self.strip = StatusStrip()
        self._arrange()
        self.rail.follow_window(self.width())

    def fail(self, error: KnownError) -> None:
        """Say what did not work, above the page."""
        self.messages.say(error)

    def overlays(self) -> list[Overlay]:
        """Return what lies over the whole window now."""
        return [overlay for overlay in self.findChildren(Overlay) if overlay.isVisible()]

    def raise_to_front(self) -> None:
        """Come to the front, out of the task bar too."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def close_for_good(self) -> None:
        """Close without asking anybody again."""
        self._may_close = True
        self.close()

    def _arrange(self) -> None:
        frame = QWidget()
        right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        right.addWidget(self.messages)
        right.addWidget(self.pages, 1)
        grid = QGridLayout(frame)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(0)
        grid.addWidget(self.rail, 0, 0)
        grid.addLayout(right, 0, 1)
        grid.addWidget(self.strip, 1, 0, 1, 2)
        grid.setRowStretch(0, 1)
        grid.setColumnStretch(1, 1)
        self.setCentralWidget(frame)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.rail.follow_window(event.size().width())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            QTimer.singleShot(0, self.painted.emit)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.language_changed.emit()
        elif event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            self.activated.emit()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        if self._may_close:
            event.accept()
        else:
            event.ignore()
            self.close_requested.emit()
