"""What brings a person to a stage, as it can be counted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from app.message import Message, say

ACTIVITY_TEXTS: Final[Mapping[str, str]] = {
    "any": "funnel.rule.any",
    "post": "funnel.rule.post",
    "reply": "funnel.rule.reply",
    "reaction": "funnel.rule.reaction",
    "message": "funnel.rule.message",
    "visit": "funnel.rule.visit",
}
MOST: Final = 9999


@dataclass(frozen=True, slots=True)
class EntryRule:
    """So many deeds and attendances within so many days, by somebody in a state; what is 0 or "" is not asked."""

    activity: str = "any"  # a key of ACTIVITY_TEXTS
    count: int = 0
    attendance: int = 0
    state: str = ""
    days: int = 0

    def __bool__(self) -> bool:
        return bool(self.count or self.attendance or self.state)


def read_rule(kept: tuple[tuple[str, str], ...]) -> EntryRule:
    """Return the rule that a stage keeps; what is not understood is not asked."""
    said = dict(kept)
    activity = said.get("activity", "any")
    return EntryRule(
        activity if activity in ACTIVITY_TEXTS else "any",
        _number(said.get("count", "")),
        _number(said.get("attendance", "")),
        said.get("state", ""),
        _number(said.get("days", "")),
    )


def kept_rule(rule: EntryRule) -> tuple[tuple[str, str], ...]:
    """Return a rule as a stage keeps it; only what is asked."""
    said = {
        "activity": rule.activity if rule.count else "",
        "count": str(rule.count or ""),
        "attendance": str(rule.attendance or ""),
        "state": rule.state,
        "days": str(rule.days or "") if rule.count or rule.attendance else "",
    }
    return tuple((name, value) for name, value in said.items() if value)


def described(rule: EntryRule) -> Message:
    """Return a rule in words."""
    clauses = []
    if rule.count:
        clauses.append(Message(ACTIVITY_TEXTS[rule.activity], (("n", rule.count),)))
    if rule.attendance:
        clauses.append(say("funnel.rule.attendance", n=rule.attendance))
    if clauses and rule.days:
        clauses = [say("funnel.rule.within", what=_both(clauses), n=rule.days)]
    if rule.state:
        clauses.append(say("funnel.rule.state", state=rule.state))
    return _both(clauses) if clauses else say("funnel.rule.none")


def _both(clauses: list[Message]) -> Message:
    if len(clauses) == 1:
        return clauses[0]
    return say("funnel.rule.both", first=clauses[0], second=clauses[1])


def _number(text: str) -> int:
    return min(int(text), MOST) if text.isascii() and text.isdigit() and len(text) <= len(str(MOST)) else 0
