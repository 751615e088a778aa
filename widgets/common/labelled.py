"""A field with its label above it."""

from __future__ import annotations

from typing import Generic, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

F = TypeVar("F", bound=QWidget)


class Labelled(QWidget, Generic[F]):
    """Label, field, and one line below that says what is wrong, when something is."""

    def __init__(self, field: F, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = field
        self.label = QLabel()
        self.label.setProperty("look", "label")
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        self.label.setBuddy(field)
        self.error = QLabel()
        self.error.setProperty("look", "error")
        self.error.setTextFormat(Qt.TextFormat.PlainText)
        self.error.setWordWrap(True)
        self.error.hide()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.label)
        column.addWidget(field)
        column.addWidget(self.error)

    def set_label(self, text: str) -> None:
        """Write the label; screen readers get it as the name of the field."""
        self.label.setText(text)
        self.field.setAccessibleName(text)

    def set_error(self, text: str) -> None:
        """Say what is wrong with the value, or "" when nothing is."""
        if text == self.error.text():
            return
        self.error.setText(text)
        self.error.setVisible(bool(text))
        self.field.setProperty("invalid", bool(text))
        self.field.setAccessibleDescription(text)
        self.field.style().unpolish(self.field)
        self.field.style().polish(self.field)
