"""The fifth step of the playbook: how the community speaks, and what is done when it gets rough."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from app.guide.chapter import Chapter
from app.guide.escalation import Scenario
from app.guide.incident import Incident
from app.guide.reply import Reply
from app.guide.state import ChapterState, state_of
from app.home.overview import Overview
from app.home.step import Gap, Step, step
from app.message import say

NEEDED: Final = ("tone", "escalation", "roles")  # chapters without which nobody can act


def guide_step(seen: Overview) -> Step:
    """Return how far the guide is: tone, escalation and roles are needed, the rest is wanted."""
    chapters = list(seen.guide.of(Chapter).values())
    return step(
        5,
        say("home.step.guide"),
        "guide",
        begun=bool(chapters),
        needed=list(_needed(seen, chapters)),
        wanted=list(_wanted(seen, chapters)),
        summary=say("home.guide.in_use", n=len(seen.guide.of(Scenario)), replies=len(seen.guide.of(Reply))),
    )


def _needed(seen: Overview, chapters: list[Chapter]) -> Iterator[Gap]:
    if not chapters:
        yield Gap(say("home.guide.none"), say("home.guide.none.do"))
    for chapter in chapters:
        if chapter.key in NEEDED and state_of(seen.guide, chapter, seen.today) is ChapterState.EMPTY:
            yield Gap(say("home.guide.empty", name=chapter.name), say("home.guide.empty.do"), chapter.id)


def _wanted(seen: Overview, chapters: list[Chapter]) -> Iterator[Gap]:
    open_ones = [it for it in seen.guide.of(Incident).values() if not it.closed]
    if open_ones:
        yield Gap(say("home.guide.open", n=len(open_ones)), say("home.guide.open.do"), open_ones[0].id)
    for chapter in chapters:
        state = state_of(seen.guide, chapter, seen.today)
        if state is ChapterState.LOOK:
            yield Gap(say("home.guide.look", name=chapter.name), say("home.guide.look.do"), chapter.id)
        elif state is ChapterState.EMPTY:
            yield Gap(say("home.guide.empty", name=chapter.name), say("home.guide.empty.do"), chapter.id)
