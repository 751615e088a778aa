"""What each answer to "only this, this and following, all?" would move, before anything moves."""

from __future__ import annotations

from dataclasses import dataclass

from app.calendar.event import Scope
from app.calendar.occurrence import Key
from app.calendar.plan import Plan
from app.message import Message, say


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer: what moves, which dates, and what speaks against it."""

    title: Message
    detail: Message
    warning: Message | None = None


def preview(plan: Plan, key: Key, days: int = 0) -> dict[Scope, Choice]:
    """Return what each scope would do with a move of an occurrence by some days."""
    return {
        Scope.ONLY_THIS: Choice(say("preview.only"), say("preview.none")),
        Scope.FOLLOWING: Choice(say("preview.following"), say("preview.none")),
        Scope.ALL: Choice(say("preview.all"), say("preview.none")),
    }
