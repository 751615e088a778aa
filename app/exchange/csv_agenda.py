"""The agenda as a table: one row for each occurrence, every field in a column of its own."""

from __future__ import annotations

from typing import Final

from app.calendar.occurrence import Occurrence
from app.exchange.agenda import MESSAGE_TEXTS, STATUS_TEXTS, Listing, Words, end_of
from app.exchange.csv_writing import Cell, write_table
from app.exchange.ics.own_lines import uid_of
from app.exchange.ics.text import public_text
from app.message import Message

HEAD_TEXTS: Final = (
    "exchange.csv.first_day", "exchange.csv.last_day", "exchange.csv.from", "exchange.csv.to", "exchange.csv.zone",
    "field.title", "field.kind", "field.status", "field.program", "field.personas", "field.stage", "field.channel",
    "field.owner", "field.message", "exchange.csv.prep", "exchange.csv.live", "field.impact", "field.ease", "field.kpi",
    "field.success", "field.call_to_action", "field.public_text", "field.notes", "field.link", "exchange.csv.series",
)  # fmt: skip


def agenda_csv(listing: Listing, words: Words, separator: str = ",") -> bytes:
    """Return the agenda as CSV; days and times are ISO 8601, so that they sort and are understood everywhere."""
    rows: list[list[Cell]] = [[words(Message(head)) for head in HEAD_TEXTS]]
    rows += [_row(listing, one, words) for one in listing.occurrences()]
    return write_table(rows, separator)


def _row(listing: Listing, one: Occurrence, words: Words) -> list[Cell]:
    event, end = one.event, end_of(one)
    zone = listing.plan.playbook.zone if one.kept else event.zone  # of the times in this row
    message = MESSAGE_TEXTS.get(event.message)
    names = {field: listing.names(one, field) for field in ("kind", "program", "personas", "stage", "channel", "owner")}
    return [
        one.day.isoformat(),
        one.last_day.isoformat(),
        one.at.isoformat("minutes") if one.at else None,
        end.time().isoformat("minutes") if end else None,
        zone if one.at else None,
        event.title,
        names["kind"],
        words(Message(STATUS_TEXTS[event.status])),
        *(names[field] for field in ("program", "personas", "stage", "channel", "owner")),
        words(Message(message)) if message else None,
        event.prep,
        event.live,
        event.impact or None,
        event.ease or None,
        listing.names(one, "kpi"),
        event.success,
        event.call_to_action,
        public_text(event, listing.plan.playbook.language),
        event.notes,
        event.link,
        uid_of(event) if one.repeats else None,
    ]
