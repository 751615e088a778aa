"""Holds what a calendar file brought against the plan: what is new, newer, the same or older; writes nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time
from enum import StrEnum
from typing import Any, Final
from zoneinfo import ZoneInfo

from app.calendar.event import ChecklistStep, Event, Override, Status
from app.calendar.overridden import as_fields, own_fields
from app.calendar.plan import Plan
from app.calendar.start import read, written
from app.exchange.ics.content_line import read_line, unescape
from app.exchange.ics.incoming import Arrival, Incoming, Refused, orphan_of
from app.exchange.ics.names import Names
from app.exchange.ics.own_lines import NAMED, UID_TAIL, Named, uid_of
from app.exchange.ics.text import FOOTER, compose, describe
from app.exchange.ics.value import read_moment
from app.message import Message

KEPT: Final = frozenset({"id", "uid", "created"})  # stay those of the plan
ID_MOST: Final = 100


class Fate(StrEnum):
    """What becomes of an event of a file."""

    NEW = "new"
    UPDATED = "updated"
    UNCHANGED = "unchanged"
    OLDER = "older"  # than what the plan has; it is left alone


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the preview."""

    fate: Fate
    event: Event  # as it will be
    line: int
    before: Event | None = None  # as it is


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """Everything that an import will do, to be looked at before it is done."""

    name: str
    rows: tuple[Row, ...] = ()
    refused: tuple[Refused, ...] = ()
    warnings: tuple[Message, ...] = ()
    save: tuple[Any, ...] = ()  # events, overrides, steps and named things, in the order of their saving
    delete: tuple[tuple[type[Any], str], ...] = ()

    def count(self, fate: Fate) -> int:
        """Return how many events have a fate."""
        return Counter(row.fate for row in self.rows)[fate]


def compare(incoming: Incoming, plan: Plan, new_id: Callable[[], str]) -> ImportPlan:
    """Return what the import of a file will do."""
    comparison = Comparison(incoming, plan, new_id)
    for arrival in incoming.arrivals:
        comparison.take(arrival)
    return comparison.result()


