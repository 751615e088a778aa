"""How a field shows that the things selected have different values."""

from __future__ import annotations

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QAbstractScrollArea, QLineEdit, QWidget

from widgets.common.words import tr


def mark_mixed(field: QWidget, mixed: bool) -> None:
    """Write the field in italics and keep the word for it, or take both back."""
    if not mixed and not field.property("mixed_text"):
        field.setProperty("mixed_text", "")
        return  # as it was: a font that is set again loses what the style sheet says of it
    font = QFont()
    if mixed:
        font.setItalic(True)
    parts: list[QWidget] = [field, *field.findChildren(QLineEdit)]
    if isinstance(field, QAbstractScrollArea):
        parts.append(field.viewport())  # paints the hint
    for part in parts:  # a style sheet keeps them from taking the font of the field
        part.setFont(font)
    field.setProperty("mixed_text", tr("common.mixed") if mixed else "")
