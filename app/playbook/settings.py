"""Settings that travel with the playbook: each change is one step of undo."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from app.message import Message, say
from app.playbook.playbook import PLAYBOOK_ID, Playbook
from app.store import Store


def rename(store: Store, name: str) -> None:
    """Give the community another name; an empty one is no name."""
    if name:
        _set(store, say("settings.step.rename", name=name), name=name)


def set_lead(store: Store, lead: str) -> None:
    """Say who runs the community."""
    _set(store, say("settings.step.lead"), lead=lead)


def set_start(store: Store, start: date) -> None:
    """Let the quarter begin in the week of a day."""
    _set(store, say("settings.step.start", day=start), start=start)


def set_first_weekday(store: Store, weekday: int) -> None:
    """Let weeks begin on a weekday, 0 Monday … 6 Sunday."""
    _set(store, say("settings.step.first"), first_weekday=weekday)


def set_zone(store: Store, zone: str) -> None:
    """Give new events an IANA time zone; those that are there keep theirs."""
    _set(store, say("settings.step.zone", zone=zone), zone=zone)


def set_holidays(store: Store, countries: Sequence[str]) -> None:
    """Show the holidays of countries, given by their ISO 3166 codes."""
    _set(store, say("settings.step.holidays"), holidays=tuple(countries))


def set_quiet_days(store: Store, weekdays: Sequence[int]) -> None:
    """Keep weekdays, 0 Monday … 6 Sunday, free of what a rhythm plans."""
    _set(store, say("settings.step.quiet"), quiet_days=tuple(weekdays))


def _set(store: Store, what: Message, **values: Any) -> None:
    books = store.of(Playbook)
    book = books.get(PLAYBOOK_ID)
    changed = replace(book, **values)
    if changed != book:
        with store.change(what):
            books.save([changed])
