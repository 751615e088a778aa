"""The agenda as Markdown, week by week, to paste into a page or a message."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta
from itertools import groupby
from typing import Final

from app.calendar.event import Status
from app.calendar.occurrence import Occurrence
from app.calendar.quarter import iso_week
from app.exchange.agenda import STATUS_TEXTS, Listing, Words, end_of
from app.message import Message, say

MARKS: Final = re.compile(r"([\\`*_{}\[\]<>#|~])")
SAFE_LINK: Final = re.compile(r"(?:https?|mailto):[^\s<>()]+", re.IGNORECASE)
DETAILS: Final = ("stage", "personas", "channel", "owner")
WEEKDAY_TEXTS: Final = (
    "rule.day.mo", "rule.day.tu", "rule.day.we", "rule.day.th", "rule.day.fr", "rule.day.sa", "rule.day.su",
)  # fmt: skip


def agenda_markdown(listing: Listing, words: Words) -> str:
    """Return the agenda as Markdown; text from the plan is never taken for markup."""
    plan = listing.plan
    span = words(say("exchange.md.span", first=listing.first, last=listing.last))
    lines = [f"# {plain(plan.playbook.name)}", "", span]
    by_week = groupby(listing.occurrences(), key=lambda one: plan.week_of(max(one.day, listing.first)))
    for week, occurrences in by_week:
        load = plan.week_loads([week])[week]
        head = say(
            "exchange.md.week",
            week=iso_week(week, plan.playbook.first_weekday),
            first=week,
            last=week + timedelta(days=6),
            hours=float(load.hours),
            capacity=float(load.capacity),
        )
        lines += ["", f"## {words(head)}", ""]
        for one in occurrences:
            lines += _entry(listing, one, words)
    return "\n".join(lines) + "\n"


def plain(text: str) -> str:
    """Return a text in one line that shows as it is."""
    return MARKS.sub(r"\\\1", " ".join(text.split()))


def _entry(listing: Listing, one: Occurrence, words: Words) -> Iterator[str]:
    event = one.event
    title = plain(event.title)
    if SAFE_LINK.fullmatch(event.link):
        title = f"[{title}](<{event.link}>)"
    details = [plain(listing.names(one, field)) for field in DETAILS]
    if event.status is not Status.PLANNED:
        details.append(words(Message(STATUS_TEXTS[event.status])))
    if event.effort:
        details.append(words(say("exchange.md.hours", hours=float(event.effort))))
    yield f"- **{_when(one, words)}** {title}" + "".join(f" · {detail}" for detail in details if detail)
    for step in listing.plan.checklist.get(event.id, []):
        yield f"  - [{'x' if step.done else ' '}] {plain(step.text)}"


def _when(one: Occurrence, words: Words) -> str:
    day = words(say("exchange.md.day", weekday=words(Message(WEEKDAY_TEXTS[one.day.weekday()])), day=one.day))
    if one.at is None:
        return words(say("exchange.md.days", first=day, last=one.last_day)) if one.length > 1 else day
    end = end_of(one)
    clock = one.at.isoformat("minutes") + (f"–{end.time().isoformat('minutes')}" if end else "")
    return f"{day}, {clock}"
