"""How far each chapter of the guide is: something there, nothing yet, or something to look at."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from enum import StrEnum
from typing import Any, Final

from app.guide.chapter import Chapter
from app.guide.cover_view import usual_cover
from app.guide.cover_week import Rota
from app.guide.coverage import Duty, Promise
from app.guide.escalation import Escalation
from app.guide.knowledge import KnownAnswer, Resource
from app.guide.reply import Reply
from app.guide.role import GuideRole
from app.guide.snapshot import Guide
from app.guide.strikes import StrikeLevel
from app.guide.tone import ToneLine


class ChapterState(StrEnum):
    """What the sign beside a chapter says."""

    WRITTEN = "written"
    EMPTY = "empty"
    LOOK = "look"  # something in it wants to be looked at


def state_of(guide: Guide, chapter: Chapter, today: date) -> ChapterState:
    """Return how far a chapter is."""
    if chapter.key not in CHECKS:
        return ChapterState.WRITTEN if chapter.text.strip() else ChapterState.EMPTY
    return CHECKS[chapter.key](guide, today)


def _some(*kinds: type[Any]) -> Callable[[Guide, date], ChapterState]:
    def check(guide: Guide, _today: date) -> ChapterState:
        return ChapterState.WRITTEN if all(guide.of(kind) for kind in kinds) else ChapterState.EMPTY

    return check


def _replies(guide: Guide, today: date) -> ChapterState:
    late = any(it.review and it.review <= today for it in guide.of(Reply).values())
    return ChapterState.LOOK if late else _some(Reply)(guide, today)


def _coverage(guide: Guide, today: date) -> ChapterState:
    """Say that a usual week has gaps, where something is promised."""
    state = _some(Duty)(guide, today)
    duties, promises = tuple(guide.of(Duty).values()), list(guide.of(Promise).values())
    gaps = state is ChapterState.WRITTEN and usual_cover(Rota(duties), promises).gaps
    return ChapterState.LOOK if gaps else state


CHECKS: Final[Mapping[str, Callable[[Guide, date], ChapterState]]] = {
    "tone": _some(ToneLine),
    "escalation": _some(Escalation),
    "strikes": _some(StrikeLevel),
    "roles": _some(GuideRole),
    "coverage": _coverage,
    "replies": _replies,
    "resources": _some(Resource),
    "answers": _some(KnownAnswer),
}
