"""Plans an idea for personas: an event from a tactic that answers what was said."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from app.calendar.adding import add_from_tactic
from app.message import say
from app.personas.written import CARD
from app.playbook.link import ANSWERS, Link
from app.store import Store
from app.tactics.tactic import Tactic


def plan_for(store: Store, tactic: str, personas: Sequence[str], cards: Iterable[str], day: date | None) -> str:
    """Add an event of a tactic, for these personas alone, that answers cards; None is the backlog. Return its id."""
    title = store.of(Tactic).get(tactic).title
    with store.change(say("personas.step.plan", title=title)):
        event = add_from_tactic(store, tactic, day, personas=tuple(personas))
        store.of(Link).save(Link(store.new_id(), CARD, card, "event", event, ANSWERS) for card in cards)
    return event
