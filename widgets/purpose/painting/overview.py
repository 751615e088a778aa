"""A board from afar: all notes of one colour at once, connectors as straight lines."""

from __future__ import annotations

from collections.abc import Iterable
from operator import attrgetter
from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from app.purpose.board import NoteKind
from app.purpose.route import port, sides_of
from widgets.common.theme import theme
from widgets.purpose.painting.fills import edge, overview_of, paper

if TYPE_CHECKING:
    from widgets.purpose.painting.picture import BoardPicture

LINES_FROM = 0.12  # of the zoom: from farther away thousands of lines only hide the notes
FRAME, CARD = NoteKind.FRAME.value, NoteKind.METRIC.value
OUTLINED = (FRAME, CARD, NoteKind.TEXT.value, NoteKind.FOREIGN.value, "plain")


class Overview:
    """Keeps rectangles and lines ready to be painted all at once."""

    def __init__(self, picture: BoardPicture) -> None:
        self._picture = picture
        self._rects: dict[str, dict[str, QRectF]] = {}  # by colour, then by note
        self._group: dict[str, str] = {}
        self._lines: dict[str, QLineF] = {}
        self._lifted: frozenset[str] = frozenset()
        self._groups: list[tuple[str, list[QRectF]]] | None = None  # of what is not held
        self._straight: list[QLineF] | None = None
        self._knows_notes = self._knows_lines = False

    def forget(self) -> None:
        """Gather all anew when it is asked for: lines not before one is near enough to see them."""
        self._knows_notes = self._knows_lines = False
        self._groups = self._straight = None

    def lift(self, ids: Iterable[str]) -> None:
        """Leave out what is held."""
        self._lifted, self._groups, self._straight = frozenset(ids), None, None

    def refresh(self, notes: Iterable[str], connectors: Iterable[str]) -> None:
        """Take over what changed."""
        self._groups = self._straight = None
        for key in notes if self._knows_notes else ():
            self._take_note(key)
        for key in connectors if self._knows_lines else ():
            self._take_line(key)

    def paint(self, painter: QPainter, part: QRectF, zoom: float) -> None:
        """Paint all, and what is held where it is held."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        for name, rects in self._rects_shown():
            self._paint_rects(painter, name, rects)
        if zoom >= LINES_FROM:
            pen = QPen(theme().color("text_muted"), 0)
            painter.setPen(pen)
            painter.drawLines(self._lines_shown())
        for key, box in self._picture.lifted.items():
            note = self._picture.wall.notes.get(key)
            if note:
                self._paint_rects(painter, overview_of(note), [QRectF(box.x, box.y, box.width, box.height)])
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def _paint_rects(self, painter: QPainter, name: str, rects: list[QRectF]) -> None:
        fill, line = _colours(name)
        painter.setBrush(fill)
        pen = QPen(line, 0) if name in OUTLINED else QPen(Qt.PenStyle.NoPen)
        painter.setPen(pen)
        painter.drawRects(rects)

    def _rects_shown(self) -> list[tuple[str, list[QRectF]]]:
        if not self._knows_notes:
            self._gather_notes()
        if self._groups is None:
            held = self._lifted
            groups = (
                (name, [rect for key, rect in rects.items() if key not in held] if held else list(rects.values()))
                for name, rects in sorted(self._rects.items(), key=lambda group: group[0] != FRAME)
            )
            self._groups = [group for group in groups if group[1]]
        return self._groups

    def _lines_shown(self) -> list[QLineF]:
        if not self._knows_lines:
            self._lines, self._knows_lines = {}, True
            for key in self._picture.wall.connectors:
                self._take_line(key)
        if self._straight is None:
            held, connectors = self._lifted, self._picture.wall.connectors
            self._straight = [
                line
                for key, line in self._lines.items()
                if not held or (connectors[key].start not in held and connectors[key].end not in held)
            ]
        return self._straight

    def _gather_notes(self) -> None:
        """Gather the notes of each colour from the bottom to the top."""
        self._rects, self._group, self._knows_notes = {}, {}, True
        for note in sorted(self._picture.wall.notes.values(), key=attrgetter("z")):
            name = self._group[note.id] = overview_of(note)
            self._rects.setdefault(name, {})[note.id] = QRectF(note.x, note.y, note.width, note.height)

    def _take_note(self, id: str) -> None:
        note = self._picture.wall.notes.get(id)
        group = self._group.pop(id, None)
        if group is not None and (note is None or overview_of(note) != group):
            self._rects[group].pop(id, None)
        if note is not None:
            name = self._group[id] = overview_of(note)
            self._rects.setdefault(name, {})[id] = QRectF(note.x, note.y, note.width, note.height)

    def _take_line(self, id: str) -> None:
        connector = self._picture.wall.connectors.get(id)
        boxes = (self._picture.box(connector.start), self._picture.box(connector.end)) if connector else (None, None)
        if connector is None or boxes[0] is None or boxes[1] is None:
            self._lines.pop(id, None)
            return
        sides = sides_of(boxes[0], boxes[1], connector.start_side, connector.end_side)
        self._lines[id] = QLineF(*port(boxes[0], sides[0]), *port(boxes[1], sides[1]))


def _colours(name: str) -> tuple[QColor, QColor]:
    match name:
        case _ if name == FRAME:
            return theme().color("sunken"), theme().color("border_strong")
        case _ if name in (CARD, NoteKind.TEXT.value):
            return theme().color("raised"), theme().color("border_strong")
        case _ if name == NoteKind.FOREIGN.value:  # may be a line that leads across other things
            return QColor(Qt.GlobalColor.transparent), theme().color("border_strong")
        case _ if name == NoteKind.IMAGE.value:
            return theme().color("border_strong"), theme().color("border_strong")
        case "plain":
            return paper(name), edge(name)
        case _:
            return edge(name), edge(name)
