"""Colours of what lies on a board, by name; kept until the theme changes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush, QColor, QPen

from app.purpose.board import Category, Note, NoteKind
from widgets.common.theme import theme

STICKY: Final = ("butter", "blush", "mint", "sky", "lilac")
PLAIN: Final = "plain"  # the paper of outcomes: white cards
OF_CATEGORY: Final[Mapping[Category, str]] = {
    Category.FREE: "mint",
    Category.AUDIENCE: "sky",
    Category.PROBLEM: "blush",
    Category.BEHAVIOUR: "butter",
    Category.OUTCOME: PLAIN,
    Category.RISK: "lilac",
}
ICONS: Final[Mapping[Category, str]] = {
    Category.FREE: "square",
    Category.AUDIENCE: "users",
    Category.PROBLEM: "circle-alert",
    Category.BEHAVIOUR: "zap",
    Category.OUTCOME: "target",
    Category.RISK: "triangle-alert",
}


def fill_of(note: Note) -> str:
    """Return the name of a note's fill: the one it was given, else that of its category."""
    if note.fill in STICKY:
        return note.fill
    return OF_CATEGORY[note.category]


def paper(name: str) -> QColor:
    """Return the colour of a paper."""
    return theme().color("raised" if name == PLAIN else f"sticky.{name}.fill")


def edge(name: str) -> QColor:
    """Return the colour of the edge of a paper."""
    return theme().color("border_strong" if name == PLAIN else f"sticky.{name}.border")


def ink(name: str) -> QColor:
    """Return the colour of what is written on a paper."""
    return theme().color("text" if name == PLAIN else f"sticky.{name}.text")


def overview_of(note: Note) -> str:
    """Return the group of a note in the overview, where only its colour is seen."""
    if note.kind is NoteKind.NOTE:
        return fill_of(note)
    return note.kind.value


class Inks:
    """Pens and brushes, made once for each colour."""

    def __init__(self) -> None:
        self._pens: dict[tuple[str, float, bool], QPen] = {}
        self._brushes: dict[str, QBrush] = {}

    def forget(self) -> None:
        """Make all anew, as after a change of the theme."""
        self._pens.clear()
        self._brushes.clear()

    def pen(self, role: str, width: float = 1.0, *, dashed: bool = False) -> QPen:
        """Return a pen in a colour role."""
        key = (role, width, dashed)
        found = self._pens.get(key)
        if found is None:
            found = QPen(theme().color(role), width)
            if dashed:
                found.setDashPattern([4 / width, 4 / width])
                found.setCapStyle(Qt.PenCapStyle.FlatCap)
            self._pens[key] = found
        return found

    def brush(self, role: str) -> QBrush:
        """Return a brush in a colour role."""
        found = self._brushes.get(role)
        if found is None:
            found = self._brushes[role] = QBrush(theme().color(role))
        return found


INKS: Final = Inks()
