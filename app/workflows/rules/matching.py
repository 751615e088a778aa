"""Which occasions a rule means. Pure: the same world and rule always give the same."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import timedelta

from app.workflows.rule import RuleClause
from app.workflows.rules.conditions import CONDITIONS
from app.workflows.rules.happening import Difference, Occasion, made_by
from app.workflows.rules.triggers import TRIGGERS, Days
from app.workflows.rules.whole import Whole
from app.workflows.rules.world import World


def happened(whole: Whole, differences: Iterable[Difference], world: World) -> Iterator[Occasion]:
    """Yield what happened by a change; a day is reached by what changed if that is today."""
    trigger = TRIGGERS.get(whole.rule.trigger)
    if trigger is None:
        return
    values = dict(whole.rule.values)
    ours = [it for it in differences if it.kind in trigger.watches]
    if trigger.happened is None:
        touched = {getattr(it.after or it.before, "series", (it.after or it.before).id) for it in ours}
        found = trigger.past(values, world, (world.today, world.today), touched) if touched else ()
        yield from (it for it in found if holds(whole, it, world))
        return
    for difference in ours:
        yield from (it for it in trigger.happened(values, difference, world) if holds(whole, it, world))


def reached(whole: Whole, world: World, days: Days) -> Iterator[Occasion]:
    """Yield what reaches its day from one day to another."""
    trigger = TRIGGERS.get(whole.rule.trigger)
    if trigger is not None and trigger.reaches and days[0] <= days[1]:
        found = trigger.past(dict(whole.rule.values), world, days, None)
        yield from (it for it in sorted(found, key=_order) if holds(whole, it, world))


def remembered(whole: Whole, world: World, days: int) -> list[Occasion]:
    """Return what a rule would have meant in the days up to today, as far as the playbook still knows it."""
    trigger = TRIGGERS.get(whole.rule.trigger)
    if trigger is None:
        return []
    first = world.today - timedelta(days=days - 1)
    found = trigger.past(dict(whole.rule.values), world, (first, world.today), None)
    return sorted((it for it in found if holds(whole, it, world)), key=_order)


def holds(whole: Whole, occasion: Occasion, world: World) -> bool:
    """Return whether every condition holds; one that nobody knows, or that asks for something else, does not.

    What a rule made itself is never its subject: it would follow up its own follow-ups.
    """
    if getattr(occasion.subject.thing, "source", "") == made_by(whole.rule.id):
        return False
    return all(_holds(clause, occasion, world) for clause in whole.conditions)


def _holds(clause: RuleClause, occasion: Occasion, world: World) -> bool:
    condition = CONDITIONS.get(clause.what)
    if condition is None or occasion.subject.kind not in condition.of:
        return False
    return condition.holds(dict(clause.values), occasion, world)


def _order(occasion: Occasion) -> tuple[object, ...]:
    return occasion.day, occasion.subject.kind, occasion.subject.id, occasion.name
