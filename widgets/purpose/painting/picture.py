"""A board as a picture: on the screen, in the overview, on paper and in files, always by the same painting."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QImage, QPainter

from app.purpose.board import BoardKind, Connector, Note, NoteKind
from app.purpose.box import Box, around
from app.purpose.findings import measured
from app.purpose.surroundings import Surroundings
from app.purpose.wall import Touched, Wall, box_of, order_of
from widgets.common.theme import theme
from widgets.purpose.painting.faces import Faces
from widgets.purpose.painting.fills import INKS
from widgets.purpose.painting.grid import grid_box, paint_grid
from widgets.purpose.painting.overview import Overview
from widgets.purpose.painting.space import Space
from widgets.purpose.painting.wires import Wire, Wires, distance

DETAIL_FROM: Final = 0.35  # of the zoom: below it only colours can be told
PORT: Final = 3.5  # px of the circle where a connector begins
FRAME_HEAD: Final = 30.0  # px of a frame's title, by which it is taken
FRAME_EDGE: Final = 6.0
LABEL_MOST: Final = 60  # letters of a label shown on a connector


class BoardPicture:
    """Shows a wall; what is dragged at this moment (`lifted`) is shown where it is held, and is nowhere kept."""

    def __init__(
        self, wall: Wall, around_it: Surroundings, picture: Callable[[str], QImage | None], today: Callable[[], date]
    ) -> None:
        self.wall, self.around = wall, around_it
        self._space = Space()
        self.faces = Faces(around_it, picture, self._count, today)
        self.wires = Wires(wall, self._space)
        self._overview = Overview(self)
        self.lifted: dict[str, Box] = {}
        self.copying = False  # what is lifted stays at its old place too
        self._lifted_wires: dict[str, Wire] = {}
        self.read_all()

    # --- keeping up ---

    def read_all(self) -> None:
        """Look at everything anew."""
        self._space.clear()
        for note in self.wall.notes.values():
            self._space.put(note.id, box_of(note))
        self.faces.forget()
        self.wires.forget_all()
        self._overview.forget()

    def refresh(self, touched: Touched) -> None:
        """Look anew at what changed on the wall."""
        if touched.whole:
            self.read_all()
            return
        moved = set()
        elbows: set[str] = set()
        for key in touched.notes:
            before, note = self._space.get(key), self.wall.notes.get(key)
            now = box_of(note) if note else None
            if before != now:
                moved.add(key)
                elbows |= self.wires.near(before) if before else set()
                elbows |= self.wires.near(now) if now else set()
            if now is None:
                self._space.drop(key)
            else:
                self._space.put(key, now)
        self.faces.forget(touched.notes)
        if touched.notes:
            self.faces.forget(key for key, note in self.wall.notes.items() if note.kind is NoteKind.FRAME)
        changed = self.wires.beside(touched.connectors) | elbows | self.wires.touched_by(moved)
        self.wires.forget(changed)
        self._overview.refresh(touched.notes, changed)

    def lift(self, boxes: Mapping[str, Box], *, copying: bool = False) -> None:
        """Show things elsewhere or larger while they are held; {} puts them back."""
        if boxes.keys() != self.lifted.keys() or copying != self.copying:
            self._overview.lift(() if copying else boxes)
        self.lifted, self.copying = dict(boxes), copying
        self._lifted_wires = {}
        if boxes and not copying:
            for key in self.wires.touched_by(boxes):
                made = self.wires.made(self.wall.connectors[key], self.box)
                if made:
                    self._lifted_wires[key] = made

    # --- where things are ---

    def box(self, id: str) -> Box | None:
        """Return where a thing is shown."""
        return self.lifted.get(id) or self._space.get(id)

    def bounds(self) -> QRectF:
        """Return the part of the board on which there is something."""
        boxes = [box_of(note) for note in self.wall.notes.values()]
        if self.wall.board.kind is BoardKind.JOURNEY:
            boxes += grid_box(self.wall)
        return rect_of(around(boxes))

    def notes_in(self, part: Box) -> list[Note]:
        """Return the things that meet a part, from the bottom to the top."""
        notes = self.wall.notes
        return sorted((notes[key] for key in self._space.within(part)), key=order_of)

    def connectors_in(self, part: Box) -> list[str]:
        """Return the connectors that come near a part."""
        return sorted(self.wires.space.within(part))

    def note_at(self, x: float, y: float, reach: float = 0.0) -> Note | None:
        """Return the topmost thing at a point; a frame is taken by its title and its edge only."""
        for note in reversed(self.notes_in(Box(x - reach, y - reach, 2 * reach, 2 * reach))):
            box = box_of(note)
            if note.kind is NoteKind.FRAME and not _on_frame(box, x, y):
                continue
            if box.grown(reach).holds(x, y):
                return note
        return None

    def frame_at(self, x: float, y: float) -> Note | None:
        """Return the topmost frame that holds a point."""
        for note in reversed(self.notes_in(Box(x, y, 0, 0))):
            if note.kind is NoteKind.FRAME:
                return note
        return None

    def connector_at(self, x: float, y: float, reach: float) -> Connector | None:
        """Return the connector nearest to a point within reach."""
        found: list[tuple[float, str]] = []
        for key in self.connectors_in(Box(x - reach, y - reach, 2 * reach, 2 * reach)):
            there = self.wires.of(key)
            if there:
                found.append((distance(there.trace, x, y), key))
        off, key = min(found, default=(reach + 1, ""))
        return self.wall.connectors[key] if off <= reach else None

    def wire(self, id: str) -> Wire | None:
        """Return the way of a connector as it is shown."""
        return self._lifted_wires.get(id) or self.wires.of(id)

    # --- painting ---

    def paint(
        self,
        painter: QPainter,
        part: QRectF,
        zoom: float = 1.0,
        *,
        selected: Iterable[str] = (),
        typing: str = "",
        only: frozenset[str] | None = None,
    ) -> None:
        """Paint a part of the board in its own coordinates; below 35 % only its colours.

        `selected` connectors are in the accent, `typing` is the thing whose text is being typed in place, and `only`
        shows some things with the connectors between them and nothing else.
        """
        if self.wall.board.kind is BoardKind.JOURNEY and only is None:
            paint_grid(painter, self.wall, part)
        if zoom < DETAIL_FROM and only is None:
            self._overview.paint(painter, part, zoom)
            return
        room = box_from(part)
        notes = [note for note in self._shown_notes(room) if only is None or note.id in only]
        frames = [note for note in notes if note.kind is NoteKind.FRAME]
        for note in frames:
            self._paint_note(painter, note, typing)
        for note in notes[len(frames) :]:
            self._paint_note(painter, note, typing)
        self._paint_wires(painter, room, frozenset(selected), typing, only)
        for note in self._held_notes(room):
            self._paint_note(painter, note, typing)

    def paint_overview(self, painter: QPainter, part: QRectF) -> None:
        """Paint the whole board as the small overview shows it."""
        self._overview.paint(painter, part, 0.1)

    def _shown_notes(self, room: Box) -> list[Note]:
        """Return what lies in a part, without what is held."""
        notes = self.notes_in(room)
        if not self.lifted or self.copying:
            return notes
        return [note for note in notes if note.id not in self.lifted]

    def _held_notes(self, room: Box) -> list[Note]:
        held = [self.wall.notes[key] for key, box in self.lifted.items() if key in self.wall.notes and box.meets(room)]
        return sorted(held, key=order_of)

    def _paint_note(self, painter: QPainter, note: Note, typing: str) -> None:
        box = self.lifted.get(note.id)
        if box is None:
            face, x, y = self.faces.of(note), float(note.x), float(note.y)
        else:
            x, y = box.x, box.y
            face = self.faces.of(note)
            if (box.width, box.height) != (note.width, note.height):
                face = self.faces.made(replace(note, width=round(box.width), height=round(box.height)))
        painter.translate(x, y)
        face.paint(painter, typing=note.id == typing)
        painter.translate(-x, -y)

    def _paint_wires(
        self, painter: QPainter, room: Box, selected: frozenset[str], typing: str, only: frozenset[str] | None
    ) -> None:
        ids = set(self.wires.space.within(room)) | self._lifted_wires.keys()
        connectors = self.wall.connectors
        for key in sorted(ids, key=lambda it: (it in selected, it)):
            connector = connectors.get(key)
            if connector is None or (only is not None and not {connector.start, connector.end} <= only):
                continue
            there = self.wire(key)
            if there and there.bounds.meets(room):
                self._paint_wire(painter, connector, there, key in selected, key == typing)

    def _paint_wire(self, painter: QPainter, connector: Connector, there: Wire, chosen: bool, typing: bool) -> None:
        missing = not self._is_measured(connector.end)
        role = "accent" if chosen else "warning" if missing else "text_muted"
        if connector.colour and not chosen and not missing:
            role = f"category.{connector.colour}.solid"
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(INKS.pen(role, 2.0 if chosen else 1.5, dashed=missing and not chosen))
        painter.drawPath(there.path)
        if not missing:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(INKS.brush(role))
            for head in there.heads:
                painter.drawPolygon(head)
        if not connector.start_head and not missing:
            painter.setPen(INKS.pen(role, 1.5))
            painter.setBrush(INKS.brush("raised"))
            painter.drawEllipse(there.begin, PORT, PORT)
        if connector.label and not typing:
            _paint_label(painter, connector.label, there.middle, role)

    def _is_measured(self, id: str) -> bool:
        note = self.wall.notes.get(id)
        return note is None or note.kind is not NoteKind.METRIC or measured(note, self.around.kpis)

    def _count(self, frame: Note) -> tuple[int, int]:
        """Return how many notes and how many metric cards lie in a frame."""
        box = box_of(frame)
        notes = metrics = 0
        for key in self._space.within(box):
            note = self.wall.notes[key]
            if not box.holds(*box_of(note).middle):
                continue
            notes += note.kind is NoteKind.NOTE
            metrics += note.kind is NoteKind.METRIC
        return notes, metrics


def rect_of(box: Box) -> QRectF:
    """Return a box as Qt has it."""
    return QRectF(box.x, box.y, box.width, box.height)


def box_from(rect: QRectF) -> Box:
    """Return a rectangle of Qt as a box."""
    return Box(rect.x(), rect.y(), rect.width(), rect.height())


def _on_frame(box: Box, x: float, y: float) -> bool:
    inner = Box(
        box.x + FRAME_EDGE, box.y + FRAME_HEAD, box.width - 2 * FRAME_EDGE, box.height - FRAME_HEAD - FRAME_EDGE
    )
    return box.holds(x, y) and not inner.holds(x, y)


def _paint_label(painter: QPainter, text: str, middle: QPointF, role: str) -> None:
    font = theme().font("caption")
    shown = text.split("\n", 1)[0][:LABEL_MOST]
    metrics = QFontMetricsF(font)
    width = metrics.horizontalAdvance(shown) + 10
    rect = QRectF(middle.x() - width / 2, middle.y() - 9, width, 18)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(INKS.brush("bg"))
    painter.drawRoundedRect(rect, 4, 4)
    painter.setFont(font)
    painter.setPen(theme().color("accent" if role == "accent" else "text_2"))
    painter.drawText(rect, int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine), shown)
