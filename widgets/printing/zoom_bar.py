"""Smaller, how large, larger."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QToolButton, QWidget
from typing_extensions import override

from widgets.common.icons import icon
from widgets.common.words import Retranslated, tr


class ZoomBar(Retranslated):
    """A press on the figure fits a whole page.

    Signals:
        stepped: larger (1) or smaller (-1).
        fit_requested: a whole page is to be seen.
    """

    stepped = Signal(int)
    fit_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._zoom = 1.0
        self.smaller, self.larger, self.figure = QToolButton(), QToolButton(), QPushButton()
        self.smaller.setIcon(icon("minus"))
        self.larger.setIcon(icon("plus"))
        self.figure.setProperty("look", "ghost")
        self.figure.setMinimumWidth(56)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        for button in (self.smaller, self.figure, self.larger):
            row.addWidget(button)
        self.smaller.clicked.connect(lambda: self.stepped.emit(-1))
        self.larger.clicked.connect(lambda: self.stepped.emit(1))
        self.figure.clicked.connect(self.fit_requested)
        self.retranslate()

    def show_zoom(self, zoom: float) -> None:
        """Show how large pages are."""
        self._zoom = zoom
        self.retranslate()

    @override
    def retranslate(self) -> None:
        for button, text in ((self.smaller, tr("printing.smaller")), (self.larger, tr("printing.larger"))):
            button.setToolTip(text)
            button.setAccessibleName(text)
        self.figure.setText(tr("printing.percent", share=round(self._zoom * 100)))
        self.figure.setToolTip(tr("printing.fit"))
        self.figure.setAccessibleName(f"{self.figure.text()}, {tr('printing.fit')}")
