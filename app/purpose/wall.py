"""Everything that lies on one board, held in memory and kept up to date with the store."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from app.purpose.board import Board, Connector, GridLine, Note, NoteKind
from app.purpose.box import Box
from app.store import EVERYTHING, Changes, Store


def box_of(note: Note) -> Box:
    """Return where a note lies."""
    return Box(note.x, note.y, note.width, note.height)


@dataclass(frozen=True, slots=True)
class Touched:
    """What looks different on a board after a change."""

    notes: frozenset[str] = frozenset()
    connectors: frozenset[str] = frozenset()
    whole: bool = False  # so much that everything is to be looked at anew

    def __bool__(self) -> bool:
        return self.whole or bool(self.notes or self.connectors)


class Wall:
    """A picture of one board for pages and exports; actions write to the store, never here."""

    def __init__(self, board: Board) -> None:
        self.board = board
        self.notes: dict[str, Note] = {}
        self.connectors: dict[str, Connector] = {}
        self.grid: list[GridLine] = []
        self._at: dict[str, set[str]] = {}  # note -> connectors that begin or end there

    @classmethod
    def read(cls, store: Store, board: str) -> Wall:
        """Return the board that a store holds; Gone when it is not there."""
        wall = cls(store.of(Board).get(board))
        wall._read(store)
        return wall

    def refresh(self, store: Store, changes: Changes) -> Touched:
        """Take over what changed, reading no more than that; return what looks different."""
        if any(changes.get(kind) == EVERYTHING for kind in (Note, Connector)):
            self._read(store)
            return Touched(whole=True)
        if Board in changes:
            self.board = next(iter(store.of(Board).some([self.board.id])), self.board)
        whole = GridLine in changes
        if whole:
            self._read_grid(store)
        notes = self._take_notes(store, changes.get(Note, frozenset()))
        connectors = self._take_connectors(store, changes.get(Connector, frozenset()))
        return Touched(notes, connectors, whole)

    def at(self, note: str) -> frozenset[str]:
        """Return the connectors that begin or end at a note."""
        return frozenset(self._at.get(note, ()))

    def between(self, notes: Iterable[str]) -> list[Connector]:
        """Return the connectors of which both ends are among some notes."""
        chosen = set(notes)
        ids = {key for note in chosen for key in self._at.get(note, ())}
        found = [self.connectors[key] for key in ids]
        return sorted((it for it in found if it.start in chosen and it.end in chosen), key=lambda it: it.id)

    def in_order(self) -> list[Note]:
        """Return everything from the bottom to the top: frames lie under all the rest."""
        return sorted(self.notes.values(), key=order_of)

    def inside(self, frame: Note) -> list[Note]:
        """Return what lies in a frame: its middle does, and a frame in a frame is smaller."""
        box, size = box_of(frame), frame.width * frame.height
        return [
            note
            for note in self.notes.values()
            if note.id != frame.id
            and box.holds(*box_of(note).middle)
            and (note.kind is not NoteKind.FRAME or note.width * note.height < size)
        ]

    def carried(self, ids: Iterable[str]) -> list[str]:
        """Return the notes with all that goes with them: what lies in their frames and what is in their groups."""
        found: dict[str, None] = {}
        waiting = [key for key in ids if key in self.notes]
        groups = {note.group for note in self.notes.values() if note.group and note.id in set(waiting)}
        waiting += [note.id for note in self.notes.values() if note.group in groups and note.group]
        while waiting:
            key = waiting.pop()
            if key in found:
                continue
            found[key] = None
            note = self.notes[key]
            if note.kind is NoteKind.FRAME:
                waiting += [it.id for it in self.inside(note) if not it.locked]
        return [key for key in self.notes if key in found]

    def _read(self, store: Store) -> None:
        self.board = next(iter(store.of(Board).some([self.board.id])), self.board)
        self.notes = {note.id: note for note in store.of(Note).where(board=self.board.id)}
        self.connectors, self._at = {}, {}
        for connector in store.of(Connector).where(board=self.board.id):
            self._keep(connector)
        self._read_grid(store)

    def _read_grid(self, store: Store) -> None:
        lines = store.of(GridLine).where(board=self.board.id)
        self.grid = sorted(lines, key=lambda line: (line.axis, line.position, line.id))

    def _take_notes(self, store: Store, ids: frozenset[str]) -> frozenset[str]:
        there = {note.id: note for note in store.of(Note).some(ids) if note.board == self.board.id} if ids else {}
        touched = {key for key in ids if self.notes.get(key) != there.get(key)}
        for key in ids - there.keys():
            self.notes.pop(key, None)
        self.notes.update(there)
        return frozenset(touched)

    def _take_connectors(self, store: Store, ids: frozenset[str]) -> frozenset[str]:
        found = store.of(Connector).some(ids) if ids else iter(())
        there = {it.id: it for it in found if it.board == self.board.id}
        touched = {key for key in ids if self.connectors.get(key) != there.get(key)}
        for key in touched:
            self._drop(key)
            if key in there:
                self._keep(there[key])
        return frozenset(touched)

    def _keep(self, connector: Connector) -> None:
        self.connectors[connector.id] = connector
        for end in (connector.start, connector.end):
            self._at.setdefault(end, set()).add(connector.id)

    def _drop(self, id: str) -> None:
        connector = self.connectors.pop(id, None)
        for end in (connector.start, connector.end) if connector else ():
            self._at.get(end, set()).discard(id)


def order_of(note: Note) -> tuple[bool, int, str]:
    """Return what orders the things on a board from the bottom to the top."""
    return (note.kind is not NoteKind.FRAME, note.z, note.id)


def boards(store: Store) -> Iterator[Board]:
    """Yield the boards in their order."""
    yield from sorted(store.of(Board).all(), key=lambda board: (board.position, board.id))
