"""Boards from files: as a board of their own, or onto one that is there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from app.exchange.board_content import BoardContent
from app.funnel.stage import Stage
from app.message import say
from app.personas.persona import Persona
from app.playbook.records import save_record
from app.purpose.adding import put
from app.purpose.board import Board, GridLine, Note, NoteKind
from app.purpose.boards import add_board
from app.purpose.box import around
from app.purpose.kpi import Kpi
from app.purpose.wall import box_of
from app.store import Store


def add_board_from(store: Store, content: BoardContent, name: str) -> str:
    """Add what a file holds as a board; return its id. Its pictures are checked and encoded anew by the caller."""
    with store.change(say("purpose.step.import", title=name)):
        board = add_board(store, name, content.kind)
        if content.foreign:
            store.of(Board).save([replace(store.of(Board).get(board), foreign=content.foreign)])
        store.of(GridLine).save(replace(line, id=store.new_id(), board=board) for line in content.grid)
        put(store, board, _at_home(store, content), content.connectors, 0, 0, locks=True)
    return board


def add_onto(store: Store, board: str, content: BoardContent, x: float, y: float) -> list[str]:
    """Put what a file holds onto a board with its middle at a place; return the ids of its notes."""
    if not content.notes:
        return []
    middle = around(box_of(note) for note in content.notes).middle
    with store.change(say("purpose.step.import.onto", n=len(content.notes))):
        notes = _at_home(store, content)
        return put(store, board, notes, content.connectors, x - middle[0], y - middle[1], locks=True)


def _at_home(store: Store, content: BoardContent) -> Sequence[Note]:
    """Return the notes with what they speak of as this playbook has it: KPIs, stages, personas, pictures."""
    pictures = {  # one of ours comes back as it is: encoded anew it would be another one
        key: key if store.picture(key) else store.keep_picture(data) for key, data in content.pictures.items()
    }
    kpis = _kpis(store, content)
    stages = _known(store, Stage, {note.stage for note in content.notes}, content.names)
    personas = _known(store, Persona, {note.persona for note in content.notes}, content.names)
    refs = {NoteKind.IMAGE: pictures, NoteKind.METRIC: kpis}
    return [
        replace(
            note,
            ref=refs[note.kind].get(note.ref or note.id, "") if note.kind in refs else "",
            stage=stages.get(note.stage, ""),
            persona=personas.get(note.persona, ""),
        )
        for note in content.notes
    ]


def _kpis(store: Store, content: BoardContent) -> Mapping[str, str]:
    """Return the KPIs of metric cards: the ones that are here, and new ones for the rest."""
    cards = {note.ref or note.id: note for note in content.notes if note.kind is NoteKind.METRIC}
    here = {kpi.id for kpi in store.of(Kpi).some(cards)} if cards else set()
    found = {}
    for key, note in cards.items():
        brought = content.kpis.get(key)
        fresh = replace(brought, id="", position=0) if brought else Kpi("", note.text)
        found[key] = key if key in here else save_record(store, fresh)
    return found


def _known(
    store: Store, kind: type[Stage] | type[Persona], ids: set[str], names: Mapping[str, str]
) -> Mapping[str, str]:
    """Return for ids of a file the ones here: the same, or those of what is called the same."""
    if not ids - {""}:
        return {}
    here = list(store.of(kind).all())
    called = {it.name.casefold(): it.id for it in here}
    there = {it.id for it in here}
    found = {key: key if key in there else called.get(names.get(key, "").casefold(), "") for key in ids}
    return {key: value for key, value in found.items() if key and value}
