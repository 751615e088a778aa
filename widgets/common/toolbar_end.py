"""The button at the right end of the toolbar: quiet words, and what matters in stronger ones."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QWidget
from typing_extensions import override

from widgets.common.key_cap import KeyCap
from widgets.common.painting import paint_icon, paint_text
from widgets.common.theme import theme


class ToolbarEnd(QAbstractButton):
    """Icon, muted words, strong words or a key."""

    def __init__(self, icon: str, key: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon, self._quiet, self._strong = icon, "", ""
        self._key = KeyCap(key, self)
        self._key.setVisible(bool(key))
        self._keyed = bool(key)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch()
        row.addWidget(self._key)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        theme().changed.connect(self.updateGeometry)

    def show_words(self, quiet: str, strong: str) -> None:
        """Show other words."""
        self._quiet, self._strong = quiet, strong
        self.setAccessibleName(" ".join(filter(None, (quiet, strong))))
        self.updateGeometry()
        self.update()

    def _widths(self) -> tuple[int, int]:
        quiet = QFontMetrics(theme().font("caption")).horizontalAdvance(self._quiet)
        strong = QFontMetrics(theme().font_px(11, 500)).horizontalAdvance(self._strong)
        return quiet + 2, strong + 2 if self._strong else 0

    @override
    def sizeHint(self) -> QSize:
        key = self._key.sizeHint().width() + 6 if self._keyed else 0
        return QSize(20 + sum(self._widths()) + (6 if self._strong else 0) + key, 28)

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        quiet, strong = self._widths()
        role = "text" if self.underMouse() else "text_muted"
        paint_icon(painter, QRect(0, 0, 14, self.height()), self._icon, "text_muted", 14)
        paint_text(painter, QRect(20, 0, quiet, self.height()), self._quiet, theme().font("caption"), role)
        if strong:
            place = QRect(26 + quiet, 0, strong, self.height())
            paint_text(painter, place, self._strong, theme().font_px(11, 500), "text")
