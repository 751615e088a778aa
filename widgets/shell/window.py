"""What is in the frame: rail, message, page and status strip."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget
from typing_extensions import override

from app.errors import KnownError
from widgets.common.overlay import Overlay
from widgets.common.words import Retranslated
from widgets.shell.message_bar import MessageBar
from widgets.shell.page_stack import PageStack
from widgets.shell.pages import PageEntry
from widgets.shell.rail import Rail
from widgets.shell.status_strip import StatusStrip


class Window(Retranslated):
    """Arranges the parts and knows no playbook; `Program` fills them.

    Signals:
        retranslated: the texts were set anew.
    """

    retranslated = Signal()

    def __init__(self, pages: Sequence[PageEntry], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rail = Rail(pages)
        self.pages = PageStack()
        self.messages = MessageBar()
        self.strip = StatusStrip()
        self._arrange()

    def fail(self, error: KnownError) -> None:
        """Say what did not work, above the page."""
        self.messages.say(error)

    def overlays(self) -> list[Overlay]:
        """Return what lies over the whole window now."""
        return [overlay for overlay in self.window().findChildren(Overlay) if overlay.isVisible()]

    def _arrange(self) -> None:
        right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        right.addWidget(self.messages)
        right.addWidget(self.pages, 1)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(0)
        grid.addWidget(self.rail, 0, 0)
        grid.addLayout(right, 0, 1)
        grid.addWidget(self.strip, 1, 0, 1, 2)
        grid.setRowStretch(0, 1)
        grid.setColumnStretch(1, 1)

    @override
    def retranslate(self) -> None:
        self.retranslated.emit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.rail.follow_window(event.size().width())
