"""What a person should know about a rhythm before relying on it, and a rhythm to take instead."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise

from app.calendar.rhythm.expand_rule import days_of
from app.calendar.rhythm.rule import LAST, Freq, Rule
from app.message import Message, say


@dataclass(frozen=True, slots=True)
class RuleWarning:
    """Something to know about a rhythm; `instead` is the RRULE value of one without it, `offer` says which."""

    what: Message
    offer: Message | None = None
    instead: str = ""


def warnings(rrule: str, start: date, length: int = 1, *, timed: bool = False) -> list[RuleWarning]:
    """Return what is to be known about a rhythm that begins on a day, of an event that covers `length` days.

    What Outlook would skip is told by `app.exchange.ics.outlook.trouble`.
    """
    rule = Rule.parse(rrule)
    if rule is None:
        return []
    found = [warning for warning in (_skips(rule, start, timed=timed), _overlaps(rule, start, length)) if warning]
    if not days_of(rule, start, start, start + timedelta(days=366 * 8)):
        found.append(RuleWarning(say("rule.warn.never")))
    return found


def _skips(rule: Rule, start: date, *, timed: bool) -> RuleWarning | None:
    """Tell that a rhythm passes over the periods that have no such day (RFC 5545 has it so)."""
    if rule.freq not in {Freq.MONTHLY, Freq.YEARLY}:
        return None
    yearly = rule.freq is Freq.YEARLY
    if rule.ordinal == 5:
        last = replace(rule, ordinal=LAST).text(timed=timed)
        return RuleWarning(say("rule.warn.no_fifth"), say("rule.offer.last_weekday"), last)
    day, month = rule.month_day or start.day, rule.month or start.month
    if rule.ordinal or (day <= 28 if not yearly else (day, month) != (29, 2)):
        return None
    last = replace(rule, month_day=LAST, month=month if yearly else 0).text(timed=timed)
    what = say("rule.warn.leap_day") if yearly else say("rule.warn.short_months", day=day)
    return RuleWarning(what, say("rule.offer.last_day"), last)


def _overlaps(rule: Rule, start: date, length: int) -> RuleWarning | None:
    """Tell that one occurrence is not over when the next begins, which some calendars refuse."""
    days = days_of(rule, start, start, start + timedelta(days=2 * length + 31))
    close = any((following - day).days < length for day, following in pairwise(days))
    return RuleWarning(say("rule.warn.overlaps", n=length)) if close else None
