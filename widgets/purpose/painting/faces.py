"""Works out how the things on a board look."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import Final

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFontMetricsF, QImage

from app.exchange.excalidraw.strokes import stroke_of
from app.purpose.board import Note, NoteKind
from app.purpose.findings import measured
from app.purpose.kpi_state import KpiState, Standing
from app.purpose.surroundings import Surroundings
from widgets.common.theme import theme
from widgets.common.words import tr
from widgets.purpose.painting.cards import card_face, missing_face
from widgets.purpose.painting.face import (
    Face,
    FrameFace,
    ImageFace,
    NoteFace,
    Sign,
    TextFace,
)
from widgets.purpose.painting.fills import ICONS, fill_of
from widgets.purpose.painting.lines import LINE, Line, elided, set_lines, static, written
from widgets.purpose.painting.stroke_face import StrokeFace
from widgets.purpose.painting.words import RESULT_ICONS, foot, result_state

PAD_X: Final = 10.0  # px from the edge of a note to its text
PAD_Y: Final = 8.0
LOCK: Final = 16.0  # px at the end of the first line of what is locked
FOOT: Final = 13.0
SHOWN_RESULTS: Final = 4
KEPT_MOST: Final = 6_000  # faces: more than a board in view ever shows


class Faces:
    """Makes faces when they are first asked for and keeps them until what they show changes."""

    def __init__(
        self,
        around: Surroundings,
        picture: Callable[[str], QImage | None],
        count: Callable[[Note], tuple[int, int]],
        today: Callable[[], date],
    ) -> None:
        self.around = around
        self._picture, self._count, self._today = picture, count, today
        self._kept: dict[str, Face] = {}

    def of(self, note: Note) -> Face:
        """Return the face of a note."""
        found = self._kept.get(note.id)
        if found is None:
            if len(self._kept) >= KEPT_MOST:
                self._kept.clear()
            found = self._kept[note.id] = self.made(note)
        return found

    def forget(self, ids: Iterable[str] | None = None) -> None:
        """Look at some things anew, or at all."""
        if ids is None:
            self._kept.clear()
        else:
            for key in ids:
                self._kept.pop(key, None)

    def made(self, note: Note) -> Face:
        """Return a face that is not kept, as of a note that is being resized."""
        match note.kind:
            case NoteKind.NOTE:
                return self._note(note)
            case NoteKind.FRAME:
                return self._frame(note)
            case NoteKind.METRIC:
                return self._card(note)
            case NoteKind.IMAGE:
                return self._image(note)
            case NoteKind.FOREIGN:
                return self._foreign(note)
            case _:
                return self._text(note)

    def bare(self, note: Note) -> Face:
        """Return a face without words, as of one of many things that are being resized."""
        rect = _rect(note)
        return NoteFace(rect, fill=fill_of(note)) if note.kind is NoteKind.NOTE else FrameFace(rect)

    def _note(self, note: Note) -> NoteFace:
        rect = _rect(note)
        width = rect.width() - 2 * PAD_X
        quiet, signs = self._results(note, rect)
        left = min((sign.rect.left() for sign in signs), default=rect.right())
        way = QRectF(left, rect.bottom() - 7 - FOOT, rect.right() - left, FOOT + 4)
        small = foot(note, self.around)
        if small:
            room = width - sum(sign.rect.width() + 4 for sign in signs) - (8 if signs else 0)
            quiet += self._one(small, PAD_X, rect.bottom() - 7 - FOOT, room if not quiet else width / 2)
        room = rect.height() - PAD_Y - (FOOT + 9 if quiet or signs else PAD_Y - 2)
        if note.locked:
            lines, sign = _beside_lock(note, width, room)
            signs.append(sign)
        else:
            lines = set_lines(written(note.text, width), PAD_X, PAD_Y, width, room)
        return NoteFace(rect, lines, quiet, signs, fill_of(note), note.locked, way)

    def _text(self, note: Note) -> TextFace:
        rect = _rect(note)
        return TextFace(
            rect, set_lines(written(note.text, rect.width() - 8), 4, 4, rect.width() - 8, rect.height() - 6)
        )

    def _frame(self, note: Note) -> FrameFace:
        rect = _rect(note)
        title_font, count_font = theme().content_font(12, 600), theme().content_font(12)
        notes, metrics = self._count(note)
        said = []
        if notes:
            said.append(tr("purpose.frame.notes", n=notes))
        if metrics:
            said.append(tr("purpose.frame.metrics", n=metrics))
        count = " · ".join(said)
        room = rect.width() - 12 - 20 - 12 - (LOCK if note.locked else 0)
        count_width = QFontMetricsF(count_font).horizontalAdvance(count) if count else 0.0
        title = elided(note.text.split("\n", 1)[0], title_font, max(0.0, room - count_width - 6))
        lines = [static(title, title_font, 32, 9)] if title else []
        quiet = []
        after = 32 + (QFontMetricsF(title_font).horizontalAdvance(title) + 6 if title else 0)
        if count and count_width < room:
            quiet = [static(count, count_font, after, 9)]
        signs = [Sign(ICONS[note.category], "text_2", QRectF(12, 10, 14, 14))]
        if note.locked:
            signs.append(Sign("lock", "text_muted", QRectF(rect.right() - 22, 11, 12, 12)))
        return FrameFace(rect, lines, quiet, signs)

    def _card(self, note: Note) -> Face:
        face: Face
        if measured(note, self.around.kpis):
            found = self.around.standing(note.ref, self._today())
            face = card_face(note, self.around.kpis[note.ref], found or Standing(KpiState.UNKNOWN))
        else:
            face = missing_face(note, self.around.kpis.get(note.ref))
        face.signs.extend([small_lock(note)] if note.locked else [])
        return face

    def _image(self, note: Note) -> ImageFace:
        rect = _rect(note)
        image = self._picture(note.ref)
        lines = [] if image else [static(tr("purpose.image.gone"), theme().content_font(12), 8, 8)]
        return ImageFace(rect, [], lines, [], image)

    def _foreign(self, note: Note) -> Face:
        rect, stroke = _rect(note), stroke_of(note)
        if stroke is not None:
            words = set_lines(written(note.text, rect.width()), 4, rect.height() / 2 + 4, rect.width(), rect.height())
            return StrokeFace(rect, words if note.text else [], [], [], stroke)
        text = note.text or tr("purpose.kind.foreign")
        lines = set_lines(written(text, rect.width() - 16), 8, 8, rect.width() - 16, rect.height() - 16)
        return ImageFace(rect, lines, [], [], None)

    def _results(self, note: Note, rect: QRectF) -> tuple[list[Line], list[Sign]]:
        """Return what became of a note: an icon for each, and how it stands when it is one and there is room."""
        links = self.around.results.get(note.id, [])
        if not links or note.kind is NoteKind.METRIC:
            return [], []
        y = rect.bottom() - 7 - FOOT
        signs, x = [], rect.right() - PAD_X
        lines: list[Line] = []
        if len(links) == 1:
            font = theme().content_font(10, 500)
            word = elided(result_state(self.around, links[0], self._today()), font, rect.width() / 2 - PAD_X - 16)
            x -= QFontMetricsF(font).horizontalAdvance(word)
            lines = [static(word, font, x, y, FOOT)]
            x -= 4
        for link in reversed(links[:SHOWN_RESULTS]):
            x -= 12
            signs.append(Sign(RESULT_ICONS.get(link.to_kind, "link"), "text_2", QRectF(x, y + 0.5, 12, 12)))
            x -= 4
        return lines, signs

    def _one(self, text: str, x: float, y: float, width: float) -> list[Line]:
        font = theme().content_font(10)
        shown = elided(text, font, width)
        return [static(shown, font, x, y, FOOT)] if shown else []


def _beside_lock(note: Note, width: float, room: float) -> tuple[list[Line], Sign]:
    """Return the lines of a locked note and its sign, so that neither lies over the other and no line gets lost."""
    words, free = written(note.text, width), width - LOCK
    usual = Sign("lock", "text_muted", QRectF(PAD_X + free + 4, 6, 12, 12))
    lines = set_lines(words, PAD_X, PAD_Y, width, room)
    if not lines or _end(lines[0]) <= PAD_X + free:
        return lines, usual
    narrow = written(note.text, free)
    if len(narrow) * LINE <= max(room, len(words) * LINE):
        return set_lines(narrow, PAD_X, PAD_Y, free, room), usual
    return lines, small_lock(note)


def _end(line: Line) -> float:
    return line.x + QFontMetricsF(line.font).horizontalAdvance(line.text.text())


def small_lock(note: Note) -> Sign:
    """Return the sign of what is locked where no text ever comes: in the margin."""
    return Sign("lock", "text_muted", QRectF(note.width - PAD_X + 0.5, 1.5, 9, 9))


def _rect(note: Note) -> QRectF:
    return QRectF(0, 0, note.width, note.height)
