"""Runs the rules of a playbook: right after a change, and over the days that passed.

What was taken back or done again is looked at and never acted on. What rules do themselves is a change as well: what
follows from it is one deeper.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final, Protocol

from app.errors import Gone, KnownError
from app.message import Message, say
from app.store import Changes, Store
from app.workflows.rule import Firing, Rule, RuleClause, RuleFiring
from app.workflows.rules.doing import TooMuchError, perform
from app.workflows.rules.fired import Outcome, done_on, firing, seen_row, seen_to, unfired, with_outcome
from app.workflows.rules.happening import Difference, Occasion
from app.workflows.rules.matching import happened, holds, reached
from app.workflows.rules.pacing import ASKS_FROM, DEEPEST, Budget, allowed, is_quiet
from app.workflows.rules.saying import done_message
from app.workflows.rules.triggers import TRIGGERS
from app.workflows.rules.waiting import for_day, occasion_of
from app.workflows.rules.whole import Whole, read_all
from app.workflows.rules.world import World

ADDS_ROWS: Final = say("workflows.step.memory")  # a change outside undo: it leaves no step


class Port(Protocol):
    """What a runner asks of whoever runs it."""

    def wake(self) -> None:
        """Call `work` soon, when nothing is being painted."""

    def tell(self, what: Message) -> None:
        """Say what a rule did; its step can be taken back."""

    def asks(self) -> None:
        """Something waits for an answer."""

    def fail(self, error: KnownError) -> None:
        """Say that rules were stopped, or that one could not do what it should."""


@dataclass(frozen=True, slots=True)
class Due:
    """One occasion on which a rule acts, as if on a day."""

    whole: Whole
    occasion: Occasion
    day: date


@dataclass(frozen=True, slots=True)
class _Heard:
    differences: list[Difference]
    new: frozenset[str]  # rules that were switched on
    depth: int


class Runner:
    """Knows the world as it was seen last, and the rules."""

    def __init__(self, store: Store, port: Port) -> None:
        self.store, self.port = store, port
        self.world = World(store)
        self._rules: list[Whole] = []
        self._waiting: deque[_Heard] = deque()
        self._depth = 0  # of what is being done just now
        self._budget = Budget()
        self._read_rules()
        self._end = store.subscribe(self.hear)

    def close(self) -> None:
        """Listen no more."""
        self._end()

    def hear(self, changes: Changes) -> None:
        """Note how things differ now; what was taken back or done again is seen and no more."""
        differences = self.world.take(changes, self._watched())
        before = {whole.rule.id for whole in self._rules}
        if Rule in changes or RuleClause in changes:
            self._read_rules()
        new = frozenset(whole.rule.id for whole in self._rules) - before
        if (differences or new) and not self.store.telling_again:
            self._waiting.append(_Heard(differences, new, self._depth + 1))
            self.port.wake()

    def work(self) -> None:
        """Let the rules act on what changed since they did last."""
        self.world.turn()
        while self._waiting:
            heard = self._waiting.popleft()
            found = [Due(it, one, one.day) for it in self._rules for one in happened(it, heard.differences, self.world)]
            today = self.world.today, self.world.today
            new = (whole for whole in self._rules if whole.rule.id in heard.new)
            found += [Due(it, one, one.day) for it in new for one in reached(it, self.world, today)]
            self._act(found, heard.depth)

    def look(self) -> None:
        """Act on the days that were reached since somebody looked last, and on what waited for today."""
        self.world.turn()
        last, today = seen_to(self.store), self.world.today
        if (last is not None and last >= today) or not self.store.of(Rule).count():
            return
        found = []
        for whole in self._rules:
            since = self.world.day_of(whole.rule.since)
            first = since if last is None else max(since, last + timedelta(days=1))
            found += [Due(whole, one, one.day) for one in reached(whole, self.world, (first, today))]
        self._act(found, 1, self._waited())
        self._save([seen_row(self.store, today)])
        self.work()

    def _read_rules(self) -> None:
        """Know the rules that are on, and the things that they watch as they are before the next change."""
        self._rules = [whole for whole in read_all(self.store) if whole.on]
        for kind in self._watched():
            self.world.of(kind)

    def _watched(self) -> set[type]:
        known = (TRIGGERS.get(whole.rule.trigger) for whole in self._rules)
        return {kind for trigger in known if trigger for kind in trigger.watches}

    def _waited(self) -> list[Due]:
        """Return what waited for a day on which its rule may act; what does not hold any more is given up."""
        rules = {whole.rule.id: whole for whole in self._rules}
        found, over = list[Due](), list[RuleFiring]()
        for row in with_outcome(self.store, Outcome.WAITS):
            whole, occasion = rules.get(row.rule), occasion_of(self.world, row)
            if whole and occasion and holds(whole, occasion, self.world):
                found.append(Due(whole, occasion, self.world.today))
            else:
                over.append(replace(row, outcome=Outcome.SKIPPED, what=()))
        self._save(over)
        return found

    def _act(self, found: Sequence[Due], depth: int, waited: Sequence[Due] = ()) -> None:
        """Let rules act on what they did not act on yet: each in a step of its own named after it."""
        by_rule: dict[str, list[Due]] = {}
        for due in found:
            by_rule.setdefault(due.whole.rule.id, []).append(due)
        for rule, dues in by_rule.items():
            new = {id(it) for it in unfired(self.store, dues[0].whole.rule, (due.occasion for due in dues))}
            by_rule[rule] = [due for due in dues if id(due.occasion) in new]
        for due in reversed(waited):
            by_rule.setdefault(due.whole.rule.id, []).insert(0, due)
        many = sum(map(len, by_rule.values())) >= ASKS_FROM
        for dues in filter(None, by_rule.values()):
            self._act_by(dues[0].whole, dues, depth, ask=many)

    def _act_by(self, whole: Whole, dues: Sequence[Due], depth: int, *, ask: bool) -> None:
        if depth > DEEPEST:
            self._write(dues, Outcome.REFUSED)
            what = say("workflows.stopped.deep", rule=whole.rule.name, n=DEEPEST)
            self.port.fail(KnownError(what, say("workflows.stopped.do")))
        elif ask or whole.rule.firing is Firing.ASK:
            self._write(dues, Outcome.ASKED)
            self.port.asks()
        else:
            self._do(whole, self._now(whole, dues), depth)

    def _now(self, whole: Whole, dues: Sequence[Due]) -> list[Due]:
        """Return what a rule may act on today; the others wait."""
        rule, today = whole.rule, self.world.today
        left = rule.most - done_on(self.store, rule.id, today, self.world) if rule.most else len(dues)
        now, later = list[Due](), list[Due]()
        still = is_quiet(today, rule.quiet, self.world)
        for due in dues:
            day = allowed(due.day, rule.quiet, self.world)
            if still or day > today or len(now) >= left:
                later.append(due)
            else:
                now.append(Due(whole, due.occasion, day))
        self._write(later, Outcome.WAITS)
        return now

    def _do(self, whole: Whole, dues: Sequence[Due], depth: int) -> None:
        if not dues:
            return
        rows: list[RuleFiring] = []
        before, self._depth = self._depth, depth
        stopped: KnownError | None = None
        try:
            with self.store.change(say("workflows.step.rule", rule=whole.rule.name)):
                stopped = self._do_all(whole, dues, rows)
                self.store.of(RuleFiring).save(rows)
        except KnownError as error:
            self._write(dues, Outcome.REFUSED)
            self.port.fail(error)
            return
        finally:
            self._depth = before
        if stopped is not None:
            self.port.fail(stopped)
        done = [row for row in rows if row.outcome == Outcome.DONE]
        if done and whole.rule.firing is Firing.TELL:
            self.port.tell(done_message(self.store, whole.rule, done))

    def _do_all(self, whole: Whole, dues: Sequence[Due], rows: list[RuleFiring]) -> KnownError | None:
        """Do what a rule says on each occasion; what is beyond the limit is refused and never tried again."""
        stopped: KnownError | None = None
        for due in dues:
            outcome, marks = Outcome.REFUSED, list[str]()
            with suppress(Gone):  # what was there when it happened may be gone by now
                try:
                    if stopped is None:
                        with self.store.change(ADDS_ROWS):  # all of an occasion or nothing
                            outcome, marks = perform(whole, due.occasion, due.day, self.world, self._within)
                except TooMuchError as error:
                    stopped = error
            rows.append(firing(self.store, whole.rule, due.occasion, outcome, marks))
        return stopped

    def _within(self) -> bool:
        return self._budget.take(self.store.now())

    def _write(self, dues: Iterable[Due], outcome: Outcome) -> None:
        rows = (firing(self.store, due.whole.rule, due.occasion, outcome, for_day(due.day)) for due in dues)
        self._save(list(rows))

    def _save(self, rows: Sequence[RuleFiring]) -> None:
        if rows:
            with self.store.change(ADDS_ROWS):
                self.store.of(RuleFiring).save(rows)
