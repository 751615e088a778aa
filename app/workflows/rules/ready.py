"""Rules that come with the program: off until somebody chooses them, copied and never translated again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from app.message import say
from app.store import Store
from app.tasks.columns import ready as columns_ready
from app.tasks.task import Column
from app.workflows.rule import ClauseKind, Firing, Rule, RuleClause
from app.workflows.rules.actions import ACTIONS, Action
from app.workflows.rules.conditions import CONDITIONS, Condition
from app.workflows.rules.editing import add_rule, begun
from app.workflows.rules.shapes import NAMED, Shape, Token
from app.workflows.rules.triggers import TRIGGERS

Raw = Mapping[str, Any]
KEY: Final = "key:"  # before what names a thing by the key of what it was copied from


@dataclass(frozen=True, slots=True)
class Ready:
    """One rule that can be copied into a playbook."""

    key: str
    name: str
    about: str  # what it is good for, in one sentence
    rule: Rule
    clauses: tuple[RuleClause, ...]


def read_ready(raw: Raw) -> list[Ready]:
    """Return the ready rules, in their order."""
    return [_ready(key, one) for key, one in raw.items()]


def take_ready(store: Store, ready: Ready) -> str:
    """Copy a ready rule into the playbook, switched off; return its id."""
    with store.change(say("workflows.step.add", rule=ready.name)):
        columns_ready(store)
        rule = replace(ready.rule, values=_found(store, ready.rule.values, TRIGGERS[ready.rule.trigger].tokens))
        clauses = [replace(it, values=_found(store, it.values, _entry(it).tokens)) for it in ready.clauses]
        return add_rule(store, rule, clauses)


def _ready(key: str, raw: Raw) -> Ready:
    trigger = raw["trigger"]
    rule = Rule(
        "",
        raw["name"],
        trigger,
        _filled(TRIGGERS[trigger].tokens, raw.get("values", {})),
        Firing(raw.get("firing", Firing.TELL)),
        most=raw.get("most", 0),
        again=raw.get("again", False),
        quiet=tuple(raw.get("quiet", ())),
        key=key,
    )
    clauses = [*_clauses(raw, "conditions", ClauseKind.CONDITION), *_clauses(raw, "actions", ClauseKind.ACTION)]
    return Ready(key, raw["name"], raw["about"], rule, tuple(clauses))


def _clauses(raw: Raw, name: str, kind: ClauseKind) -> Iterator[RuleClause]:
    entries: Mapping[str, Condition | Action] = CONDITIONS if kind is ClauseKind.CONDITION else ACTIONS
    for position, one in enumerate(raw.get(name, {}).values()):
        values = _filled(entries[one["what"]].tokens, one.get("values", {}))
        yield RuleClause("", "", kind, one["what"], values, position)


def _entry(clause: RuleClause) -> Condition | Action:
    return CONDITIONS[clause.what] if clause.kind is ClauseKind.CONDITION else ACTIONS[clause.what]


def _filled(tokens: Sequence[Token], values: Raw) -> tuple[tuple[str, str], ...]:
    return tuple((dict(begun(tokens)) | dict(values)).items())


def _found(store: Store, values: tuple[tuple[str, str], ...], tokens: Sequence[Token]) -> tuple[tuple[str, str], ...]:
    """Return values with the ids of what they name by key, "" where the playbook has no such thing."""
    kinds = {token.name: Column if token.shape is Shape.COLUMN else NAMED.get(token.shape) for token in tokens}
    return tuple((name, _id(store, kinds.get(name), value)) for name, value in values)


def _id(store: Store, kind: type[Any] | None, value: str) -> str:
    if kind is None or not value.startswith(KEY):
        return value
    return next((str(it.id) for it in store.of(kind).where(key=value.removeprefix(KEY))), "")
