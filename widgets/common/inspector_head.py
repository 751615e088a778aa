"""The top of an inspector: what is open, and what can be done with it."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget
from typing_extensions import override

from widgets.common.elided_label import ElidedLabel
from widgets.common.hairline import hairline
from widgets.common.icons import icon
from widgets.common.painting import paint_tile
from widgets.common.theme import theme
from widgets.common.words import Retranslated, tr


class InspectorHead(Retranslated):
    """44 px: tile, words, duplicate, delete, close."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(45)
        self.tile = _Tile()
        self.title = ElidedLabel(look="strong")
        self.duplicate, self.delete, self.close_button = QToolButton(), QToolButton(), QToolButton()
        row = QHBoxLayout()
        row.setContentsMargins(16, 0, 12, 0)
        row.setSpacing(8)
        row.addWidget(self.tile)
        row.addWidget(self.title, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(2)
        row.addLayout(buttons)
        for button, name in ((self.duplicate, "copy"), (self.delete, "trash-2"), (self.close_button, "x")):
            button.setIcon(icon(name))
            button.setIconSize(QSize(16, 16))
            button.setFixedSize(26, 26)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            buttons.addWidget(button)
        line = hairline()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row, 1)
        column.addWidget(line)
        self.retranslate()

    @override
    def retranslate(self) -> None:
        names = (tr("common.duplicate"), tr("common.delete"), tr("common.close"))
        for button, name in zip((self.duplicate, self.delete, self.close_button), names, strict=True):
            button.setAccessibleName(name)
            button.setToolTip(name)

    def show_what(self, title: str, family: str, sign: str, *, active: bool) -> None:
        """Show what is open: its words, colour category and icon; nothing can be done when it is not active."""
        self.title.setText(title)
        self.tile.show_what(family, sign)
        self.tile.setVisible(active)
        self.duplicate.setVisible(active)
        self.delete.setVisible(active)


class _Tile(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self._family, self._sign = "ops", "circle"
        self.setFixedSize(22, 22)
        theme().changed.connect(self.update)

    def show_what(self, family: str, sign: str) -> None:
        self._family, self._sign = family, sign
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_tile(painter, QRect(0, 0, 22, 22), self._family, self._sign, 14)
