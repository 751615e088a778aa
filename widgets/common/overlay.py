"""Dims the window and holds a panel in front of it, for what must be dealt with before work goes on."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid
from typing_extensions import override

from widgets.common.focus_trap import focus_stops, step_inside
from widgets.common.shadow import paint_panel
from widgets.common.theme import theme

RADIUS: Final = 12
EDGE: Final = 24  # a panel is never higher than the window less twice this


class Overlay(QWidget):
    """Covers the whole window; Esc closes it unless it is locked, and the focus goes back to where it was.

    Signals:
        closed: it is gone, for whatever reason.
        dismissed: the person closed it by Esc or, where that is allowed, by a press beside the panel.
    """

    closed = Signal()
    dismissed = Signal()

    def __init__(self, panel: QWidget, parent: QWidget, *, top: int | None = None, press_closes: bool = False) -> None:
        super().__init__(parent.window())
        self._window = parent.window()
        self._top = top
        self._press_closes = press_closes
        self._before: QWidget | None = None
        self.locked = False
        self.panel = panel
        panel.setParent(self)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.hide()
        theme().changed.connect(self.update)

    def open(self) -> None:
        """Show it and take the focus."""
        self._before = QApplication.focusWidget()
        self.setGeometry(self._window.rect())
        self._window.installEventFilter(self)
        self.show()
        self.raise_()
        stops = focus_stops(self)
        now = QApplication.focusWidget()  # nobody, right after the start
        if stops and (now is None or not self.isAncestorOf(now)):
            stops[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def dismiss(self) -> None:
        """Close it as Esc does."""
        if not self.locked and self.isVisible():
            self.dismissed.emit()
            self.close()

    def arrange(self) -> None:
        """Give the panel its place and size; call it when its size hint changed."""
        room = self.rect().adjusted(EDGE, EDGE, -EDGE, -EDGE)
        size = self.panel.sizeHint().expandedTo(self.panel.minimumSize()).boundedTo(room.size())
        size = size.boundedTo(self.panel.maximumSize())
        top = (self.height() - size.height()) // 2 if self._top is None else self._top + 1  # the frame lies outside
        self.panel.setGeometry(QRect((self.width() - size.width()) // 2, top, size.width(), size.height()))
        self.update()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self.arrange()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self.setGeometry(self._window.rect())
        return False

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        event.accept()  # nothing behind it hears a key

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._press_closes and not self.panel.geometry().contains(event.position().toPoint()):
            self.dismiss()

    @override
    def focusNextPrevChild(self, next: bool) -> bool:
        return step_inside(self, forward=next)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        if isValid(self._window):  # else the window itself goes
            self._window.removeEventFilter(self)
        before = self._before
        if before is not None and isValid(before) and self.isAncestorOf(QApplication.focusWidget() or self):
            before.setFocus(Qt.FocusReason.OtherFocusReason)
        self.closed.emit()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme().color("overlay"))
        paint_panel(painter, QRectF(self.panel.geometry()).adjusted(-1, -1, 1, 1), RADIUS)
