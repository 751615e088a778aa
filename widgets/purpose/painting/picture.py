"""A board as a picture: on the screen, in the overview, on paper and in files, always by the same painting."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QImage, QPainter, QPainterPath

from app.purpose.board import Axis, BoardKind, Connector, GridLine, Note, NoteKind
from app.purpose.box import Box, around
from app.purpose.findings import measured
from app.purpose.surroundings import Surroundings
from app.purpose.wall import Touched, Wall, box_of, order_of
from widgets.common.theme import theme
from widgets.purpose.painting.faces import Faces
from widgets.purpose.painting.fills import INKS
from widgets.purpose.painting.grid import grid_at, grid_box, head_of, paint_grid
from widgets.purpose.painting.overview import Overview
from widgets.purpose.painting.space import Space
from widgets.purpose.painting.stale import Stale
from widgets.purpose.painting.wires import Wire, Wires, distance, enter

DETAIL_FROM: Final = 0.35  # of the zoom: below it only colours can be told
PORT: Final = 3.5  # px of the circle where a connector begins
FRAME_HEAD: Final = 30.0  # px of a frame's title, by which it is taken
FRAME_EDGE: Final = 6.0
BOW: Final = 220.0  # px that a connector may bend out of the box around its ends
THIN_FROM: Final = 24  # connectors pulled at once: so many are painted thin until they are let go
WRITTEN_MOST: Final = 60  # things resized at once whose words are broken into lines anew at every step
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
        self.stretched = False  # what is lifted has other sizes
        self.held: frozenset[str] = frozenset()  # what is lifted and not shown at its old place
        self.stale = Stale()
        # connectors of what is held, whether both of their ends are, and how far their tips slide
        self._held_lines: dict[str, tuple[Connector, bool, float]] = {}
        self.read_all()

    # --- keeping up ---

    def read_all(self) -> None:
        """Look at everything anew."""
        self._space.fill((note.id, box_of(note)) for note in self.wall.notes.values())
        self.faces.forget()
        self.wires.forget_all()
        self._overview.forget()
        self.stale.all()

    def refresh(self, touched: Touched) -> None:
        """Look anew at what changed on the wall."""
        if touched.whole:
            self.read_all()
            return
        moved = set()
        changed = self.wires.beside(touched.connectors)
        for key in touched.notes:
            before, note = self._space.get(key), self.wall.notes.get(key)
            now = box_of(note) if note else None
            places = [box for box in (before, now) if box]
            self.stale.add(places)
            if before != now:
                moved.add(key)
                for box in places:
                    changed |= self.wires.near(box)
            if now is None:
                self._space.drop(key)
            else:
                self._space.put(key, now)
        self._forget_faces(touched.notes)
        changed |= self.wires.touched_by(moved)
        self.stale.add(self.wires.bounds_of(changed))
        self.wires.forget(changed)
        self.stale.add([there.bounds for key in changed if (there := self.wires.of(key))])
        self._overview.refresh(touched.notes, changed)

    def forget_faces(self) -> None:
        """Look at all things anew, as when what they speak of changed."""
        self.faces.forget()
        self.stale.all()

    def _forget_faces(self, notes: Iterable[str]) -> None:
        self.faces.forget(notes)
        frames = [note for note in self.wall.notes.values() if note.kind is NoteKind.FRAME] if notes else []
        self.faces.forget(frame.id for frame in frames)  # they count what lies in them
        self.stale.add([Box(frame.x, frame.y, frame.width, FRAME_HEAD) for frame in frames])

    def lift(self, boxes: Mapping[str, Box], *, copying: bool = False) -> None:
        """Show things elsewhere or larger while they are held; {} puts them back."""
        if boxes.keys() != self.lifted.keys() or copying != self.copying:
            self._hold(() if copying else boxes)
        self.lifted, self.copying = dict(boxes), copying
        notes = self.wall.notes
        self.stretched = any(
            box.width != notes[key].width or box.height != notes[key].height
            for key, box in boxes.items()
            if key in notes
        )

    def _hold(self, ids: Iterable[str]) -> None:
        """Take things and their connectors out of what stays, and put back those that were held before."""
        held = frozenset(ids)
        lines = {key for note in held for key in self.wall.at(note)}
        for note in held ^ self.held:
            box = self._space.get(note)
            self.stale.add([box] if box else [])
        for key in lines ^ self._held_lines.keys():
            there = self.wires.of(key)
            self.stale.add([there.bounds] if there else [])
        self.held = held
        connectors = self.wall.connectors
        self._held_lines = {
            it.id: (it, it.start in held and it.end in held, self.wires.slide_of(it))
            for it in (connectors[key] for key in lines if key in connectors)
        }
        self._overview.lift(held)

    # --- where things are ---

    def box(self, id: str) -> Box | None:
        """Return where a thing is shown."""
        return self.lifted.get(id) or self._space.get(id)

    def bounds(self) -> QRectF:
        """Return the part of the board on which there is something."""
        boxes = self._space.boxes()
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

    def leads_on(self, note: Note, x: float, y: float) -> bool:
        """Return whether a click at a point of a note leads on: to what became of it, or to a target for its KPI."""
        return self.faces.of(note).leading().contains(QPointF(x - note.x, y - note.y))

    def frame_at(self, x: float, y: float) -> Note | None:
        """Return the topmost frame that holds a point."""
        for note in reversed(self.notes_in(Box(x, y, 0, 0))):
            if note.kind is NoteKind.FRAME:
                return note
        return None

    def grid_at(self, x: float, y: float) -> GridLine | Axis | None:
        """Return the moment or touchpoint whose name is at a point, or the axis when a new one would begin there."""
        return grid_at(self.wall, x, y)

    def head_of(self, line: GridLine) -> QRectF:
        """Return where the name of a moment or touchpoint stands."""
        return head_of(self.wall, line)

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
        if id in self._held_lines:
            connector, _, slide = self._held_lines[id]
            return self.wires.made(connector, self.box, slide)
        return self.wires.of(id)

    # --- painting ---

    def paint(self, painter: QPainter, part: QRectF, zoom: float = 1.0, only: frozenset[str] | None = None) -> None:
        """Paint a part of the board in its own coordinates, what is held included; below 35 % only its colours.

        `only` shows some things with the connectors between them and nothing else.
        """
        self.paint_still(painter, part, zoom, only=only)
        if zoom >= DETAIL_FROM or only is not None:
            self.paint_held_lines(painter, part)
            self.paint_held(painter, part)

    def paint_still(
        self, painter: QPainter, part: QRectF, zoom: float, *, typing: str = "", only: frozenset[str] | None = None
    ) -> None:
        """Paint what is not held; `typing` is the thing whose text is being typed in place."""
        if self.wall.board.kind is BoardKind.JOURNEY and only is None:
            paint_grid(painter, self.wall, part)
        if zoom < DETAIL_FROM and only is None:
            self._overview.paint(painter, part, zoom)
            return
        room = box_from(part)
        for note in self.notes_in(room):
            if note.id not in self.held and (only is None or note.id in only):
                self._paint_note(painter, note, note.x, note.y, typing=note.id == typing)
        connectors = self.wall.connectors
        for key in self.connectors_in(room):
            connector = connectors[key]
            if key in self._held_lines or (only is not None and not {connector.start, connector.end} <= only):
                continue
            there = self.wires.of(key)
            if there and there.bounds.meets(room):
                self._paint_wire(painter, connector, there, typing=key == typing)

    def paint_held_lines(self, painter: QPainter, part: QRectF, *, inner: bool | None = None) -> None:
        """Paint the connectors of what is held: those within it (`inner`), those that lead out of it, or all."""
        room = box_from(part).grown(BOW)
        wanted = [
            (connector, slide)
            for connector, within, slide in self._held_lines.values()
            if inner is None or inner == within
        ]
        if len(wanted) > THIN_FROM and inner is False:
            self._paint_thin(painter, wanted, room)
            return
        for connector, slide in wanted:
            if self._reaches(connector, room):
                there = self.wires.made(connector, self.box, slide)
                if there:
                    self._paint_wire(painter, connector, there)

    def _paint_thin(self, painter: QPainter, wanted: list[tuple[Connector, float]], room: Box) -> None:
        """Paint many connectors that are being pulled: where they run, without what ends them."""
        path = QPainterPath()
        for connector, slide in wanted:
            start, end = self.box(connector.start), self.box(connector.end)
            if start and end and _reaches(start, end, room):
                enter(path, self.wires.way_between(connector, start, end, slide))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(INKS.pen("text_muted", 0.0))
        painter.drawPath(path)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def _reaches(self, connector: Connector, room: Box) -> bool:
        start, end = self.box(connector.start), self.box(connector.end)
        return bool(start and end and _reaches(start, end, room))

    def paint_held(self, painter: QPainter, part: QRectF, *, typing: str = "") -> None:
        """Paint what is held where it is held."""
        room = box_from(part)
        there = [self.wall.notes[key] for key, box in self.lifted.items() if key in self.wall.notes and box.meets(room)]
        for note in sorted(there, key=order_of):
            box = self.lifted[note.id]
            self._paint_note(painter, note, box.x, box.y, box, typing=note.id == typing)

    def paint_chosen(self, painter: QPainter, ids: Iterable[str], part: QRectF) -> None:
        """Paint selected connectors over the others."""
        room = box_from(part)
        for key in ids:
            connector, there = self.wall.connectors.get(key), self.wire(key)
            if connector and there and there.bounds.meets(room):
                self._paint_wire(painter, connector, there, chosen=True)

    def paint_overview(self, painter: QPainter, part: QRectF) -> None:
        """Paint the whole board as the small overview shows it."""
        self._overview.paint(painter, part, 0.1)

    def _paint_note(
        self, painter: QPainter, note: Note, x: float, y: float, box: Box | None = None, *, typing: bool = False
    ) -> None:
        face = self.faces.of(note)
        if box and (box.width, box.height) != (note.width, note.height):
            sized = replace(note, width=round(box.width), height=round(box.height))
            face = self.faces.made(sized) if len(self.lifted) <= WRITTEN_MOST else self.faces.bare(sized)
        painter.translate(x, y)
        face.paint(painter, typing=typing)
        painter.translate(-x, -y)

    def _paint_wire(
        self, painter: QPainter, connector: Connector, there: Wire, *, chosen: bool = False, typing: bool = False
    ) -> None:
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


def _reaches(start: Box, end: Box, room: Box) -> bool:
    """Return whether a connector between two boxes may come into a part; this is asked for each at every step."""
    return not (
        (start.x > room.right and end.x > room.right)
        or (start.y > room.bottom and end.y > room.bottom)
        or (start.x + start.width < room.x and end.x + end.width < room.x)
        or (start.y + start.height < room.y and end.y + end.height < room.y)
    )


def _on_frame(box: Box, x: float, y: float) -> bool:
    inner = Box(
        box.x + FRAME_EDGE, box.y + FRAME_HEAD, box.width - 2 * FRAME_EDGE, box.height - FRAME_HEAD - FRAME_EDGE
    )
    return box.holds(x, y) and not inner.holds(x, y)


def _paint_label(painter: QPainter, text: str, middle: QPointF, role: str) -> None:
    font = theme().content_font(11)
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
