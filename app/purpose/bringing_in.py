"""Boards from files: as a board of their own, or onto one that is there."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from app.exchange.board_content import BoardContent
from app.exchange.in_steps import BATCH, STAGED_FROM, Steps, walked
from app.funnel.placing import stages_in_order
from app.funnel.stage import Stage
from app.message import Message, say
from app.personas.persona import Persona
from app.playbook.records import save_record
from app.purpose.board import Board, Connector, GridLine, Note, NoteKind
from app.purpose.box import around
from app.purpose.held import highest, within, written
from app.purpose.kpi import Kpi
from app.purpose.reading import Reading
from app.purpose.wall import box_of
from app.store import Store

OF_RECORDS: Final = (NoteKind.METRIC, NoteKind.IMAGE)  # what they show is found or made when all is written


def add_board_from(store: Store, content: BoardContent, name: str) -> str:
    """Add what a file holds as a board; return its id. Its pictures are checked and encoded anew by the caller."""
    return walked(add_board_in_steps(store, content, name))


def add_board_in_steps(store: Store, content: BoardContent, name: str) -> Steps[str]:
    """Add a board and draw breath between short steps; nothing of it shows before the last one."""
    last = max((board.position for board in store.of(Board).all()), default=-1)
    board = Board(store.new_id(), written(name).strip(), content.kind, last + 1, content.foreign)

    def before() -> None:
        store.of(Board).save([board])
        store.of(GridLine).save(replace(line, id=store.new_id(), board=board.id) for line in content.grid)

    yield from _Laying(store, board.id, content, (0, 0), 0).steps(say("purpose.step.import", title=board.name), before)
    return board.id


def add_onto_in_steps(store: Store, board: str, content: BoardContent, x: float, y: float) -> Steps[list[str]]:
    """Put something onto a board and draw breath between short steps; nothing of it shows before the last one."""
    store.of(Board).get(board)
    if not content.notes:
        return []
    middle = around(box_of(note) for note in content.notes).middle
    laying = _Laying(store, board, content, (x - middle[0], y - middle[1]), highest(store, board))
    yield from laying.steps(say("purpose.step.import.onto", n=len(content.notes)), lambda: None)
    return [laying.ids[note.id] for note in content.notes]


class _Laying:
    """Gives everything its new ids and its place, and what it speaks of as this playbook has it."""

    def __init__(self, store: Store, board: str, content: BoardContent, way: tuple[float, float], top: int) -> None:
        self._store, self._board, self._content = store, board, content
        self._way, self._top = way, top
        self.ids = {note.id: store.new_id() for note in content.notes}
        self._groups = {note.group: store.new_id() for note in content.notes if note.group}
        self._stages = _known(store, Stage, {note.stage for note in content.notes}, content.names)
        self._personas = _known(store, Persona, {note.persona for note in content.notes}, content.names)
        self._refs: Mapping[str, str] = {}

    def steps(self, named: Message, before: Callable[[], None]) -> Iterator[float]:
        """Write all of it as one step of undo; much of it is laid beside the tables first."""
        content, store = self._content, self._store
        notes = list(enumerate(content.notes, self._top + 1))
        staged = len(content.notes) + len(content.connectors) >= STAGED_FROM
        waiting = [it for it in notes if not staged or it[1].kind in OF_RECORDS]
        try:
            if staged:
                yield from self._stage([it for it in notes if it[1].kind not in OF_RECORDS])
            with store.change(named):
                before()
                self._refs = self._records()
                store.of(Note).save(self._note(*it) for it in waiting)
                if staged:
                    store.publish([Note, Connector])
                else:
                    store.of(Connector).save(self._line(line) for line in content.connectors)
        finally:
            if staged:
                store.unstage()

    def _stage(self, notes: Sequence[tuple[int, Note]]) -> Iterator[float]:
        lines, of = self._content.connectors, len(notes) + len(self._content.connectors)
        for at in range(0, len(notes), BATCH):
            self._store.stage(Note, [self._note(*it) for it in notes[at : at + BATCH]])
            yield at / of
        for at in range(0, len(lines), BATCH):
            self._store.stage(Connector, [self._line(line) for line in lines[at : at + BATCH]])
            yield (len(notes) + at) / of

    def _note(self, z: int, note: Note) -> Note:
        return replace(
            note,
            id=self.ids[note.id],
            board=self._board,
            x=within(note.x + self._way[0]),
            y=within(note.y + self._way[1]),
            z=z,
            ref=self._refs.get(note.ref or note.id, "") if note.kind in OF_RECORDS else "",
            stage=self._stages.get(note.stage, ""),
            persona=self._personas.get(note.persona, ""),
            group=self._groups.get(note.group, ""),
        )

    def _line(self, line: Connector) -> Connector:
        ends = self.ids[line.start], self.ids[line.end]
        return replace(line, id=self._store.new_id(), board=self._board, start=ends[0], end=ends[1])

    def _records(self) -> Mapping[str, str]:
        """Return what metric cards and images refer to: KPIs and pictures that are here, and new ones for the rest."""
        content, store = self._content, self._store
        cards = {note.ref or note.id: note for note in content.notes if note.kind is NoteKind.METRIC}
        here = {kpi.id for kpi in store.of(Kpi).some(cards)} if cards else set()
        found = {}
        for key, note in cards.items():
            brought = content.kpis.get(key)
            fresh = replace(brought, id="", position=0) if brought else Kpi("", note.text)
            found[key] = key if key in here else save_record(store, fresh)
            if key not in here:  # one that is here has its own, which are newer as a rule
                readings = content.readings.get(key, ())
                store.of(Reading).save(replace(it, id=store.new_id(), of_id=found[key]) for it in readings)
        for key, data in content.pictures.items():  # one of ours stays as it is: encoded anew it would be another one
            found[key] = key if store.picture(key) else store.keep_picture(data)
        return found


def _known(
    store: Store, kind: type[Stage] | type[Persona], ids: set[str], names: Mapping[str, str]
) -> Mapping[str, str]:
    """Return for ids of a file the ones here: the same, or those of what is called the same."""
    if not ids - {""}:
        return {}
    here = list(stages_in_order(store) if kind is Stage else store.of(kind).all())
    called = {it.name.casefold(): it.id for it in here}
    there = {it.id for it in here}
    found = {key: key if key in there else called.get(names.get(key, "").casefold(), "") for key in ids}
    return {key: value for key, value in found.items() if key and value}
