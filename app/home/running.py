"""How much runs by itself: sequences, who is on the way through them, messages that are late, and rules."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from app.store import Store
from app.workflows.enrolment import Delivery, Enrolment, Sending, Way
from app.workflows.rule import Rule
from app.workflows.sequence import Sequence

KINDS: Final[tuple[type[Any], ...]] = (Sequence, Enrolment, Delivery, Rule)


@dataclass(frozen=True, slots=True)
class Running:
    """Counted, not held: home shows no more of it."""

    sequences: int = 0
    on_way: int = 0  # runs
    late: int = 0  # messages whose day is past
    rules: int = 0  # that are switched on


def running(store: Store, today: date) -> Running:
    """Count what runs on a day."""
    active = {it.id for it in store.of(Enrolment).where(way=Way.ACTIVE)}
    waiting = store.of(Delivery).where(sending=Sending.WAITING)
    late = sum(it.due < today and it.enrolment in active for it in waiting)
    rules = sum(bool(it.since) for it in store.of(Rule).all())
    return Running(store.of(Sequence).count(), len(active), late, rules)
