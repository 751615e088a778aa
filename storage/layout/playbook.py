"""Tables of what every playbook has: itself, who is in it, and how things lead to each other."""

from __future__ import annotations

from typing import Final

from storage.columns import amount, day, key, number, several, text
from storage.table import index, table, unique

TABLES: Final = (
    table(
        "playbook",
        "app.playbook.playbook:Playbook",
        key(),
        text("name", "lead", "language"),
        day("start", optional=False),
        amount("first_weekday"),
        text("zone"),
        number("capacity"),
        several("holidays"),
        several("quiet_days", "number"),
        amount("work_from", "work_to"),
    ),
    table("person", "app.playbook.playbook:Person", key(), text("name"), amount("position")),
    table(
        "link",
        "app.playbook.link:Link",
        key(),
        text("from_kind", "from_id", "to_kind", "to_id", "role"),
        unique("from_kind", "from_id", "to_kind", "to_id", "role"),
        index("link_to", "to_kind", "to_id"),
    ),
    table(
        "saved_filter",
        "app.calendar.filter:SavedFilter",
        key(),
        text("name"),
        several("terms", "pair"),
        amount("position"),
    ),
    table(
        "week_capacity",
        "app.playbook.playbook:WeekCapacity",
        key(),
        day("week", optional=False),
        number("hours"),
        unique("week"),
    ),
    table(
        "revision",
        "app.playbook.revision:Revision",
        key(),
        text("of_kind", "of_id"),
        amount("at"),
        text("text"),
        index("revision_of", "of_kind", "of_id"),
        logged=False,
    ),
    table(
        "reading",
        "app.purpose.reading:Reading",
        key(),
        text("of_kind", "of_id"),
        day("day", optional=False),
        number("value"),
        text("source"),
        index("reading_of", "of_kind", "of_id"),
    ),
)
