"""The top of the inspector: what is open, and what can be done with it."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QVBoxLayout, QWidget
from typing_extensions import override

from app.calendar.kind import Kind
from widgets.common.elided_label import ElidedLabel
from widgets.common.icons import icon
from widgets.common.painting import paint_tile
from widgets.common.theme import theme
from widgets.common.words import Retranslated, tr


class InspectorHead(Retranslated):
    """44 px: tile of the kind, words, duplicate, delete, close."""

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
        line = QFrame()
        line.setProperty("look", "line")
        line.setFixedHeight(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row, 1)
        column.addWidget(line)
        self.retranslate()

    @override
    def retranslate(self) -> None:
        names = (tr("calendar.duplicate"), tr("calendar.delete"), tr("calendar.inspector.close"))
        for button, name in zip((self.duplicate, self.delete, self.close_button), names, strict=True):
            button.setAccessibleName(name)
            button.setToolTip(name)

    def show_kind(self, title: str, kind: Kind | None, *, active: bool) -> None:
        """Show what is open."""
        self.title.setText(title)
        self.tile.show_kind(kind)
        self.tile.setVisible(active)
        self.duplicate.setVisible(active)
        self.delete.setVisible(active)


class _Tile(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self._kind: Kind | None = None
        self.setFixedSize(22, 22)
        theme().changed.connect(self.update)

    def show_kind(self, kind: Kind | None) -> None:
        self._kind = kind
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        family, sign = (self._kind.family, self._kind.icon) if self._kind else ("ops", "layers")
        paint_tile(painter, QRect(0, 0, 22, 22), family, sign, 14)
