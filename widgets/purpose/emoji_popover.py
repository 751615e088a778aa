"""A few dozen emoji to put on the board or on a note."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF
from PySide6.QtWidgets import QWidget

from app.purpose import adding, editing
from app.purpose.board import NoteKind
from widgets.common.emoji_grid import EmojiGrid
from widgets.common.popover import Popover

if TYPE_CHECKING:
    from widgets.purpose.page import PurposePage


def open_emoji(page: PurposePage, beside: QWidget) -> EmojiGrid:
    """Show the emoji beside a control; the chosen one goes on the selected note, else on the board by itself."""
    grid = EmojiGrid()
    popover = Popover(grid, page)

    def take(one: str) -> None:
        popover.close()
        put(page, one)

    grid.chosen.connect(take)
    popover.open_at(beside.rect(), beside)
    return grid


def put(page: PurposePage, one: str) -> None:
    """Put an emoji on the selected note, or on the board where one looks."""
    store, note = page.open_store(), page.wall.notes.get(page.canvas.selection.single)
    if note and note.kind in (NoteKind.NOTE, NoteKind.TEXT, NoteKind.FRAME):
        text = f"{note.text} {one}".strip()
        page.gestures.run(lambda: editing.type_text(store, note.id, text, page.writing.height(note, text)))
        return
    middle: QPointF = page.canvas.visible_part().center()
    fresh = adding.at(NoteKind.TEXT, page.wall.board.id, middle.x(), middle.y(), text=one)
    made = page.gestures.run(lambda: adding.add_note(store, fresh))
    if made:
        page.gestures.select([made])
