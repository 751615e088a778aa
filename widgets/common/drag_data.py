"""What is dragged from one place to another: tactics, ideas, waiting events, branches, planned events, tasks."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QMimeData

if TYPE_CHECKING:
    from app.calendar.occurrence import Key

TACTIC_MIME: Final = "application/x-sedyanka-tactic"
EVENT_MIME: Final = "application/x-sedyanka-event"
IDEA_MIME: Final = "application/x-sedyanka-idea"
BRANCHES_MIME: Final = "application/x-sedyanka-branches"
KEYS_MIME: Final = "application/x-sedyanka-occurrences"
TASKS_MIME: Final = "application/x-sedyanka-tasks"
KINDS: Final = {TACTIC_MIME: "tactic", EVENT_MIME: "event", IDEA_MIME: "idea"}


def drag_data(mime: str, id: str) -> QMimeData:
    """Return the drag data of one tactic, one idea or one waiting event."""
    data = QMimeData()
    data.setData(mime, id.encode())
    return data


def dragged(data: QMimeData) -> tuple[str, str] | None:
    """Return ("tactic", "event" or "idea", id) of what is dragged, or None when it is something else."""
    for mime, kind in KINDS.items():
        if data.hasFormat(mime):
            return kind, bytes(data.data(mime).data()).decode()
    return None


def idea_of(tactic: str, personas: Iterable[str], cards: Iterable[str]) -> str:
    """Return an idea as the id that is dragged: a tactic, for whom, and what said of them it answers."""
    return json.dumps([tactic, list(personas), list(cards)])


def read_idea(id: str) -> tuple[str, list[str], list[str]]:
    """Return the tactic, the personas and the cards of an idea."""
    tactic, personas, cards = json.loads(id)
    return tactic, personas, cards


def keys_data(keys: Iterable[Key]) -> QMimeData:
    """Return the drag data of planned events, the one that is held first."""
    return _listed(KEYS_MIME, list(keys))


def dragged_keys(data: QMimeData) -> list[Key]:
    """Return the planned events that are dragged, none when it is something else."""
    return [(str(event), str(original)) for event, original in _list_of(KEYS_MIME, data)]


def tasks_data(ids: Iterable[str]) -> QMimeData:
    """Return the drag data of tasks, the one that is held first."""
    return _listed(TASKS_MIME, list(ids))


def dragged_tasks(data: QMimeData) -> list[str]:
    """Return the tasks that are dragged, none when it is something else."""
    return list(map(str, _list_of(TASKS_MIME, data)))


def branches_data(ids: Iterable[str]) -> QMimeData:
    """Return the drag data of branches of the funnel."""
    return _listed(BRANCHES_MIME, list(ids))


def dragged_branches(data: QMimeData) -> list[str]:
    """Return the branches that are dragged, none when it is something else."""
    return list(map(str, _list_of(BRANCHES_MIME, data)))


def _listed(mime: str, things: list[Any]) -> QMimeData:
    data = QMimeData()
    data.setData(mime, json.dumps(things).encode())
    return data


def _list_of(mime: str, data: QMimeData) -> list[Any]:
    return list(json.loads(bytes(data.data(mime).data()))) if data.hasFormat(mime) else []
