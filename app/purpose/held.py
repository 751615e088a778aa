"""Reads the notes that an action is about."""

from __future__ import annotations

from collections.abc import Iterable

from app.errors import Gone
from app.purpose.board import FARTHEST, LARGEST_TEXT, SMALLEST, Note
from app.store import Store


def held(store: Store, ids: Iterable[str]) -> list[Note]:
    """Return some notes in the order asked for; Gone when none of them is there."""
    wanted = list(dict.fromkeys(ids))
    there = {note.id: note for note in store.of(Note).some(wanted)}
    found = [there[key] for key in wanted if key in there]
    if wanted and not found:
        raise Gone
    return found


def within(value: float) -> int:
    """Return a place as it is kept: a whole px, not farther than a board goes."""
    return max(-FARTHEST, min(FARTHEST, round(value)))


def side(value: float) -> int:
    """Return a width or a height as it is kept."""
    return max(SMALLEST, min(FARTHEST, round(value)))


def written(text: str) -> str:
    """Return a text as it is kept: not longer than a note may hold, and without what ends a text in files."""
    return text.replace("\0", "")[:LARGEST_TEXT]


def highest(store: Store, board: str) -> int:
    """Return the z of the topmost note of a board, 0 on an empty one."""
    return max((note.z for note in store.of(Note).where(board=board)), default=0)
