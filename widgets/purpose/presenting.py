"""The board and nothing else, on the whole screen: frame after frame."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from app.purpose.board import NoteKind
from app.purpose.wall import box_of
from widgets.common.theme import theme
from widgets.common.words import tr
from widgets.purpose.canvas.keys import reading_order
from widgets.purpose.painting.picture import rect_of

if TYPE_CHECKING:
    from widgets.purpose.page import PurposePage

EDGE = 40
LARGEST = 2.5
ONWARD = (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_PageDown)
BACK = (Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_Backspace, Qt.Key.Key_PageUp)


class Presenting(QWidget):
    """First the whole board, then each frame; arrows, Space and clicks go on, Esc ends it."""

    def __init__(self, page: PurposePage) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self._page = page
        self._picture = page.canvas.picture
        frames = [it for it in reading_order(list(page.wall.notes.values())) if it.kind is NoteKind.FRAME]
        self.parts = [self._picture.bounds(), *(rect_of(box_of(frame)) for frame in frames)]
        self.at = 0
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(page.wall.board.name)
        self.setAccessibleName(tr("purpose.presenting"))
        self.setCursor(Qt.CursorShape.BlankCursor)
        theme().changed.connect(self.update)

    def begin(self) -> None:
        """Take the whole screen."""
        self.setScreen(self._page.screen())
        self.showFullScreen()
        self.setFocus()

    def step(self, by: int) -> None:
        """Show the next part or the one before; beyond the last one it ends."""
        if self.at + by >= len(self.parts):
            self.close()
            return
        self.at = max(0, self.at + by)
        self.update()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in ONWARD:
            self.step(1)
        elif key in BACK:
            self.step(-1)
        elif key in (Qt.Key.Key_Escape, Qt.Key.Key_F5):
            self.close()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.step(1 if event.button() == Qt.MouseButton.LeftButton else -1)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), theme().color("bg"))
        part = self.parts[self.at]
        room = QRectF(self.rect()).adjusted(EDGE, EDGE, -EDGE, -EDGE)
        zoom = min(LARGEST, room.width() / max(1.0, part.width()), room.height() / max(1.0, part.height()))
        painter.translate(QRectF(self.rect()).center())
        painter.scale(zoom, zoom)
        painter.translate(-part.center())
        seen = QRectF(0, 0, self.width() / zoom, self.height() / zoom)
        seen.moveCenter(part.center())
        self._picture.paint(painter, seen, max(zoom, 0.35))
