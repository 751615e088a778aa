"""The guide as the text in which its versions are kept."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final

from app.guide.chapter import Chapter
from app.guide.coverage import Duty, Promise
from app.guide.escalation import Escalation, Scenario
from app.guide.knowledge import KnownAnswer, Resource
from app.guide.reply import Reply, ReplyText
from app.guide.role import GuideRole
from app.guide.snapshot import ORDER, Guide
from app.guide.strikes import StrikeLevel
from app.guide.tone import ToneLine
from app.playbook.playbook import PLAYBOOK_ID, Person, Playbook
from app.playbook.revising import Source
from app.playbook.rows_text import rows_in, rows_text
from app.store import Store

GUIDE: Final = "guide"  # of_kind; the one guide of a playbook has its id
PARTS: Final[Mapping[str, tuple[type[Any], ...]]] = {  # what a built chapter is made of, parts after their wholes
    "tone": (ToneLine,),
    "escalation": (Scenario, Escalation),
    "strikes": (StrikeLevel,),
    "roles": (GuideRole,),
    "coverage": (Duty, Promise),
    "replies": (Reply, ReplyText),
    "resources": (Resource,),
    "answers": (KnownAnswer,),
}
KINDS: Final[tuple[type[Any], ...]] = (Chapter, *(kind for kinds in PARTS.values() for kind in kinds))


def written(guide: Guide) -> str:
    """Return a guide as text, "" for one in which nothing is; how often a reply was used is no part of it."""
    things = [_still(it) for kind in KINDS for it in guide.of(kind).values()]
    return rows_text(things) if things else ""


def guide_in(text: str, now: Guide) -> Guide:
    """Return the guide that a text holds, with the people and the playbook of today."""
    guide = Guide()
    for thing in sorted(rows_in(text, {kind.__name__: kind for kind in KINDS}), key=_place):
        guide.of(type(thing))[thing.id] = thing
    for kind in (Person, Playbook):
        guide.of(kind).update(now.of(kind))
    return guide


def _still(thing: Any) -> Any:
    if isinstance(thing, Reply):
        return replace(thing, used=0, last_used=None)
    return thing


def _place(thing: Any) -> tuple[str, Any]:
    return (type(thing).__name__, ORDER[type(thing)](thing))


def _texts(store: Store) -> Mapping[str, str]:
    return {PLAYBOOK_ID: written(Guide.read(store))}


SOURCE: Final = Source(GUIDE, frozenset(KINDS), _texts)
