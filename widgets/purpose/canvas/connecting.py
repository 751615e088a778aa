"""A connector under the hand: drawn from a note, or one of its ends taken elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter, QPainterPath
from typing_extensions import override

from app.purpose.board import Note, Side
from app.purpose.box import Box
from app.purpose.route import curve, port, sides_of
from app.purpose.wall import box_of
from widgets.purpose.canvas.gesture import Gesture, Keys
from widgets.purpose.canvas.handles import PORT_TAKE, PORTS, place
from widgets.purpose.canvas.marks import paint_line, paint_outline, paint_ports
from widgets.purpose.painting.picture import rect_of

if TYPE_CHECKING:
    from app.purpose.board import Connector
    from widgets.purpose.canvas.board_view import BoardView

SLIP = 24  # px of the screen: who lets go so near to where he began wanted nothing


class Connect(Gesture):
    """A connector is drawn from a side of a note; dropped on nothing it makes a note and connects it."""

    def __init__(self, view: BoardView, start: QPointF, note: str, side: Side) -> None:
        super().__init__(view, start)
        self._note, self._side = note, side  # where the other end stays
        self._here = start
        self._on: Note | None = None
        self._on_side = Side.AUTO

    @override
    def go(self, here: QPointF, keys: Keys) -> None:
        """Show the connector."""
        self._here = here
        self._on, self._on_side = _landing(self.view, here, self._note)

    @override
    def end(self, here: QPointF, keys: Keys) -> None:
        """Ask for what it would be."""
        self.go(here, keys)
        if self._on is not None:
            self.land(self._on.id, self._on_side)
        elif (here - self.start).manhattanLength() * self.view.zoom() > SLIP:
            self.miss(here)

    def land(self, note: str, side: Side) -> None:
        """Ask for the connector."""
        self.view.connect_requested.emit((self._note, self._side, note, side))

    def miss(self, here: QPointF) -> None:
        """Ask for a note where it was dropped."""
        self.view.grow_requested.emit((self._note, self._side, here))

    @override
    def paint(self, painter: QPainter) -> None:
        """Paint the connector and where it would land."""
        box = self.view.picture.box(self._note)
        if box:
            _paint_drawn(painter, self.view, box, self._side, self._here, self._on, self._on_side)


class Reattach(Connect):
    """One end of a connector is taken to another note or another side; dropped on nothing it stays."""

    def __init__(self, view: BoardView, start: QPointF, line: Connector, *, at_start: bool) -> None:
        stays = (line.end, line.end_side) if at_start else (line.start, line.start_side)
        super().__init__(view, start, *stays)
        self._line, self._at_start = line.id, at_start

    @override
    def land(self, note: str, side: Side) -> None:
        """Ask for the other end."""
        self.view.reattach_requested.emit((self._line, note, side, self._at_start))

    @override
    def miss(self, here: QPointF) -> None:
        """Leave it where it is."""


def _landing(view: BoardView, here: QPointF, other: str) -> tuple[Note | None, Side]:
    """Return the note that a connector would land on, and the side whose port is near."""
    reach = PORT_TAKE / view.zoom()
    note = view.picture.note_at(here.x(), here.y(), reach)
    if note is None or note.id == other:
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
