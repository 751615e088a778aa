"""Moves a whole series: the rhythm follows the day that one occurrence was moved to."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Collection
from dataclasses import replace
from datetime import date, time, timedelta

from app.calendar.event import Event, Override
from app.calendar.overridden import as_fields, own_fields
from app.calendar.rhythm.expand_rule import day_in_month, days_of, end_of
from app.calendar.rhythm.raw_rule import EXCLUDED, lines_of, read_raw
from app.calendar.rhythm.raw_shift import shifted_rules
from app.calendar.rhythm.rule import LAST, Freq, Rule
from app.calendar.rhythm.until import retimed, rule_of
from app.calendar.series import Change, Series
from app.calendar.start import read, shifted, written
from app.errors import KnownError
from app.message import say

Moves = Callable[[str], str | None]  # where an original start is after the change; None when it is no more


def whole(series: Series, change: Change, anchor: date) -> tuple[Series, Moves]:
    """Return the series with a change of all its occurrences; `anchor` is the original day of the one that was held.

    Starts, further dates and original starts of overrides move together. A field that an occurrence had of its own
    gives way to the new value: all means all.
    """
    fields = {name: value for name, value in change.fields.items() if name != "at"}
    after = Series(replace(series.event, **fields), _cleared(series, change.fields.keys()))
    steps: list[Moves] = []
    if change.days and after.event.repeats:
        steps.append(_movement(after.event, change.days, anchor))
        event = _moved(after.event, change.days, anchor, steps[-1])
        after = Series(event, _at_their_places(after.overrides.values(), steps[-1], timedelta(change.days)))
    if "at" in change.fields and change.fields["at"] != after.event.at:
        at = change.fields["at"]
        steps.append(lambda original: written((read(original)[0], at)))
        after = Series(_retimed(after.event, at), _at_their_places(after.overrides.values(), steps[-1], timedelta()))

    def moves(original: str) -> str | None:
        place: str | None = original
        for step in steps:
            place = place and step(place)
        return place

    return after, moves


def follow(rule: Rule, start: date, old: date, new: date) -> Rule:
    """Return the rhythm that has `new` where `rule`, begun at `start`, has `old`; it still ends when it did."""
    days = (new - old).days
    if rule.freq is Freq.DAILY:
        return rule
    if rule.freq is Freq.WEEKLY:
        turned = tuple(sorted((weekday + days) % 7 for weekday in rule.weekdays or (start.weekday(),)))
        apart = rule.interval > 1 and len(turned) > 1
        return replace(rule, weekdays=turned, week_start=(rule.week_start + days) % 7 if apart else 0)
    month = new.month if rule.freq is Freq.YEARLY else 0
    if rule.ordinal:
        return replace(rule, month=month, weekdays=(new.weekday(),), ordinal=_ordinal(rule, new))
    last = rule.month_day == LAST and new.day == monthrange(new.year, new.month)[1]
    return replace(rule, month=month, month_day=LAST if last else new.day)


def _ordinal(rule: Rule, new: date) -> int:
    """Return which of its weekday in the month a day is; a last one stays the last, a fifth becomes it."""
    ordinal = (new.day - 1) // 7 + 1
    in_last_week = new.day > monthrange(new.year, new.month)[1] - 7
    return LAST if ordinal == 5 or (rule.ordinal == LAST and in_last_week) else ordinal


def _followed(rule: Rule, start: date, days: int, anchor: date) -> tuple[Rule, date]:
    """Return the moved rhythm and the day that led it."""
    if _monthly(rule) and day_in_month(rule, start, anchor.year, anchor.month) != anchor.toordinal():
        anchor = _first(rule, start)  # a further date was held: the rhythm moves by as many days
    return follow(rule, start, anchor, anchor + timedelta(days=days)), anchor


def _moved(event: Event, days: int, anchor: date, moves: Moves) -> Event:
    """Return the series some days later."""
    start, rule = event.day, rule_of(event)
    assert start
    rdates = tuple(shifted(text, days) for text in event.rdates)
    if rule is None:
        rrule = shifted_rules(event, days) if event.rrule else ""
        return replace(event, day=start + timedelta(days=days), rrule=rrule, rdates=rdates)
    new, _ = _followed(rule, start, days, anchor)
    place = moves(written((start, event.at)))
    day = read(place)[0] if place else _first(new, start + timedelta(days=days))
    new = replace(new, until=_until(rule, start, days, moves), count=_count(rule, new, start, day, moves))
    return replace(event, day=day, rrule=new.text(timed=event.at is not None), rdates=rdates)


def _movement(event: Event, days: int, anchor: date) -> Moves:
    """Return where each original start goes: some days on, or in a monthly rhythm to the new day of its month."""
    start, rule = event.day, rule_of(event)
    assert start
    if rule is None or not _monthly(rule):
        return lambda original: shifted(original, days)
    new, held = _followed(rule, start, days, anchor)
    target = held + timedelta(days=days)
    months = (target.year - held.year) * 12 + target.month - held.month

    def moves(original: str) -> str | None:
        day, at = read(original)
        if original in event.rdates or day_in_month(rule, start, day.year, day.month) != day.toordinal():
            return shifted(original, days)
        year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
        there = day_in_month(new, start, year, month + 1)
        return written((date.fromordinal(there), at)) if there else None

    return moves


def _at_their_places(overrides: Collection[Override], moves: Moves, by: timedelta) -> dict[str, Override]:
    """Return overrides at their new original starts; what was moved by hand moves on by as many days."""
    placed = {}
    for override in overrides:
        original = moves(override.original)
        if original is None:
            continue
        own = own_fields(override)
        if own.get("day"):
            own["day"] += by
            if own["day"] == read(original)[0]:
                del own["day"]
        if own or override.cancelled or override.foreign:
            placed[original] = replace(override, original=original, fields=as_fields(own))
    return placed


def _monthly(rule: Rule) -> bool:
    return rule.freq in {Freq.MONTHLY, Freq.YEARLY}


def _first(rule: Rule, low: date) -> date:
    return next(iter(days_of(rule, low, low, low + timedelta(days=366 * 8))), low)


def _until(rule: Rule, start: date, days: int, moves: Moves) -> date | None:
    """Return the last day of the moved rhythm: in a monthly one that of its last occurrence."""
    if rule.until is None or not _monthly(rule):
        return rule.until and rule.until + timedelta(days=days)
    there = days_of(rule, start, start, date.fromordinal(end_of(rule, start)))
    last = there[-1] if there else start
    place = moves(last.isoformat())
    return read(place)[0] if place else last + timedelta(days=days)


def _count(old: Rule, new: Rule, start: date, day: date, moves: Moves) -> int:
    """Return how often the moved rhythm takes place: where months are passed over, up to the same last one."""
    if not old.count or not _monthly(old):
        return old.count
    last = moves(date.fromordinal(end_of(old, start)).isoformat())
    endless = replace(new, count=0, until=None)
    return len(days_of(endless, day, day, read(last)[0])) if last else old.count


def _cleared(series: Series, names: Collection[str]) -> dict[str, Override]:
    """Return the overrides without some fields; those that have nothing left go."""
    cleared = {}
    for original, override in series.overrides.items():
        fields = tuple((name, text) for name, text in override.fields if name not in names)
        if override.cancelled or fields or override.foreign:
            cleared[original] = replace(override, fields=fields)
    return cleared


def _retimed(event: Event, at: time | None) -> Event:
    """Return the series at another time, or as whole days: further dates and UNTIL follow."""
    rule = rule_of(event)
    rrule = rule.text(timed=at is not None) if rule else _raw_retimed(event, at)
    rdates = tuple(written((read(text)[0], at)) for text in event.rdates)
    return replace(event, at=at, rrule=rrule, rdates=rdates)


def _raw_retimed(event: Event, at: time | None) -> str:
    rules = [read_raw(line.removeprefix(EXCLUDED)) for line in lines_of(event.rrule)]
    if any(rule.hours or rule.minutes for rule in rules):
        raise KnownError(say("rule.cannot_retime", title=event.title), say("rule.cannot_retime.do"))
    return retimed(event.rrule, event.at, at, event.zone)
