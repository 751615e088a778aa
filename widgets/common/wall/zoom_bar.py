"""Zoom by buttons: out, how much, in, fit."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from typing_extensions import override

from widgets.common.wall.floating import SMALL, Floating
from widgets.common.wall.view import WallView
from widgets.common.words import locale, tr

RIGHT, BOTTOM = 14, 16


class ZoomBar(Floating):
    """32 px high, at the bottom right; a press on the number shows 100 %."""

    def __init__(self, view: WallView) -> None:
        super().__init__(view, 8, 4)
        self._wall = view
        self.out = self.add_tool("minus", SMALL, 14)
        self.amount = QPushButton(self)
        self.amount.setProperty("look", "wall-number")
        self.amount.setFixedSize(46, SMALL)
        self.amount.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.row.addWidget(self.amount)
        self.into = self.add_tool("plus", SMALL, 14)
        self.whole = self.add_tool("maximize", SMALL, 14)
        self.out.clicked.connect(lambda: view.step_zoom(-1))
        self.into.clicked.connect(lambda: view.step_zoom(1))
        self.amount.clicked.connect(lambda: view.set_zoom(1.0))
        self.whole.clicked.connect(view.fit)
        view.zoom_changed.connect(self._show_zoom)
        self.retranslate()

    @override
    def place(self) -> None:
        self.put(right=RIGHT, bottom=BOTTOM)

    @override
    def retranslate(self) -> None:
        names = (tr("wall.zoom.out"), tr("wall.zoom.in"), tr("wall.zoom.fit"))
        for button, name in zip((self.out, self.into, self.whole), names, strict=True):
            button.setAccessibleName(name)
            button.setToolTip(name)
        self.amount.setToolTip(tr("wall.zoom.real"))
        self._show_zoom(self._wall.zoom())

    def _show_zoom(self, zoom: float) -> None:
        percent = locale().toString(round(zoom * 100))
        self.amount.setText(tr("wall.zoom", percent=percent))
        self.amount.setAccessibleName(tr("wall.zoom.now", percent=percent))
