"""Short words for what events are made of, where a whole sentence has no room."""

from __future__ import annotations

from datetime import date, time
from typing import Final

from app.calendar.event import MessageStatus, Scope, Status
from app.tactics.tactic import Tactic
from widgets.common.words import clock, day, locale, tr

STATUS_TEXTS: Final = {
    Status.IDEA: "status.idea",
    Status.PLANNED: "status.planned",
    Status.READY: "status.ready",
    Status.DONE: "status.done",
    Status.SKIPPED: "status.skipped",
}
STATUS_ICONS: Final = {
    Status.IDEA: "lightbulb",
    Status.PLANNED: "circle",
    Status.READY: "circle-dot",
    Status.DONE: "circle-check",
    Status.SKIPPED: "skip-forward",
}
MESSAGE_TEXTS: Final = {
    MessageStatus.NONE: "message_status.none",
    MessageStatus.DRAFT: "message_status.draft",
    MessageStatus.PLANNED: "message_status.planned",
    MessageStatus.SENT: "message_status.sent",
    MessageStatus.FOLLOW_UP: "message_status.follow_up",
}
SCOPE_TEXTS: Final = {
    Scope.ONLY_THIS: "scope.only",
    Scope.FOLLOWING: "scope.following",
    Scope.ALL: "scope.all",
}
FAMILY_TEXTS: Final = {
    "welcome": "family.welcome",
    "live": "family.live",
    "conversation": "family.conversation",
    "recognition": "family.recognition",
    "challenge": "family.programs",
    "pilot": "family.programs",
    "loop": "family.programs",
    "ops": "family.ops",
}
FREQUENCY_TEXTS: Final = {
    ("DAILY", 1): "rhythm.daily",
    ("WEEKLY", 1): "rhythm.weekly",
    ("WEEKLY", 2): "rhythm.biweekly",
    ("MONTHLY", 1): "rhythm.monthly",
    ("MONTHLY", 3): "rhythm.quarterly",
    ("MONTHLY", 12): "rhythm.yearly",
    ("YEARLY", 1): "rhythm.yearly",
}
EVERY_TEXTS: Final = {
    "DAILY": "rhythm.every_days",
    "WEEKLY": "rhythm.every_weeks",
    "MONTHLY": "rhythm.every_months",
    "YEARLY": "rhythm.every_years",
}


def effort(value: float) -> str:
    """Write an amount of work as short as it goes: "2.5 h", "1 h"."""
    return tr("calendar.hours", hours=locale().toString(round(value, 2), "g", 5))


def rhythm(rrule: str) -> str:
    """Say how often something happens: "weekly", "every 2 weeks", "once"."""
    if not rrule:
        return tr("rhythm.once")
    parts = dict(part.split("=", 1) for part in rrule.split("\n", maxsplit=1)[0].split(";") if "=" in part)
    every = int(parts.get("INTERVAL", "1")) if parts.get("INTERVAL", "1").isdigit() else 1
    known = FREQUENCY_TEXTS.get((parts.get("FREQ", ""), every))
    if known:
        return tr(known)
    many = EVERY_TEXTS.get(parts.get("FREQ", ""))
    return tr(many, n=every) if many else tr("rhythm.own")


def length(days: int) -> str:
    """Say how long something lasts: "7 days", "2 weeks"."""
    if days >= 14 and days % 7 == 0:
        return tr("calendar.weeks", n=days // 7)
    return tr("calendar.days", n=days)


def tactic_line(tactic: Tactic) -> str:
    """Return the line below the title of a tactic: effort, then rhythm or length."""
    often = length(tactic.days) if tactic.days > 1 and not tactic.rhythm else rhythm(tactic.rhythm)
    return " · ".join((effort(tactic.prep + tactic.live), often))


def span(first: date, last: date, pattern: str = "d MMM") -> str:
    """Write a range of days, naming month and year as seldom as can be."""
    if first.year != last.year:
        ends = (tr("calendar.year", text=day(it, pattern), year=str(it.year)) for it in (first, last))
        return " – ".join(ends)
    if first == last:
        return tr("calendar.year", text=day(first, pattern), year=str(first.year))
    short = (first.year, first.month) == (last.year, last.month)
    text = f"{day(first, 'd' if short else pattern)} – {day(last, pattern)}"
    return tr("calendar.year", text=text, year=str(last.year))


def when(at: time | None, first: date, last: date) -> str:
    """Say at what time an event is: "17:00", "22 – 28 Mar", "any time"."""
    if last > first:
        return f"{day(first, 'd') if first.month == last.month else day(first)}–{day(last)}"
    return clock(at) if at else tr("calendar.any_time")
