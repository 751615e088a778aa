"""Makes the files that hold text, in a child process."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from app.message import Message, say
from widgets.common.words import speaking, words
from widgets.printing.wanted import Format, Wanted

if TYPE_CHECKING:
    from app.calendar.occurrence import Occurrence
    from app.calendar.plan import Plan

SEPARATORS: Final = {"bg": ";"}  # what a spreadsheet expects where numbers have a decimal comma


@dataclass(frozen=True, slots=True)
class Made:
    """A finished file, and what there is to say about it."""

    data: bytes
    events: int
    left_out: tuple[Message, ...] = ()
    warnings: tuple[Message, ...] = ()


def make_text(report: Callable[[int, int, str], None], plan: Plan, wanted: Wanted) -> Made:
    """Return a calendar, a table or an outline of what is wanted."""
    report(0, 1, "")
    with speaking(wanted.language):
        match wanted.format:
            case Format.ICS:
                return _calendar(plan, wanted)
            case _:
                return _listing(plan, wanted)


def _calendar(plan: Plan, wanted: Wanted) -> Made:
    from app.exchange.ics.choice import Choice, Profile
    from app.exchange.ics.writing import write_calendar

    profile = Profile.MEMBERS if wanted.public else Profile.FULL
    first, last = (None, None) if wanted.all_days else (wanted.first, wanted.last)
    choice = Choice(_filter(plan, wanted), first, last, split=wanted.split)
    written = write_calendar(plan, profile, choice, words)
    return Made(written.data, written.events, written.left_out, written.warnings)


def _filter(plan: Plan, wanted: Wanted) -> Callable[[Occurrence], bool] | None:
    from app.calendar.filter import EventFilter

    chosen = EventFilter(wanted.terms)
    return (lambda occurrence: chosen.matches(occurrence, plan)) if chosen else None


def _listing(plan: Plan, wanted: Wanted) -> Made:
    from app.exchange.agenda import Listing
    from app.exchange.csv_agenda import agenda_csv
    from app.exchange.markdown_agenda import agenda_markdown

    listing = Listing(plan, wanted.first, wanted.last, _filter(plan, wanted))
    events = len(listing.occurrences())
    if wanted.format is Format.CSV:
        data = agenda_csv(listing, words, SEPARATORS.get(wanted.language, ","))
    else:
        data = agenda_markdown(listing, words).encode("utf-8")
    hidden = len(plan.occurrences(wanted.first, wanted.last)) - events
    left_out = (say("printing.left_out", n=hidden),) if hidden else ()
    return Made(data, events, (say("printing.all_fields"), *left_out))
