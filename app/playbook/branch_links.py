"""Connects the branches of a map that begins with the events that they became."""

from __future__ import annotations

from typing import Final

from app.calendar.event import Event
from app.funnel.branch import Branch
from app.playbook.copying import Ids
from app.playbook.link import BECAME, Link
from app.playbook.templates import Template
from app.store import Store
from app.tactics.tactic import Tactic

MOST: Final = 4  # events of one branch


def connect_branches(store: Store, template: Template, ids: Ids) -> None:
    """Link each branch that names a tactic to the events that were made by it, inside a change."""
    by_tactic: dict[str, list[Event]] = {}
    for event in sorted(store.of(Event).all(), key=lambda it: (it.day is None, str(it.day), it.id)):
        by_tactic.setdefault(event.tactic, []).append(event)
    store.of(Link).save(
        Link(store.new_id(), "branch", ids[Branch, branch], "event", event.id, BECAME)
        for branch, tactic in template.became
        if (Branch, branch) in ids
        for event in by_tactic.get(ids.get((Tactic, tactic), ""), ())[:MOST]
    )
