"""Copies notes within and between boards, and takes in text and pictures that are pasted or dropped."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QMimeData, QObject, QPointF, QSize
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QFileDialog

from app.errors import KnownError
from app.exchange.recognise import BOARD_ENDINGS, board_form
from app.message import say
from app.purpose import adding, editing
from app.purpose.board import Connector, Note, NoteKind
from app.purpose.box import Box, around
from app.purpose.clip import read_clip, write_clip
from app.purpose.wall import box_of
from widgets.common.picture_reading import Pixels, SafePicture, is_quick, pixels_of, read_picture
from widgets.common.pictures import files_in, octets_of, size_on_board
from widgets.common.words import tr
from widgets.purpose.painting.lines import height_of

if TYPE_CHECKING:
    from widgets.purpose.page import PurposePage

NOTES_MIME: Final = "application/x-sedyanka-notes"
PICTURES_MOST: Final = 20  # at once
PASTED_MOST: Final = 200  # notes that a text becomes at once
GAP: Final = 16


class Clipboard(QObject):
    """What is copied goes as notes for boards and as text for everything else."""

    def __init__(self, page: PurposePage) -> None:
        super().__init__(page)
        self._page = page
        self._pasted = 0  # times that the same notes were pasted: each lies a little lower

    def copy(self) -> None:
        """Copy the selected notes with what lies in their frames and the connectors between them."""
        wall = self._page.wall
        ids = wall.carried(self._page.gestures.ids())
        notes = [wall.notes[key] for key in ids]
        data = QMimeData()
        data.setData(NOTES_MIME, write_clip(notes, wall.between(ids)))
        data.setText("\n\n".join(note.text for note in notes if note.text.strip()))
        QGuiApplication.clipboard().setMimeData(data)
        self._pasted = 0

    def cut(self) -> None:
        """Copy the selected notes and take them away."""
        self.copy()
        ids = self._page.wall.carried(self._page.gestures.ids())
        self._page.gestures.run(lambda: editing.delete(self._page.open_store(), ids))

    def paste(self) -> None:
        """Put what was copied here: notes, a picture, or text as notes."""
        data = QGuiApplication.clipboard().mimeData()
        if data is not None:  # Qt gives None when the clipboard is empty
            self._take(data, None)

    def drop(self, data: QMimeData, at: QPointF) -> None:
        """Put what was dropped at a point of the board."""
        self._take(data, at)

    def ask_image(self) -> None:
        """Ask for a picture and put it on the board."""
        title, kinds = tr("purpose.image.choose"), tr("purpose.image.files")
        names, _ = QFileDialog.getOpenFileNames(
            self._page, title, "", f"{kinds} (*.png *.jpg *.jpeg *.webp *.gif *.bmp)"
        )
        self._files([Path(name) for name in names], None)

    def _take(self, data: QMimeData, at: QPointF | None) -> None:
        if not self._page.has_board():
            return
        if data.hasFormat(NOTES_MIME):
            self._notes(bytes(data.data(NOTES_MIME).data()), at)
        elif files_in(data):
            self._files(files_in(data), at)
        elif data.hasImage():
            self._image(data, at)
        elif data.hasText() and board_form(data.text().encode("utf-8", "replace")):
            place = at or self._page.canvas.visible_part().center()
            self._page.files.paste(data.text().encode("utf-8", "replace"), place)
        elif data.hasText() and data.text().strip():
            self._text(data.text(), at)
        else:
            self._page.desk.tell(say("purpose.nothing_to_paste"))

    def _notes(self, data: bytes, at: QPointF | None) -> None:
        try:
            notes, connectors = read_clip(data)
        except KnownError as error:
            self._page.desk.fail(error)
            return
        self._pasted += 1
        whole = around(box_of(note) for note in notes)
        off = adding.COPY_OFF * self._pasted
        seen = self._page.canvas.visible_part()
        if at is not None:
            right, down = at.x() - whole.middle[0], at.y() - whole.middle[1]
        elif seen.contains(QPointF(whole.x + off, whole.y + off)):
            right = down = float(off)
        else:
            right, down = seen.center().x() - whole.middle[0], seen.center().y() - whole.middle[1]
        self._put(notes, connectors, right, down)

    def _put(self, notes: list[Note], connectors: list[Connector], right: float, down: float) -> None:
        page = self._page
        board = page.wall.board.id
        made = page.gestures.run(lambda: adding.paste(page.open_store(), board, notes, connectors, right, down))
        if made:
            page.gestures.select(made)

    def _text(self, text: str, at: QPointF | None) -> None:
        """Make a note of a text, and several of one whose parts stand apart."""
        parts = [part.strip("\n") for part in text.replace("\r\n", "\n").split("\n\n") if part.strip()][:PASTED_MOST]
        place = at or self._page.canvas.visible_part().center()
        width, height = adding.SIZES[NoteKind.NOTE]
        across = min(4, len(parts))
        notes, row_top, row_height = [], 0.0, 0.0
        for index, part in enumerate(parts):
            if index % across == 0:
                row_top, row_height = row_top + row_height + (GAP if index else 0), 0.0
            note = adding.at(NoteKind.NOTE, self._page.wall.board.id, 0, 0, text=part)
            tall = max(height, round(height_of(part, width - 20)) + 18)
            row_height = max(row_height, tall)
            x = place.x() - (across * (width + GAP) - GAP) / 2 + (index % across) * (width + GAP)
            notes.append(replace(note, id=f"p{index}", x=round(x), y=round(place.y() + row_top), height=tall))
        self._put(notes, [], 0, 0)

    def _files(self, files: list[Path], at: QPointF | None) -> None:
        for file in files:
            if file.suffix.lower() in BOARD_ENDINGS:
                self._page.files.bring_in(file, at or self._page.canvas.visible_part().center())
        pictures = [file for file in files if file.suffix.lower() not in BOARD_ENDINGS]
        for index, file in enumerate(pictures[:PICTURES_MOST]):
            try:
                data = octets_of(file)
            except KnownError as error:
                self._page.desk.fail(error)
                continue
            off = 24 * index
            self._read(data, file.name, file.stem, at + QPointF(off, off) if at is not None else None)

    def _image(self, data: QMimeData, at: QPointF | None) -> None:
        """Put a copied picture on the board: as the other program wrote it, else as it is painted."""
        image = data.imageData()
        if data.hasFormat("image/png"):
            self._read(bytes(data.data("image/png").data()), tr("purpose.clipboard"), "", at)
        elif isinstance(image, QImage) and not image.isNull():
            self._read(pixels_of(image), tr("purpose.clipboard"), "", at)

    def _read(self, data: bytes | Pixels, file: str, named: str, at: QPointF | None) -> None:
        """Make a picture safe and lay it on the board that is open now; all but a small one takes a child process."""
        page = self._page
        store, board = page.store, page.wall.board.id
        place = at or page.canvas.visible_part().center()

        def done(picture: SafePicture) -> None:
            if page.store is store:
                self._lay(picture, board, named, place)

        if not is_quick(data):
            label = say("import.job", file=file)
            page.desk.jobs.start(label, read_picture, data, file, done=done, failed=page.desk.fail)
            return
        try:
            done(read_picture(lambda *_: None, data, file))
        except KnownError as error:
            page.desk.fail(error)

    def _lay(self, picture: SafePicture, board: str, named: str, place: QPointF) -> None:
        page = self._page
        size = size_on_board(QSize(picture.width, picture.height))
        box = Box(place.x() - size.width() / 2, place.y() - size.height() / 2, size.width(), size.height())
        made = page.gestures.run(lambda: adding.add_image(page.open_store(), board, picture.data, box, named))
        if made and page.wall.board.id == board:
            page.gestures.select([made])
