"""Reads a board of any kind that we know, by what it holds."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Final

from app.errors import ImportRejected
from app.exchange.board_content import BoardContent, Unsound
from app.exchange.excalidraw.reading import read_excalidraw
from app.exchange.json_canvas import read_json_canvas
from app.purpose.board import NoteKind

BOARD_ENDINGS: Final = (".canvas", ".excalidraw")  # of the names that such files usually have
DRAWN: Final = re.compile(rb'"type"\s*:\s*"excalidraw(?:/clipboard)?"|^\s*\{\s*"elements"\s*:')
CANVAS: Final = re.compile(rb'^\s*\{\s*(?:\}\s*$|"(?:nodes|edges)"\s*:)|"(?:nodes|edges)"\s*:\s*\[')
LOOKED_AT: Final = 4096  # octets


def is_board(head: bytes) -> bool:
    """Return whether a file, or what somebody copied, begins as a board does."""
    return bool(_reader(head))


def board_in(data: bytes, name: str) -> BoardContent:
    """Return the board in some octets; ImportRejected says what is wrong with them and where."""
    return (_reader(data) or read_json_canvas)(data, name)


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


def _reader(data: bytes) -> Callable[[bytes, str], BoardContent] | None:
    head = data[:LOOKED_AT]
    if head[:2] in (b"\xff\xfe", b"\xfe\xff"):
        head = head[: len(head) // 2 * 2].decode("utf-16", "replace").encode()
    head = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if not head.startswith(b"{"):
        return None
    if DRAWN.search(head):
        return read_excalidraw
    return read_json_canvas if CANVAS.search(head) else None
