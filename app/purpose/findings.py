"""What is missing on a board: behaviours that lead to no outcome, outcomes that nothing measures."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from app.purpose.board import Category, Note, NoteKind
from app.purpose.kpi import Kpi
from app.purpose.wall import Wall


class Missing(StrEnum):
    """What a note lacks."""

    OUTCOME = "outcome"  # a behaviour that leads nowhere
    METRIC = "metric"  # an outcome, or a behaviour's metric card, that nothing measures


@dataclass(frozen=True, slots=True)
class Finding:
    """One note and what it lacks."""

    note: str
    missing: Missing


def findings(wall: Wall, kpis: Mapping[str, Kpi]) -> list[Finding]:
    """Return what is missing, from the top of the board to its bottom."""
    found = ((note, _lack(wall, note, kpis)) for note in wall.notes.values())
    lacking = sorted(((note, missing) for note, missing in found if missing), key=lambda it: _place(it[0]))
    return [Finding(note.id, missing) for note, missing in lacking]


def _lack(wall: Wall, note: Note, kpis: Mapping[str, Kpi]) -> Missing | None:
    match note.kind, note.category:
        case NoteKind.METRIC, _:
            return None if measured(note, kpis) else Missing.METRIC
        case NoteKind.NOTE, Category.BEHAVIOUR:
            return None if _leads(wall, note) else Missing.OUTCOME
        case NoteKind.NOTE, Category.OUTCOME:
            return None if _has_metric(wall, note, kpis) else Missing.METRIC
        case _:
            return None


def _place(note: Note) -> tuple[int, int, str]:
    return (note.y, note.x, note.id)


def measured(card: Note, kpis: Mapping[str, Kpi]) -> bool:
    """Return whether a metric card has a KPI with a target."""
    kpi = kpis.get(card.ref)
    return kpi is not None and kpi.target is not None


def is_outcome(note: Note) -> bool:
    """Return whether a note says what comes out."""
    return note.kind is NoteKind.METRIC or (note.kind is NoteKind.NOTE and note.category is Category.OUTCOME)


def outcomes_of(wall: Wall, note: Note) -> list[Note]:
    """Return the outcomes that a note leads to by a connector of its own."""
    ends = [
        wall.notes.get(wall.connectors[key].end) for key in wall.at(note.id) if wall.connectors[key].start == note.id
    ]
    return sorted((end for end in ends if end and is_outcome(end)), key=_place)


def _leads(wall: Wall, note: Note) -> bool:
    return any(is_outcome(other) for other in _neighbours(wall, note))


def _has_metric(wall: Wall, note: Note, kpis: Mapping[str, Kpi]) -> bool:
    return any(it.kind is NoteKind.METRIC and measured(it, kpis) for it in _neighbours(wall, note))


def _neighbours(wall: Wall, note: Note) -> Iterator[Note]:
    for key in wall.at(note.id):
        connector = wall.connectors[key]
        end = connector.end if connector.start == note.id else connector.start
        if end != note.id and end in wall.notes:
            yield wall.notes[end]
