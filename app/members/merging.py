"""Makes one member of two who are the same person, in one step of undo.

What names the one that goes then names the one that stays: runs of sequences, incidents, entries of pipelines, links.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from difflib import SequenceMatcher
from enum import StrEnum
from typing import Any, Final

from app.calendar.saving import stamp
from app.errors import KnownError
from app.guide.incident import Incident
from app.members.member import Member
from app.message import say
from app.playbook.link import Link
from app.store import Store
from app.workflows.enrolment import Enrolment, Way
from app.workflows.pipeline import PipelineEntry
from app.workflows.way import lead_on, settle_members

CHOSEN: Final = ("name", "persona", "state", "role", "company", "zone", "joined", "left")  # one of the two stays
KEPT: Final = ("handles", "emails", "languages", "interests", "tags")  # what both have stays
NAMED_IN: Final[tuple[type[Any], ...]] = (Enrolment, Incident, PipelineEntry)
ALIAS: Final = "alias"  # the source of a name that somebody went by before
ALIKE: Final = 0.8


class Reason(StrEnum):
    """What speaks for two members being one, or against it."""

    EMAIL = "email"
    HANDLE = "handle"
    NAME = "name"
    COMPANY = "company"
    OTHER_ROLE = "other_role"
    OTHER_COMPANY = "other_company"


@dataclass(frozen=True, slots=True)
class Named:
    """How often a member is named elsewhere."""

    runs: int = 0
    incidents: int = 0
    entries: int = 0
    links: int = 0


def merge(store: Store, stays: str, goes: str, taken: Iterable[str] = ()) -> None:
    """Let one member go up in another; of the fields in `taken` the values of the one that goes are kept."""
    if stays == goes:
        raise KnownError(say("members.merge.same"))
    one, other = store.of(Member).get(stays), store.of(Member).get(goes)
    with store.change(say("members.step.merge", one=one.name, other=other.name)):
        store.of(Member).save([replace(merged(one, other, taken), changed=stamp(store))])
        store.of(Member).delete([goes])
        for kind in NAMED_IN:
            store.of(kind).save([replace(it, member=stays) for it in store.of(kind).where(member=goes)])
        _lead_links(store, stays, goes)
        _once(store, stays)
        settle_members(store, [stays])


def merged(one: Member, other: Member, taken: Iterable[str] = ()) -> Member:
    """Return what two members are as one: fields that only one of them has are kept, lists of both, notes of both."""
    wanted = set(taken)
    fields: dict[str, Any] = {}
    for name in CHOSEN:
        mine, theirs = getattr(one, name), getattr(other, name)
        fields[name] = (theirs if name in wanted else mine) or mine or theirs
    if one.left is None or other.left is None:
        fields["left"] = None if "left" not in wanted else other.left  # who is still there under one name is there
    for name in KEPT:
        fields[name] = tuple(dict.fromkeys((*getattr(one, name), *getattr(other, name))))
    lost = {one.name, other.name} - {fields["name"]}
    fields["handles"] += tuple((ALIAS, name) for name in sorted(lost) if (ALIAS, name) not in fields["handles"])
    notes = [text for text in dict.fromkeys((one.notes.strip(), other.notes.strip())) if text]
    fields["notes"] = "\n\n".join(notes)
    return replace(one, bot=one.bot and other.bot, staff=one.staff or other.staff, **fields)


def proposed(one: Member, other: Member) -> set[str]:
    """Return the fields of which the values of the other are to be preferred: what only it has, the earlier day."""
    found = {name for name in CHOSEN if getattr(other, name) and not getattr(one, name)} - {"left"}
    if isinstance(one.joined, date) and isinstance(other.joined, date) and other.joined < one.joined:
        found.add("joined")
    return found


def differing(one: Member, other: Member) -> list[str]:
    """Return the fields in which two members differ so that one value must be chosen."""
    return [name for name in CHOSEN if getattr(one, name) != getattr(other, name)]


def reasons(one: Member, other: Member) -> list[Reason]:
    """Return what speaks for two being one person, and then what speaks against it."""
    found = []
    if _folded(one.emails) & _folded(other.emails):
        found.append(Reason.EMAIL)
    if _folded(name for _, name in one.handles) & _folded(name for _, name in other.handles):
        found.append(Reason.HANDLE)
    if alike(one.name, other.name) >= ALIKE:
        found.append(Reason.NAME)
    if one.company and one.company.casefold() == other.company.casefold():
        found.append(Reason.COMPANY)
    elif one.company and other.company:
        found.append(Reason.OTHER_COMPANY)
    if one.role and other.role and one.role.casefold() != other.role.casefold():
        found.append(Reason.OTHER_ROLE)
    return found


def alike(one: str, other: str) -> float:
    """Return how alike two names are, 0 … 1; a name that another one begins with counts as near."""
    left, right = one.casefold().strip(". "), other.casefold().strip(". ")
    if not left or not right:
        return 0.0
    if left.startswith(right) or right.startswith(left):
        return max(ALIKE, SequenceMatcher(None, left, right).ratio())
    return SequenceMatcher(None, left, right).ratio()


def named(store: Store, member: str) -> Named:
    """Return how often a member is named elsewhere."""
    runs, incidents, entries = (sum(1 for _ in store.of(kind).where(member=member)) for kind in NAMED_IN)
    return Named(runs, incidents, entries, len(_links(store, member)))


def _links(store: Store, member: str) -> list[Link]:
    there = (
        *store.of(Link).where(from_kind="member", from_id=member),
        *store.of(Link).where(to_kind="member", to_id=member),
    )
    return list({link.id: link for link in there}.values())


def _lead_links(store: Store, stays: str, goes: str) -> None:
    """Let links lead to the member that stays; one that would be there twice, or lead to itself, goes."""
    links = store.of(Link)
    there = {_ends(link, {}) for link in _links(store, stays)}
    moved, gone = [], []
    for link in _links(store, goes):
        ends = _ends(link, {("member", goes): stays})
        if ends in there or ends[:2] == ends[2:4]:
            gone.append(link.id)
            continue
        there.add(ends)
        moved.append(replace(link, from_id=ends[1], to_id=ends[3]))
    links.delete(gone)
    links.save(moved)


def _ends(link: Link, now: Mapping[tuple[str, str], str]) -> tuple[str, str, str, str, str]:
    come = now.get((link.from_kind, link.from_id), link.from_id)
    go = now.get((link.to_kind, link.to_id), link.to_id)
    return link.from_kind, come, link.to_kind, go, link.role


def _once(store: Store, member: str) -> None:
    """Stop a run of a sequence that a member is on the way through twice: the one that began later."""
    begun = set[str]()
    for run in sorted(store.of(Enrolment).where(member=member), key=lambda it: (it.start, it.id)):
        if run.way not in (Way.ACTIVE, Way.PAUSED):
            continue
        if run.sequence in begun:
            stopped = replace(run, way=Way.STOPPED)
            store.of(Enrolment).save([stopped])
            lead_on(store, [stopped])
        begun.add(run.sequence)


def _folded(names: Iterable[str]) -> set[str]:
    return {name.strip().lstrip("@").casefold() for name in names} - {""}
