"""Takes apart a series that was changed from some occurrence on (RANGE=THISANDFUTURE): one series for each stretch."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Final, NamedTuple

from app.calendar.event import Event, Override
from app.calendar.rhythm.expand import starts_of
from app.calendar.rhythm.raw_rule import EXCLUDED, lines_of
from app.calendar.rhythm.rule import WEEKDAYS, parts_of
from app.calendar.start import Start, order, read, written
from app.exchange.ics.rule import ending, without_end

AHEAD: Final = timedelta(days=3660)  # so far days are written out when no rule has them
DATES_MOST: Final = 2_000
FARTHEST: Final = date(2399, 12, 31)
LAST_SAFE_DAY: Final = 28  # every month has it


class Stretch(NamedTuple):
    """One of the series that a series becomes."""

    event: Event
    overrides: dict[str, Override]
    original: str  # the start at which it was changed, "" for what came before
    cut: bool  # whether days far ahead are left out, because no rule has them


class UnclearError(Exception):
    """No series have these occurrences."""


def stretches(series: Event, overrides: Mapping[str, Override], changes: Mapping[str, Event]) -> list[Stretch]:
    """Return the series of each stretch; `changes` are the events of those that changed, by original start."""
    rules = lines_of(series.rrule)
    if len(rules) != 1 or rules[0].startswith(EXCLUDED) or series.day is None:
        raise UnclearError
    bounds = sorted(changes)
    begin = written((series.day, series.at))
    made = []
    for original, end in zip(["", *bounds], [*bounds, ""], strict=True):
        first = original or begin
        if end and end <= first:
            continue
        changed = changes.get(original, series)
        made.append(_stretch(series, overrides, changed, first, end)._replace(original=original))
    return made


def _stretch(series: Event, overrides: Mapping[str, Override], changed: Event, first: str, end: str) -> Stretch:
    """Return the series from an original start up to another, as it was changed."""
    assert changed.day
    shift = timedelta(0)
    if changed is not series:
        shift = datetime.combine(changed.day, changed.at or time.min) - _moment(first)
    if (changed.at is None) != (series.at is None):
        raise UnclearError
    starts = _starts_between(series, first, end)
    mine = {key: one for key, one in overrides.items() if first <= key and (not end or key < end)}
    moved = {_shifted(key, shift): replace(one, original=_shifted(key, shift)) for key, one in mine.items()}
    rule = _shifted_rule(without_end(series.rrule), series, shift)
    last = starts[-1] if end or _is_finite(series) else None
    day, at = read(_shifted(first, shift))
    event = replace(changed, day=day, at=at, rrule="", rdates=(), zone=series.zone)
    if rule:
        further = [text for text in series.rdates if first < text and (not end or text < end)]
        event = replace(event, rdates=tuple(_shifted(text, shift) for text in further))
        end_start = read(_shifted(written(last), shift)) if last else None
        return Stretch(replace(event, rrule=ending(rule, event, end_start) if end_start else rule), moved, "", False)
    dates = tuple(_shifted(written(start), shift) for start in starts[:DATES_MOST])
    return Stretch(replace(event, rdates=dates), moved, "", last is None or len(starts) > DATES_MOST)


def _starts_between(series: Event, first: str, end: str) -> list[Start]:
    begin = read(first)
    until = read(end)[0] if end else FARTHEST if _is_finite(series) else min(begin[0] + AHEAD, FARTHEST)
    starts = [start for start in starts_of(series, begin[0], until) if order(start) >= order(begin)]
    return [start for start in starts if not end or order(start) < order(read(end))] or [begin]


def _is_finite(series: Event) -> bool:
    return "COUNT=" in series.rrule or "UNTIL=" in series.rrule


def _moment(original: str) -> datetime:
    day, at = read(original)
    return datetime.combine(day, at or time.min)


def _shifted(original: str, shift: timedelta) -> str:
    moment = _moment(original) + shift
    return written((moment.date(), moment.time() if "T" in original else None))


def _shifted_rule(rule: str, series: Event, shift: timedelta) -> str:
    """Return the rule whose days lie as much later, "" when there is none."""
    assert series.day
    begin = datetime.combine(series.day, series.at or time.min)
    days = ((begin + shift).date() - series.day).days
    parts = parts_of(rule)
    given = {name for name in parts if name.startswith("BY")}
    if days == 0 and not given & {"BYHOUR", "BYMINUTE"}:
        return rule
    if parts["FREQ"] == "DAILY" and not given:
        return rule
    if parts["FREQ"] == "WEEKLY" and given <= {"BYDAY"}:
        return _later_week(parts, days)
    return _later_month(parts, given, series.day, days)


def _later_week(parts: dict[str, str], days: int) -> str:
    def later(name: str) -> str:
        return WEEKDAYS[(WEEKDAYS.index(name) + days) % 7]

    moved = dict(parts)
    if "BYDAY" in parts:
        moved["BYDAY"] = ",".join(later(name) for name in parts["BYDAY"].split(","))
        moved["WKST"] = later(parts.get("WKST", "MO"))
    return ";".join(f"{name}={value}" for name, value in moved.items())


def _later_month(parts: dict[str, str], given: set[str], first: date, days: int) -> str:
    """Only days that every month has can move, and only inside of it."""
    if parts["FREQ"] not in {"MONTHLY", "YEARLY"} or not given <= {"BYMONTHDAY", "BYMONTH"}:
        return ""
    text = parts.get("BYMONTHDAY", str(first.day))
    if not text.isdecimal() or not (int(text) <= LAST_SAFE_DAY and 1 <= int(text) + days <= LAST_SAFE_DAY):
        return ""
    moved = {**parts, "BYMONTHDAY": str(int(text) + days)}
    return ";".join(f"{name}={value}" for name, value in moved.items())
