"""Writes boards into files; runs in a child process."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

from app.exchange.board_content import BoardContent
from app.exchange.excalidraw.writing import write_excalidraw
from app.exchange.json_canvas import write_json_canvas
from app.purpose.board_wish import BoardWish
from widgets.common.saving import save
from widgets.purpose.paper import draw_board

Report = Callable[[int, int, str], None]
WRITERS: Final[Mapping[str, Callable[[BoardContent], bytes]]] = {
    "canvas": write_json_canvas,
    "excalidraw": write_excalidraw,
}


def write_drawn(report: Report, wish: BoardWish, path: str) -> str:
    """Write a board as a picture or a page; return the name of the file."""
    save(Path(path), draw_board(report, wish))
    return Path(path).name


def write_content(report: Report, content: BoardContent, form: str, path: str) -> str:
    """Write a board for other programs; return the name of the file."""
    report(0, 1, content.name)
    save(Path(path), WRITERS[form](content))
    return Path(path).name
