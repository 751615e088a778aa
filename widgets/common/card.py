"""A framed group on a page."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from widgets.common.elided_label import ElidedLabel
from widgets.common.hairline import hairline


class Card(QFrame):
    """A raised frame; with `set_title` it has a head of 42 px whose right side takes controls."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "card")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(1, 1, 1, 1)
        self._column.setSpacing(0)
        self.title = ElidedLabel(look="strong")
        self.note = ElidedLabel(look="subtitle")
        self._head = QWidget()
        self._head.setFixedHeight(41)
        self.head = QHBoxLayout(self._head)
        self.head.setContentsMargins(13, 0, 13, 0)
        self.head.setSpacing(8)
        self.head.addWidget(self.title)
        self.head.addWidget(self.note, 1)
        self._line = hairline()
        self.body = QVBoxLayout()
        self.body.setContentsMargins(13, 12, 13, 12)
        self.body.setSpacing(9)
        self._column.addWidget(self._head)
        self._column.addWidget(self._line)
        self._column.addLayout(self.body)
        self._head.hide()
        self._line.hide()

    def set_title(self, title: str, note: str = "") -> None:
        """Write the head."""
        self.title.setText(title)
        self.note.setText(note)
        self._head.show()
        self._line.show()
