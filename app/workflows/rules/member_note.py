"""A note on a member, written by a rule."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from app.calendar.saving import stamp
from app.members.member import Member
from app.message import say
from app.store import Store
from app.workflows.rules.marks import was_set


def write_note(store: Store, member: Member, notes: str) -> Sequence[str]:
    """Give a member other notes; return the mark of it."""
    with store.change(say("workflows.step.note", name=member.name)):
        store.of(Member).save([replace(member, notes=notes, changed=stamp(store))])
    return [was_set("member", member.id, "notes", member.notes, notes)]
