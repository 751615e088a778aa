"""A rule with its clauses, and its words: what a dry run is good for."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass

from app.store import Store
from app.workflows.rule import ClauseKind, Rule, RuleClause


@dataclass(frozen=True, slots=True)
class Whole:
    """One rule with all that belongs to it, in order."""

    rule: Rule
    conditions: tuple[RuleClause, ...] = ()
    actions: tuple[RuleClause, ...] = ()

    @property
    def on(self) -> bool:
        """Whether it acts."""
        return self.rule.since > 0

    @property
    def words(self) -> str:
        """What it says: a rule that says something else is another rule."""
        clauses = [(it.kind.value, it.what, sorted(it.values)) for it in (*self.conditions, *self.actions)]
        return json.dumps([self.rule.trigger, sorted(self.rule.values), clauses], ensure_ascii=False)

    @property
    def tried(self) -> bool:
        """Whether a dry run ran these very words."""
        return self.rule.tried == self.words


def read_all(store: Store) -> list[Whole]:
    """Return the rules of a playbook in order."""
    clauses: dict[str, list[RuleClause]] = {}
    for clause in store.of(RuleClause).all():
        clauses.setdefault(clause.rule, []).append(clause)
    rules = sorted(store.of(Rule).all(), key=lambda rule: (rule.position, rule.id))
    return [_whole(rule, clauses.get(rule.id, ())) for rule in rules]


def read_one(store: Store, rule_id: str) -> Whole:
    """Return one rule; Gone when it is not there."""
    return _whole(store.of(Rule).get(rule_id), store.of(RuleClause).where(rule=rule_id))


def _whole(rule: Rule, clauses: Iterable[RuleClause]) -> Whole:
    order = sorted(clauses, key=lambda it: (it.position, it.id))
    conditions = tuple(it for it in order if it.kind is ClauseKind.CONDITION)
    return Whole(rule, conditions, tuple(it for it in order if it.kind is ClauseKind.ACTION))
