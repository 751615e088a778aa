"""Every source of activity: what it is called and what reads it. Their modules are imported when they are asked."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from typing import Final, cast

from app.exchange.reading import Reader, Source
from app.message import Message, say


@dataclass(frozen=True, slots=True)
class Entry:
    """One source."""

    id: str  # stands in the ledger, and after --as
    reads: str  # its module
    name: Message

    def module(self) -> Source:
        """Return what reads it."""
        return cast("Source", import_module(self.reads))


SOURCES: Final = (  # the first that recognises an export reads it
    Entry("slack", "app.exchange.slack.source", say("activity.source.slack")),
    Entry("slack_analytics", "app.exchange.slack.analytics_source", say("activity.source.slack_analytics")),
    Entry("discourse", "app.exchange.discourse.source", say("activity.source.discourse")),
)
IDS: Final = tuple(entry.id for entry in SOURCES)


def source_of(reader: Reader, wanted: str = "") -> Entry | None:
    """Return the source of an export: the one that is wanted, else the one that recognises it, None when none does."""
    for entry in SOURCES:
        if wanted == entry.id or (not wanted and entry.module().recognise(reader)):
            return entry
    return None


def entry_of(id: str) -> Entry | None:
    """Return a source by its id, None for one that this program does not know."""
    return next((entry for entry in SOURCES if entry.id == id), None)
