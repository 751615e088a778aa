"""Room below the last row of a list over which a bar floats."""

from __future__ import annotations

from PySide6.QtWidgets import QListView


def add_room(view: QListView, room: int) -> None:
    """Let a list scroll on behind its last row, so that a bar over its foot hides nothing for good."""
    rows = view.model().rowCount()
    if not room or not rows:
        return
    bar = view.verticalScrollBar()
    end = view.visualRect(view.model().index(rows - 1, 0)).bottom() + bar.value()
    bar.setMaximum(max(bar.maximum(), end + room - view.viewport().height()))
