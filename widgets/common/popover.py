"""A small panel that floats over the window beside what it belongs to."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from shiboken6 import isValid
from typing_extensions import override

from widgets.common.focus_trap import focus_stops, step_inside
from widgets.common.page import Page
from widgets.common.shadow import MARGIN, paint_outline, paint_shadow
from widgets.common.theme import theme

NOTCH: Final = (18, 9)
RADIUS: Final = 10


class Popover(QWidget):
    """Holds one widget; Esc or a press outside closes it, and the focus goes back to where it was.

    It opens below its anchor with a notch, above when there is no room, and never leaves the window; it goes with the
    page that it belongs to.

    Signals:
        closed: it is gone, for whatever reason.
        dismissed: the person closed it by Esc or a press outside.
    """

    closed = Signal()
    dismissed = Signal()

    def __init__(self, content: QWidget, parent: QWidget, *, notch: bool = True, gap: int = 6) -> None:
        super().__init__(parent.window())
        self._window = parent.window()
        self._notch = notch
        self._gap = gap
        self._tip: QPointF | None = None
        self._anchor = QRect()
        self._above = False
        self._before: QWidget | None = None
        self._page: QWidget | None = None
        self._room = QVBoxLayout(self)
        self._room.addWidget(content)
        self.content = content
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.hide()
        theme().changed.connect(self.update)

    def open_at(self, anchor: QRect, within: QWidget) -> None:
        """Show it beside a rectangle of a widget and take the focus."""
        self._before, self._page = QApplication.focusWidget(), _page_of(within)
        corner = within.mapTo(self._window, QPointF(anchor.topLeft())).toPoint()
        self._anchor = QRect(corner, anchor.size())
        self._place(self._anchor)
        self.show()
        self.raise_()
        stops = focus_stops(self)
        now = QApplication.focusWidget()  # nobody, right after the start
        if stops and (now is None or not self.isAncestorOf(now)):
            stops[0].setFocus(Qt.FocusReason.OtherFocusReason)
        QApplication.instance().installEventFilter(self)  # type: ignore[union-attr]

    def dismiss(self) -> None:
        """Close it as Esc does."""
        if self.isVisible():
            self.dismissed.emit()
            self.close()

    def refit(self) -> None:
        """Take the size that the content asks for now."""
        self._place(self._anchor)
        self.update()

    def _place(self, anchor: QRect) -> None:
        window = self._window.rect()
        notch = NOTCH[1] if self._notch else 0
        height = self.content.sizeHint().height() + 2 + notch
        self._above = anchor.bottom() + self._gap + height > window.bottom() and anchor.top() - self._gap - height >= 0
        edge = MARGIN + 1
        over, under = (0, notch) if self._above else (notch, 0)
        self._room.setContentsMargins(edge, edge + over, edge, edge + under)
        size = self._room.sizeHint()
        left = anchor.center().x() - size.width() // 2
        left = max(8 - MARGIN, min(left, window.width() - size.width() + MARGIN - 8))
        above, below = anchor.top() - self._gap - size.height() + MARGIN, anchor.bottom() + 1 + self._gap - MARGIN
        top = above if self._above else below
        top = max(8 - MARGIN, min(top, window.height() - size.height() + MARGIN - 8))
        self.setGeometry(QRect(QPoint(left, top), size))
        tip = max(MARGIN + 20, min(anchor.center().x() - left, size.width() - MARGIN - 20))
        self._tip = QPointF(tip, 0) if self._notch else None

    def _panel(self) -> QRectF:
        notch = NOTCH[1] if self._notch else 0
        panel = QRectF(self.rect()).adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN)
        return panel.adjusted(0, 0, 0, -notch) if self._above else panel.adjusted(0, notch, 0, 0)

    def _outline(self, panel: QRectF) -> QPainterPath:
        outline = QPainterPath()
        edge = panel.adjusted(0.5, 0.5, -0.5, -0.5)
        outline.addRoundedRect(edge, RADIUS, RADIUS)
        if self._tip is None:
            return outline
        base, far = (edge.bottom(), NOTCH[1]) if self._above else (edge.top(), -NOTCH[1])
        nose = QPainterPath(QPointF(self._tip.x() - NOTCH[0] / 2, base))
        nose.lineTo(self._tip.x(), base + far)
        nose.lineTo(self._tip.x() + NOTCH[0] / 2, base)
        nose.closeSubpath()
        return outline.united(nose)

    def _is_outside(self, event: QMouseEvent) -> bool:
        place = self.mapFromGlobal(event.globalPosition())
        return not self._panel().adjusted(0, -NOTCH[1], 0, NOTCH[1]).contains(place)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.MouseButtonPress and isinstance(watched, QWidget) and self.isVisible():
            own = watched.window() is self._window
            if own and self._is_outside(event):  # type: ignore[arg-type]
                self.dismiss()
        elif (event.type() == QEvent.Type.Resize and watched is self._window) or (
            event.type() == QEvent.Type.Hide and watched is self._page
        ):
            self.dismiss()
        return False

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        else:
            super().keyPressEvent(event)

    @override
    def focusNextPrevChild(self, next: bool) -> bool:
        return step_inside(self, forward=next)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        app = QApplication.instance()
        if app is not None:
            app.removeEventFilter(self)
        before = self._before
        if before is not None and isValid(before) and self.isAncestorOf(QApplication.focusWidget() or self):
            before.setFocus(Qt.FocusReason.OtherFocusReason)
        self.closed.emit()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        panel = self._panel()
        paint_shadow(painter, panel, RADIUS)
        paint_outline(painter, self._outline(panel))


def _page_of(widget: QWidget | None) -> Page | None:
    while widget is not None and not isinstance(widget, Page):
        widget = widget.parentWidget()
    return widget
