"""How people, roles and duties of the guide are called."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from app.guide.role import GuideRole
from app.guide.snapshot import Guide
from app.playbook.playbook import Person
from widgets.common.words import tr

DUTY_TEXTS: Final[Mapping[str, str]] = {
    "approves": "guide.duty.approves",
    "intervenes": "guide.duty.intervenes",
    "answers": "guide.duty.answers",
    "closes": "guide.duty.closes",
}


@dataclass(frozen=True, slots=True)
class Called:
    """Something that is chosen as a chip."""

    id: str
    name: str
    colour: str = "ops"


def people(guide: Guide, chosen: Iterable[str] = ()) -> dict[str, Called]:
    """Return the people of the team, and those who are chosen and gone."""
    known = {it.id: Called(it.id, it.name) for it in guide.of(Person).values()}
    return known | {it: Called(it, tr("guide.person.gone")) for it in chosen if it not in known}


def tellable(guide: Guide, chosen: Iterable[str] = ()) -> dict[str, Called]:
    """Return whom one can tell: roles, people, and the words that are chosen."""
    roles = {it.id: Called(it.id, it.name, it.colour) for it in guide.of(GuideRole).values()}
    known = roles | people(guide)
    return known | {it: Called(it, it) for it in chosen if it not in known}


def told_names(guide: Guide, told: Iterable[str]) -> list[str]:
    """Return the names of those who are told."""
    told = tuple(told)
    known = tellable(guide, told)
    return [known[it].name for it in told]


def person_names(guide: Guide, ids: Iterable[str]) -> list[str]:
    """Return the names of people."""
    ids = tuple(ids)
    known = people(guide, ids)
    return [known[it].name for it in ids]


def duties(chosen: Iterable[str] = ()) -> dict[str, Called]:
    """Return what a role can do, and the words that are chosen."""
    known = {key: Called(key, tr(text)) for key, text in DUTY_TEXTS.items()}
    return known | {it: Called(it, it) for it in chosen if it not in known}


def duty_names(chosen: Iterable[str]) -> list[str]:
    """Return what a role does, in words."""
    chosen = tuple(chosen)
    known = duties(chosen)
    return [known[it].name for it in chosen]
