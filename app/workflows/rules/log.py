"""The log of rules: what they did, what they ask, and what came of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final

from app.message import Message
from app.store import Store
from app.tasks.today import clocks
from app.workflows.rule import Rule, RuleFiring
from app.workflows.rules.doing import acts
from app.workflows.rules.fired import SEEN, Outcome, of_rule
from app.workflows.rules.marks import read
from app.workflows.rules.saying import said
from app.workflows.rules.taking_back import can_take_back
from app.workflows.rules.waiting import occasion_of, suggestions
from app.workflows.rules.whole import read_all
from app.workflows.rules.world import World

OUTCOME_TEXTS: Final[Mapping[str, str]] = {
    Outcome.ASKED: "workflows.log.asked",
    Outcome.WAITS: "workflows.log.waits",
    Outcome.SKIPPED: "workflows.log.skipped",
    Outcome.REFUSED: "workflows.log.refused",
    Outcome.DISMISSED: "workflows.log.dismissed",
    Outcome.UNDONE: "workflows.log.undone",
}


@dataclass(frozen=True, slots=True)
class LogLine:
    """One line of the log."""

    row: RuleFiring
    at: datetime  # by the clocks of the playbook
    rule: str  # its name
    what: tuple[Message, ...]
    can_undo: bool


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What one rule would do for one thing, if a person lets it."""

    row: RuleFiring
    rule: str  # its name
    title: str  # of the subject
    what: tuple[Message, ...]


def log_lines(store: Store, rule_id: str = "", most: int = 30) -> list[LogLine]:
    """Return the newest lines of the log of a rule, or of all rules."""
    world = World(store)
    names = {rule.id: rule.name for rule in store.of(Rule).all()}
    rows = of_rule(store, rule_id) if rule_id else _of_all(store)
    zone = clocks(world.playbook.zone)
    return [
        LogLine(
            row,
            datetime.fromtimestamp(row.at / 1_000_000, UTC).astimezone(zone),
            names.get(row.rule, "–"),
            _what(store, world, row),
            can_take_back(store, row),
        )
        for row in rows[:most]
    ]


def asked(store: Store, rule_id: str = "") -> list[Suggestion]:
    """Return what a rule, or any rule, suggests."""
    rules, world = {whole.rule.id: whole for whole in read_all(store)}, World(store)
    found = []
    for row in suggestions(store):
        whole, occasion = rules[row.rule], occasion_of(world, row)
        if occasion is not None and rule_id in ("", row.rule):
            does = tuple(action.says(act) for action, act in acts(whole, occasion, occasion.day, world))
            found.append(Suggestion(row, whole.rule.name, world.title(occasion.subject), does))
    return found


def done_since(store: Store, rule_id: str, instant: int) -> int:
    """Return how often a rule acted since an instant."""
    return sum(row.at >= instant and row.outcome == Outcome.DONE for row in of_rule(store, rule_id))


def _of_all(store: Store) -> Sequence[RuleFiring]:
    rows = (row for row in store.of(RuleFiring).all() if row.id != SEEN)
    return sorted(rows, key=lambda row: (row.at, row.id), reverse=True)


def _what(store: Store, world: World, row: RuleFiring) -> tuple[Message, ...]:
    if row.outcome == Outcome.DONE:
        return tuple(said(store, read(mark)) for mark in row.what)
    subject = world.subject(row.of_kind, row.of_id)
    title = world.title(subject) if subject else "–"
    return (Message(OUTCOME_TEXTS.get(row.outcome, "workflows.log.skipped"), (("title", title),)),)
