"""Parts a series in two at one of its occurrences: what was, and what follows."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta

from app.calendar.event import Event, Override
from app.calendar.rhythm.expand import starts_of
from app.calendar.rhythm.expand_raw import window
from app.calendar.rhythm.expand_rule import days_of
from app.calendar.rhythm.raw_rule import EXCLUDED, RawRule, lines_of, read_raw, without_end
from app.calendar.rhythm.rule import Freq
from app.calendar.rhythm.until import rule_of, until_of
from app.calendar.series import Series
from app.calendar.start import Start, order, read, written
from app.errors import KnownError
from app.message import say


def is_first(series: Series, original: str) -> bool:
    """Return whether nothing of a series is left before an occurrence, so that this and following means all."""
    event, split = series.event, read(original)
    assert event.day
    return not any(
        order(start) < order(split) and not _cancelled(series, start)
        for start in [(event.day, event.at), *map(read, event.rdates), *starts_of(event, event.day, split[0])]
    )


def parted(series: Series, original: str, child_id: str) -> tuple[Series, Series]:
    """Return the series up to an occurrence, and a new one from there on, which remembers where it comes from.

    A COUNT is shared out; overrides and further dates from the occurrence on go to the new series.
    """
    event, split = series.event, read(original)
    kept, new = _rules(event, split)
    early = tuple(text for text in event.rdates if order(read(text)) < order(split))
    late = tuple(text for text in event.rdates if order(read(text)) >= order(split))
    parent = replace(event, rrule=kept, rdates=early)
    if not kept:  # what is left of it are dates: it stays a series, with its overrides
        own = [written((event.day, event.at))] if event.day and order((event.day, event.at)) < order(split) else []
        dates = sorted({*early, *own}, key=lambda text: order(read(text)))
        parent = replace(parent, day=read(dates[0])[0], rdates=tuple(dates))
    first = _first_day(event, new, split, late)
    child = replace(
        event, id=child_id, day=first, rrule=new, rdates=late, split_from=event.id, uid="", revision=0, created=0
    )
    before: dict[str, Override] = {}
    after: dict[str, Override] = {}
    for text, override in series.overrides.items():
        if order(read(text)) < order(split):
            before[text] = override
        else:
            after[text] = replace(override, series=child_id)
    return Series(parent, before), Series(child, after)


def _cancelled(series: Series, start: Start) -> bool:
    override = series.overrides.get(written(start))
    return override is not None and override.cancelled


def _first_day(event: Event, rrule: str, split: Start, late: tuple[str, ...]) -> date:
    """Return the first day of the new series: on its rule, else the first of its further dates."""
    if not rrule:
        return read(late[0])[0] if late else split[0]
    assert event.day
    far = split[0] + timedelta(days=366 * 8)
    rule = rule_of(event)  # the whole of it: a COUNT that is left counts from the split on
    days = days_of(rule, event.day, split[0], far) if rule else [day for day, _ in starts_of(event, split[0], far)]
    return days[0] if days else split[0]


def _rules(event: Event, split: Start) -> tuple[str, str]:
    """Return the rule before and the rule from the occurrence on; "" where it gives nothing."""
    assert event.day
    rule = rule_of(event)
    if rule is None:
        return _raw_rules(event, split) if event.rrule else ("", "")
    before = len(days_of(rule, event.day, event.day, split[0] - timedelta(days=1)))
    early, late = replace(rule, until=split[0] - timedelta(days=1)), rule
    if rule.count:
        early, late = replace(rule, count=before), replace(rule, count=rule.count - before)
    timed, spent = event.at is not None, rule.count == before > 0
    return early.text(timed=timed) if before else "", "" if spent else late.text(timed=timed)


def _raw_rules(event: Event, split: Start) -> tuple[str, str]:
    """Part a rule that came in; of several lines, those that say their days whatever day the series begins with."""
    lines = lines_of(event.rrule)
    if len(lines) > 1:
        return _several_rules(event, lines, split)
    if lines[0].startswith(EXCLUDED):
        raise KnownError(say("rule.cannot_split", title=event.title), say("rule.cannot_split.do"))
    assert event.day
    line, rule = lines[0], read_raw(lines[0])
    if not rule.count:
        return f"{without_end(line)};UNTIL={_just_before(split)}", line
    starts = window(rule, event.day, event.at, event.zone, event.day, split[0])
    before = sum(order(start) < order(split) for start in starts)
    left = rule.count - before
    return f"{without_end(line)};COUNT={before}", f"{without_end(line)};COUNT={left}" if left else ""


def _several_rules(event: Event, lines: list[str], split: Start) -> tuple[str, str]:
    if not all(_says_its_days(read_raw(line.removeprefix(EXCLUDED))) for line in lines):
        raise KnownError(say("rule.cannot_split", title=event.title), say("rule.cannot_split.do"))
    ended = [line if "UNTIL=" in line and _ends_before(line, event, split) else _ended(line, split) for line in lines]
    return "\n".join(ended), event.rrule


def _ended(line: str, split: Start) -> str:
    return f"{without_end(line)};UNTIL={_just_before(split)}"


def _ends_before(line: str, event: Event, split: Start) -> bool:
    end = until_of(read_raw(line.removeprefix(EXCLUDED)).until, event.zone, timed=event.at is not None)
    return end < datetime.combine(split[0], split[1] or time.min)


def _says_its_days(rule: RawRule) -> bool:
    """Whether a rule gives the same days from any day on: nothing is counted from the first, nothing taken from it."""
    if rule.count or rule.interval > 1:
        return False
    weekdays, dates = bool(rule.weekdays), bool(rule.month_days)
    match rule.freq:
        case Freq.DAILY:
            return True
        case Freq.WEEKLY:
            return weekdays
        case Freq.MONTHLY:
            return weekdays or dates
    return bool(rule.year_days) or weekdays or (bool(rule.months) and dates)


def _just_before(split: Start) -> str:
    day, at = split
    if at is None:
        return f"{day - timedelta(days=1):%Y%m%d}"
    return f"{datetime.combine(day, at) - timedelta(seconds=1):%Y%m%dT%H%M%S}"
