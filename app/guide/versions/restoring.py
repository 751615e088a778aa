"""Puts a chapter of the guide back as it was. One step of undo."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from app.guide.chapter import Chapter
from app.guide.coverage import Duty
from app.guide.escalation import Escalation
from app.guide.reply import Reply
from app.guide.role import GuideRole
from app.guide.snapshot import Guide
from app.guide.versions.written import PARTS
from app.message import say
from app.store import Store


def restore_chapter(store: Store, then: Guide, chapter: str) -> None:
    """Let a chapter say what it said, with all that it is made of; the other chapters stay as they are."""
    before = then.of(Chapter)[chapter]
    with store.change(say("versions.step.restore", name=before.name)):
        there = next(iter(store.of(Chapter).some([chapter])), None)
        store.of(Chapter).save([replace(before, position=there.position) if there else before])
        kinds = PARTS.get(before.key, ())
        for kind in reversed(kinds):
            store.of(kind).delete([it.id for it in store.of(kind).all() if _is_in_the_way(it, then)])
        for kind in kinds:
            store.of(kind).save(_as_now(store, kind, list(then.of(kind).values())))


def _is_in_the_way(thing: Any, then: Guide) -> bool:
    """Return whether a thing was not there, or is a row that has changed: two rows may have changed their places."""
    before = then.of(type(thing)).get(thing.id)
    return before is None or (isinstance(thing, Escalation) and before != thing)


def _as_now(store: Store, kind: type[Any], things: list[Any]) -> list[Any]:
    """Return things as they may be put back: how often a reply was used stays, hours of roles that are gone do not."""
    if kind is Reply:
        now = {it.id: it for it in store.of(Reply).some([it.id for it in things])}
        return [
            replace(it, used=now[it.id].used, last_used=now[it.id].last_used) if it.id in now else it for it in things
        ]
    if kind is Duty:
        roles = {it.id for it in store.of(GuideRole).all()}
        return [it for it in things if it.role in roles]
    return things
