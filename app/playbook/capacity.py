"""How many hours a week has."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from app.message import say
from app.playbook.playbook import PLAYBOOK_ID, Playbook, WeekCapacity
from app.store import Store


def set_capacity(store: Store, hours: float) -> None:
    """Give every usual week its hours."""
    playbook = store.of(Playbook).get(PLAYBOOK_ID)
    with store.change(say("step.capacity", hours=hours)):
        store.of(Playbook).save([replace(playbook, capacity=hours)])


def set_week_capacity(store: Store, week: date, hours: float | None) -> None:
    """Give one week hours of its own, or the usual ones again."""
    weeks = store.of(WeekCapacity)
    known = list(weeks.where(week=week))
    with store.change(say("step.capacity.week", day=week)):
        if hours is None:
            weeks.delete(it.id for it in known)
        else:
            weeks.save([WeekCapacity(known[0].id if known else store.new_id(), week, hours)])
