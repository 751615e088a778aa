"""Written definitions of who counts as what: those of the playbook, else the usual ones."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from app.activity.kind import ActivityKind
from app.health.measure_choice import Definition
from app.health.questions import Kinds
from app.message import Message, say
from app.store import Store

WRITES: Final = ("POST", "REPLY")
USUAL: Final[Mapping[str, Definition]] = {
    it.key: it
    for it in (
        Definition("", "active", ("POST", "REPLY", "REACTION", "DIRECT", "ATTENDANCE", "FILE")),
        Definition("", "contributor", WRITES),
        Definition("", "regular", WRITES, times=4, days=28),
        Definition("", "first_action", WRITES),
        Definition("", "took_part", ("ATTENDANCE",)),
        Definition("", "advocate", ("referral", "testimonial", "success_story", "co_marketing", "advisory")),
        Definition("", "staff_counts", times=1),  # 0: staff are left out
    )
}
NAME_TEXTS: Final[Mapping[str, str]] = {
    "active": "measures.definition.active",
    "contributor": "measures.definition.contributor",
    "regular": "measures.definition.regular",
    "first_action": "measures.definition.first_action",
    "took_part": "measures.definition.took_part",
    "advocate": "measures.definition.advocate",
    "staff_counts": "measures.definition.staff_counts",
}


def definitions(store: Store) -> dict[str, Definition]:
    """Return every definition by its key."""
    return dict(USUAL) | {it.key: it for it in store.of(Definition).all() if it.key in USUAL}


def define(store: Store, definition: Definition) -> None:
    """Write a definition down in place of the usual one, or of the one before."""
    kept = next((it.id for it in store.of(Definition).where(key=definition.key)), "") or store.new_id()
    with store.change(say("measures.step.define", name=Message(NAME_TEXTS[definition.key]))):
        store.of(Definition).save([replace(definition, id=kept)])


def kinds_of(definition: Definition) -> Kinds:
    """Return the kinds of activity that a definition names; names that are none of ours are left out."""
    return tuple(ActivityKind[name].value for name in definition.kinds if name in ActivityKind.__members__)
