"""What a table is called for a person."""

from __future__ import annotations

from typing import Final

from app.message import Message

KIND_TEXTS: Final = {
    "playbook": "storage.kind.playbook",
    "event": "storage.kind.event",
    "override": "storage.kind.override",
    "checklist_step": "storage.kind.checklist_step",
    "kind": "storage.kind.kind",
    "channel": "storage.kind.channel",
    "program": "storage.kind.program",
    "person": "storage.kind.person",
    "persona": "storage.kind.persona",
    "stage": "storage.kind.stage",
    "kpi": "storage.kind.kpi",
    "tactic": "storage.kind.tactic",
    "saved_filter": "storage.kind.saved_filter",
    "week_capacity": "storage.kind.week_capacity",
    "link": "storage.kind.link",
    "purpose": "storage.kind.purpose",
    "reading": "storage.kind.reading",
    "board": "storage.kind.board",
    "note": "storage.kind.note",
    "connector": "storage.kind.connector",
    "grid_line": "storage.kind.grid_line",
    "branch": "storage.kind.branch",
    "cross_link": "storage.kind.cross_link",
    "task_column": "storage.kind.task_column",
    "task": "storage.kind.task",
    "task_step": "storage.kind.task_step",
    "own_field": "storage.kind.own_field",
}


def named(table: str) -> Message | str:
    """Return the word for what a table holds; a name that is none of ours stays as it is."""
    return Message(KIND_TEXTS[table]) if table in KIND_TEXTS else table[:40]
