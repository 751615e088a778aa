"""The analytics that a Slack workspace gives as a table: figures that it counted itself, a row a day."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import Final

from app.activity.incoming import Block, InFigure, Space
from app.errors import ImportRejected
from app.exchange.reading import Gathering, Reader
from app.exchange.tables.csv_rows import Row, form_of, head_of, rows_of
from app.exchange.tables.dates import day_of, order_of
from app.exchange.tables.numbers import number_of
from app.message import Message, say

KIND: Final = "slack"
DATE: Final = "date"
KNOWN: Final = frozenset(
    {"daily active members", "weekly active members", "messages posted", "daily members posting messages"}
)
MEASURES: Final = {
    "daily active members": "daily_active",
    "weekly active members": "weekly_active",
    "daily members posting messages": "daily_posting",
    "weekly members posting messages": "weekly_posting",
    "messages posted": "messages_so_far",
    "messages in public channels": "messages_public",
    "messages in private channels": "messages_private",
    "messages in shared channels": "messages_shared",
    "messages in dms": "messages_direct",
    "total enabled membership": "members_enabled",
    "enabled full members": "members_full_enabled",
    "enabled guests": "guests_enabled",
    "total full members": "members_full",
    "total guests": "guests",
    "total members": "members",
    "total claimed members": "members_claimed",
}
LOOKED_AT: Final = 2_000  # rows whose days tell the order of dates
CANNOT_TELL: Final[tuple[Message, ...]] = (
    say("source.slack_analytics.no_people"),
    say("source.slack_analytics.views"),
)


def recognise(reader: Reader) -> bool:
    """Return whether this is one table with the columns of Slack's analytics."""
    names = reader.names()
    if len(names) != 1:
        return False
    head = _columns(head_of(reader, names[0]))
    return DATE in head and len(KNOWN & head.keys()) >= 2


def space(reader: Reader) -> Space:
    """Return the workspace, which only the name of the file may tell: what stands before "analytics" in it."""
    before = re.match(r"(.*?)[\W_]*(?:(?:member|workspace)\s)?analytics", reader.name, re.IGNORECASE)
    named = before.group(1).strip().casefold() if before else ""
    return Space(KIND, f"analytics:{named}"[:200], "")


def blocks(reader: Reader) -> Iterator[Block]:
    """Yield the figures of every day."""
    gathered = Gathering()
    name = gathered.file = reader.names()[0]
    form = form_of(reader, name)
    columns = _columns(head_of(reader, name))
    if DATE not in columns:
        raise ImportRejected(name, "1", say("source.refused.shape"))
    wanted = [(MEASURES[title], at) for title, at in columns.items() if title in MEASURES]
    column = columns[DATE]
    sample = islice(rows_of(reader, name, form), 1, LOOKED_AT)
    order = order_of(row.cells[column] for row in sample if row.cells and len(row.cells) > column)
    for row in islice(rows_of(reader, name, form), 1, None):
        _lay(gathered, row, column, order, wanted)
        if gathered.full():
            yield from gathered.handed_out()
    yield from gathered.handed_out()


def _lay(gathered: Gathering, row: Row, column: int, order: str, wanted: list[tuple[str, int]]) -> None:
    cells = row.cells or []
    day = day_of(cells[column], order) if len(cells) > column else None
    if day is None:
        gathered.refuse(row.line, say("source.refused.day"))
        return
    for measure, at in wanted:
        value = number_of(cells[at]) if at < len(cells) and cells[at].strip() else None
        if value is not None:
            gathered.figures.append(InFigure(measure, day.isoformat(), value))


def _columns(head: tuple[str, ...]) -> dict[str, int]:
    found: dict[str, int] = {}
    for at, title in enumerate(head):
        found.setdefault(title.strip().casefold(), at)
    return found
