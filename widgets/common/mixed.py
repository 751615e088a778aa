"""How a field shows that the things selected have different values."""

from __future__ import annotations

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QWidget

from widgets.common.words import tr


def mark_mixed(field: QWidget, mixed: bool) -> None:
    """Write the field in italics and keep the word for it, or take both back."""
    font = QFont()
    if mixed:
        font.setItalic(True)
    field.setFont(font)
    field.setProperty("mixed_text", tr("common.mixed") if mixed else "")
