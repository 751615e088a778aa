"""A dry run: what a rule would have done in the last days, from what the playbook knows. Nothing is changed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from app.message import Message
from app.store import Store
from app.workflows.rules.doing import acts
from app.workflows.rules.fired import unfired
from app.workflows.rules.happening import Occasion
from app.workflows.rules.matching import remembered
from app.workflows.rules.pacing import LONGEST, allowed
from app.workflows.rules.whole import Whole, read_one
from app.workflows.rules.world import World

DAYS: Final = 30


class Verdict(StrEnum):
    """What a dry run says of one occasion."""

    WOULD = "would"
    LATER = "later"
    EXISTS = "exists"


@dataclass(frozen=True, slots=True)
class Row:
    """One occasion of a dry run."""

    day: date
    acts_on: date  # another day where it would wait
    title: str  # of the subject
    does: tuple[Message, ...]
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Trial:
    """What came of a dry run; newest first."""

    first: date
    last: date
    rows: tuple[Row, ...]

    @property
    def runs(self) -> int:
        """How often it would have acted."""
        return sum(row.verdict is not Verdict.EXISTS for row in self.rows)

    def by_day(self) -> list[int]:
        """Return how often on each day, for a small picture."""
        counted = Counter(row.day for row in self.rows)
        return [counted[self.first + timedelta(days=step)] for step in range((self.last - self.first).days + 1)]


def dry_run(store: Store, rule_id: str, days: int = DAYS) -> Trial:
    """Return what a rule would have done in the days up to today."""
    world, whole = World(store), read_one(store, rule_id)
    found = remembered(whole, world, days)
    rows = list(_rows(whole, found, world))
    rows.reverse()
    return Trial(world.today - timedelta(days=days - 1), world.today, tuple(rows))


def _rows(whole: Whole, found: list[Occasion], world: World) -> Iterator[Row]:
    new = {id(it) for it in unfired(world.store, whole.rule, found)}
    taken: Counter[date] = Counter()
    subjects = set[tuple[str, str]]()
    for it in found:
        subject = it.subject.kind, it.subject.id
        if not whole.rule.again and subject in subjects:
            continue
        subjects.add(subject)
        on = _free(whole, it.day, taken, world)
        said = tuple(action.says(act) for action, act in acts(whole, it, on, world))
        idle = id(it) not in new or all(action.needless(act) for action, act in acts(whole, it, on, world))
        verdict = Verdict.EXISTS if idle else Verdict.LATER if on != it.day else Verdict.WOULD
        if not idle:
            taken[on] += 1
        yield Row(it.day, on, world.title(it.subject), said, verdict)


def _free(whole: Whole, day: date, taken: Counter[date], world: World) -> date:
    """Return the first day from one on that is not quiet and on which the rule did not act as often as it may."""
    on = allowed(day, whole.rule.quiet, world)
    for _ in range(LONGEST):
        if not whole.rule.most or taken[on] < whole.rule.most:
            return on
        on = allowed(on + timedelta(days=1), whole.rule.quiet, world)
    return on
