"""What a card of a pipeline shows."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Card:
    """One entry in words."""

    id: str
    title: str
    member: str = ""  # the id
    name: str = ""
    due: str = ""
    late: bool = False
    spoken: str = ""
