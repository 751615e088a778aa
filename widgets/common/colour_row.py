"""The eight colour categories as buttons."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QWidget
from typing_extensions import override

from widgets.common.theme import FAMILIES, theme
from widgets.common.words import Retranslated, tr

COLOUR_TEXTS: Final = {
    "welcome": "colour.blue",
    "live": "colour.rust",
    "conversation": "colour.teal",
    "recognition": "colour.plum",
    "challenge": "colour.gold",
    "pilot": "colour.violet",
    "loop": "colour.green",
    "ops": "colour.grey",
}


class ColourRow(Retranslated):
    """One of eight is chosen.

    Signals:
        chosen: another category was chosen (its name).
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self._buttons = {family: _Swatch(family) for family in FAMILIES}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for family, button in self._buttons.items():
            self._group.addButton(button)
            button.clicked.connect(lambda _=False, family=family: self.chosen.emit(family))
            row.addWidget(button)
        row.addStretch()
        self.retranslate()

    @override
    def retranslate(self) -> None:
        for family, button in self._buttons.items():
            button.setAccessibleName(tr(COLOUR_TEXTS[family]))
            button.setToolTip(tr(COLOUR_TEXTS[family]))

    def show_colour(self, family: str) -> None:
        """Show which one is chosen."""
        button = self._buttons.get(family)
        if button is not None:
            button.setChecked(True)


class _Swatch(QAbstractButton):
    def __init__(self, family: str) -> None:
        super().__init__()
        self._family = family
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        theme().changed.connect(self.update)

    @override
    def sizeHint(self) -> QSize:
        return QSize(24, 24)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        centre = self.rect().center() + QPoint(1, 1)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().family(self._family))
        painter.drawEllipse(centre, 7, 7)
        if self.isChecked():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme().color("accent"), 2))
            painter.drawEllipse(centre, 10, 10)
