"""A drag by the mouse that puts something into another place of its row: it begins on a handle, Esc ends it."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from typing_extensions import override

from widgets.common.theme import theme

FAR: Final = 6  # px before a press becomes a drag
KNOB: Final = 8


class ReorderDrag(QObject):
    """Hears the mouse on handles; a press that stays where it is goes on to them as ever.

    Signals:
        moved: what is held is over another place (on the screen).
        dropped: it was let go there.
        ended: it is held no more, dropped or not.
    """

    moved = Signal(QPoint)
    dropped = Signal(QPoint)
    ended = Signal()

    def __init__(self, owner: QWidget, *handles: QWidget) -> None:
        super().__init__(owner)
        self._from: QPoint | None = None
        self._holds = False
        self._handles = handles
        for handle in handles:
            handle.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if self._holds and isinstance(event, QKeyEvent):
            return self._on_key(event)
        if watched not in self._handles or not isinstance(event, QMouseEvent):
            return False
        place = event.globalPosition().toPoint()
        match event.type():
            case QEvent.Type.MouseButtonPress if event.button() == Qt.MouseButton.LeftButton:
                self._from = place
            case QEvent.Type.MouseMove if self._from is not None:
                return self._on_moved(watched, place)
            case QEvent.Type.MouseButtonRelease if self._from is not None:
                held, self._from = self._holds, None
                if held:
                    self.dropped.emit(place)
                    self._end()
                return held
        return False

    def _on_moved(self, handle: QObject, place: QPoint) -> bool:
        if not self._holds and self._from is not None and (place - self._from).manhattanLength() >= FAR:
            self._holds = True
            if isinstance(handle, QAbstractButton):
                handle.setDown(False)  # it is no press any more
            app = QApplication.instance()
            if app is not None:
                app.installEventFilter(self)  # Esc is heard wherever the keyboard is
        if self._holds:
            self.moved.emit(place)
        return self._holds

    def _on_key(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Escape and event.type() == QEvent.Type.KeyPress:
            self._from = None
            self._end()
        return True

    def _end(self) -> None:
        self._holds = False
        app = QApplication.instance()
        if app is not None:
            app.removeEventFilter(self)
        self.ended.emit()


class DropLine(QWidget):
    """The line between two neighbours where what is held would come to stand, with a round head."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def stand(self, x: int, y: int, length: int, *, upright: bool) -> None:
        """Show between two things: its middle at x or y, so long."""
        if upright:
            self.setGeometry(x - KNOB // 2, y, KNOB, length)
        else:
            self.setGeometry(x, y - KNOB // 2, length, KNOB)
        self.raise_()
        self.show()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme().color("accent"), 2))
        middle = KNOB / 2
        end = QPointF(middle, self.height()) if self.height() > self.width() else QPointF(self.width(), middle)
        painter.drawLine(QPointF(middle, middle), end)
        painter.setBrush(theme().color("raised"))
        painter.drawEllipse(QRectF(1, 1, KNOB - 2, KNOB - 2))
