"""What a drag on a board does while it goes on: it shows, and only its end asks for a change."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath
from typing_extensions import override

from app.purpose.board import SMALLEST, Connector, Note, NoteKind, Side
from app.purpose.box import Box, around
from app.purpose.route import curve, port, sides_of
from app.purpose.snapping import REACH, Guide, Snap, snap, snap_lines
from app.purpose.wall import box_of
from widgets.purpose.canvas.handles import PORT_TAKE, PORTS, SHARES, place
from widgets.purpose.canvas.marks import paint_guides, paint_line, paint_marquee, paint_outline, paint_ports
from widgets.purpose.canvas.selection import Selection
from widgets.purpose.painting.picture import box_from, rect_of

if TYPE_CHECKING:
    from widgets.purpose.canvas.board_view import BoardView

NEAR_MOST: Final = 300  # things that a move is put in line with: more would take longer than a frame
Keys = Qt.KeyboardModifier


class Gesture:
    """One drag: `start` and every place are points of the board."""

    def __init__(self, view: BoardView, start: QPointF) -> None:
        self.view, self.start = view, start
        self.snaps = True
        self.guides: tuple[Guide, ...] = ()

    def go(self, here: QPointF, keys: Keys) -> None:
        """Show what would be if it ended here."""

    def end(self, here: QPointF, keys: Keys) -> None:
        """Ask for the change."""

    def cancel(self) -> None:
        """Put everything back as it was."""
        self.view.picture.lift({})

    def paint(self, painter: QPainter) -> None:
        """Paint what belongs to it, in px of the view."""
        paint_guides(painter, self.guides, self.view.on_view)

    def _snap(self, moving: Box, others: list[Box]) -> Snap:
        return snap(moving, others, REACH / self.view.zoom()) if self.snaps else Snap()


class Move(Gesture):
    """Things go with the mouse; Ctrl leaves the originals, Shift keeps to one direction, Space goes freely."""

    def __init__(self, view: BoardView, start: QPointF, ids: tuple[str, ...]) -> None:
        super().__init__(view, start)
        wall = view.picture.wall
        self._ids = ids
        going = [wall.notes[key] for key in wall.carried(ids)]
        self._boxes = {note.id: box_of(note) for note in going if not note.locked}
        self._whole = around(self._boxes.values())
        self._others = _near(view, set(self._boxes))
        self._by = (0.0, 0.0)

    @override
    def go(self, here: QPointF, keys: Keys) -> None:
        """Lift the things."""
        right, down = here.x() - self.start.x(), here.y() - self.start.y()
        if keys & Keys.ShiftModifier:
            right, down = (right, 0.0) if abs(right) >= abs(down) else (0.0, down)
        found = self._snap(self._whole.moved(right, down), self._others)
        self._by = (round(right + found.right), round(down + found.down))
        self.guides = found.guides
        boxes = {key: box.moved(*self._by) for key, box in self._boxes.items()}
        self.view.picture.lift(boxes, copying=bool(keys & Keys.ControlModifier))

    @override
    def end(self, here: QPointF, keys: Keys) -> None:
        """Ask for the move or the copies."""
        self.go(here, keys)
        self.view.picture.lift({})
        if self._by != (0.0, 0.0) and self._boxes:
            self.view.move_requested.emit((self._ids, *self._by, bool(keys & Keys.ControlModifier)))


class Marquee(Gesture):
    """Takes everything that it touches, connectors too; Shift or Ctrl add to what is selected."""

    def __init__(self, view: BoardView, start: QPointF, before: Selection) -> None:
        super().__init__(view, start)
        self._before = before
        self._rect = QRectF(start, start)

    @override
    def go(self, here: QPointF, keys: Keys) -> None:
        """Select what it touches by now."""
        self._rect = QRectF(self.start, here).normalized()
        self.view.select(self._before.with_all(_touched(self.view, self._rect)))

    @override
    def end(self, here: QPointF, keys: Keys) -> None:
        """Leave what is selected."""
        self.go(here, keys)

    @override
    def cancel(self) -> None:
        """Select what was selected before."""
        self.view.select(self._before)

    @override
    def paint(self, painter: QPainter) -> None:
        """Paint the rectangle."""
        paint_marquee(painter, self.view.part_on_view(self._rect))


class Resize(Gesture):
    """One thing becomes larger or smaller; Shift keeps its proportions, and an image always does."""

    def __init__(self, view: BoardView, start: QPointF, note: Note, handle: str) -> None:
        super().__init__(view, start)
        self._note, self._handle = note, handle
        self._before = self._now = box_of(note)
        self._others = _near(view, {note.id})

    @override
    def go(self, here: QPointF, keys: Keys) -> None:
        """Show the new size."""
        box = self._pulled(here.x() - self.start.x(), here.y() - self.start.y())
        across, along = SHARES[self._handle]
        keeps = bool(keys & Keys.ShiftModifier) or self._note.kind is NoteKind.IMAGE
        self.guides = ()
        if keeps and across != 0.5 and along != 0.5:
            box = self._in_proportion(box)
        elif self.snaps:
            shares = (() if across == 0.5 else (across,), () if along == 0.5 else (along,))
            found = snap_lines(box, self._others, REACH / self.view.zoom(), *shares)
            self.guides = found.guides
            box = self._pulled(here.x() - self.start.x() + found.right, here.y() - self.start.y() + found.down)
        self._now = box
        self.view.picture.lift({self._note.id: box})

    @override
    def end(self, here: QPointF, keys: Keys) -> None:
        """Ask for the new size."""
        self.go(here, keys)
        self.view.picture.lift({})
        if self._now != self._before:
            self.view.resize_requested.emit({self._note.id: self._now})

    def _pulled(self, right: float, down: float) -> Box:
        across, along = SHARES[self._handle]
        x, width = _pull(self._before.x, self._before.width, right, across)
        y, height = _pull(self._before.y, self._before.height, down, along)
        return Box(x, y, width, height)

    def _in_proportion(self, box: Box) -> Box:
        before = self._before
        scale = max(box.width / before.width, box.height / before.height, SMALLEST / min(before.width, before.height))
        width, height = round(before.width * scale), round(before.height * scale)
        across, along = SHARES[self._handle]
        x = before.right - width if across == 0.0 else before.x
        y = before.bottom - height if along == 0.0 else before.y
        return Box(x, y, width, height)


class Draw(Gesture):
    """A new thing is drawn as large as it is to be; a click gives it the usual size."""

    def __init__(self, view: BoardView, start: QPointF, kind: NoteKind) -> None:
        super().__init__(view, start)
        self._kind = kind
        self._rect = QRectF(start, start)

    @override
    def go(self, here: QPointF, keys: Keys) -> None:
        """Show the rectangle."""
        self._rect = QRectF(self.start, here).normalized()

    @override
    def end(self, here: QPointF, keys: Keys) -> None:
        """Ask for the thing."""
        self.go(here, keys)
        large = self._rect.width() >= SMALLEST * 1.5 and self._rect.height() >= SMALLEST
        self.view.create_requested.emit((self._kind, self.start, box_from(self._rect) if large else None))

    @override
    def paint(self, painter: QPainter) -> None:
        """Paint the rectangle."""
        paint_marquee(painter, self.view.part_on_view(self._rect))


class Connect(Gesture):
    """A connector is drawn from a side of a note; dropped on nothing it makes a note and connects it."""

    def __init__(self, view: BoardView, start: QPointF, note: str, side: Side) -> None:
        super().__init__(view, start)
        self._note, self._side = note, side
        self._here = start
        self._on: Note | None = None
        self._on_side = Side.AUTO

    @override
    def go(self, here: QPointF, keys: Keys) -> None:
        """Show the connector."""
        self._here = here
        self._on, self._on_side = _landing(self.view, here, {self._note})

    @override
    def end(self, here: QPointF, keys: Keys) -> None:
        """Ask for the connector."""
        self.go(here, keys)
        if self._on is not None:
            self.view.connect_requested.emit((self._note, self._side, self._on.id, self._on_side))
        elif (here - self.start).manhattanLength() * self.view.zoom() > 24:
            self.view.grow_requested.emit((self._note, self._side, here))

    @override
    def paint(self, painter: QPainter) -> None:
        """Paint the connector and where it would land."""
        box = self.view.picture.box(self._note)
        if box:
            _paint_drawn(painter, self.view, box, self._side, self._here, self._on, self._on_side)


class Reattach(Gesture):
    """One end of a connector is taken to another note or another side."""

    def __init__(self, view: BoardView, start: QPointF, connector: Connector, *, at_start: bool) -> None:
        super().__init__(view, start)
        self._connector, self._at_start = connector, at_start
        self._stays = connector.end if at_start else connector.start
        self._here = start
        self._on: Note | None = None
        self._on_side = Side.AUTO

    @override
    def go(self, here: QPointF, keys: Keys) -> None:
        """Show the connector."""
        self._here = here
        self._on, self._on_side = _landing(self.view, here, {self._stays})

    @override
    def end(self, here: QPointF, keys: Keys) -> None:
        """Ask for the other end."""
        self.go(here, keys)
        if self._on is not None:
            self.view.reattach_requested.emit((self._connector.id, self._on.id, self._on_side, self._at_start))

    @override
    def paint(self, painter: QPainter) -> None:
        """Paint the connector and where it would land."""
        box = self.view.picture.box(self._stays)
        side = self._connector.end_side if self._at_start else self._connector.start_side
        if box:
            _paint_drawn(painter, self.view, box, side, self._here, self._on, self._on_side)


def _pull(at: float, length: float, by: float, share: float) -> tuple[float, float]:
    """Return where a side of a box begins and how long it is when one of its ends is pulled."""
    if share == 0.5:
        return at, length
    if share == 1.0:
        return at, max(float(SMALLEST), round(length + by))
    end = at + length
    begin = min(round(at + by), end - SMALLEST)
    return begin, end - begin


def _near(view: BoardView, without: set[str]) -> list[Box]:
    """Return what is in view and not moved."""
    seen = box_from(view.visible_part())
    notes = [note for note in view.picture.notes_in(seen) if note.id not in without]
    return [box_of(note) for note in notes[-NEAR_MOST:]]


def _touched(view: BoardView, rect: QRectF) -> Selection:
    """Return what a rectangle touches; a frame only when it lies in it whole."""
    part = box_from(rect)
    notes = [
        note.id
        for note in view.picture.notes_in(part)
        if (rect.contains(rect_of(box_of(note))) if note.kind is NoteKind.FRAME else box_of(note).meets(part))
    ]
    lines = []
    for key in view.picture.connectors_in(part):
        there = view.picture.wires.of(key)
        if there and any(part.holds(x, y) for x, y in there.trace):
            lines.append(key)
    return Selection(tuple(notes), tuple(lines))


def _landing(view: BoardView, here: QPointF, without: set[str]) -> tuple[Note | None, Side]:
    """Return the note that a connector would land on, and the side whose port is near."""
    reach = PORT_TAKE / view.zoom()
    note = view.picture.note_at(here.x(), here.y(), reach)
    if note is None or note.id in without:
        return None, Side.AUTO
    rect = rect_of(box_of(note))
    for side, shares in PORTS.items():
        if (place(rect, shares) - here).manhattanLength() <= 1.5 * reach:
            return note, side
    return note, Side.AUTO


def _paint_drawn(
    painter: QPainter, view: BoardView, box: Box, side: Side, here: QPointF, on: Note | None, on_side: Side
) -> None:
    target = box_of(on) if on else Box(here.x(), here.y(), 0, 0)
    sides = sides_of(box, target, side, on_side)
    tip = port(target, sides[1]) if on else (here.x(), here.y())
    way = curve(port(box, sides[0]), tip, sides[0], sides[1])
    points = [view.on_view(QPointF(*point)) for point in way.points]
    path = QPainterPath(points[0])
    path.cubicTo(*points[1:])
    if on:
        rect = view.part_on_view(rect_of(box_of(on)))
        paint_outline(painter, rect, width=2.0)
        paint_ports(painter, rect)
    paint_line(painter, path)


def freed(gesture: Gesture, *, free: bool) -> None:
    """Let a gesture go freely, or put it in line again."""
    gesture.snaps = not free
