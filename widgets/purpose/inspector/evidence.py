"""What a thing on a board rests on: the notes that it is connected with, and what its KPI was measured at."""

from __future__ import annotations

from app.purpose.board import Connector, Note, NoteKind
from app.purpose.findings import is_outcome, outcomes_of
from app.purpose.surroundings import Surroundings
from app.purpose.wall import Wall
from widgets.common.link_rows import Row
from widgets.common.purpose_words import amount
from widgets.common.words import day, tr
from widgets.purpose.painting.fills import ICONS
from widgets.purpose.painting.words import kind_name, text_of


def card_of(wall: Wall, note: Note) -> Note | None:
    """Return the metric card that is meant by a note: itself, or the only one that it leads to."""
    if note.kind is NoteKind.METRIC:
        return note
    cards = [it for it in outcomes_of(wall, note) if it.kind is NoteKind.METRIC]
    return cards[0] if len(cards) == 1 else None


def evidence_rows(wall: Wall, around: Surroundings, note: Note) -> list[Row]:
    """Return the lines of the evidence of a thing; those of notes lead there, readings are only told."""
    lines = sorted((wall.connectors[key] for key in wall.at(note.id)), key=lambda it: it.id)
    found = [row for line in lines if (row := _linked(wall, around, note, line))]
    card = card_of(wall, note)
    kpi = around.kpis.get(card.ref) if card else None
    if kpi is None:
        return found
    unit = "" if kpi.unit.strip() == "%" else f" {kpi.unit}".rstrip()
    return found + [
        Row(
            "trending-up",
            "text_muted",
            f"{amount(it.value, kpi.unit)}{unit}",
            " · ".join(filter(None, (day(it.day), it.source))),
            None,
        )
        for it in reversed(around.readings.get(kpi.id, ()))
    ]


def _linked(wall: Wall, around: Surroundings, note: Note, line: Connector) -> Row | None:
    """Return the line of what a connector leads to; outcomes of a note stand in a field of their own."""
    leads_out = line.start == note.id
    other = wall.notes.get(line.end if leads_out else line.start)
    if other is None or (leads_out and note.kind is NoteKind.NOTE and not is_outcome(note) and is_outcome(other)):
        return None
    said = tr("purpose.evidence.to") if leads_out else tr("purpose.evidence.from")
    first = text_of(other, around).strip().split("\n", 1)[0] or kind_name(other)
    sign = "target" if other.kind is NoteKind.METRIC else ICONS[other.category]
    return Row(sign, "text_muted", first, " · ".join(filter(None, (said, line.label))), other.id)
