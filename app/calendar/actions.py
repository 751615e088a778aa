"""What a person can do on the calendar. Screen, command line and automations call the same functions.

Each is one step of undo. A key is (id of the event, original start); a scope says how much of a series is meant.
What changes occurrences returns the keys under which they are found afterwards. Each is imported when it is asked for
first: no start waits for them.
"""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from app.calendar.adding import add_event, add_from_tactic, copy, save_as_tactic
    from app.calendar.editing import delete, edit, set_rule
    from app.calendar.moving import move, move_to, plan_event, resize, to_backlog
    from app.calendar.occurrence import Key
    from app.calendar.plan import Plan
    from app.calendar.shift_after import shift_after

__all__ = [
    "add_event",
    "add_from_tactic",
    "copy",
    "delete",
    "edit",
    "move",
    "move_to",
    "needs_scope",
    "plan_event",
    "resize",
    "save_as_tactic",
    "set_rule",
    "shift_after",
    "to_backlog",
]


_NAMES: Final = {
    "adding": ("add_event", "add_from_tactic", "copy", "save_as_tactic"),
    "editing": ("delete", "edit", "set_rule"),
    "moving": ("move", "move_to", "plan_event", "resize", "to_backlog"),
    "shift_after": ("shift_after",),
}


def __getattr__(name: str) -> Any:
    for module, names in _NAMES.items():
        if name in names:
            return getattr(import_module(f"app.calendar.{module}"), name)
    raise AttributeError(name)


def needs_scope(plan: Plan, keys: Iterable[Key]) -> bool:
    """Return whether it must be asked how much of a series is meant: not for one of which a single one is left."""
    from app.calendar.scoped import left
    from app.calendar.series import Series

    events = {plan.events[event] for event, _ in keys if event in plan.events}
    return any(event.repeats and len(left(Series(event, plan.overrides.get(event.id, {})), 2)) > 1 for event in events)
