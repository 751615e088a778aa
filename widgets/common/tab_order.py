"""The order in which Tab walks, where it is not that in which controls were made."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtWidgets import QWidget


def in_order(*controls: QWidget) -> None:
    """Let Tab walk controls one after another."""
    for before, after in pairwise(controls):
        QWidget.setTabOrder(before, after)
