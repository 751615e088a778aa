"""What is missing on a board: behaviours that lead to no outcome, outcomes that nothing measures."""

from __future__ import annotations

from collections.abc import Mapping
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
    found = []
    for note in sorted(wall.notes.values(), key=lambda it: (it.y, it.x, it.id)):
        if note.category is Category.BEHAVIOUR and note.kind is NoteKind.NOTE and not _leads(wall, note):
            found.append(Finding(note.id, Missing.OUTCOME))
        elif (note.kind is NoteKind.METRIC and not measured(note, kpis)) or (
            note.kind is NoteKind.NOTE and note.category is Category.OUTCOME and not _has_metric(wall, note, kpis)
        ):
            found.append(Finding(note.id, Missing.METRIC))
    return found


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
    return sorted((end for end in ends if end and is_outcome(end)), key=lambda it: (it.y, it.x, it.id))


def _leads(wall: Wall, note: Note) -> bool:
    return any(is_outcome(other) for other in _neighbours(wall, note))


def _has_metric(wall: Wall, note: Note, kpis: Mapping[str, Kpi]) -> bool:
    return any(it.kind is NoteKind.METRIC and measured(it, kpis) for it in _neighbours(wall, note))


def _neighbours(wall: Wall, note: Note) -> list[Note]:
    ends = [end for key in wall.at(note.id) for end in (wall.connectors[key].start, wall.connectors[key].end)]
    return [wall.notes[end] for end in ends if end != note.id and end in wall.notes]
