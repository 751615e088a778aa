"""New members, one or a whole list. Each function is one step of undo."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from app.calendar.saving import stamp
from app.members.member import Member
from app.members.name_lines import NameLine
from app.members.step_names import for_members
from app.store import Store


@dataclass(frozen=True, slots=True)
class Added:
    """What became of a list of names."""

    new: tuple[str, ...] = ()  # ids
    known: tuple[str, ...] = ()  # ids of those who were there before


def add_member(store: Store, member: Member) -> str:
    """Add a member; return the id."""
    now = stamp(store)
    new = replace(member, id=member.id or store.new_id(), created=member.created or now, changed=now)
    with store.change(for_members([new], "members.step.add")):
        store.of(Member).save([new])
    return new.id


def add_names(store: Store, lines: Iterable[NameLine], *, state: str = "") -> Added:
    """Add the people of a list; who is known by the same address, or by the name alone, is not added again."""
    by_email, by_name = _known(store)
    new, known, now = dict[str, Member](), dict[str, None](), stamp(store)
    for line in lines:
        name, email = line.name.casefold(), line.email.casefold()
        there = by_email.get(email) if email else by_name.get(name)
        if there in new and there is not None:
            continue
        if there is not None:
            known[there] = None
            continue
        emails = (line.email,) if line.email else ()
        one = Member(store.new_id(), line.name, emails=emails, state=state, created=now, changed=now)
        new[one.id] = one
        by_name.setdefault(name, one.id)
        if email:
            by_email[email] = one.id
    if new:
        with store.change(for_members(list(new.values()), "members.step.add")):
            store.of(Member).save(new.values())
    return Added(tuple(new), tuple(known))


def _known(store: Store) -> tuple[dict[str, str], dict[str, str]]:
    by_email, by_name = dict[str, str](), dict[str, str]()
    for member in store.of(Member).all():
        by_name.setdefault(member.name.casefold(), member.id)
        for email in member.emails:
            by_email.setdefault(email.casefold(), member.id)
    return by_email, by_name
