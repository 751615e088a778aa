"""Plans, calendar files and what an independent reader makes of them."""

from __future__ import annotations

import re
import warnings
from collections import Counter
from datetime import UTC, date, datetime, time, timedelta
from itertools import count
from typing import Any
from zoneinfo import ZoneInfo

import icalendar
import recurring_ical_events

from app.calendar.event import ChecklistStep, Event, Override, Status
from app.calendar.kind import Channel, Kind
from app.calendar.overridden import as_fields
from app.calendar.plan import NAMED, Plan
from app.calendar.program import Program
from app.calendar.rhythm.expand import occurrences_of
from app.exchange.ics.choice import Choice, Profile
from app.exchange.ics.merge import ImportPlan, compare
from app.exchange.ics.reading import read_calendar
from app.exchange.ics.writing import write_calendar
from app.funnel.stage import Stage
from app.personas.persona import Persona
from app.playbook.playbook import Person, Playbook
from app.purpose.kpi import Kpi
from app.tactics.tactic import Tactic

THURSDAY = date(2027, 3, 4)
SIX = time(18, 0)
JANUARY = 1_798_804_800_123_456  # an instant of January 2027, in microseconds
Found = Counter[tuple[str, str, int]]  # (UID, start, minutes)


def an_event(**fields: Any) -> Event:
    usual = {"id": "e1", "title": "AMA", "kind": "ama", "day": THURSDAY, "at": SIX, "minutes": 60}
    return Event(**usual | {"zone": "Europe/Sofia", "created": JANUARY, "changed": JANUARY} | fields)


def a_series(**fields: Any) -> Event:
    return an_event(**{"rrule": "FREQ=WEEKLY;BYDAY=TH"} | fields)


def an_override(original: str, **fields: Any) -> Override:
    return Override(f"o{original}", "e1", original, fields=as_fields(fields))


def cancelled(original: str) -> Override:
    return Override(f"o{original}", "e1", original, cancelled=True)


def a_plan(*things: Any, **playbook: Any) -> Plan:
    plan = Plan()
    plan.playbook = Playbook("playbook", **{"name": "Kestrel Circle", "zone": "Europe/Sofia"} | playbook)
    plan.kinds = {
        "ama": Kind("ama", "AMA / Q&A", key="ama", live=True),
        "mod": Kind("mod", "Moderation duty", members=False, key="moderation"),
        "launch": Kind("launch", "Product launch", marker=True, key="launch"),
        "other": Kind("other", "Other", members=False, key="other"),
    }
    plan.personas = {"p1": Persona("p1", "Busy managers"), "p2": Persona("p2", "Power builders")}
    plan.stages = {"s1": Stage("s1", "Activation")}
    plan.channels = {"c1": Channel("c1", "Forum")}
    plan.people = {"w1": Person("w1", "Mila D.")}
    plan.programs = {"g1": Program("g1", "Calm Mondays")}
    plan.kpis = {"k1": Kpi("k1", "First answers")}
    plan.tactics = {"t1": Tactic("t1", "Office hours", "ama")}
    for thing in things:
        put(plan, thing)
    return plan


def put(plan: Plan, thing: Any) -> None:
    match thing:
        case Override():
            plan.overrides.setdefault(thing.series, {})[thing.original] = thing
        case ChecklistStep():
            plan.checklist.setdefault(thing.event, []).append(thing)
        case _:
            getattr(plan, "events" if isinstance(thing, Event) else NAMED[type(thing)])[thing.id] = thing


def full(plan: Plan, **choice: Any) -> bytes:
    return write_calendar(plan, Profile.FULL, Choice(**choice)).data


def members(plan: Plan, **choice: Any) -> bytes:
    return write_calendar(plan, Profile.MEMBERS, Choice(**choice)).data


def lines(data: bytes, name: str) -> list[str]:
    """Unfolded lines with a name, parameters and all; those of time zones apart."""
    text = re.sub("BEGIN:VTIMEZONE.*?END:VTIMEZONE\r\n", "", data.decode().replace("\r\n ", ""), flags=re.DOTALL)
    return [line for line in text.split("\r\n") if line.partition(":")[0].partition(";")[0] == name]


def a_file(*entries: str, head: str = "") -> bytes:
    """A calendar file of VEVENTs; each entry is the lines between BEGIN and END."""
    parts = ["BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//Example//EN", head]
    parts += [f"BEGIN:VEVENT\n{entry.strip()}\nEND:VEVENT" for entry in entries]
    return "\n".join(filter(None, [*parts, "END:VCALENDAR\n"])).replace("\n", "\r\n").encode()


def ids() -> Any:
    numbers = count(1)
    return lambda: f"new{next(numbers)}"


def imported(data: bytes, plan: Plan | None = None) -> tuple[Plan, ImportPlan]:
    """The plan after an import, and the import."""
    plan = plan or a_plan()
    done = compare(read_calendar(data, home=plan.playbook.zone), plan, ids())
    for kind, key in done.delete:
        if kind is Override:
            for of_one in plan.overrides.values():
                for original in [o for o, override in of_one.items() if override.id == key]:
                    del of_one[original]
    for event in {step.event for step in done.save if isinstance(step, ChecklistStep)}:
        plan.checklist.pop(event, None)
    for thing in done.save:
        put(plan, thing)
    return plan, done


def shown(plan: Plan, first: date, last: date) -> Found:
    """What the page shows: instants in UTC, floating times and days as they are."""
    found: Found = Counter()
    for event in plan.events.values():
        for one in occurrences_of(event, plan.overrides.get(event.id, {}), first, last):
            if one.event.status is Status.SKIPPED:
                continue
            start: date | datetime = one.day
            minutes = one.event.days * 1440
            if one.at is not None:
                zone = ZoneInfo(one.event.zone) if one.event.zone else None
                start, minutes = datetime.combine(one.day, one.at, zone), one.event.minutes
            found[event.uid or f"{event.id}@sedyanka", written(start), minutes] += 1
    return found


def independent(data: bytes, first: date, last: date) -> Found:
    """What recurring-ical-events finds in a file."""
    found: Found = Counter()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for calendar in icalendar.Calendar.from_ical(data, multiple=True):
            for one in recurring_ical_events.of(calendar).between(first, last + timedelta(days=1)):
                if str(one.get("STATUS", "")).upper() == "CANCELLED":
                    continue
                start = one.start
                end = one.get("DTEND").dt if "DTEND" in one else start + timedelta(days=type(start) is date)
                if isinstance(start, datetime):
                    start, end = start.replace(tzinfo=None), end.replace(tzinfo=None)
                length = end - start
                found[str(one.get("UID", "")), written(one.start), round(length.total_seconds() / 60)] += 1
    return found


def written(start: date | datetime) -> str:
    if not isinstance(start, datetime):
        return start.isoformat()
    if start.tzinfo is None:
        return start.isoformat(timespec="minutes")
    return start.astimezone(UTC).strftime("%Y-%m-%dT%H:%MZ")
