"""What is wanted of a board as a file to look at."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from app.purpose.board import Board, NoteKind
from app.purpose.surroundings import Surroundings
from app.purpose.wall import Wall
from app.store import Store


@dataclass(frozen=True, slots=True)
class BoardWish:
    """A board, and how it is wanted."""

    form: str  # png, svg or pdf
    wall: Wall
    around: Surroundings
    today: date
    language: str
    community: str = ""
    pictures: Mapping[str, bytes] = field(default_factory=dict)
    only: frozenset[str] | None = None  # the things that are wanted; None: all
    scale: float = 1.0  # px of a PNG to one of the board
    clear: bool = False  # without paper
    page: str = ""  # A4, Letter, or "" for a page as large as the board


def pictures_on(store: Store, wall: Wall) -> dict[str, bytes]:
    """Return the pictures that a board shows."""
    images = sorted({note.ref for note in wall.notes.values() if note.kind is NoteKind.IMAGE})
    return {ref: data for ref in images if (data := store.picture(ref))}


def board_named(boards: list[Board], name: str) -> Board | None:
    """Return the first board with a name, the first of all for no name."""
    return next((board for board in boards if not name or board.name.casefold() == name.casefold()), None)