class Comparison:
    """Compares one event after the other, so that a window can draw breath between them."""

    def __init__(self, incoming: Incoming, plan: Plan, new_id: Callable[[], str]) -> None:
        self._incoming, self._plan, self._new_id = incoming, plan, new_id
        self._names = Names(plan, incoming.records, new_id)
        self._known = {(uid_of(event), orphan_of(event)): event for event in plan.events.values()}
        self._taken = set(plan.events)
        self._rows: list[Row] = []
        self._save: list[Any] = []
        self._delete: list[tuple[type[Any], str]] = []

    def take(self, arrival: Arrival) -> None:
        """Compare one event."""
        uid, orphan = uid_of(arrival.event), orphan_of(arrival.event)
        known = self._known.get((uid, orphan))
        series = self._known.get((uid, "")) if orphan and known is None else None
        if series and series.repeats:
            self._take_occurrence(arrival, series, orphan)
        elif known is None:
            self._take_new(arrival)
        else:
            self._take_known(arrival, known)

    def result(self) -> ImportPlan:
        """Return what the import will do with everything that was taken."""
        incoming = self._incoming
        save = (*self._names.made, *self._save)
        return ImportPlan(
            incoming.name, tuple(self._rows), incoming.refused, incoming.warnings, save, tuple(self._delete)
        )

    def _take_new(self, arrival: Arrival) -> None:
        event = arrival.event
        new, uid = event.id[:ID_MOST], event.uid
        if not new or new in self._taken:
            new, uid = self._new_id(), uid or event.id + UID_TAIL
        self._taken.add(new)
        values = self._values(arrival, None)
        if "kind" not in values:
            values["kind"] = self._names.usual_kind()
        event = replace(event, **values, id=new, uid=uid)
        overrides = [replace(self._mapped(arrival, one), id=self._new_id(), series=new) for one in arrival.overrides]
        self._save += [event, *overrides]
        self._save += [
            ChecklistStep(self._new_id(), new, at, text, done) for at, (text, done) in enumerate(arrival.steps)
        ]
        self._rows.append(Row(Fate.NEW, event, arrival.line))

    def _take_known(self, arrival: Arrival, known: Event) -> None:
        there = self._plan.overrides.get(known.id, {})
        values = self._values(arrival, known)
        event = replace(known, **{name: value for name, value in values.items() if name not in KEPT})
        overrides, gone = self._overrides(arrival, known.id, there)
        steps, gone_steps = self._steps(arrival, known.id)
        if _content(event) == _content(known) and not (overrides or gone or steps or gone_steps):
            self._rows.append(Row(Fate.UNCHANGED, known, arrival.line, known))
            return
        if _is_older(arrival, known, there):
            self._rows.append(Row(Fate.OLDER, known, arrival.line, known))
            return
        self._save += [event, *overrides, *steps]
        self._delete += [(Override, key) for key in gone]
        self._delete += [(ChecklistStep, key) for key in gone_steps]
        self._rows.append(Row(Fate.UPDATED, event, arrival.line, known))

    def _take_occurrence(self, arrival: Arrival, series: Event, orphan: str) -> None:
        """Hang an occurrence that came alone onto the series that the plan has."""
        original, one = _original(orphan, series), arrival.event
        day, at = read(original)
        usual = {name: getattr(series, name) for name in arrival.spoken} | {"day": day, "at": at}
        values = {name: getattr(one, name) for name in arrival.spoken - {"rrule", "rdates", "zone", "foreign"}}
        cancelled = values.get("status") is Status.SKIPPED
        there = self._plan.overrides.get(series.id, {}).get(original)
        kept = {name: value for name, value in own_fields(there).items() if name not in values} if there else {}
        changed = {name: value for name, value in values.items() if value != usual[name]}
        fields = as_fields({} if cancelled else kept | changed)
        override = Override(
            there.id if there else self._new_id(), series.id, original, cancelled, fields, one.revision, one.changed
        )
        same = there and (there.cancelled, there.fields) == (override.cancelled, override.fields)
        self._save += [] if same else [override]
        self._rows.append(Row(Fate.UNCHANGED if same else Fate.UPDATED, series, arrival.line, series))

    def _values(self, arrival: Arrival, known: Event | None) -> dict[str, Any]:
        """Return the fields that the file speaks of, in the words of the plan."""
        values = {name: getattr(arrival.event, name) for name in arrival.spoken}
        values |= {"revision": arrival.event.revision, "changed": arrival.event.changed}
        if arrival.own:
            values |= self._pointers(arrival.named)
        else:
            values |= self._names.of_categories(arrival.categories)
            values["foreign"] = self._names.without_known(arrival.event.foreign)
            if known and "kind" in values:
                values["kind"] = known.kind
        if arrival.description is not None:
            values["notes"] = self._notes(arrival, known, unescape(arrival.description))
        return {name: value for name, value in values.items() if name not in {"id", "uid"}}

    def _pointers(self, named: tuple[Named, ...]) -> dict[str, Any]:
        found: dict[str, Any] = dict.fromkeys(NAMED, "") | {"personas": ()}
        for one in named:
            known = self._names.find(one)
            if known and one.field == "personas":
                found["personas"] = (*found["personas"], known)
            elif known:
                found[one.field] = known
        if not found["kind"]:
            found["kind"] = self._names.usual_kind()
        return found

    def _notes(self, arrival: Arrival, known: Event | None, text: str) -> str:
        """Return the private notes of an event whose description may have been changed in another program."""
        if arrival.own:
            event = arrival.event
            names = [one.name for field in (*FOOTER, "personas") for one in arrival.named if one.field == field]
            for public in ("", *(words for _, words in event.public_text)):
                whole = compose(public, event.notes, list(arrival.steps), names)
                if whole.text() == text:
                    return event.notes
            public = next((words for _, words in event.public_text if words and text.startswith(words)), "")
            return compose(public, event.notes, list(arrival.steps), names).notes_in(text)
        if known is None:
            return arrival.event.notes
        whole = describe(self._plan, known, self._plan.checklist.get(known.id, []))
        return known.notes if whole.text() == text else whole.notes_in(text).strip("\n")

    def _overrides(self, arrival: Arrival, series: str, there: dict[str, Override]) -> tuple[list[Override], list[str]]:
        """Return the overrides to save and the ids of those to delete; what a foreign file cannot know is kept."""
        wanted = {one.original: self._mapped(arrival, one) for one in arrival.overrides}
        if not arrival.own:
            for original, mine in there.items():
                kept = {name: value for name, value in own_fields(mine).items() if name not in arrival.spoken}
                if kept:
                    one = wanted.get(original, Override("", "", original))
                    wanted[original] = replace(one, fields=as_fields(own_fields(one) | kept))
        changed = []
        for original, one in wanted.items():
            known = there.get(original)
            if known and (known.cancelled, known.fields, known.foreign) == (one.cancelled, one.fields, one.foreign):
                continue
            changed.append(replace(one, id=known.id if known else self._new_id(), series=series))
        return changed, [mine.id for original, mine in there.items() if original not in wanted]

    def _mapped(self, arrival: Arrival, one: Override) -> Override:
        """Return an override with the ids of the plan."""
        own = own_fields(one) if arrival.own and one.fields else {}
        if not own.keys() & NAMED.keys():
            return one
        for field in own.keys() & NAMED.keys():
            ids = own[field] if field == "personas" else (own[field],)
            found = [self._names.find(Named(field, key, self._name(field, key))) for key in ids if key]
            own[field] = tuple(filter(None, found)) if field == "personas" else (found or [""])[0]
        return replace(one, fields=as_fields(own))

    def _name(self, field: str, key: str) -> str:
        record = self._incoming.records.get((field, key))
        return str(getattr(record, "name", "") or getattr(record, "title", "")) if record else ""

    def _steps(self, arrival: Arrival, event: str) -> tuple[list[ChecklistStep], list[str]]:
        """Return the checklist steps to save and the ids of those to delete."""
        there = self._plan.checklist.get(event, [])
        if not arrival.own or [(step.text, step.done) for step in there] == list(arrival.steps):
            return [], []
        ids = [step.id for step in there]
        steps = [
            ChecklistStep(ids[at] if at < len(ids) else self._new_id(), event, at, text, done)
            for at, (text, done) in enumerate(arrival.steps)
        ]
        return steps, ids[len(steps) :]


