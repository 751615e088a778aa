"""The one-pixel line between regions and groups."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame


def hairline() -> QFrame:
    """Return a line as wide as its column."""
    line = QFrame()
    line.setProperty("look", "line")
    line.setFixedHeight(1)
    return line
