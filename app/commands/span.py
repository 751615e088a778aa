"""From when to when a command looks."""

from __future__ import annotations

from datetime import date, timedelta

from app.calendar.filter import KEYS, EventFilter
from app.calendar.plan import Plan
from app.calendar.quarter import Quarter
from app.commands.arguments import Given
from app.errors import KnownError
from app.message import say

Span = tuple[date, date]  # first and last day


def span_of(given: Given, plan: Plan) -> Span:
    """Return the days from --from up to, not including, --to; what is not given is that of the quarter."""
    quarter = Quarter(plan.playbook.start, plan.playbook.first_weekday)
    first, end = given.day("--from"), given.day("--to")
    if first is None:
        first = min(quarter.first, end - timedelta(days=1)) if end else quarter.first
    if end is None:
        end = max(quarter.last, first) + timedelta(days=1)
    if end <= first:
        remedy = say("command.error.span.do", option_from="--from", option_to="--to")
        raise KnownError(say("command.error.span", first=first, end=end), remedy)
    return first, end - timedelta(days=1)


def filter_of(given: Given) -> EventFilter:
    """Return the filter that the --filter options make; KnownError when a key is none."""
    terms = []
    for term in given.all("--filter"):
        key, equals, value = term.partition("=")
        if not equals or key not in KEYS:
            raise KnownError(
                say("command.error.filter", term=term), say("command.error.filter.do", keys=", ".join(KEYS))
            )
        terms.append((key, value))
    return EventFilter(tuple(terms))
