"""Things become larger or smaller under the hand: one, or several with all that lies between them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF
from typing_extensions import override

from app.purpose.board import Note, NoteKind
from app.purpose.box import Box, around, scaled, smallest_of
from app.purpose.snapping import REACH, snap_lines
from app.purpose.wall import box_of
from widgets.purpose.canvas.gesture import Gesture, Keys, near_of
from widgets.purpose.canvas.handles import OF_SEVERAL

if TYPE_CHECKING:
    from widgets.purpose.canvas.board_view import BoardView


class Resize(Gesture):
    """A side or a corner is pulled, and all things keep their share; Shift keeps proportions, and an image does."""

    def __init__(self, view: BoardView, start: QPointF, notes: Sequence[Note], handle: str) -> None:
        super().__init__(view, start)
        self._handle = handle
        self._boxes = {note.id: box_of(note) for note in notes}
        self._keeps = any(note.kind is NoteKind.IMAGE for note in notes)
        self._before = self._now = around(self._boxes.values())
        self._least = smallest_of(self._boxes.values())
        self._others = near_of(view, set(self._boxes))

    @override
    def go(self, here: QPointF, keys: Keys) -> None:
        """Show the new sizes."""
        box = self._pulled(here.x() - self.start.x(), here.y() - self.start.y())
        across, along = OF_SEVERAL[self._handle]
        keeps = bool(keys & Keys.ShiftModifier) or self._keeps
        self.guides = ()
        if keeps and across != 0.5 and along != 0.5:
            box = self._in_proportion(box)
        elif self.snaps:
            shares = (() if across == 0.5 else (across,), () if along == 0.5 else (along,))
            found = snap_lines(box, self._others, REACH / self.view.zoom(), *shares)
            self.guides = found.guides
            box = self._pulled(here.x() - self.start.x() + found.right, here.y() - self.start.y() + found.down)
        self._now = box
        self.view.picture.lift(self._sizes())

    @override
    def end(self, here: QPointF, keys: Keys) -> None:
        """Ask for the new sizes."""
        self.go(here, keys)
        self.view.picture.lift({})
        if self._now != self._before:
            self.view.resize_requested.emit(self._sizes())

    def _sizes(self) -> dict[str, Box]:
        return {key: scaled(box, self._before, self._now) for key, box in self._boxes.items()}

    def _pulled(self, right: float, down: float) -> Box:
        across, along = OF_SEVERAL[self._handle]
        x, width = _pull(self._before.x, self._before.width, right, across, self._least[0])
        y, height = _pull(self._before.y, self._before.height, down, along, self._least[1])
        return Box(x, y, width, height)

    def _in_proportion(self, box: Box) -> Box:
        before, least = self._before, self._least
        smallest = max(least[0] / before.width, least[1] / before.height)
        scale = max(box.width / before.width, box.height / before.height, smallest)
        width, height = round(before.width * scale), round(before.height * scale)
        across, along = OF_SEVERAL[self._handle]
        x = before.right - width if across == 0.0 else before.x
        y = before.bottom - height if along == 0.0 else before.y
        return Box(x, y, width, height)


def _pull(at: float, length: float, by: float, share: float, least: float) -> tuple[float, float]:
    """Return where a side of a box begins and how long it is when one of its ends is pulled."""
    if share == 0.5:
        return at, length
    if share == 1.0:
        return at, max(least, round(length + by))
    end = at + length
    begin = min(round(at + by), end - least)
    return begin, end - begin
