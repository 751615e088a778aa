"""Reads a board of any kind that we know, by what it holds."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from app.errors import ImportRejected
from app.exchange.board_content import BoardContent, Unsound
from app.exchange.excalidraw.reading import read_excalidraw
from app.exchange.json_canvas import read_json_canvas
from app.exchange.recognise import DRAWN, board_form
from app.purpose.board import NoteKind


def board_in(data: bytes, name: str) -> BoardContent:
    """Return the board in some octets; ImportRejected says what is wrong with them and where."""
    return (read_excalidraw if board_form(data) == DRAWN else read_json_canvas)(data, name)


def with_safe_pictures(content: BoardContent, encode: Callable[[bytes], bytes]) -> BoardContent:
    """Return a board with every picture encoded anew; those that cannot be shown are gone, and told."""
    safe: dict[str, bytes] = {}
    unsound = list(content.unsound)
    shown = {note.ref: note.text for note in content.notes if note.kind is NoteKind.IMAGE}
    for key, picture in content.pictures.items():
        try:
            safe[key] = encode(picture)
        except ImportRejected as rejected:
            unsound.append(Unsound("", shown.get(key, "") or key, rejected.why))
    return replace(content, pictures=safe, unsound=tuple(unsound))
