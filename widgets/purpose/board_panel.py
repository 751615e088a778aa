"""Shows what a file brings as a board before it comes in, and what of it does not come in as it was."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from PySide6.QtWidgets import QPlainTextEdit

from app.exchange.board_content import BoardContent, Unsound
from widgets.common.labelled import Labelled
from widgets.common.small_panel import SmallPanel
from widgets.common.text_field import TextField
from widgets.common.theme import theme
from widgets.common.words import tr, words

WIDTH: Final = 440
LIST: Final = 150  # px of the list of what was not sound


class BoardPanel(SmallPanel):
    """How much there is, what the board will be called, and the list of what is not sound."""

    def __init__(self, content: BoardContent, file: str) -> None:
        about = tr(
            "purpose.import.brings", n=len(content.notes), lines=tr("purpose.import.lines", n=len(content.connectors))
        )
        super().__init__(tr("purpose.import.title", file=file), about, tr("purpose.import.do"))
        self.name = Labelled(TextField())
        self.name.set_label(tr("purpose.board.name"))
        self.name.field.setText(content.name)
        self.name.field.selectAll()
        self.fields.addWidget(self.name)
        if content.unsound:
            self.setFixedWidth(theme().wide(WIDTH))
            self.fields.addWidget(unsound_list(content.unsound))


def unsound_list(unsound: Iterable[Unsound]) -> QPlainTextEdit:
    """Return a list that can be scrolled and copied: place, what, why."""
    field = QPlainTextEdit("\n".join(_line(it.place, it.what, words(it.why)) for it in unsound))
    field.setReadOnly(True)
    field.setTabChangesFocus(True)
    field.setFixedHeight(theme().wide(LIST))
    field.setAccessibleName(tr("purpose.import.unsound"))
    return field


def _line(place: str, what: str, why: str) -> str:
    named = " · ".join(part for part in (place, what) if part)
    return f"{named}: {why}" if named else why