def _content(event: Event) -> Event:
    """Return what an event is, whenever it changed."""
    return replace(event, revision=0, changed=0, created=0)


def _is_older(arrival: Arrival, known: Event, overrides: dict[str, Override]) -> bool:
    """Whether the plan has something newer: a higher SEQUENCE, or the same one changed later or as late."""
    revision = max([known.revision, *(one.revision for one in overrides.values() if not one.cancelled)])
    if arrival.revision != revision:
        return arrival.revision < revision
    changed = max([known.changed, *(one.changed for one in overrides.values())])
    return bool(arrival.changed) and arrival.changed // 1_000_000 <= changed // 1_000_000


def _original(orphan: str, series: Event) -> str:
    """Return the original start that a RECURRENCE-ID line means in a series."""
    moment = read_moment(read_line(0, orphan).value)
    wall = moment.wall
    if moment.utc and series.zone:
        wall = wall.replace(tzinfo=UTC).astimezone(ZoneInfo(series.zone)).replace(tzinfo=None)
    at: time | None = None if series.at is None else series.at if moment.whole_day else wall.time()
    return written((wall.date(), at))


def parts_of(plan: ImportPlan, size: int) -> Iterator[tuple[type[Any], list[Any]]]:
    """Yield what is to be saved, kind by kind, in parts of at most `size`."""
    kinds = list(dict.fromkeys(type(thing) for thing in plan.save))
    for kind in kinds:
        things = [thing for thing in plan.save if type(thing) is kind]
        for begin in range(0, len(things), size):
            yield kind, things[begin : begin + size]


def stamped(event: Event, now: datetime) -> Event:
    """Return an event with the moment of its import, where its file told none."""
    return event if event.changed else replace(event, changed=int(now.timestamp() * 1_000_000))


def days_of(plan: ImportPlan) -> tuple[date, date] | None:
    """Return the first and the last day on which something that comes in begins."""
    days = [row.event.day for row in plan.rows if row.event.day and row.fate in {Fate.NEW, Fate.UPDATED}]
    return (min(days), max(days)) if days else None
