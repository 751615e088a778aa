"""Calendar files to measure with: one as another program writes it, and what is in one of ours as plain values."""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

import icalendar

BEGUN = date(2027, 1, 4)
DAYS = 180
RULES = ("FREQ=WEEKLY;BYDAY=TU;UNTIL=20271231T235959Z", "FREQ=MONTHLY;BYDAY=1MO;COUNT=12", "FREQ=WEEKLY;INTERVAL=2")
HEAD = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//Example//Calendar 1.0//EN
X-WR-CALNAME:Team days
BEGIN:VTIMEZONE
TZID:Europe/Sofia
BEGIN:DAYLIGHT
TZOFFSETFROM:+0200
TZOFFSETTO:+0300
TZNAME:EEST
DTSTART:19700329T030000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
END:DAYLIGHT
BEGIN:STANDARD
TZOFFSETFROM:+0300
TZOFFSETTO:+0200
TZNAME:EET
DTSTART:19701025T040000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
END:STANDARD
END:VTIMEZONE
"""


def foreign_calendar(events: int) -> bytes:
    """Return a calendar file of another program: three in ten repeat, some are whole days, some have an alarm."""
    chance, rows = random.Random(1), [HEAD]
    for number in range(events):
        day = BEGUN + timedelta(days=chance.randrange(DAYS))
        start = datetime.combine(day, time(chance.randrange(8, 19)))
        rows.append(f"BEGIN:VEVENT\nUID:{number}-{chance.getrandbits(64):x}@example.org\nDTSTAMP:20270101T080000Z\n")
        if number % 5:
            end = start + timedelta(minutes=chance.choice((30, 60, 90)))
            rows.append(
                f"DTSTART;TZID=Europe/Sofia:{start:%Y%m%dT%H%M%S}\nDTEND;TZID=Europe/Sofia:{end:%Y%m%dT%H%M%S}\n"
            )
        else:
            rows.append(f"DTSTART;VALUE=DATE:{day:%Y%m%d}\nDTEND;VALUE=DATE:{day + timedelta(days=1):%Y%m%d}\n")
        rows.append(f"SUMMARY:Team day {number}\\, with guests\nLOCATION:Room {number % 12}\nSEQUENCE:{number % 3}\n")
        rows.append(f"DESCRIPTION:What we talk about {number}:\\n first the numbers\\,\n  then everything else\n")
        rows.append("CREATED:20270101T080000Z\nLAST-MODIFIED:20270102T080000Z\nSTATUS:CONFIRMED\n")
        rows.append(f"RRULE:{RULES[number % 3]}\n" if number % 10 < 3 else "")
        rows.append("BEGIN:VALARM\nACTION:DISPLAY\nTRIGGER:-PT15M\nEND:VALARM\n" if number % 10 == 9 else "")
        rows.append("END:VEVENT\n")
    return "".join([*rows, "END:VCALENDAR\n"]).replace("\n", "\r\n").encode()


@dataclass(frozen=True, slots=True)
class Part:
    """One component of a calendar, as a program has it before it uses icalendar."""

    name: str
    values: list[tuple[str, Any, dict[str, str]]]  # name, value, parameters
    parts: list[Part]


def as_values(component: icalendar.Component) -> Part:
    """Return what is in a calendar as values of Python."""
    values = [
        (name, _value(one), _parameters(one))
        for name, found in component.items()
        for one in (found if isinstance(found, list) else [found])
    ]
    return Part(component.name or "", values, [as_values(part) for part in component.subcomponents])


def build(part: Part) -> icalendar.Component:
    """Make the components with icalendar."""
    made = icalendar.Component.get_component_class(part.name)()
    for name, value, parameters in part.values:
        made.add(name, value, parameters)
    for inner in part.parts:
        made.add_component(build(inner))
    return made


def content(data: bytes) -> list[str]:
    """Return what a calendar file says, whatever the order in which it says it."""
    lines = data.decode().replace("\r\n ", "").split("\r\n")
    return sorted(";".join(sorted(line.split(";"))) if line.startswith("RRULE") else line for line in lines)


def _value(found: Any) -> Any:
    match found:
        case icalendar.vDDDTypes() | icalendar.vDatetime() | icalendar.vDate():
            return found.dt
        case icalendar.vDDDLists():
            return [one.dt for one in found.dts]
        case icalendar.vCategory():
            return [str(one) for one in found.cats]
        case icalendar.vUTCOffset():
            return found.td
        case icalendar.vRecur():
            return dict(found)
        case int():
            return int(found)
        case _:
            return str(found)


def _parameters(found: Any) -> dict[str, str]:
    """Return what icalendar does not find out by itself."""
    if isinstance(found, str):
        return dict(found.params)
    return {name: value for name, value in getattr(found, "params", {}).items() if name not in {"TZID", "VALUE"}}
