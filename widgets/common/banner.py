"""A bar across a page that says something is wrong, or needs care."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from widgets.common.icon_label import IconLabel

DANGER: Final = "danger"
WARNING: Final = "warning"


class Banner(QFrame):
    """Icon, title and a sentence on a soft ground; controls go to the right."""

    def __init__(self, level: str = DANGER, parent: QWidget | None = None, *, icon: str = "circle-alert") -> None:
        super().__init__(parent)
        self.setProperty("look", f"banner-{level}")
        self._picture = IconLabel(icon, level, 24)
        self.title = QLabel()
        self.title.setProperty("look", f"banner-{level}")
        self.text = QLabel()
        self.text.setProperty("look", "second")
        for label in (self.title, self.text):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 12, 16, 12)
        row.setSpacing(14)
        row.addWidget(self._picture)
        column = QVBoxLayout()
        column.setSpacing(1)
        column.addWidget(self.title)
        column.addWidget(self.text)
        row.addLayout(column, 1)
        self._right = QHBoxLayout()
        self._right.setSpacing(8)
        row.addLayout(self._right)

    def set_texts(self, title: str, text: str = "") -> None:
        """Write what is wrong and what it means."""
        self.title.setText(title)
        self.title.setVisible(bool(title))
        self.text.setText(text)
        self.text.setVisible(bool(text))

    def add_action(self, widget: QWidget) -> None:
        """Put a control at the right end."""
        self._right.addWidget(widget)
