"""Brings a board in: it becomes a board of its own, named after the file."""

from __future__ import annotations

from pathlib import Path

from app.commands.outcome import Outcome
from app.commands.tools import Tools
from app.errors import ImportRejected
from app.exchange.board_file import board_in, with_safe_pictures
from app.exchange.ics.merge import Fate
from app.purpose.bringing_in import add_board_from
from app.store import Store


def take_board(outcome: Outcome, tools: Tools, path: Path, data: bytes, store: Store, *, dry: bool) -> None:
    """Bring a board in, or note why that cannot be; what of it is not sound is noted too."""
    try:
        content = board_in(data, path.name)
    except ImportRejected as rejected:
        outcome.refuse(path, rejected.place, rejected.why)
        return
    content = with_safe_pictures(content, lambda picture: tools.draws.picture(picture, path.name))
    if not dry:
        add_board_from(store, content, path.stem)
    outcome.count(Fate.NEW, len(content.notes) + len(content.connectors))
    for unsound in content.unsound:
        if unsound.left_out:
            outcome.refuse(path, unsound.place, unsound.why, unsound.what)
        else:
            outcome.warn(unsound.why, unsound.place, unsound.what)
