"""Suggestions and what waits: rows that say what a rule may still do, and the answer of a person."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from app.calendar.saving import stamp
from app.message import Message, say
from app.store import Store
from app.workflows.rule import RuleFiring
from app.workflows.rules.doing import perform
from app.workflows.rules.fired import Outcome, firing, with_outcome
from app.workflows.rules.happening import DAY, Occasion
from app.workflows.rules.marks import made, read
from app.workflows.rules.saying import done_message
from app.workflows.rules.whole import read_all, read_one
from app.workflows.rules.world import World


def for_day(day: date) -> list[str]:
    """Return what a row keeps that is not done yet: the day it is for."""
    return [made(DAY, day.isoformat())]


def occasion_of(world: World, row: RuleFiring) -> Occasion | None:
    """Return the occasion of a row that is not done yet; None when its subject is not there any more."""
    subject = world.subject(row.of_kind, row.of_id)
    days = (world.subject(DAY, mark.id) for mark in map(read, row.what) if mark.kind == DAY)
    day = next((day.thing for day in days if day), world.today)
    return None if subject is None else Occasion(subject, row.occasion, day)


def suggestions(store: Store) -> list[RuleFiring]:
    """Return what rules ask about, oldest first; of a rule that is not there any more nothing."""
    known = {whole.rule.id for whole in read_all(store)}
    return [row for row in with_outcome(store, Outcome.ASKED) if row.rule in known]


def accept(store: Store, rows: Sequence[RuleFiring], tell: Callable[[Message], None]) -> None:
    """Do what rules suggested, for each rule in a step named after it; what is gone by now is skipped."""
    by_rule: dict[str, list[RuleFiring]] = {}
    for row in rows:
        by_rule.setdefault(row.rule, []).append(row)
    for rule_id, own in by_rule.items():
        whole, world = read_one(store, rule_id), World(store)
        with store.change(say("workflows.step.rule", rule=whole.rule.name)):
            answered = []
            for row in own:
                occasion = occasion_of(world, row)
                if occasion is None:
                    answered.append(replace(row, at=stamp(store), outcome=Outcome.SKIPPED, what=()))
                    continue
                outcome, marks = perform(whole, occasion, occasion.day, world, lambda: True)
                answered.append(firing(store, whole.rule, occasion, outcome, marks))
            store.of(RuleFiring).save(answered)
        done = [row for row in answered if row.outcome == Outcome.DONE]
        if done:
            tell(done_message(store, whole.rule, done))


def dismiss(store: Store, rows: Sequence[RuleFiring]) -> None:
    """Never do what rules suggested on these occasions."""
    with store.change(say("workflows.step.memory")):
        store.of(RuleFiring).save(replace(row, at=stamp(store), outcome=Outcome.DISMISSED, what=()) for row in rows)
