"""One line of the rail."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget
from typing_extensions import override

from widgets.common.icons import pixmap
from widgets.common.theme import theme

ICON: Final = 18
OURS: Final = "application/x-sedyanka-"  # how the names of our drag data begin
HELD: Final = 600  # ms over a button that open its page
WALK: Final[dict[int, int]] = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class RailButton(QAbstractButton):
    """Icon and name, the name hidden while the rail is narrow; checked while its page shows.

    What is dragged from a page opens another one when it is held here, so that it can be dropped there.

    Signals:
        walked: an arrow key asks for the neighbour above (-1) or below (1).
    """

    walked = Signal(int)

    def __init__(self, icon: str, keys: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = icon
        self._keys = keys
        self._narrow = False
        self._badge, self._badge_words, self._alert = "", "", False
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setFixedHeight(theme().size("nav_item"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAcceptDrops(True)
        self._held = QTimer(self, singleShot=True, interval=HELD)
        self._held.timeout.connect(self.click)

    def set_name(self, name: str) -> None:
        """Write what it leads to."""
        self.setText(name)
        self._say()

    def set_badge(self, text: str, words: str, *, alert: bool) -> None:
        """Show a number at the right end, on a red ground when it is an alert."""
        self._badge, self._badge_words, self._alert = text, words, alert
        self._say()

    def _say(self) -> None:
        self.setAccessibleName(", ".join(filter(None, (self.text(), self._badge_words))))
        self.set_narrow(narrow=self._narrow)

    def set_narrow(self, *, narrow: bool) -> None:
        """Show only the icon, or the name too; a tooltip stands in for the name."""
        self._narrow = narrow
        hint = "  ".join(filter(None, (self.text(), self._badge_words, self._keys)))
        self.setToolTip(hint if narrow else "")
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(40, theme().size("nav_item"))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = WALK.get(event.key())
        if step is not None and not event.modifiers():
            self.walked.emit(step)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(name.startswith(OURS) for name in event.mimeData().formats()):
            event.accept()  # else Qt does not tell when it leaves
            self._held.start()

    @override
    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._held.stop()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        self._held.stop()
        event.ignore()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        left = (self.width() - ICON) // 2 if self._narrow else 8
        role = "text_disabled" if not self.isEnabled() else "accent" if self.isChecked() else "text_muted"
        picture = pixmap(self._icon, theme().color(role), ICON, self.devicePixelRatioF())
        painter.drawPixmap(QPointF(left, (self.height() - ICON) / 2), picture)
        if not self._narrow:
            self._paint_text(painter)
        elif self._badge:
            self._paint_dot(painter)

    def _paint_ground(self, painter: QPainter) -> None:
        edge = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        if self.isChecked():
            painter.setPen(QPen(theme().color("border"), 1))
            painter.setBrush(theme().color("raised"))
            painter.drawRoundedRect(edge, 6, 6)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme().color("accent"))
            painter.drawRoundedRect(QRectF(0, 8, 3, self.height() - 16), 2, 2)
        elif self.isEnabled() and (self.underMouse() or self.isDown()):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme().color("sunken" if self.isDown() else "hover"))
            painter.drawRoundedRect(QRectF(self.rect()), 6, 6)

    def _paint_text(self, painter: QPainter) -> None:
        on = self.isChecked()
        painter.setFont(theme().font_px(13, 600 if on else 400))
        painter.setPen(theme().color("text_disabled" if not self.isEnabled() else "text" if on else "text_2"))
        room = QRectF(8 + ICON + 10, 0, self.width() - 8 - ICON - 10 - 8, self.height())
        text = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, int(room.width()))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, text)
        if self._keys:
            self._paint_keys(painter)
        elif self._badge:
            self._paint_badge(painter)

    def _paint_keys(self, painter: QPainter) -> None:
        painter.setFont(theme().font_px(10, 500))
        width = painter.fontMetrics().horizontalAdvance(self._keys) + 12
        cap = QRectF(self.width() - 8 - width + 0.5, (self.height() - 17) / 2, width - 1, 17)
        painter.setPen(QPen(theme().color("border_strong"), 1))
        painter.setBrush(theme().color("surface"))
        painter.drawRoundedRect(cap, 4, 4)
        painter.setPen(theme().color("text_disabled" if not self.isEnabled() else "text_muted"))
        painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, self._keys)

    def _paint_badge(self, painter: QPainter) -> None:
        painter.setFont(theme().font_px(11, 500))
        width = max(18, painter.fontMetrics().horizontalAdvance(self._badge) + 12)
        place = QRectF(self.width() - 8 - width, (self.height() - 16) / 2, width, 16)
        if self._alert and self.isEnabled():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme().color("danger_soft"))
            painter.drawRoundedRect(place, 8, 8)
        role = "text_disabled" if not self.isEnabled() else "danger_text" if self._alert else "text_muted"
        painter.setPen(theme().color(role))
        centre, right = Qt.AlignmentFlag.AlignCenter, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(place, centre if self._alert else right, self._badge)

    def _paint_dot(self, painter: QPainter) -> None:
        painter.setPen(QPen(theme().color("rail"), 2))
        painter.setBrush(theme().color("danger" if self._alert else "text_muted"))
        painter.drawEllipse(QRectF(self.width() / 2 + 4, self.height() / 2 - 12, 9, 9))
