"""A card with a title and a few lines, numbered or not."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from widgets.common.card import Card
from widgets.common.paragraph import Paragraph


class StepCard(Card):
    """What happens, in order."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout()
        self.body.addLayout(self._grid)
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(10)
        self._grid.setColumnStretch(1, 1)

    def show_lines(self, title: str, lines: Sequence[str], *, numbered: bool = False) -> None:
        """Write the card anew."""
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._grid.addWidget(_label(title, "strong"), 0, 0, 1, 2)
        for row, line in enumerate(lines, 1):
            text = Paragraph(line, look="step")
            if numbered:
                self._grid.addWidget(_label(str(row), "number"), row, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(text, row, 1 if numbered else 0, 1, 1 if numbered else 2)


def _label(text: str, look: str) -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("look", look)
    return label
