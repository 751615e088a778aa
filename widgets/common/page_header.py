"""The top of every page: what it is, one line about it, and what can be done."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from widgets.common.elided_label import ElidedLabel
from widgets.common.hairline import hairline


class PageHeader(QWidget):
    """Title and subtitle left, actions right, a line below; 64 high, 56 on the calendar."""

    def __init__(self, height: int = 64, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(height + 1)
        self.title = ElidedLabel(look="title" if height >= 64 else "title-calendar")
        self.subtitle = ElidedLabel(look="subtitle")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._row = QHBoxLayout()
        self._row.setContentsMargins(24, 0, 24, 0)
        self._row.setSpacing(14)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch()
        words.addWidget(self.title)
        words.addWidget(self.subtitle)
        words.addStretch()
        self._left = QHBoxLayout()
        self._left.setSpacing(4)
        self._right = QHBoxLayout()
        self._right.setSpacing(8)
        self._row.addLayout(self._left)
        self._row.addLayout(words, 1)
        self._row.addLayout(self._right)
        line = hairline()
        column.addLayout(self._row, 1)
        column.addWidget(line)

    def set_texts(self, title: str, subtitle: str = "") -> None:
        """Write title and subtitle."""
        self.title.setText(title)
        self.subtitle.setText(subtitle)
        self.subtitle.setVisible(bool(subtitle))

    def add_left(self, widget: QWidget) -> None:
        """Put a control before the title."""
        self._left.addWidget(widget)

    def add_action(self, widget: QWidget) -> None:
        """Put a control at the right end."""
        self._right.addWidget(widget)
