"""Where one is on a way of several steps: done ones are ticked, the current one is strong."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from widgets.common.icon_label import IconLabel


class StepTrail(QWidget):
    """Steps from left to right; screen readers hear the current one."""

    def __init__(self, count: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._signs = [IconLabel("circle-check", "success", 14) for _ in range(count)]
        self._names = [QLabel() for _ in range(count)]
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for number, (sign, name) in enumerate(zip(self._signs, self._names, strict=True)):
            if number:
                row.addWidget(IconLabel("chevron-right", "text_muted", 12))
            name.setTextFormat(Qt.TextFormat.PlainText)
            row.addWidget(sign)
            row.addWidget(name)

    def show_step(self, names: Sequence[str], current: int) -> None:
        """Name the steps and mark where one is."""
        for number, (sign, label, name) in enumerate(zip(self._signs, self._names, names, strict=True)):
            sign.setVisible(number < current)
            label.setText(name)
            label.setProperty("look", "strong" if number == current else "subtitle")
            label.style().unpolish(label)
            label.style().polish(label)
        self.setAccessibleName(f"{names[current]} ({current + 1} / {len(names)})")
