"""What undo would take back, as one thing to press: icon, name of the step, keys."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget
from typing_extensions import override

from widgets.common.elided_label import plain_tooltip
from widgets.common.icons import pixmap
from widgets.common.key_cap import key_text
from widgets.common.theme import theme

ICON: Final = 14
GAP: Final = 6
LONGEST: Final = 420


class UndoButton(QAbstractButton):
    """The name elides; screen readers and the tooltip have all of it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keys = key_text("Ctrl+Z")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def show_step(self, text: str) -> None:
        """Show the name of another step."""
        self.setText(text)
        self.setAccessibleName(text)
        self.setToolTip(plain_tooltip(text) if self._shown() != text else "")
        self.updateGeometry()
        self.update()

    def _font(self) -> QFont:
        return theme().font_px(11)

    def _shown(self) -> str:
        return QFontMetricsF(self._font()).elidedText(self.text(), Qt.TextElideMode.ElideRight, LONGEST)

    def _cap_width(self) -> float:
        return QFontMetricsF(theme().font_px(10, 500)).horizontalAdvance(self._keys) + 12

    @override
    def sizeHint(self) -> QSize:
        text = QFontMetricsF(self._font()).horizontalAdvance(self._shown())
        return QSize(round(ICON + GAP + text + GAP + self._cap_width()) + 1, 22)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = self.height() / 2
        role = "text" if self.underMouse() or self.isDown() else "text_2"
        picture = pixmap("undo-2", theme().color(role), ICON, self.devicePixelRatioF())
        painter.drawPixmap(QPointF(0, middle - ICON / 2), picture)
        painter.setFont(self._font())
        painter.setPen(theme().color(role))
        text = self._shown()
        left = ICON + GAP
        width = QFontMetricsF(self._font()).horizontalAdvance(text)
        painter.drawText(QRectF(left, 0, width + 2, self.height()), Qt.AlignmentFlag.AlignVCenter, text)
        cap = QRectF(left + width + GAP, middle - 8, self._cap_width(), 16)
        painter.setPen(QPen(theme().color("border_strong"), 1))
        painter.setBrush(theme().color("surface"))
        painter.drawRoundedRect(cap.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.setFont(theme().font_px(10, 500))
        painter.setPen(theme().color("text_muted"))
        painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, self._keys)
