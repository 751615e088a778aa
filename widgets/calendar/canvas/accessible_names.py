"""Events and days in words, for tooltips and for those who hear the calendar."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from widgets.calendar.wording import STATUS_TEXTS, effort, rhythm
from widgets.common.own_time import with_own_time
from widgets.common.words import clock, tr
from widgets.common.words import day as write_day

if TYPE_CHECKING:
    from app.calendar.occurrence import Occurrence
    from app.calendar.plan import Plan


def event_name(occurrence: Occurrence) -> str:
    """Return an event in one line: "AMA with founders, Thu 18 March, 17:00, planned, repeats monthly"."""
    event = occurrence.event
    words = [event.title, _days(occurrence)]
    if occurrence.at:
        words.append(with_own_time(clock(occurrence.at), occurrence))
    words.append(tr(STATUS_TEXTS[event.status]).lower())
    if occurrence.repeats:
        words.append(tr("canvas.repeats", rhythm=rhythm(event.rrule)))
    return ", ".join(words)


def details(occurrence: Occurrence, plan: Plan) -> str:
    """Return everything about an event that a narrow chip cannot show, line by line."""
    event = occurrence.event
    when = _days(occurrence) + (f", {with_own_time(clock(occurrence.at), occurrence)}" if occurrence.at else "")
    kind, stage = plan.kinds.get(event.kind), plan.stages.get(event.stage)
    channel, owner = plan.channels.get(event.channel), plan.people.get(event.owner)
    program = plan.programs.get(event.program)
    first = [tr(STATUS_TEXTS[event.status])]
    if occurrence.repeats:
        first.append(rhythm(event.rrule))
    if event.effort:
        first.append(effort(event.effort))
    named = [thing.name for thing in (kind, channel, owner, stage, program) if thing]
    personas = [plan.personas[one].name for one in event.personas if one in plan.personas]
    lines = [event.title, when, " · ".join(first), " · ".join(named), ", ".join(personas)]
    return "\n".join(line for line in lines if line)


def day_name(day: date, count: int, holiday: str, tasks: int, *, today: bool) -> str:
    """Return a day in one line: "Thursday 18 March, today, 2 events, 1 task due"."""
    words = [write_day(day, tr("canvas.day.long"))]
    if today:
        words.append(tr("canvas.today"))
    if holiday:
        words.append(holiday)
    words.append(tr("canvas.events", n=count) if count else tr("canvas.free"))
    if tasks:
        words.append(tr("canvas.tasks.count", n=tasks))
    return ", ".join(words)


def _days(occurrence: Occurrence) -> str:
    first = write_day(occurrence.day, tr("canvas.day.full"))
    if occurrence.length == 1:
        return first
    return tr("canvas.days", first=first, last=write_day(occurrence.last_day, tr("canvas.day.full")))
