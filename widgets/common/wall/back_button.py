"""The way back for who lost the content of a wall."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QPushButton
from typing_extensions import override

from widgets.common.icons import icon
from widgets.common.words import tr

if TYPE_CHECKING:
    from widgets.common.wall.view import WallView


class BackButton(QPushButton):
    """Floats at the top of a wall while nothing of its content is in view."""

    def __init__(self, view: WallView) -> None:
        super().__init__(view)
        self._view = view
        self.setIcon(icon("undo-2"))
        self.setIconSize(QSize(14, 14))
        self.setAutoDefault(False)
        self.hide()

    def place(self) -> None:
        """Take the place at the top of the view, in today's words."""
        self.setText(tr("wall.back"))
        self.setAccessibleName(tr("wall.back"))
        self.adjustSize()
        self.move((self._view.width() - self.width()) // 2, 16)
        self.raise_()

    @override
    def setVisible(self, visible: bool) -> None:
        super().setVisible(visible)
        if visible:
            self.place()
