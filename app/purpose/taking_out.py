"""Boards for files."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from app.exchange.board_content import BoardContent
from app.funnel.stage import Stage
from app.personas.persona import Persona
from app.purpose.board import BoardKind, NoteKind
from app.purpose.kpi import Kpi
from app.purpose.reading import Reading
from app.purpose.wall import Wall
from app.store import Store


def content_of(store: Store, board: str, only: Iterable[str] | None = None) -> BoardContent:
    """Return a board as files carry it, or some things on it with the connectors between them."""
    wall = Wall.read(store, board)
    chosen = None if only is None else set(only)
    notes = [note for note in wall.in_order() if chosen is None or note.id in chosen]
    lines = wall.between(note.id for note in notes)
    shown = {note.ref for note in notes if note.kind is NoteKind.IMAGE}
    kpis = {note.ref for note in notes if note.kind is NoteKind.METRIC}
    stages, personas = {note.stage for note in notes} - {""}, {note.persona for note in notes} - {""}
    names = {it.id: it.name for it in store.of(Stage).some(stages)}
    names |= {it.id: it.name for it in store.of(Persona).some(personas)}
    return BoardContent(
        name=wall.board.name,
        kind=wall.board.kind if chosen is None else BoardKind.PURPOSE,
        notes=tuple(replace(note, z=at + 1) for at, note in enumerate(notes)),
        connectors=tuple(sorted(lines, key=lambda line: (line.z, line.id))),
        grid=tuple(wall.grid) if chosen is None else (),
        kpis={it.id: it for it in store.of(Kpi).some(kpis)},
        readings=_readings(store, kpis),
        names=names,
        pictures={ref: data for ref in sorted(shown) if (data := store.picture(ref))},
        foreign=wall.board.foreign if chosen is None else "",
    )


def _readings(store: Store, kpis: Iterable[str]) -> dict[str, tuple[Reading, ...]]:
    """Return the readings of KPIs, oldest first; their own ids say nothing outside this playbook."""
    found = {}
    for key in kpis:
        readings = sorted(store.of(Reading).where(of_kind="kpi", of_id=key), key=lambda it: (it.day, it.id))
        if readings:
            found[key] = tuple(replace(it, id="") for it in readings)
    return found
