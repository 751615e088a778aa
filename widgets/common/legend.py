"""What the colours mean at the moment."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from widgets.common.dots import paint_dot
from widgets.common.painting import paint_text
from widgets.common.theme import theme

LINE: Final = 20


class Legend(QWidget):
    """Dots with their names, as many in a line as there is room for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entries: list[tuple[str, str]] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self._on_theme_changed)

    def show_entries(self, title: str, entries: Sequence[tuple[str, str]]) -> None:
        """Show (colour category, name) pairs; none hides the legend."""
        self._entries = list(entries)
        self.setVisible(bool(entries))
        self.setAccessibleName(": ".join((title, ", ".join(name for _, name in entries))))
        self._fit()

    def _places(self) -> list[tuple[QRect, str, str]]:
        metrics = QFontMetrics(theme().font("caption"))
        places, x, y = [], 0, 0
        for family, name in self._entries:
            width = min(self.width(), metrics.horizontalAdvance(name) + 16)
            if x and x + width > self.width():
                x, y = 0, y + LINE
            places.append((QRect(x, y, width, LINE), family, name))
            x += width + 12
        return places

    def _fit(self) -> None:
        places = self._places()
        self.setFixedHeight(places[-1][0].bottom() + 1 if places else 0)
        self.update()

    def _on_theme_changed(self) -> None:
        self._fit()

    @override
    def sizeHint(self) -> QSize:
        return QSize(120, LINE)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        for place, family, name in self._places():
            paint_dot(painter, QPoint(place.left() + 5, place.center().y() + 1), f"category.{family}.solid")
            paint_text(painter, place.adjusted(15, 0, 1, 0), name, theme().font("caption"), "text_2")
