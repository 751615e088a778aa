"""Names of the steps that undo takes back, as they follow the word "Undo:"."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from app.members.member import Member
from app.message import Message

EDIT_TEXTS: Final[Mapping[str, str]] = {
    "name": "members.step.edit.name",
    "handles": "members.step.edit.handles",
    "emails": "members.step.edit.emails",
    "languages": "members.step.edit.languages",
    "zone": "members.step.edit.zone",
    "interests": "members.step.edit.interests",
    "state": "members.step.edit.state",
    "tags": "members.step.edit.tags",
    "persona": "members.step.edit.persona",
    "role": "members.step.edit.role",
    "company": "members.step.edit.company",
    "joined": "members.step.edit.joined",
    "left": "members.step.edit.left",
    "notes": "members.step.edit.notes",
}
MANY_TEXTS: Final[Mapping[str, str]] = {
    "members.step.add": "members.step.add.many",
    "members.step.delete": "members.step.delete.many",
}


def for_members(members: Sequence[Member], one: str) -> Message:
    """Name what is done to one member by the name, to several by their number."""
    if len(members) == 1:
        return Message(one, (("name", members[0].name),))
    return Message(MANY_TEXTS.get(one, "members.step.edit.many"), (("n", len(members)),))


def edit_step(members: Sequence[Member], fields: Iterable[str]) -> Message:
    """Name an edit by its field, or the member when there are several."""
    names = {EDIT_TEXTS.get(name, "members.step.edit") for name in fields}
    return for_members(members, names.pop() if len(names) == 1 else "members.step.edit")
