"""Gives a series its rhythm, takes it to the backlog and back; its first day is always on its rule."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from app.calendar.event import Event
from app.calendar.rhythm.expand import starts_of
from app.calendar.rhythm.expand_rule import FOREVER, days_of, end_of
from app.calendar.rhythm.raw_rule import refusal
from app.calendar.rhythm.rule import Freq, Rule
from app.calendar.rhythm.until import rule_of, tidied
from app.calendar.series import Series
from app.calendar.shift import follow
from app.calendar.start import read, written
from app.errors import KnownError
from app.message import say

YEARS_AHEAD: Final = 30  # so far a first day is looked for: no leap day is farther than eight


def with_rule(series: Series, rrule: str) -> Series:
    """Return the series with another rhythm, or as a single event with ""; overrides that it still has room for stay.

    The first day moves on to the first one of the rhythm. KnownError when the rule is refused, or gives no day at all.
    """
    event = series.event
    if not rrule:
        first = series.occurrence(written((event.day, event.at))) if event.day and event.repeats else None
        single = replace(first.event, day=first.day) if first else event
        return Series(replace(single, rrule="", rdates=()))
    why = refusal(rrule)
    if why:
        raise KnownError(say("rule.refused"), why)
    event = _begun(event, rrule)
    return Series(event, {text: it for text, it in series.overrides.items() if gives(event, text)})


def gives(event: Event, original: str) -> bool:
    """Return whether a series has an occurrence with an original start."""
    start = read(original)
    return start in starts_of(event, start[0], start[0])


def waiting(event: Event) -> Event:
    """Return a series or single event for the backlog; how often it takes place is kept, instead of until when."""
    rule = rule_of(event)
    if rule and rule.until and event.day:
        left = days_of(rule, event.day, event.day, rule.until)
        rule = replace(rule, until=None, count=max(1, len(left)))
    rrule = rule.text(timed=event.at is not None) if rule else event.rrule
    return replace(event, day=None, rrule=rrule, rdates=())


def planned(event: Event, day: date) -> Event:
    """Return an event of the backlog on a day; a rhythm turns to that day."""
    rule = rule_of(event)
    rrule = starting(rule, day).text(timed=event.at is not None) if rule else event.rrule
    return replace(event, day=day, rrule=rrule)


def starting(rule: Rule, day: date) -> Rule:
    """Return the rhythm turned as little as needed to hold a day."""
    if rule.freq is not Freq.WEEKLY:
        return follow(rule, day, day, day) if rule.ordinal or rule.month_day else rule
    back = min(((day.weekday() - weekday) % 7 for weekday in rule.weekdays), default=0)
    return follow(rule, day, day - timedelta(days=back), day) if back else rule


def _begun(event: Event, rrule: str) -> Event:
    """Return the event with a rule, from the first day that the rule gives."""
    rrule = tidied(rrule, event.at, event.zone)
    rule = Rule.parse(rrule)
    if rule is None or event.day is None:
        return replace(event, rrule=rrule if rule is None else rule.text(timed=event.at is not None))
    last = min(end_of(rule, event.day), event.day.toordinal() + 366 * YEARS_AHEAD, FOREVER)
    days = days_of(rule, event.day, event.day, date.fromordinal(last)) if last >= event.day.toordinal() else []
    if not days:
        raise KnownError(say("rule.empty", title=event.title), say("rule.empty.do"))
    return replace(event, day=days[0], rrule=rule.text(timed=event.at is not None))
