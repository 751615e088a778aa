"""On which day a message is due, and whom it is meant for just then."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Final

from app.members.member import Member, MemberState
from app.workflows.enrolment import Enrolment
from app.workflows.sequence import Sequence, SequenceStep, Weekend

SATURDAY: Final = 5
STATE: Final = "state"  # is in this state
BEFORE: Final = "state_before"  # has not come to this state yet
TAG: Final = "tag"
NO_TAG: Final = "no_tag"
PERSONA: Final = "persona"
CONDITIONS: Final = (STATE, BEFORE, TAG, NO_TAG, PERSONA)


def in_order(steps: Iterable[SequenceStep]) -> list[SequenceStep]:
    """Return steps as they come: by day, on one day by position."""
    return sorted(steps, key=lambda step: (step.day, step.position, step.id))


def due_day(start: date, day: int, weekend: Weekend) -> date:
    """Return the day of a message: so many days after the start, moved off a weekend when that is wished."""
    due = start + timedelta(days=day)
    if due.weekday() < SATURDAY or weekend is Weekend.STAYS:
        return due
    if weekend is Weekend.FRIDAY:
        return due - timedelta(days=due.weekday() - SATURDAY + 1)
    return due + timedelta(days=7 - due.weekday())


def next_start(run: Enrolment, sequence: Sequence, today: date) -> date:
    """Return when a loop begins again: its rhythm goes on from its first start, rounds that were missed fall out."""
    rounds = max(1, -((run.start - today).days // sequence.every))
    return run.start + timedelta(days=sequence.every * rounds)


def holds(step: SequenceStep, member: Member | None, states: Mapping[str, MemberState]) -> bool:
    """Return whether a message is meant for somebody as they are now; without a member nothing speaks against it."""
    if member is None:
        return True
    return all(_holds(what, value, member, states) for what, value in step.condition)


def is_over(sequence: Sequence, member: Member | None, states: Mapping[str, MemberState]) -> bool:
    """Return whether a sequence has done its work for somebody: they are in its last state, or beyond it."""
    if member is None:
        return False
    if member.left is not None:
        return True
    end, now = states.get(sequence.ends), states.get(member.state)
    return end is not None and now is not None and now.position >= end.position


def _holds(what: str, value: str, member: Member, states: Mapping[str, MemberState]) -> bool:
    match what:
        case "state":
            return member.state == value
        case "state_before":
            goal, now = states.get(value), states.get(member.state)
            return goal is None or now is None or now.position < goal.position
        case "tag":
            return value in member.tags
        case "no_tag":
            return value not in member.tags
        case "persona":
            return member.persona == value
    return True
