"""What a node wears: its icon, and small marks at its right end."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from app.funnel.branch import Branch, Role
from app.funnel.funnel_map import FunnelMap
from app.funnel.results import Result
from widgets.common.words import day as day_words
from widgets.common.words import locale

ROLE_ICONS: Final[Mapping[Role, str]] = {
    Role.CRITERIA: "log-in",
    Role.CHANNELS: "hash",
    Role.BEHAVIOURS: "zap",
    Role.TRIGGERS: "calendar",
    Role.PROGRAMS: "calendar-range",
    Role.FREE: "git-branch",
}
CHILD_ICONS: Final = {**ROLE_ICONS, Role.CRITERIA: "check", Role.FREE: ""}


@dataclass(frozen=True, slots=True)
class Face:
    """Icon with its colour role; marks are pairs of icon and words."""

    icon: str = ""
    role: str = "text_muted"
    marks: tuple[tuple[str, str], ...] = ()
    done: bool = False


def face_of(funnel: FunnelMap, results: Sequence[Result], branch: Branch, today: date) -> Face:
    """Return what a branch wears; what it became shows its own icon and its next day."""
    icon, role = branch.icon, "text_muted"
    there = [result for result in results if not result.gone]
    event = next((result for result in there if result.kind == "event"), None)
    if not icon and event:
        icon, role = event.icon, f"category.{event.family}.solid"
    if not icon:
        own = bool(branch.role) or not funnel.forest.place(branch.id).parent
        icon = (ROLE_ICONS if own else CHILD_ICONS)[funnel.role(branch.id)]
    if branch.done:
        icon, role = "circle-check", "success"
    return Face(icon, role, tuple(_marks(branch, results, today)), branch.done)


def _marks(branch: Branch, results: Sequence[Result], today: date) -> list[tuple[str, str]]:
    marks = []
    days = sorted(day for result in results if result.kind == "event" for day in result.days)
    coming = next((day for day in days if day >= today), days[-1] if days else None)
    if coming:
        marks.append(("calendar", day_words(coming)))
    tasks = [result for result in results if result.kind == "task" and not result.gone]
    if tasks:
        finished = sum(task.done for task in tasks)
        marks.append(("square", f"{locale().toString(finished)}/{locale().toString(len(tasks))}"))
    if branch.personas:
        marks.append(("users", locale().toString(len(branch.personas)) if len(branch.personas) > 1 else ""))
    if branch.notes:
        marks.append(("file-text", ""))
    return marks
