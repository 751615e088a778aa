"""Several boards: adds, names and deletes them."""

from __future__ import annotations

from dataclasses import replace

from app.message import say
from app.purpose.board import Axis, Board, BoardKind, GridLine
from app.purpose.held import written
from app.purpose.journey import USUAL
from app.store import Store


def add_board(store: Store, name: str, kind: BoardKind = BoardKind.PURPOSE) -> str:
    """Add an empty board after the others; return its id."""
    last = max((board.position for board in store.of(Board).all()), default=-1)
    board = Board(store.new_id(), written(name).strip(), kind, last + 1)
    with store.change(say("purpose.step.board", title=board.name)):
        store.of(Board).save([board])
    return board.id


def add_journey(store: Store, name: str, moments: list[str], touchpoints: list[str]) -> str:
    """Add a board with the grid of a member journey; return its id."""
    with store.change(say("purpose.step.board", title=name)):
        board = add_board(store, name, BoardKind.JOURNEY)
        store.of(GridLine).save(
            GridLine(store.new_id(), board, axis, line, USUAL[axis], at)
            for axis, names in ((Axis.MOMENT, moments), (Axis.TOUCHPOINT, touchpoints))
            for at, line in enumerate(names)
        )
    return board


def rename_board(store: Store, id: str, name: str) -> None:
    """Give a board another name."""
    board = store.of(Board).get(id)
    fresh = replace(board, name=written(name).strip())
    if fresh != board and fresh.name:
        with store.change(say("purpose.step.board.rename", title=fresh.name), merge=f"board:{id}:name"):
            store.of(Board).save([fresh])


def delete_board(store: Store, id: str) -> None:
    """Delete a board with all that lies on it."""
    board = store.of(Board).get(id)
    with store.change(say("purpose.step.board.delete", title=board.name)):
        store.of(Board).delete([id])
