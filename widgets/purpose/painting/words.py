"""What cards say: numbers with their unit, states, and what became of notes."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from app.calendar.event import Event, Status
from app.message import Message
from app.playbook.link import Link
from app.purpose.board import Category, Note, NoteKind
from app.purpose.kpi import Kpi
from app.purpose.naming import KIND_TEXTS, title_of
from app.purpose.surroundings import Surroundings
from app.tasks.columns import name_of
from widgets.common.purpose_words import STATE_TEXTS
from widgets.common.words import day, tr, words

CATEGORY_TEXTS: Final[Mapping[Category, str]] = {
    Category.FREE: "purpose.category.free",
    Category.AUDIENCE: "purpose.category.audience",
    Category.PROBLEM: "purpose.category.problem",
    Category.BEHAVIOUR: "purpose.category.behaviour",
    Category.OUTCOME: "purpose.category.outcome",
    Category.RISK: "purpose.category.risk",
}
RESULT_ICONS: Final[Mapping[str, str]] = {
    "task": "list-checks",
    "event": "calendar-days",
    "program": "layers",
    "kpi": "target",
}
EVENT_TEXTS: Final[Mapping[Status, str]] = {
    Status.IDEA: "purpose.result.idea",
    Status.PLANNED: "purpose.result.planned",
    Status.READY: "purpose.result.ready",
    Status.DONE: "purpose.result.done",
    Status.SKIPPED: "purpose.result.skipped",
}


def due(kpi: Kpi) -> str:
    """Write until when a target is to be reached."""
    return tr("purpose.by", day=day(kpi.due)) if kpi.due else ""


def kind_name(note: Note) -> str:
    """Return what a thing on the board is called."""
    if note.kind is NoteKind.NOTE:
        return tr(CATEGORY_TEXTS[note.category])
    return tr(KIND_TEXTS[note.kind])


def name(note: Note) -> str:
    """Return the first line of a note, or what it is."""
    return title_of(note) or kind_name(note)


def text_of(note: Note, around: Surroundings) -> str:
    """Return what is written on a thing: on a metric card the name of its KPI, which may be edited elsewhere too."""
    kpi = around.kpis.get(note.ref) if note.kind is NoteKind.METRIC else None
    return kpi.name if kpi else note.text


def foot(note: Note, around: Surroundings) -> str:
    """Return the small line at the bottom of a note: its stage and where it is known from."""
    stage = around.stages.get(note.stage)
    return " · ".join(filter(None, (stage.name if stage else "", note.source)))


def result_state(around: Surroundings, link: Link, today: date) -> str:
    """Return how what became of a note stands, in words."""
    thing: Any = around.things.get((link.to_kind, link.to_id))
    if thing is None:
        return tr("purpose.result.deleted")
    match link.to_kind:
        case "task":
            column = around.columns.get(thing.column)
            if thing.finished or column is None:
                return tr("purpose.result.done") if thing.finished else tr("purpose.result.open")
            named = name_of(column)
            return words(named) if isinstance(named, Message) else named
        case "event":
            return _event_state(thing)
        case "kpi":
            found = around.standing(thing.id, today)
            return tr(STATE_TEXTS[found.state]) if found else ""
        case _:
            return tr("purpose.result.program")


def _event_state(event: Event) -> str:
    state = tr(EVENT_TEXTS[event.status])
    return f"{state}, {day(event.day)}" if event.day else state


def result_title(around: Surroundings, link: Link) -> str:
    """Return the title of what became of a note."""
    thing: Any = around.things.get((link.to_kind, link.to_id))
    if thing is None:
        return tr("purpose.result.deleted")
    return str(getattr(thing, "title", "") or getattr(thing, "name", ""))
