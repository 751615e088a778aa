"""The grid in its card: hours above it, days at its left."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout
from typing_extensions import override

from widgets.common.painting import LEFT, paint_text
from widgets.common.theme import theme
from widgets.common.words import day
from widgets.guide.coverage.cells import Cells, Shown
from widgets.guide.coverage.grid import CoverageGrid

HOURS: Final = 3  # between two that are written
HEAD: Final = 15
USUAL: Final = 38  # px for the days
DATED: Final = 68
SIDE: Final = 11


class WeekFrame(QFrame):
    """Paints what stands around the grid."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "card")
        self.cells = Cells(self)
        self.grid = CoverageGrid(self.cells)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.grid)
        theme().changed.connect(self._fit)
        self._fit()

    def show_week(self, shown: Shown) -> None:
        """Show another week, or the same with other hours."""
        self.cells.show_week(shown)
        self._fit()

    def _fit(self) -> None:
        scale = max(1.0, theme().text_scale)
        left = SIDE + round((DATED if self.cells.shown.dated else USUAL) * scale)
        margins = (left, 8 + round(HEAD * scale), SIDE, 9)
        if self._column.getContentsMargins() != margins:
            self._column.setContentsMargins(*margins)
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter, small = QPainter(self), theme().font("micro")
        place, shown = self.grid.geometry(), self.cells.shown
        for hour in range(0, 24, HOURS):
            x = place.left() + self.grid.columnViewportPosition(hour * 2) + 1
            above = QRect(x, place.top() - HEAD - 1, self.grid.columnWidth(0) * 4, HEAD)
            paint_text(painter, above, f"{hour:02}", small, "text_muted", LEFT)
        for row in range(7):
            top = place.top() + self.grid.rowViewportPosition(row)
            beside = QRect(SIDE + 1, top, place.left() - SIDE - 5, self.grid.rowHeight(row) - 2)
            here, today = shown.day(row), shown.is_today(row)
            role = "danger_text" if shown.holiday(row) else "text" if today else "text_muted"
            text = day(here, "ddd d MMM" if shown.dated else "ddd")
            paint_text(painter, beside, text, theme().font_px(10, 600 if today else 400), role, LEFT)
