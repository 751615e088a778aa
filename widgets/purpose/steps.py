"""Shows where a step was taken back or done again: on another board, or out of view."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Set
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRectF

from app.message import Message, say
from app.purpose.board import Board, Connector, GridLine, Note
from app.purpose.box import Box, around
from app.purpose.wall import box_of
from app.store import EVERYTHING, Changes, Store
from widgets.purpose.canvas.selection import Selection
from widgets.purpose.painting.picture import rect_of

if TYPE_CHECKING:
    from widgets.purpose.page import PurposePage

ON_BOARDS: tuple[type[Note | Connector | GridLine], ...] = (Note, Connector, GridLine)


class Steps(QObject):
    """Remembers what the last change touched, and on which boards things were that may be gone by now."""

    def __init__(self, page: PurposePage) -> None:
        super().__init__(page)
        self._page = page
        self._boards: dict[str, str] = {}  # by thing
        self._touched: dict[type, frozenset[str]] = {}
        self._before: dict[str, Box] = {}  # notes on the open board

    def forget(self) -> None:
        """Begin anew, as with another playbook."""
        self._boards, self._touched, self._before = {}, {}, {}

    def hear(self, store: Store, changes: Changes) -> None:
        """Look at a change before the page takes it over."""
        self._touched = {
            kind: ids for kind in (*ON_BOARDS, Board) if (ids := changes.get(kind, frozenset())) != EVERYTHING and ids
        }
        wall = self._page.wall
        here = self._touched.get(Note, frozenset()) & wall.notes.keys()
        self._before = {key: box_of(wall.notes[key]) for key in here}
        for kind in ON_BOARDS:
            ids = self._touched.get(kind, frozenset())
            self._boards |= dict.fromkeys(ids & self._on_wall(kind), wall.board.id)
            self._boards |= {it.id: it.board for it in store.of(kind).some(ids - self._on_wall(kind))}

    def show(self, step: Message) -> None:
        """Go where the last change was; what can be seen already is left as it is."""
        page = self._page
        ids = {key for kind in ON_BOARDS for key in self._touched.get(kind, ())}
        boards = Counter(self._boards[key] for key in ids if key in self._boards)
        there = {board.id for board in page.boards()}
        boards += Counter(self._touched.get(Board, frozenset()) & there)
        if page.wall.board.id in boards:
            self._reveal()
        elif wanted := next((key for key, _ in boards.most_common() if key in there), ""):
            page.open_board(wanted)
            self._select(ids)
        elif ids and not boards:
            page.desk.tell(say("purpose.step.elsewhere", step=step))  # gone since, from a board that nobody knows

    def _on_wall(self, kind: type) -> Set[str]:
        wall = self._page.wall
        if kind is GridLine:
            return frozenset(line.id for line in wall.grid)
        return wall.notes.keys() if kind is Note else wall.connectors.keys()

    def _reveal(self) -> None:
        """Bring what changed on the open board into view when nothing of it is."""
        canvas, wall = self._page.canvas, self._page.wall
        notes = self._touched.get(Note, frozenset())
        boxes = [*self._before.values(), *(box_of(wall.notes[key]) for key in notes & wall.notes.keys())]
        for key in self._touched.get(Connector, frozenset()):
            there = canvas.picture.wires.of(key)
            boxes += [there.bounds] if there else []
        seen = canvas.visible_part()
        if not boxes or any(seen.intersects(rect_of(box)) for box in boxes):
            return
        part = rect_of(around(boxes))
        if _fits(part, seen):
            canvas.reveal(part, middle=True)
        else:
            canvas.show_part(part)
        self._select(notes | self._touched.get(Connector, frozenset()))

    def _select(self, ids: Iterable[str]) -> None:
        wall = self._page.wall
        some = sorted(ids)
        self._page.canvas.select(
            Selection(
                tuple(key for key in some if key in wall.notes), tuple(key for key in some if key in wall.connectors)
            )
        )


def _fits(part: QRectF, room: QRectF) -> bool:
    return part.width() <= room.width() and part.height() <= room.height()
