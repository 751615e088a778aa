"""A few dozen emoji to choose from."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QPushButton, QWidget

from widgets.common.words import tr

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
