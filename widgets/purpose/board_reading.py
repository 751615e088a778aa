"""Reads a board from a file; runs in a child process, where its pictures are encoded anew as well."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from app.errors import ImportRejected
from app.exchange.board_content import BoardContent
from app.exchange.board_file import board_in, with_safe_pictures
from app.exchange.json_text import OCTETS_MOST
from app.message import say

Report = Callable[[int, int, str], None]


def read_board_file(report: Report, path: str) -> BoardContent:
    """Return the board in a file; ImportRejected names the file, the place and the reason."""
    file = Path(path)
    report(0, 1, file.name)
    try:
        with file.open("rb") as opened:
            data = opened.read(OCTETS_MOST + 1)
    except OSError as error:
        raise ImportRejected(file.name, "", say("board.file.unreadable", why=error.strerror or "")) from error
    return replace(read_board(report, data, file.name), name=file.stem)


def read_board(report: Report, data: bytes, name: str) -> BoardContent:
    """Return the board in some octets, every picture in it encoded anew; one that cannot be shown is told."""
    content = board_in(data, name)
    if not content.pictures:
        return content
    from widgets.common.pictures import encoded, from_bytes

    done = iter(range(len(content.pictures)))

    def encode(picture: bytes) -> bytes:
        report(next(done), len(content.pictures), name)
        return encoded(from_bytes(picture, name))

    return with_safe_pictures(content, encode)
