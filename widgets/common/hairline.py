"""The one-pixel line between regions and groups."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame


def hairline(*, upright: bool = False) -> QFrame:
    """Return a line as wide as its column, or as high as its row."""
    line = QFrame()
    line.setProperty("look", "line")
    if upright:
        line.setFixedWidth(1)
    else:
        line.setFixedHeight(1)
    return line
