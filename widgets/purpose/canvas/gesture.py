"""What a drag on a board does while it goes on: it shows, and only its end asks for a change."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter
from typing_extensions import override

from app.purpose.board import SMALLEST, NoteKind
from app.purpose.box import Box, around
from app.purpose.snapping import REACH, Guide, Snap, snap
from app.purpose.wall import box_of
from widgets.purpose.canvas.marks import paint_guides, paint_marquee
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
        self._others = near_of(view, set(self._boxes))
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


def near_of(view: BoardView, without: set[str]) -> list[Box]:
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


def freed(gesture: Gesture, *, free: bool) -> None:
    """Let a gesture go freely, or put it in line again."""
    gesture.snaps = not free
