"""Says which part of the map is shown alone, and leads back to the whole."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QToolButton
from typing_extensions import override

from widgets.common.icons import icon
from widgets.common.wall.floating import EDGE, Floating
from widgets.common.wall.view import WallView
from widgets.common.words import tr


class FocusBar(Floating):
    """In the corner at the top of the map.

    Signals:
        left: the whole map is wanted.
    """

    left = Signal()

    def __init__(self, view: WallView) -> None:
        super().__init__(view, 8, 3)
        self._path = ""
        self.words = QLabel()
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setProperty("look", "medium-small")
        self.off = QToolButton()
        self.off.setIcon(icon("x"))
        self.off.setFixedSize(24, 24)
        self.off.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.row.addSpacing(8)
        self.row.addWidget(self.words)
        self.row.addWidget(self.off)
        self.off.clicked.connect(self.left)
        self.hide()
        self.retranslate()

    def show_path(self, path: str) -> None:
        """Show which part it is, "" for the whole map."""
        self._path = path
        self.retranslate()
        self.setVisible(bool(path))
        self.place()

    @override
    def place(self) -> None:
        self.put(left=EDGE)  # in the corner: a tree leaves it free

    @override
    def retranslate(self) -> None:
        shown = self.words.fontMetrics().elidedText(self._path, Qt.TextElideMode.ElideMiddle, 420)
        self.words.setText(tr("funnel.only", path=shown))
        self.off.setAccessibleName(tr("funnel.action.focus_off"))
        self.off.setToolTip(tr("funnel.action.focus_off"))
