"""A few dozen emoji to put on the board or on a note."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, Signal
from PySide6.QtWidgets import QGridLayout, QPushButton, QWidget

from app.purpose import adding, editing
from app.purpose.board import NoteKind
from widgets.common.popover import Popover
from widgets.common.words import tr

if TYPE_CHECKING:
    from widgets.purpose.page import PurposePage

EMOJI: Final = "👍❤️🎉👏🙌💪🔥✨⭐🏆🎯🚀💡❓❗⚠️✅❌🚧⏳📌🔁🔒🔑😀😊🤔😐😟😡👋🤝👥🙋🧭🗺️💬📣📝📅📈📉💰🎁🎓🛠️🐞🌱"
ACROSS: Final = 12
JOINERS: Final = "\ufe0f\u200d"


def each(text: str) -> list[str]:
    """Return the emoji of a text one by one, with the marks that belong to them."""
    found: list[str] = []
    for letter in text:
        if letter in JOINERS and found:
            found[-1] += letter
        else:
            found.append(letter)
    return found


class EmojiGrid(QWidget):
    """Buttons in rows.

    Signals:
        chosen: an emoji.
    """

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        grid = QGridLayout(self)
        grid.setContentsMargins(8, 8, 8, 8)
        grid.setSpacing(2)
        self.buttons = []
        for at, one in enumerate(each(EMOJI)):
            button = QPushButton(one)
            button.setProperty("look", "emoji")
            button.setFixedSize(28, 28)
            button.setAccessibleName(tr("purpose.emoji.one", emoji=one))
            button.clicked.connect(lambda _=False, one=one: self.chosen.emit(one))
            grid.addWidget(button, at // ACROSS, at % ACROSS)
            self.buttons.append(button)


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
