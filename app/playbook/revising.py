"""Keeps what a document said before it was changed, outside undo, until somebody erases it.

A revision is what a document said before a change: before the first one of a day, and while somebody goes on, before
one in an hour. So the document as it was on any day is the first revision made since, or the document itself.

Kept are all revisions of the last seven days, the first of each day for 90 days and the first of each month before
that, at most 150 of a document and eight million letters of one; the oldest go first.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import Any, Final
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from app.message import say
from app.playbook.playbook import PLAYBOOK_ID, Playbook
from app.playbook.revision import Revision
from app.store import Changes, Store

APART: Final = timedelta(hours=1)
ALL_OF: Final = timedelta(days=7)
DAILY: Final = timedelta(days=90)
MOST: Final = 150  # of one document
MOST_LETTERS: Final = 8_000_000
VERSION: Final = "version"
NUMBER: Final = re.compile(rf'\{{"{VERSION}":(\d{{1,9}}),')


@dataclass(frozen=True, slots=True)
class Source:
    """Documents of one kind: what they are made of, and what each says now, by its id."""

    of_kind: str
    kinds: frozenset[type[Any]]
    texts: Callable[[Store], Mapping[str, str]]


class Keeper:
    """Knows what documents say and keeps it when they say something else; to be asked after changes, not within."""

    def __init__(self, store: Store, sources: Iterable[Source]) -> None:
        self._store = store
        self._said = {source: dict(source.texts(store)) for source in sources}

    def look(self, changes: Changes) -> None:
        """Keep what was said before changes to the kinds named."""
        for source, before in self._said.items():
            if source.kinds & changes.keys():
                now = self._said[source] = dict(source.texts(self._store))
                changed = {key: text for key, text in before.items() if text and now.get(key) != text}
                keep(self._store, source.of_kind, changed)


def keep(store: Store, of_kind: str, texts: Mapping[str, str]) -> None:
    """Keep what documents said until now, each unless that was done within the hour, and thin out what is old."""
    now, zone = store.now(), zone_of(store)
    due = []
    for of_id, text in texts.items():
        there = revisions(store, of_kind, of_id)
        if not there or _is_due(moment(there[-1].at, zone), now.astimezone(zone)):
            at = int(now.timestamp() * 1_000_000)
            due.append(Revision(store.new_id(), of_kind, of_id, at, _numbered(text, current_number(there))))
    if not due:
        return
    with store.change(say("versions.step.keep")):
        store.of(Revision).save(due)
        for one in due:
            store.of(Revision).delete(too_many(revisions(store, of_kind, one.of_id), now, zone))


def revisions(store: Store, of_kind: str, of_id: str) -> list[Revision]:
    """Return what is kept of a document, the oldest first."""
    return sorted(store.of(Revision).where(of_kind=of_kind, of_id=of_id), key=lambda it: (it.at, it.id))


def numbers(kept: Sequence[Revision]) -> list[int]:
    """Return which version each revision is, counted from 1 on; `kept` begins with the oldest.

    The number stands in front of the text, for those before it may have been thinned out. Revisions of an earlier
    program have none and are counted.
    """
    found: list[int] = []
    for it in kept:
        there = NUMBER.match(it.text)
        found.append(int(there[1]) if there else (found[-1] if found else 0) + 1)
    return found


def current_number(kept: Sequence[Revision]) -> int:
    """Return which version the document is now."""
    return 1 + max(numbers(kept), default=0)


def _numbered(text: str, number: int) -> str:
    """Return a text of rows (`rows_text.py`) that says which version it is."""
    return f'{{"{VERSION}":{number},{text[1:]}' if text.startswith('{"') else text


def erase(store: Store, of_kind: str, of_id: str) -> None:
    """Erase what was kept of a document; that cannot be undone."""
    kept = [it.id for it in revisions(store, of_kind, of_id)]
    if kept:
        with store.change(say("versions.step.erase")):
            store.of(Revision).delete(kept)


def since(kept: Sequence[Revision], day: date, zone: tzinfo) -> Revision | None:
    """Return the revision that says what the document said when a day began; None when nothing changed since."""
    begin = datetime.combine(day, time(), zone).timestamp() * 1_000_000
    return next((it for it in kept if it.at >= begin), None)


def zone_of(store: Store) -> tzinfo:
    """Return the zone in which a playbook counts its days."""
    name = next((it.zone for it in store.of(Playbook).some([PLAYBOOK_ID])), "UTC")
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError):
        return UTC


def moment(at: int, zone: tzinfo) -> datetime:
    """Return microseconds as a day and an hour of a zone."""
    return datetime.fromtimestamp(at / 1_000_000, zone)


def too_many(kept: Sequence[Revision], now: datetime, zone: tzinfo) -> list[str]:
    """Return the ids of those that are not kept any longer; `kept` begins with the oldest."""
    gone: list[str] = []
    stay: list[Revision] = []
    spans: set[tuple[int, ...]] = set()
    for it in kept:
        at = moment(it.at, zone)
        age = now - at
        span = (at.year, at.month) if age > DAILY else (at.year, at.month, at.day)
        if age > ALL_OF and span in spans:
            gone.append(it.id)
        else:
            stay.append(it)
        spans.add(span)
    letters = sum(len(it.text) for it in stay)
    while len(stay) > 1 and (len(stay) > MOST or letters > MOST_LETTERS):
        oldest = stay.pop(0)
        letters -= len(oldest.text)
        gone.append(oldest.id)
    return gone


def _is_due(last: datetime, now: datetime) -> bool:
    return last.date() != now.date() or now - last >= APART
