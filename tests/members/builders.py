"""Sample people of Kestrel Circle."""

from __future__ import annotations

from typing import Any

from app.members.adding import add_member
from app.members.member import Member, MemberState
from app.message import say
from app.store import Store


def add(store: Store, name: str, **fields: Any) -> str:
    return add_member(store, Member("", name, **fields))


def get(store: Store, id: str) -> Member:
    return store.of(Member).get(id)


def states(store: Store) -> dict[str, str]:
    """Give the playbook three states; return their ids by name."""
    made = [
        MemberState(f"state{at}", name, position=at) for at, name in enumerate(("Invited", "Introduced", "Creator"))
    ]
    with store.change(say("step.begin")):
        store.of(MemberState).save(made)
    return {it.name: it.id for it in made}
