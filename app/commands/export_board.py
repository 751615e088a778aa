"""Writes a board: as a picture, a page, or for other programs."""

from __future__ import annotations

from typing import Final

from app.commands.arguments import Given
from app.commands.tools import Tools
from app.errors import KnownError
from app.exchange.excalidraw.writing import write_excalidraw
from app.exchange.json_canvas import write_json_canvas
from app.message import say
from app.playbook.playbook import PLAYBOOK_ID, Playbook
from app.purpose.board import Board
from app.purpose.board_wish import BoardWish, board_named, pictures_on
from app.purpose.surroundings import Surroundings
from app.purpose.taking_out import content_of
from app.purpose.wall import Wall, boards
from app.store import Store

WRITERS: Final = {"json-canvas": write_json_canvas, "excalidraw": write_excalidraw}


class BoardExport:
    """One board of a playbook, read once for all files."""

    def __init__(self, store: Store, tools: Tools, given: Given) -> None:
        self._tools = tools
        self._paper = given.one("--paper", "A4") if given.has("--paper") else ""
        board = _chosen(list(boards(store)), given.one("--name"))
        self._wall, self._around = Wall.read(store, board.id), Surroundings.read(store)
        self._content = content_of(store, board.id)
        self._pictures = pictures_on(store, self._wall)
        self._community = next((it.name for it in store.of(Playbook).some([PLAYBOOK_ID])), "")

    def written(self, name: str, language: str) -> bytes:
        """Return the file of one format."""
        if name in WRITERS:
            return WRITERS[name](self._content)
        return self._tools.draws.board(
            BoardWish(
                name,
                self._wall,
                self._around,
                self._tools.today,
                language,
                self._community,
                self._pictures,
                page=self._paper,
            )
        )


def _chosen(every: list[Board], name: str) -> Board:
    board = board_named(every, name)
    if board is not None:
        return board
    if not every:
        raise KnownError(say("command.error.no_board"))
    names = ", ".join(it.name for it in every)
    raise KnownError(say("command.error.board", name=name), say("command.error.board.do", names=names))
