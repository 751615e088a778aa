"""Does what a rule says, inside a change."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date

from app.errors import KnownError
from app.message import say
from app.workflows.rules.actions import ACTIONS, Act, Action
from app.workflows.rules.fired import Outcome
from app.workflows.rules.happening import Occasion
from app.workflows.rules.whole import Whole
from app.workflows.rules.world import World


class TooMuchError(KnownError):
    """Rules did more than they may in a minute."""

    def __init__(self, rule: str) -> None:
        super().__init__(say("workflows.stopped.many", rule=rule), say("workflows.stopped.do"))


def acts(whole: Whole, occasion: Occasion, day: date, world: World) -> Iterator[tuple[Action, Act]]:
    """Yield what a rule does on an occasion, as if done on a day; what cannot be done to the subject is left out."""
    for clause in whole.actions:
        action = ACTIONS.get(clause.what)
        if action is not None and occasion.subject.kind in action.of:
            yield action, Act(world, occasion.subject, day, dict(clause.values), whole.rule.id)


def perform(
    whole: Whole, occasion: Occasion, day: date, world: World, within: Callable[[], bool]
) -> tuple[Outcome, list[str]]:
    """Do all that a rule says, inside a change; return what came of it, and the marks of what was made or set.

    `within` tells whether one more action is within the limit; TooMuchError when it is not.
    """
    marks: list[str] = []
    for action, found in acts(whole, occasion, day, world):
        act = replace(found, subject=world.fresh(found.subject))  # what was done a moment ago may have changed it
        if action.needless(act):
            continue
        if not within():
            raise TooMuchError(whole.rule.name)
        marks += action.do(act)
    return Outcome.DONE if marks else Outcome.SKIPPED, marks
