"""The quarter: 13 weeks of seven days on one page."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from widgets.calendar.canvas.painted import PaintedCanvas
from widgets.calendar.canvas.quarter_layout import QuarterLayout


class QuarterView(PaintedCanvas):
    """All 90 days at a glance, a row for each week."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(QuarterLayout(), parent)
