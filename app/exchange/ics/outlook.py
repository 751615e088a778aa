"""Rules of repetition that Outlook skips, and how to write them so that it does not (MS-OXCICAL 2.1.3.2.2)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from typing import Final

from app.calendar.event import Event
from app.calendar.rhythm.expand import starts_of
from app.calendar.rhythm.raw_rule import EXCLUDED, lines_of
from app.calendar.rhythm.rule import WEEKDAYS, parts_of
from app.calendar.start import read
from app.exchange.ics.choice import Part
from app.exchange.ics.rule import ending
from app.message import Message, say

LONGEST_COUNT: Final = 999
FARTHEST: Final = date(2399, 12, 31)
SOON: Final = 400  # days in which the occurrences that lie closest are looked for
CLOSEST_OF: Final = 60
NEVER: Final = frozenset({"BYWEEKNO", "BYYEARDAY", "BYHOUR", "BYMINUTE"})
GROUPS: Final = ({*WEEKDAYS}, {*WEEKDAYS[:5]}, {*WEEKDAYS[5:]})  # the lists of days that have a name: weekday, weekend


def trouble(event: Event) -> Message | None:
    """Return why Outlook would skip a series, or None when it takes it."""
    lines = lines_of(event.rrule)
    if any(text.startswith(EXCLUDED) for text in lines):  # RFC 5545 dropped EXRULE; few programs still read it
        return say("exchange.outlook.excluded", title=event.title)
    if len(lines) > 1 or event.rdates:
        return say("exchange.outlook.dates", title=event.title)
    parts = _parts(lines[0]) if lines else None
    if lines and parts is None:
        return say("exchange.outlook.rule", title=event.title)
    if not parts:
        return None
    if int(parts.get("COUNT", "0")) > LONGEST_COUNT:
        return say("exchange.outlook.count", title=event.title, n=LONGEST_COUNT)
    if _choices(parts):
        return say("exchange.outlook.two", title=event.title)
    if not _has_template(parts):
        return say("exchange.outlook.rule", title=event.title)
    return say("exchange.outlook.overlap", title=event.title) if _overlaps(event) else None


def _overlaps(event: Event) -> bool:
    """Whether an occurrence lasts until after the next has begun, which Outlook for Mac refuses."""
    if event.length == 1 or event.day is None:
        return False
    starts = starts_of(event, event.day, min(event.day + timedelta(days=SOON), FARTHEST))[:CLOSEST_OF]
    gaps = ((after[0] - before[0]).days for before, after in pairwise(starts))
    return min(gaps, default=event.length) < event.length


def in_parts(event: Event) -> list[Event]:
    """Return a series as several that Outlook takes, with the same occurrences; just itself when it cannot be."""
    lines = lines_of(event.rrule)
    parts = _parts(lines[0]) if len(lines) == 1 and not event.rdates else None
    if not parts or event.day is None:
        return [event]
    choices = _choices(parts)
    if not any(_holds(name, choice, event.day) for name, choice in choices):
        return [event]
    last = starts_of(event, event.day, FARTHEST)[-1] if "COUNT" in parts else None
    made = []
    for name, choice in choices:
        rule = ";".join(f"{key}={choice if key == name else value}" for key, value in parts.items())
        one = replace(event, rrule=ending(rule, event, last) if last else rule)
        if not _holds(name, choice, event.day):
            later = starts_of(one, event.day + timedelta(days=1), FARTHEST)[:1]
            if not later:
                continue
            one = replace(one, day=later[0][0])
        made.append(one)
    return sorted(made, key=lambda one: one.day or date.min)


def pieces(part: Part) -> list[Part]:
    """Return a series as those that Outlook takes, each with the exceptions of its own days."""
    made = []
    left = dict(part.overrides)
    for number, event in enumerate(in_parts(part.event), 1):
        mine = {original: override for original, override in left.items() if gives(event, original)}
        without = frozenset(original for original in part.without if gives(event, original))
        left = {original: override for original, override in left.items() if original not in mine}
        made.append(Part(event, mine, without, number, part.event.rrule if number == 1 else ""))
    if made[0].event is part.event:
        return [part]
    made[0].overrides.update(left)  # such as no rule gives
    return made


def gives(event: Event, original: str) -> bool:
    """Whether a series begins at an original start."""
    start = read(original)
    return start in starts_of(event, start[0], start[0])


def _parts(rule: str) -> dict[str, str] | None:
    try:
        return None if rule.startswith(EXCLUDED) else parts_of(rule)
    except ValueError:
        return None


def _choices(parts: dict[str, str]) -> list[tuple[str, str]]:
    """Return the choices of a rule that can stand in a series each, such as the second and the fourth Tuesday."""
    lists = [name for name in ("BYDAY", "BYMONTHDAY", "BYMONTH") if "," in parts.get(name, "")]
    if len(lists) != 1 or parts.get("FREQ") not in {"MONTHLY", "YEARLY"} or parts.keys() & {*NEVER, "BYSETPOS"}:
        return []
    choices = parts[lists[0]].split(",")
    if lists == ["BYDAY"] and ("BYMONTHDAY" in parts or not all(choice[:-2] for choice in choices)):
        return []
    if parts["FREQ"] == "YEARLY" and "BYMONTH" not in parts:
        return []
    return [(lists[0], choice) for choice in choices]


def _holds(name: str, choice: str, day: date) -> bool:
    """Whether a day is one that the choice lets pass."""
    after = day + timedelta(days=1)
    left = ((day.replace(day=28) + timedelta(days=4)).replace(day=1) - after).days  # days of the month after this one
    match name:
        case "BYMONTH":
            return day.month == int(choice)
        case "BYMONTHDAY":
            return int(choice) in (day.day, -left - 1)
        case _:
            numbers = ((day.day - 1) // 7 + 1, -(left // 7 + 1))
            return WEEKDAYS[day.weekday()] == choice[-2:] and int(choice[:-2]) in numbers


def _has_template(parts: dict[str, str]) -> bool:
    """Whether the rule is one of the patterns that Outlook keeps."""
    given = {name for name in parts if name.startswith("BY")}
    days = parts.get("BYDAY", "")
    match parts.get("FREQ"):
        case "DAILY":
            return not given
        case "WEEKLY":
            return not given - {"BYDAY"}
        case "MONTHLY":
            return _monthly_template(given, days, parts)
        case "YEARLY":
            return not given or ("BYMONTH" in given and _monthly_template(given - {"BYMONTH"}, days, parts))
    return False


def _monthly_template(given: set[str], days: str, parts: dict[str, str]) -> bool:
    if not given:
        return True
    if given == {"BYMONTHDAY"}:
        return True
    if given == {"BYDAY"}:
        return days[:-2] in {"1", "2", "3", "4", "-1"}
    return (
        given == {"BYDAY", "BYSETPOS"}
        and parts["BYSETPOS"] in {"1", "2", "3", "4", "-1"}
        and (days in WEEKDAYS or {*days.split(",")} in GROUPS)
    )
