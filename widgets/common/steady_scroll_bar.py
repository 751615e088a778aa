"""A scroll bar that always takes its room, so that nothing moves when it is needed."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractScrollArea

WIDTH: Final = 10


def steady_scroll_bar(area: QAbstractScrollArea) -> None:
    """Keep the room of the vertical scroll bar; its handle shows only when there is something to scroll."""
    area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    bar = area.verticalScrollBar()
    bar.setEnabled(bar.maximum() > bar.minimum())
    bar.rangeChanged.connect(lambda low, high: bar.setEnabled(high > low))
