"""Types on notes, cards, frames and connectors where they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRectF
from PySide6.QtGui import QFont, QKeyEvent, QTextCursor

from app.errors import KnownError
from app.purpose import connecting, editing
from app.purpose.board import Note, NoteKind
from app.purpose.box import Box
from app.purpose.wall import box_of
from widgets.common.theme import theme
from widgets.common.wall.editor import WallEditor, usual_end
from widgets.purpose.painting.cards import PAD
from widgets.purpose.painting.faces import PAD_X, PAD_Y
from widgets.purpose.painting.lines import LINE, height_of
from widgets.purpose.painting.words import foot, name, text_of

if TYPE_CHECKING:
    from widgets.purpose.page import PurposePage


class Writing(QObject):
    """One text at a time; what is typed is kept by itself, and a note grows with it."""

    def __init__(self, page: PurposePage) -> None:
        super().__init__(page)
        self._page = page
        self._id = ""
        self._line = False
        self._begun: tuple[str, str, int] | None = None  # what was just made, beside what, after how many changes
        self.editor = WallEditor(page.canvas, self._ends)
        self.editor.typed.connect(self._keep)
        self.editor.changed.connect(self._grow)
        self.editor.ended.connect(self._on_ended)

    def begin(self, id: str, beside: str = "") -> None:
        """Begin to type on what was made a moment ago `beside` something; it goes again when nothing is typed."""
        self.editor.end()
        self._begun = (id, beside, self._page.changes)
        self.open(id)

    def open(self, id: str, letters: str = "") -> None:
        """Begin to type on a note or a connector; letters that began it are typed already."""
        self.editor.end()
        wall = self._page.wall
        note, connector = wall.notes.get(id), wall.connectors.get(id)
        if note and not note.locked and note.kind is not NoteKind.FOREIGN:
            self._id, self._line = id, note.kind is NoteKind.FRAME
            self._page.canvas.set_typing(id)
            text = text_of(note, self._page.around)
            self.editor.open(_part(note), text, _font(note), name(note))
        elif connector:
            there = self._page.canvas.picture.wire(id)
            if there is None:
                return
            self._id, self._line = id, True
            self._page.canvas.set_typing(id)
            part = QRectF(there.middle.x() - 70, there.middle.y() - 9, 140, 18)
            self.editor.open(part, connector.label, theme().content_font(11), connector.label, select=True)
        else:
            return
        self._page.bar.follow()
        if letters:
            self.editor.moveCursor(QTextCursor.MoveOperation.End)
            self.editor.insertPlainText(letters)

    def keep_up(self) -> None:
        """Go when what is being typed on went, as by undo."""
        wall = self._page.wall
        if self._id and self._id not in wall.notes and self._id not in wall.connectors:
            self.editor.end("gone")

    def flush(self) -> None:
        """Keep what is being typed, and go."""
        self.editor.end()

    def _ends(self, event: QKeyEvent) -> str:
        from PySide6.QtCore import Qt

        why = usual_end(event)
        if not why and self._line and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return "done"
        return "done" if why == "next" and self._line else why

    def _keep(self, text: str) -> None:
        store, wall = self._page.open_store(), self._page.wall
        try:
            if self._id in wall.notes:
                self._page.canvas.picture.lift({})
                editing.type_text(store, self._id, text, self.height(wall.notes[self._id], text))
            elif self._id in wall.connectors:
                connecting.label(store, self._id, text)
        except KnownError as error:
            self._page.desk.fail(error)

    def _grow(self, text: str) -> None:
        """Let a note be as high as its text needs, before that is kept."""
        note = self._page.wall.notes.get(self._id)
        if note is None:
            return
        height = self.height(note, text)
        if height > note.height:
            box = box_of(note)
            self._page.canvas.picture.lift({note.id: Box(box.x, box.y, box.width, height)})
            part = _part(note)
            part.setHeight(part.height() + height - note.height)
            self.editor.set_part(part)
            self._page.canvas.repaint_all()

    def height(self, note: Note, text: str) -> int:
        """Return how high a note must be for a text; 0 when it does not grow."""
        match note.kind:
            case NoteKind.NOTE:
                below = 22 if foot(note, self._page.around) or note.id in self._page.around.results else PAD_Y
                return round(PAD_Y + height_of(text, note.width - 2 * PAD_X) + below)
            case NoteKind.TEXT:
                return round(8 + height_of(text, note.width - 8))
            case NoteKind.METRIC:
                return round(52 + height_of(text.replace("\n", " "), note.width - 2 * PAD))
            case _:
                return 0

    def _on_ended(self, why: str) -> None:
        ended, self._id = self._id, ""
        begun, self._begun = self._begun, None
        page = self._page
        page.canvas.picture.lift({})
        page.canvas.set_typing("")
        note = page.wall.notes.get(ended)
        if note and begun and begun[0] == ended and begun[2] == page.changes:
            page.gestures.run(page.open_store().withdraw)
            if why != "left" and begun[1]:
                page.gestures.select([begun[1]])
        elif note and note.kind is NoteKind.TEXT and not note.text.strip():
            page.gestures.run(lambda: editing.delete(page.open_store(), [note.id]))  # nobody would see it
        elif note and why == "next":
            page.gestures.add_neighbour((0, 1), connect=False, of=ended)
        page.bar.follow()


def _part(note: Note) -> QRectF:
    """Return where the text of a thing stands."""
    match note.kind:
        case NoteKind.FRAME:
            return QRectF(note.x + 32, note.y + 9, max(60, note.width - 44), LINE)
        case NoteKind.METRIC:
            return QRectF(note.x + PAD, note.y + 10, note.width - 2 * PAD, max(LINE, note.height - 50))
        case NoteKind.TEXT:
            return QRectF(note.x + 4, note.y + 4, note.width - 8, max(LINE, note.height - 8))
        case _:
            return QRectF(note.x + PAD_X, note.y + PAD_Y, note.width - 2 * PAD_X, max(LINE, note.height - 2 * PAD_Y))


def _font(note: Note) -> QFont:
    match note.kind:
        case NoteKind.FRAME:
            return theme().content_font(12, 600)
        case NoteKind.METRIC:
            return theme().content_font(12, 500)
        case _:
            return theme().content_font(12)
