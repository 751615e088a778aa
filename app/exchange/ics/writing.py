"""Writes the plan as an iCalendar file (RFC 5545, 7986): the same plan gives the same bytes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Final

from app.calendar.event import Event
from app.calendar.overridden import own_fields
from app.calendar.plan import Plan
from app.errors import BugError
from app.exchange.ics import outlook
from app.exchange.ics.check import problems
from app.exchange.ics.choice import Choice, Part, Profile, left_out_words
from app.exchange.ics.content_line import escape, line
from app.exchange.ics.event import Writer
from app.exchange.ics.own_lines import NAMED, shelf, x_line
from app.exchange.ics.records import record_text
from app.exchange.ics.rule import last_year
from app.exchange.ics.vtimezone import vtimezone
from app.exchange.ics.wanted import choose
from app.exchange.ics.zone import is_zone
from app.message import Message, say

PRODID: Final = "-//Sedyanka//Community playbook//EN"
EVERYTHING: Final = Choice()


@dataclass(frozen=True, slots=True)
class Written:
    """A calendar file, and what there is to say about it."""

    data: bytes
    events: int  # series and single events in it
    left_out: tuple[Message, ...] = ()
    warnings: tuple[Message, ...] = ()


def write_calendar(
    plan: Plan, profile: Profile, choice: Choice = EVERYTHING, about: Callable[[Message], str] | None = None
) -> Written:
    """Return the calendar file of a plan; `about` finds the words for its description."""
    chosen = choose(plan, profile, choice)
    parts, strays = _in_known_zones(chosen.parts)
    warnings = [say("exchange.zone_unknown", title=event.title, zone=event.zone) for event in strays]
    floating = sum(part.event.at is not None and not part.event.zone and part.event.day is not None for part in parts)
    if floating:
        warnings.append(say("exchange.floating", n=floating))
    writer = Writer(plan, profile is Profile.FULL)
    rows = list(_head(plan, profile, about))
    if profile is Profile.FULL:
        rows += _records(plan, parts)
    for zone, (first, last) in sorted(_zones(parts).items()):
        rows += vtimezone(zone, first, last)
    for part in parts:
        if part.event.day is None:
            rows += writer.todo(part.event)
            continue
        trouble = outlook.trouble(part.event) if part.event.repeats else None
        pieces = outlook.pieces(part) if trouble and choice.split else [part]
        if trouble and pieces[0] is part:
            warnings.append(trouble)
        for piece in pieces:
            rows += writer.part(piece)
    rows += ["END:VCALENDAR", ""]
    data = "\r\n".join(rows).encode("utf-8")
    wrong = problems(data)
    if wrong:
        raise BugError(f"the calendar file would be wrong: {wrong[0]}")
    return Written(data, len(parts), left_out_words(chosen), tuple(warnings))


def _head(plan: Plan, profile: Profile, about: Callable[[Message], str] | None) -> Iterator[str]:
    name = plan.playbook.name
    yield from ("BEGIN:VCALENDAR", "VERSION:2.0", line("PRODID", PRODID), "CALSCALE:GREGORIAN")
    if name:
        yield line("NAME", escape(name))
        yield line("X-WR-CALNAME", escape(name))
    if about and name:
        members = profile is Profile.MEMBERS
        words = about(say("exchange.about.members", name=name) if members else say("exchange.about.full", name=name))
        yield line("DESCRIPTION", escape(words))
        yield line("X-WR-CALDESC", escape(words))


def _records(plan: Plan, parts: list[Part]) -> Iterator[str]:
    """Yield the things that the events point to, so that they can be made where they are missing."""
    pointed = {(field, getattr(part.event, field)) for part in parts for field in NAMED if field != "personas"}
    pointed |= {("personas", persona) for part in parts for persona in part.event.personas}
    for override in (override for part in parts for override in part.overrides.values() if override.fields):
        own = own_fields(override)
        pointed |= {(field, own[field]) for field in own.keys() & NAMED.keys() - {"personas"}}
        pointed |= {("personas", persona) for persona in own.get("personas", ())}
    for field in NAMED:
        yield from (
            x_line("record", record_text(field, thing))
            for key, thing in shelf(plan, field).items()
            if (field, key) in pointed
        )


def _zones(parts: list[Part]) -> dict[str, tuple[int, int]]:
    """Return the zones that need a definition, with the first and the last year in which they are used."""
    years: dict[str, tuple[int, int]] = {}
    for event, overrides, *_ in parts:
        if event.day is None:
            continue
        moved = [int(original[:4]) for original in overrides]
        first, last = min(event.day.year, *moved, 9999), max(last_year(event), *moved, 0) + 1
        zones = {event.zone} if event.at else set[str]()
        for override in overrides.values():
            own = own_fields(override) if override.fields else {}
            if own.get("at", event.at):
                zones.add(own.get("zone", event.zone))
            if own.get("day"):
                first, last = min(first, own["day"].year), max(last, own["day"].year + 1)
        for zone in zones - {"", "UTC"}:
            known = years.get(zone, (first, last))
            years[zone] = (min(first, known[0]), max(last, known[1]))
    return years


def _in_known_zones(parts: list[Part]) -> tuple[list[Part], list[Event]]:
    """Return the parts with zones that the computer knows, and the events that lose theirs."""
    kept, strays = [], []
    for part in parts:
        if part.event.zone and not is_zone(part.event.zone):
            strays.append(part.event)
            part = part._replace(event=replace(part.event, zone=""))  # noqa: PLW2901
        kept.append(part)
    return kept, strays
