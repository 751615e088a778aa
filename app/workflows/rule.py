"""Rules: when something happens, and something holds, do something."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Firing(StrEnum):
    """How a rule acts."""

    ASK = "ask"  # a suggestion on Home
    TELL = "tell"  # it acts, and says so
    QUIET = "quiet"  # it acts; only the log says so


class ClauseKind(StrEnum):
    """What a clause of a rule is."""

    CONDITION = "condition"
    ACTION = "action"


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: its trigger, and how it acts."""

    id: str
    name: str
    trigger: str  # a key of `triggers`
    values: tuple[tuple[str, str], ...] = ()  # what the trigger wants to know more
    firing: Firing = Firing.TELL
    since: int = 0  # UTC microseconds when it was switched on; 0 = off
    most: int = 0  # times a day; 0 = as often as it comes
    again: bool = False  # whether it may fire more than once for the same thing
    quiet: tuple[str, ...] = ()  # "weekend", "holiday": what falls there waits for the next day
    tried: str = ""  # what the last dry run ran: the words of the rule; changed ones need a new one
    position: int = 0
    key: str = ""  # of the ready rule that it was copied from


@dataclass(frozen=True, slots=True)
class RuleClause:
    """One condition or one action of a rule."""

    id: str
    rule: str
    kind: ClauseKind
    what: str  # a key of `conditions` or `actions`
    values: tuple[tuple[str, str], ...] = ()
    position: int = 0


@dataclass(frozen=True, slots=True)
class RuleFiring:
    """What a rule did, once for a thing and an occasion; kept outside undo, so that nothing fires twice."""

    id: str  # rule, thing and occasion in one
    rule: str
    of_kind: str
    of_id: str
    occasion: str  # such as the due day that was reached
    at: int  # UTC microseconds
    outcome: str  # "done", "asked", "skipped", "refused", "dismissed"
    what: tuple[str, ...] = ()  # what was made or changed, as "kind:id"
