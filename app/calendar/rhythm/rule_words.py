"""Says rhythms in words; the words themselves are in the catalogue."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from functools import reduce
from typing import Final

from app.calendar.rhythm.raw_rule import EXCLUDED, RawRule, lines_of, read_raw
from app.calendar.rhythm.rule import LAST, Freq, Rule
from app.errors import KnownError
from app.message import Message, say

FREQ_TEXTS: Final[Mapping[Freq, str]] = {
    Freq.DAILY: "rule.daily",
    Freq.WEEKLY: "rule.weekly",
    Freq.MONTHLY: "rule.monthly",
    Freq.YEARLY: "rule.yearly",
}
BARE_TEXTS: Final[Mapping[Freq, str]] = {
    Freq.DAILY: "rule.daily",
    Freq.WEEKLY: "rule.bare.weekly",
    Freq.MONTHLY: "rule.bare.monthly",
    Freq.YEARLY: "rule.bare.yearly",
}
ON_TEXTS: Final = ("rule.on.mo", "rule.on.tu", "rule.on.we", "rule.on.th", "rule.on.fr", "rule.on.sa", "rule.on.su")
DAY_TEXTS: Final = (
    "rule.day.mo", "rule.day.tu", "rule.day.we", "rule.day.th", "rule.day.fr", "rule.day.sa", "rule.day.su",
)  # fmt: skip
MONTH_TEXTS: Final = (
    "rule.month.1", "rule.month.2", "rule.month.3", "rule.month.4", "rule.month.5", "rule.month.6",
    "rule.month.7", "rule.month.8", "rule.month.9", "rule.month.10", "rule.month.11", "rule.month.12",
)  # fmt: skip
# An ordinal agrees with its weekday: Wednesday, Saturday and Sunday are feminine in Bulgarian.
ORDINAL_TEXTS: Final[Mapping[int, tuple[str, str]]] = {
    1: ("rule.ordinal.1.m", "rule.ordinal.1.f"),
    2: ("rule.ordinal.2.m", "rule.ordinal.2.f"),
    3: ("rule.ordinal.3.m", "rule.ordinal.3.f"),
    4: ("rule.ordinal.4.m", "rule.ordinal.4.f"),
    5: ("rule.ordinal.5.m", "rule.ordinal.5.f"),
    LAST: ("rule.ordinal.last.m", "rule.ordinal.last.f"),
}
FEMININE: Final = frozenset({2, 5, 6})
ANY_TIME: Final = re.compile(r"(?<=UNTIL=\d{8})T\d{6}Z?", re.IGNORECASE)  # in words the day is enough
WORKDAYS: Final = (0, 1, 2, 3, 4)


def in_words(text: str, start: date | None) -> Message:
    """Return a rhythm in words; `start`, the first day of the series, fills in what the rule leaves out."""
    rule = Rule.parse(ANY_TIME.sub("", text))
    if rule:
        return _ending(_rhythm(rule, start), rule.count, rule.until)
    lines = lines_of(text)
    said = [_foreign(line) for line in lines]
    known = [message for message in said if message]
    if not lines or len(known) < len(lines):
        return say("rule.foreign", rule=", ".join(lines))
    return listed(known)


def listed(messages: Sequence[Message]) -> Message:
    """Return messages as a list: a, b and c."""
    if len(messages) == 1:
        return messages[0]
    first = reduce(lambda done, more: say("rule.list.more", first=done, more=more), messages[:-1])
    return say("rule.list.last", first=first, last=messages[-1])


def weekday(day: int) -> Message:
    """Return the name of a weekday, 0 for Monday."""
    return Message(DAY_TEXTS[day])


def _ending(rhythm: Message, count: int, until: date | None) -> Message:
    if count:
        return say("rule.ends.count", rule=rhythm, n=count)
    if until:
        return say("rule.ends.until", rule=rhythm, day=until, year=str(until.year))
    return rhythm


def _rhythm(rule: Rule, start: date | None) -> Message:
    on = _on(rule, start)
    if on is None:
        return Message(BARE_TEXTS[rule.freq], (("n", rule.interval),))
    if rule.freq is Freq.MONTHLY and rule.interval == 3:
        return say("rule.quarterly", on=on)
    return Message(FREQ_TEXTS[rule.freq], (("n", rule.interval), ("on", on)))


def _on(rule: Rule, start: date | None) -> Message | None:
    """Return on which day of its period a rhythm falls, or None when nothing says so."""
    if rule.freq is Freq.DAILY:
        return None
    if rule.freq is Freq.WEEKLY:
        days = rule.weekdays or ((start.weekday(),) if start else ())
        return _weekdays(days) if days else None
    month = rule.month or (start.month if start else 0) if rule.freq is Freq.YEARLY else 0
    if rule.ordinal:
        return _ordinal(rule.ordinal, rule.weekdays[0], month)
    day = rule.month_day or (start.day if start else 0)
    return _month_day(day, month) if day else None


def _weekdays(days: Sequence[int]) -> Message:
    if tuple(days) == WORKDAYS:
        return say("rule.on.workdays")
    return listed([Message(ON_TEXTS[days[0]]), *map(weekday, days[1:])])


def _ordinal(ordinal: int, day: int, month: int) -> Message:
    which = Message(ORDINAL_TEXTS[ordinal][day in FEMININE])
    if month:
        return say("rule.on.ordinal_of", ordinal=which, weekday=weekday(day), month=Message(MONTH_TEXTS[month - 1]))
    return say("rule.on.ordinal", ordinal=which, weekday=weekday(day))


def _month_day(day: int, month: int) -> Message:
    if not month:
        return say("rule.on.last_day") if day == LAST else say("rule.on.day", day=day)
    name = Message(MONTH_TEXTS[month - 1])
    return say("rule.on.last_day_of", month=name) if day == LAST else say("rule.on.date", day=day, month=name)


def _foreign(line: str) -> Message | None:
    """Return in words what came in and the editor cannot express, or None when these words do not suffice."""
    try:
        rule = None if line.startswith(EXCLUDED) else read_raw(line)
    except KnownError:
        return None
    on = _foreign_on(rule) if rule else None
    if rule is None or not on:
        return None
    until = date.fromisoformat(rule.until[:8]) if rule.until else None
    rhythm = Message(FREQ_TEXTS[rule.freq], (("n", rule.interval), ("on", listed(on))))
    return _ending(rhythm, rule.count, until)


def _foreign_on(rule: RawRule) -> list[Message]:
    if rule.weeks or rule.year_days or rule.hours or rule.minutes or (rule.month_days and rule.weekdays):
        return []
    if rule.freq not in {Freq.MONTHLY, Freq.YEARLY} or (rule.freq is Freq.YEARLY) != bool(rule.months):
        return []
    days = rule.weekdays
    months = rule.months or (0,)
    if rule.positions:
        plain = tuple(day for ordinal, day in days if not ordinal) == WORKDAYS == tuple(day for _, day in days)
        if not plain or rule.months or rule.positions not in {(1,), (LAST,)}:
            return []
        return [say("rule.on.first_workday") if rule.positions == (1,) else say("rule.on.last_workday")]
    if days and all(ordinal in ORDINAL_TEXTS for ordinal, _ in days):
        ordered = sorted(days, key=lambda it: it[0] % 99)  # the last one last
        return [_ordinal(ordinal, day, month) for month in months for ordinal, day in ordered]
    if rule.month_days and all(day > 0 or day == LAST for day in rule.month_days):
        return [_month_day(day, month) for month in months for day in sorted(rule.month_days, key=lambda it: it % 99)]
    return []
