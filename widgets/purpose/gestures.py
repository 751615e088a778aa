"""Turns what is done on the canvas into actions."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, QPointF

from app.errors import KnownError
from app.purpose import adding, arranging, connecting, editing
from app.purpose.board import Category, NoteKind, Side
from app.purpose.box import Box, around, scaled, smallest_of
from app.purpose.wall import box_of
from widgets.purpose.canvas.board_view import SELECT
from widgets.purpose.canvas.selection import Selection
from widgets.purpose.painting.picture import rect_of

if TYPE_CHECKING:
    from widgets.purpose.page import PurposePage

T = TypeVar("T")
NEXT_TO = 12  # px that stay free around what is put where one looks


class Gestures(QObject):
    """Hears the canvas, calls the actions, selects what came of them."""

    def __init__(self, page: PurposePage) -> None:
        super().__init__(page)
        self._page = page
        canvas = page.canvas
        canvas.move_requested.connect(self._on_move)
        canvas.resize_requested.connect(self._on_resize)
        canvas.create_requested.connect(self._on_create)
        canvas.connect_requested.connect(self._on_connect)
        canvas.grow_requested.connect(self._on_grow)
        canvas.reattach_requested.connect(self._on_reattach)
        canvas.neighbour_requested.connect(lambda asked: self.add_neighbour(asked[0], connect=asked[1]))
        canvas.nudge_requested.connect(self._on_nudge)
        canvas.stretch_requested.connect(self._on_stretch)

    def run(self, work: Callable[[], T]) -> T | None:
        """Do something; what goes wrong is shown."""
        try:
            return work()
        except KnownError as error:
            self._page.desk.fail(error)
            return None

    def ids(self) -> list[str]:
        """Return the selected notes."""
        return list(self._page.canvas.selection.notes)

    def select(self, ids: list[str]) -> None:
        """Select notes and bring them into view."""
        there = tuple(key for key in ids if key in self._page.wall.notes)
        self._page.canvas.select(Selection(there))
        if there:
            self._page.canvas.reveal(rect_of(box_of(self._page.wall.notes[there[-1]])))

    def create(self, kind: NoteKind, at: QPointF, box: Box | None = None) -> None:
        """Put a thing on the board, of the category of the frame that it lies in, and begin to type."""
        page = self._page
        store = page.open_store()
        note = adding.at(kind, page.wall.board.id, at.x(), at.y())
        if box:
            note = replace(note, x=round(box.x), y=round(box.y), width=round(box.width), height=round(box.height))
        note = replace(note, category=self._category(at) if kind is NoteKind.NOTE else Category.FREE)
        made = self.run(lambda: adding.add_note(store, note))
        page.canvas.set_mode(SELECT)
        if made:
            self.select([made])
            page.writing.begin(made) if kind is NoteKind.TEXT else page.writing.open(made)

    def create_here(self, kind: NoteKind) -> None:
        """Put a thing where one looks: beside the selected note, or in the middle of the view."""
        canvas = self._page.canvas
        if kind is NoteKind.NOTE and canvas.selection.single:
            self.add_neighbour((0, 1), connect=False)
            return
        usual = adding.at(kind, self._page.wall.board.id, *_middle(canvas.visible_part().center()))
        box = box_of(usual)
        others = [box_of(note) for note in self._page.wall.notes.values() if note.kind is not NoteKind.FRAME]
        while kind is not NoteKind.FRAME and any(box.meets(other.grown(NEXT_TO)) for other in others):
            box = box.moved(0, 24)
        self.create(kind, QPointF(*box.middle))

    def add_neighbour(self, way: tuple[int, int], *, connect: bool, of: str = "") -> None:
        """Put a note beside one, and begin to type."""
        page = self._page
        near = of or page.canvas.selection.single
        if not near:
            return
        made = self.run(lambda: adding.add_neighbour(page.open_store(), near, way, connect=connect))
        if made:
            self.select([made])
            page.writing.begin(made, near)

    def delete(self) -> None:
        """Delete what is selected."""
        chosen = self._page.canvas.selection
        self.run(lambda: editing.delete(self._page.open_store(), chosen.notes, chosen.connectors))

    def duplicate(self) -> None:
        """Copy what is selected."""
        made = self.run(lambda: adding.duplicate(self._page.open_store(), self.ids()))
        if made:
            self.select(made)

    def do(self, action: Callable[..., Any], *values: Any, **fields: Any) -> None:
        """Call an action with the store and the selected notes."""
        ids = self.ids()
        if ids:
            self.run(lambda: action(self._page.open_store(), ids, *values, **fields))

    def edit_lines(self, **fields: Any) -> None:
        """Give the selected connectors other values."""
        lines = self._page.canvas.selection.connectors
        if lines:
            self.run(lambda: connecting.edit_connectors(self._page.open_store(), lines, **fields))

    def connect_selected(self) -> None:
        """Connect the selected notes one after the other, in the order in which they were taken."""
        ids, store = self.ids(), self._page.open_store()
        if len(ids) > 1:
            pairs = list(pairwise(ids))
            self.run(lambda: connecting.connect_chain(store, pairs))

    def _category(self, at: QPointF) -> Category:
        frame = self._page.canvas.picture.frame_at(at.x(), at.y())
        return frame.category if frame else Category.FREE

    def _on_move(self, asked: tuple[tuple[str, ...], float, float, bool]) -> None:
        ids, right, down, copying = asked
        store = self._page.open_store()
        if copying:
            carried = self._page.wall.carried(ids)
            made = self.run(lambda: adding.duplicate(store, carried, right, down))
            if made:
                self.select(made)
        else:
            self.run(lambda: arranging.move(store, ids, right, down))

    def _on_resize(self, boxes: dict[str, Box]) -> None:
        self.run(lambda: arranging.resize(self._page.open_store(), boxes))

    def _on_create(self, asked: tuple[NoteKind, QPointF, Box | None]) -> None:
        self.create(*asked)

    def _on_connect(self, asked: tuple[str, Side, str, Side]) -> None:
        start, start_side, end, end_side = asked
        made = self.run(lambda: connecting.connect(self._page.open_store(), start, end, start_side, end_side))
        self._page.canvas.set_mode(SELECT)
        if made:
            self._page.canvas.select(Selection((), (made,)))

    def _on_grow(self, asked: tuple[str, Side, QPointF]) -> None:
        start, side, at = asked
        made = self.run(lambda: adding.create_connected(self._page.open_store(), start, at.x(), at.y(), side))
        self._page.canvas.set_mode(SELECT)
        if made:
            self.select([made])
            self._page.writing.begin(made, start)

    def _on_reattach(self, asked: tuple[str, str, Side, bool]) -> None:
        line, note, side, at_start = asked
        self.run(lambda: connecting.reattach(self._page.open_store(), line, note, side, start=at_start))

    def _on_nudge(self, right: int, down: int) -> None:
        self.do(arranging.move, right, down, nudge=True)
        if self._page.canvas.selection.lead:
            self._page.canvas.reveal(self._page.canvas.selected())

    def _on_stretch(self, wider: int, higher: int) -> None:
        notes = self._page.canvas.resizable()
        boxes = {note.id: box_of(note) for note in notes}
        if boxes:
            whole, least = around(boxes.values()), smallest_of(boxes.values())
            into = Box(whole.x, whole.y, max(least[0], whole.width + wider), max(least[1], whole.height + higher))
            sizes = {key: scaled(box, whole, into) for key, box in boxes.items()}
            self.run(lambda: arranging.resize(self._page.open_store(), sizes, nudge=True))


def _middle(place: QPointF) -> tuple[float, float]:
    return (round(place.x() / 4) * 4, round(place.y() / 4) * 4)
