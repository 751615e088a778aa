"""A branch goes into the calendar."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from app.funnel.branch import Branch
from app.funnel.funnel_map import BRANCH
from app.message import say
from app.playbook.becoming import make_event
from app.store import Store


def schedule_branches(store: Store, ids: Sequence[str], day: date | None) -> list[str]:
    """Make an event of each branch on a day, or in the backlog, as one step; return their ids."""
    if len(ids) == 1:
        return [schedule_branch(store, ids[0], day)]
    with store.change(say("funnel.step.schedule.many", n=len(ids))):
        return [schedule_branch(store, branch, day) for branch in ids]


def schedule_branch(store: Store, id: str, day: date | None) -> str:
    """Make an event of a branch on a day, or in the backlog, with stage, personas and notes; return its id."""
    branch = store.of(Branch).get(id)
    title = branch.text.partition("\n")[0]
    fields: dict[str, Any] = {"stage": branch.stage, "personas": branch.personas, "notes": branch.notes}
    return make_event(store, [(BRANCH, id)], title, day, **fields)
