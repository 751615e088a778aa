"""Writes rules: adds, words, switches and deletes them. Each function is one step of undo.

A rule that is on and says something else now is switched off in the same step: its new words were never dry-run.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any, Final

from app.calendar.saving import stamp
from app.errors import KnownError
from app.message import Message, say
from app.playbook.order import UNPLACED, save_order
from app.store import Store
from app.tasks.columns import ready
from app.workflows.rule import ClauseKind, Rule, RuleClause
from app.workflows.rules.actions import ACTIONS, Action
from app.workflows.rules.conditions import CONDITIONS, Condition
from app.workflows.rules.shapes import Token
from app.workflows.rules.triggers import TRIGGERS
from app.workflows.rules.whole import Whole, read_one

SETTING_TEXTS: Final[Mapping[str, str]] = {
    "firing": "workflows.step.firing",
    "most": "workflows.step.most",
    "again": "workflows.step.again",
    "quiet": "workflows.step.quiet",
}


def add_rule(store: Store, rule: Rule, clauses: Iterable[RuleClause] = ()) -> str:
    """Add a rule with its clauses at the end, switched off and not tried; return its id."""
    with store.change(say("workflows.step.add", rule=rule.name)):
        ready(store)  # columns are chosen among before anybody looked at tasks
        others = sorted(store.of(Rule).all(), key=lambda it: (it.position, it.id))
        new = replace(rule, id=store.new_id(), since=0, tried="", position=UNPLACED)
        save_order(store, [*others, new])
        store.of(RuleClause).save([replace(it, id=store.new_id(), rule=new.id) for it in clauses])
    return new.id


def begin_rule(store: Store, name: str) -> str:
    """Add a rule to begin with: when a task is created, create a task; return its id."""
    first = RuleClause("", "", ClauseKind.ACTION, "create_task", begun(ACTIONS["create_task"].tokens))
    return add_rule(store, Rule("", name, "task_created"), [first])


def duplicate(store: Store, rule_id: str, name: str) -> str:
    """Add a copy of a rule under another name; return its id."""
    whole = read_one(store, rule_id)
    return add_rule(store, replace(whole.rule, name=name, key=""), [*whole.conditions, *whole.actions])


def rename(store: Store, rule_id: str, name: str) -> None:
    """Name a rule; typing folds into one step of undo."""
    rule = store.of(Rule).get(rule_id)
    with store.change(say("workflows.step.rename", rule=name), merge=f"edit:{rule_id}:name"):
        store.of(Rule).save([replace(rule, name=name)])


def edit(store: Store, rule_id: str, **fields: Any) -> None:
    """Say how a rule acts: `firing`, `most`, `again`, `quiet`."""
    rule = store.of(Rule).get(rule_id)
    with store.change(Message(SETTING_TEXTS[next(iter(fields))], (("rule", rule.name),))):
        store.of(Rule).save([replace(rule, **fields)])


def set_trigger(store: Store, rule_id: str, trigger: str) -> None:
    """Let a rule begin otherwise; clauses that cannot be said of what it is about now are left out."""
    whole = read_one(store, rule_id)
    of = TRIGGERS[trigger].of
    with store.change(say("workflows.step.trigger", rule=whole.rule.name)):
        clauses = (*whole.conditions, *whole.actions)
        gone = [it.id for it in clauses if (known := entry_of(it)) is None or of not in known.of]
        store.of(RuleClause).delete(gone)
        _say(store, replace(whole.rule, trigger=trigger, values=begun(TRIGGERS[trigger].tokens)))


def set_value(store: Store, rule_id: str, name: str, value: str) -> None:
    """Fill a place in the beginning of a rule."""
    rule = store.of(Rule).get(rule_id)
    with store.change(say("workflows.step.trigger", rule=rule.name), merge=f"edit:{rule_id}:{name}"):
        _say(store, replace(rule, values=_with(rule.values, name, value)))


def add_clause(store: Store, rule_id: str, kind: ClauseKind, what: str) -> str:
    """Add a condition or an action at the end of its kind; return its id."""
    rule = store.of(Rule).get(rule_id)
    with store.change(_named(kind, rule)):
        position = max((it.position for it in store.of(RuleClause).where(rule=rule_id)), default=-1) + 1
        values = begun(_entry(kind, what).tokens)
        new = RuleClause(store.new_id(), rule_id, kind, what, values, position)
        store.of(RuleClause).save([new])
        _say(store, rule)
    return new.id


def set_clause(store: Store, clause_id: str, what: str) -> None:
    """Make another condition or action of a clause; what both want to know stays."""
    clause = store.of(RuleClause).get(clause_id)
    rule = store.of(Rule).get(clause.rule)
    with store.change(_named(clause.kind, rule)):
        old, tokens = entry_of(clause), _entry(clause.kind, what).tokens
        kept = {it.name for it in tokens if old and it in old.tokens}
        values = dict(begun(tokens)) | {name: value for name, value in clause.values if name in kept}
        store.of(RuleClause).save([replace(clause, what=what, values=tuple(values.items()))])
        _say(store, rule)


def set_clause_value(store: Store, clause_id: str, name: str, value: str) -> None:
    """Fill a place in a clause; typing folds into one step of undo."""
    clause = store.of(RuleClause).get(clause_id)
    rule = store.of(Rule).get(clause.rule)
    with store.change(_named(clause.kind, rule), merge=f"edit:{clause_id}:{name}"):
        store.of(RuleClause).save([replace(clause, values=_with(clause.values, name, value))])
        _say(store, rule)


def remove_clause(store: Store, clause_id: str) -> None:
    """Take a condition or an action out of its rule."""
    clause = store.of(RuleClause).get(clause_id)
    rule = store.of(Rule).get(clause.rule)
    with store.change(_named(clause.kind, rule)):
        store.of(RuleClause).delete([clause_id])
        _say(store, rule)


def keep_tried(store: Store, rule_id: str) -> None:
    """Remember that a dry run ran the present words of a rule."""
    whole = read_one(store, rule_id)
    if not whole.tried:
        with store.change(say("workflows.step.try", rule=whole.rule.name)):
            store.of(Rule).save([replace(whole.rule, tried=whole.words)])


def switch(store: Store, rule_id: str, *, on: bool) -> None:
    """Switch a rule on or off; one that is not complete, or not dry-run as it is now, cannot be switched on."""
    whole = read_one(store, rule_id)
    if on and lacks(whole):
        raise KnownError(say("workflows.error.lacks", rule=whole.rule.name), say("workflows.error.lacks.do"))
    if on and not whole.tried:
        raise KnownError(say("workflows.error.untried", rule=whole.rule.name), say("workflows.error.untried.do"))
    with store.change(say("workflows.step.on" if on else "workflows.step.off", rule=whole.rule.name)):
        store.of(Rule).save([replace(whole.rule, since=stamp(store) if on else 0)])


def delete(store: Store, rule_id: str) -> None:
    """Delete a rule; what it did stays."""
    rule = store.of(Rule).get(rule_id)
    with store.change(say("workflows.step.delete", rule=rule.name)):
        store.of(Rule).delete([rule_id])
        save_order(store, sorted(store.of(Rule).all(), key=lambda it: (it.position, it.id)))


def lacks(whole: Whole) -> bool:
    """Return whether a rule does nothing, says what nobody knows, or a place in it is not filled."""
    clauses = (*whole.conditions, *whole.actions)
    said = [(TRIGGERS.get(whole.rule.trigger), whole.rule.values), *((entry_of(it), it.values) for it in clauses)]
    return not whole.actions or any(entry is None or _gaps(entry.tokens, dict(values)) for entry, values in said)


def entry_of(clause: RuleClause) -> Condition | Action | None:
    """Return what a clause says; None for one that a later version of the program wrote."""
    known: Mapping[str, Condition | Action] = CONDITIONS if clause.kind is ClauseKind.CONDITION else ACTIONS
    return known.get(clause.what)


def begun(tokens: Sequence[Token]) -> tuple[tuple[str, str], ...]:
    """Return the values that tokens begin with."""
    return tuple((token.name, token.value) for token in tokens)


def _gaps(tokens: Sequence[Token], values: Mapping[str, str]) -> bool:
    return any(not token.any and not values.get(token.name, token.value).strip() for token in tokens)


def _entry(kind: ClauseKind, what: str) -> Condition | Action:
    return CONDITIONS[what] if kind is ClauseKind.CONDITION else ACTIONS[what]


def _with(values: tuple[tuple[str, str], ...], name: str, value: str) -> tuple[tuple[str, str], ...]:
    return tuple((dict(values) | {name: value}).items())


def _say(store: Store, rule: Rule) -> None:
    """Save a rule, off when its words are not those of its dry run; inside a change."""
    store.of(Rule).save([rule])
    whole = read_one(store, rule.id)
    if whole.on and not whole.tried:
        store.of(Rule).save([replace(rule, since=0)])


def _named(kind: ClauseKind, rule: Rule) -> Message:
    text = "workflows.step.condition" if kind is ClauseKind.CONDITION else "workflows.step.action"
    return Message(text, (("rule", rule.name),))
