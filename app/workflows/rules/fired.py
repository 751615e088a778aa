"""What fired already: rows outside undo, so that nothing fires twice whatever is taken back, done again or reopened."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import suppress
from datetime import date
from enum import StrEnum
from typing import Final

from app.calendar.saving import stamp
from app.store import Store
from app.workflows.rule import Rule, RuleFiring
from app.workflows.rules.happening import Occasion
from app.workflows.rules.world import World

FEW: Final = 20  # of so many occasions each is looked up by itself
SEEN: Final = "seen"  # the row that says up to which day was looked for days that are reached


class Outcome(StrEnum):
    """What came of an occasion."""

    DONE = "done"
    ASKED = "asked"
    WAITS = "waits"  # for a day on which the rule may act
    SKIPPED = "skipped"  # all was so already
    REFUSED = "refused"  # stopped: too deep, or too many
    DISMISSED = "dismissed"  # by a person who was asked
    UNDONE = "undone"  # by a person who looked at the log


def firing(store: Store, rule: Rule, occasion: Occasion, outcome: Outcome, what: Iterable[str] = ()) -> RuleFiring:
    """Return the row of an occasion."""
    subject = occasion.subject
    name = f"{rule.id}|{subject.kind}|{subject.id}|{occasion.name}"
    return RuleFiring(name, rule.id, subject.kind, subject.id, occasion.name, stamp(store), outcome, tuple(what))


def unfired(store: Store, rule: Rule, occasions: Iterable[Occasion]) -> list[Occasion]:
    """Return the occasions on which a rule did not fire yet, each once; one of a subject unless it may fire again."""
    wanted = list(occasions)
    found: dict[str, Occasion] = {}
    names = _names(store, rule.id) if len(wanted) > FEW else None
    for it in wanted:
        subject = it.subject
        if names is not None:
            known = names.get((subject.kind, subject.id), set())
        else:
            rows = store.of(RuleFiring).where(rule=rule.id, of_kind=subject.kind, of_id=subject.id)
            known = {row.occasion for row in rows}
        if not known or (rule.again and it.name not in known):
            found.setdefault("|".join((subject.kind, subject.id, it.name if rule.again else "")), it)
    return list(found.values())


def _names(store: Store, rule: str) -> dict[tuple[str, str], set[str]]:
    """Return the occasions on which a rule fired, by subject."""
    found: dict[tuple[str, str], set[str]] = {}
    for row in store.of(RuleFiring).where(rule=rule):
        found.setdefault((row.of_kind, row.of_id), set()).add(row.occasion)
    return found


def done_on(store: Store, rule: str, day: date, world: World) -> int:
    """Return how often a rule acted on a day."""
    rows = store.of(RuleFiring).where(rule=rule, outcome=Outcome.DONE.value)
    return sum(world.day_of(row.at) == day for row in rows)


def with_outcome(store: Store, outcome: Outcome) -> list[RuleFiring]:
    """Return the rows that something came of, oldest first."""
    rows = store.of(RuleFiring).where(outcome=outcome.value)
    return sorted(rows, key=lambda row: (row.at, row.id))


def of_rule(store: Store, rule: str) -> list[RuleFiring]:
    """Return all rows of a rule, newest first."""
    return sorted(store.of(RuleFiring).where(rule=rule), key=lambda row: (row.at, row.id), reverse=True)


def seen_to(store: Store) -> date | None:
    """Return the last day up to which was looked, or None when nobody did yet."""
    rows: Sequence[RuleFiring] = list(store.of(RuleFiring).some([SEEN]))
    with suppress(ValueError):
        return date.fromisoformat(rows[0].occasion) if rows else None
    return None


def seen_row(store: Store, day: date) -> RuleFiring:
    """Return the row that says up to which day was looked."""
    return RuleFiring(SEEN, "", "", "", day.isoformat(), stamp(store), SEEN)
