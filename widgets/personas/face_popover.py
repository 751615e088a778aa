"""What a persona is shown by: a picture, an emoji, or its initials on one of the colours."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.errors import KnownError
from app.message import say
from app.personas.keeping import set_picture
from widgets.common.colour_row import ColourRow
from widgets.common.emoji_grid import EmojiGrid
from widgets.common.icons import icon, put_icon
from widgets.common.picture_reading import SafePicture, is_quick, read_picture
from widgets.common.pictures import octets_of
from widgets.common.popover import Popover
from widgets.common.words import tr

if TYPE_CHECKING:
    from widgets.personas.page import PersonasPage

ENDINGS = "*.png *.jpg *.jpeg *.gif *.bmp *.webp"


class FaceChoice(QWidget):
    """Colours, emoji, and two buttons."""

    def __init__(self, colour: str) -> None:
        super().__init__()
        self.colours, self.emoji = ColourRow(), EmojiGrid()
        self.colours.show_colour(colour)
        self.picture, self.plain = QPushButton(tr("personas.face.picture")), QPushButton(tr("personas.face.plain"))
        put_icon(self.picture, icon("image"))
        for button in (self.picture, self.plain):
            button.setProperty("look", "small")
            button.setAccessibleName(button.text())
        buttons = QHBoxLayout()
        buttons.setContentsMargins(8, 0, 8, 8)
        buttons.addWidget(self.picture)
        buttons.addWidget(self.plain)
        buttons.addStretch()
        colours = QHBoxLayout()
        colours.setContentsMargins(8, 8, 8, 0)
        colours.addWidget(self.colours)
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 4, 4, 4)
        column.setSpacing(2)
        column.addLayout(colours)
        column.addWidget(self.emoji)
        column.addLayout(buttons)


def open_faces(page: PersonasPage, beside: QWidget) -> FaceChoice:
    """Show the choice beside a control; what is chosen is the open persona's."""
    persona = page.persona
    choice = FaceChoice(persona.colour if persona else "")
    popover, whose = Popover(choice, page), page.whose

    def take(**fields: str) -> None:
        popover.close()
        page.edits.edit_persona(whose, fields)

    def ask() -> None:
        popover.close()
        ask_picture(page, whose)

    choice.colours.chosen.connect(lambda family: page.edits.edit_persona(whose, {"colour": family}))
    choice.emoji.chosen.connect(lambda one: take(avatar=one, picture=""))
    choice.plain.clicked.connect(lambda: take(avatar="", picture=""))
    choice.picture.clicked.connect(ask)
    popover.open_at(beside.rect(), beside)
    return choice


def ask_picture(page: PersonasPage, whose: str) -> None:
    """Ask for a file and show the picture in it for a persona."""
    chosen, _ = QFileDialog.getOpenFileName(
        page, tr("personas.face.choose"), str(Path.home()), f"{tr('personas.face.files')} ({ENDINGS})"
    )
    if chosen:
        take_picture(page, whose, Path(chosen))


def take_picture(page: PersonasPage, whose: str, file: Path) -> None:
    """Show a picture for a persona: what is large is made safe in a child process."""
    store = page.store

    def done(picture: SafePicture) -> None:
        if page.store is store:
            page.run(lambda store: set_picture(store, whose, picture.data))

    try:
        data = octets_of(file)
        if is_quick(data):
            done(read_picture(lambda *_: None, data, file.name))
            return
    except KnownError as error:
        page.desk.fail(error)
        return
    page.desk.jobs.start(
        say("import.job", file=file.name), read_picture, data, file.name, done=done, failed=page.desk.fail
    )
