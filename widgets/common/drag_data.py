"""What is dragged from one place to another: tactics, waiting events, branches, planned events, tasks."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QMimeData

if TYPE_CHECKING:
    from app.calendar.occurrence import Key

TACTIC_MIME: Final = "application/x-sedyanka-tactic"
EVENT_MIME: Final = "application/x-sedyanka-event"
BRANCH_MIME: Final = "application/x-sedyanka-branch"
KEYS_MIME: Final = "application/x-sedyanka-occurrences"
TASKS_MIME: Final = "application/x-sedyanka-tasks"
KINDS: Final = {TACTIC_MIME: "tactic", EVENT_MIME: "event", BRANCH_MIME: "branch"}


def drag_data(mime: str, id: str) -> QMimeData:
    """Return the drag data of one tactic, one waiting event or one branch."""
    data = QMimeData()
    data.setData(mime, id.encode())
    return data


def dragged(data: QMimeData) -> tuple[str, str] | None:
    """Return ("tactic", "event" or "branch", id) of what is dragged, or None when it is something else."""
    for mime, kind in KINDS.items():
        if data.hasFormat(mime):
            return kind, bytes(data.data(mime).data()).decode()
    return None


def keys_data(keys: Iterable[Key]) -> QMimeData:
    """Return the drag data of planned events, the one that is held first."""
    data = QMimeData()
    data.setData(KEYS_MIME, json.dumps(list(keys)).encode())
    return data


def dragged_keys(data: QMimeData) -> list[Key]:
    """Return the planned events that are dragged, none when it is something else."""
    if not data.hasFormat(KEYS_MIME):
        return []
    return [(str(event), str(original)) for event, original in json.loads(bytes(data.data(KEYS_MIME).data()))]


def tasks_data(ids: Iterable[str]) -> QMimeData:
    """Return the drag data of tasks, the one that is held first."""
    data = QMimeData()
    data.setData(TASKS_MIME, json.dumps(list(ids)).encode())
    return data


def dragged_tasks(data: QMimeData) -> list[str]:
    """Return the tasks that are dragged, none when it is something else."""
    return list(map(str, json.loads(bytes(data.data(TASKS_MIME).data())))) if data.hasFormat(TASKS_MIME) else []
