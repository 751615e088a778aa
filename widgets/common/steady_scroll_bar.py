"""A scroll bar that always takes its room, so that nothing moves when it is needed."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractScrollArea, QAbstractSlider, QScrollBar
from typing_extensions import override

WIDTH: Final = 10


def steady_scroll_bar(area: QAbstractScrollArea) -> None:
    """Keep the room of the vertical scroll bar; its handle shows only when there is something to scroll."""
    area.setVerticalScrollBar(_SteadyScrollBar(Qt.Orientation.Vertical, area))
    area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)


class _SteadyScrollBar(QScrollBar):
    @override
    def sliderChange(self, change: QAbstractSlider.SliderChange) -> None:
        if change == QAbstractSlider.SliderChange.SliderRangeChange:
            self.setEnabled(self.maximum() > self.minimum())
        super().sliderChange(change)
