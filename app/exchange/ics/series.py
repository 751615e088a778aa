"""Puts a series together: its master, the occurrences that differ, and those that are cancelled."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import timedelta
from typing import Any, Final

from app.calendar.event import Event, Override
from app.calendar.overridden import as_fields
from app.calendar.rhythm.expand import starts_of
from app.calendar.rhythm.expand_raw import starts_of_raw
from app.calendar.rhythm.raw_rule import EXCLUDED, refusal
from app.calendar.start import read, written
from app.exchange.ics.component import Component
from app.exchange.ics.content_line import Line
from app.exchange.ics.entry import Entry, Reader, RefusedError, categories, foreign, words_of
from app.exchange.ics.following import UnclearError, stretches
from app.exchange.ics.incoming import Arrival
from app.exchange.ics.own_lines import NAMED, UID_TAIL, OwnLines
from app.exchange.ics.rule import ends_before, kept_rule
from app.exchange.ics.value import Moment, day_text, read_instant, read_length, wall_text
from app.message import Message, say

DATES_MOST: Final = 2_000
TIMES: Final = frozenset({"day", "at", "minutes", "days", "zone", "rrule", "rdates", "foreign"})
NOT_OF_ONE: Final = ("id", "uid", "rrule", "rdates", "split_from", "revision", "created", "changed", "foreign", "zone")


class Assembly:
    """Builds arrivals from the entries of one calendar."""

    __slots__ = ("reader", "refuse", "step")

    def __init__(self, reader: Reader, refuse: Callable[[Component, Message], None], step: Callable[[], None]) -> None:
        self.reader = reader
        self.refuse = refuse  # told of parts that do not come in
        self.step = step  # called for each entry that becomes something

    def single(self, entry: Entry) -> Arrival:
        """Return an event that is no series, or an occurrence whose series is not in the file."""
        entry = self._at_home(entry)
        event, spoken = self._event(entry, "", (), self._orphan(entry))
        return _arrival(entry, event, spoken)

    def backlog(self, entry: Entry) -> Arrival:
        """Return an event that waits for a day."""
        event, spoken = self._event(entry, "", (), ())
        return _arrival(entry, replace(event, day=None), spoken)

    def series(self, entry: Entry, others: list[Entry], pieces: list[Entry]) -> list[Arrival]:
        """Return a series with what is different in its occurrences; several when it changed on the way."""
        if entry.start.tzid:
            raise RefusedError(say("exchange.refused.zone", zone=entry.start.tzid[:80]))
        rules = self._rules(entry)
        rdates, longer = self._rdates(entry)
        if others and not rules and not rdates:
            rdates = [written(entry.start.start)]  # it does not repeat, but has occurrences: some programs write it so
        event, spoken = self._event(entry, rules, tuple(rdates), ())
        overrides = {original: Override("", "", original, fields=fields) for original, fields in longer.items()}
        for one in (entry, *pieces):
            for original in self._exdates(one, event):
                overrides[original] = Override("", "", original, cancelled=True)
        others = [other for other in others if not self._is_stale(entry, event, other)]
        following = {self.original(entry, other): other for other in others if _range(other)}
        for other in others:
            override = self._override(entry, event, other, alone=bool(following))
            if not overrides.get(override.original, override).cancelled or override.cancelled:
                overrides[override.original] = override
        self._say(entry, event)
        if following:
            return self._stretches(entry, event, spoken, overrides, following)
        kept = tuple(overrides[key] for key in sorted(overrides))
        return [_arrival(entry, event, spoken, kept, tuple(others))]

    def _stretches(
        self,
        entry: Entry,
        event: Event,
        spoken: frozenset[str],
        overrides: dict[str, Override],
        following: dict[str, Entry],
    ) -> list[Arrival]:
        changes = {}
        for original, other in following.items():
            place = self.reader.moved(other.start, event.zone) if event.zone and other.start.at else other.start
            changed, words = self._event(replace(other, start=place), "", (), ())
            changes[original] = replace(event, **{name: getattr(changed, name) for name in words - {"rrule", "rdates"}})
            overrides.pop(original)
        try:
            found = stretches(event, overrides, changes)
        except UnclearError:
            raise RefusedError(say("exchange.refused.following")) from None
        arrivals = []
        for number, one in enumerate(found):
            if one.cut:
                self.reader.notes.add(say("exchange.note.cut"), one.event.title)
            kept = replace(one.event, uid=_stretch_uid(event.uid, one.original)) if number else one.event
            source = following.get(one.original, entry)
            arrivals.append(_arrival(source, kept, spoken, tuple(one.overrides[key] for key in sorted(one.overrides))))
        return arrivals

    def _at_home(self, entry: Entry) -> Entry:
        """Return a single event of a zone that we cannot keep, such as UTC, at the same instant at home."""
        start = entry.start
        if start.at and (start.tzid or (start.zone == "UTC" and entry.own is None)):
            return replace(entry, start=self.reader.moved(start, self.reader.home))
        return entry

    def _event(
        self, entry: Entry, rules: str, rdates: tuple[str, ...], extra: tuple[str, ...]
    ) -> tuple[Event, frozenset[str]]:
        """Return the event of an entry, and which of its fields the file speaks of."""
        self.step()
        said = _own_values(entry.own) if entry.own else words_of(entry)
        spoken = frozenset(Event.__slots__) if entry.own else frozenset(said) | TIMES
        values: dict[str, Any] = {
            "title": entry.title,
            "day": entry.start.day,
            "at": entry.start.at,
            "minutes": entry.minutes,
            "days": entry.days,
            "zone": entry.start.zone,
            "rrule": rules,
            "rdates": rdates,
            "foreign": foreign(entry.source, entry.start, extra, _our_categories(entry)),
            "revision": entry.revision,
            "changed": entry.changed,
            "created": read_instant(entry.source.text("CREATED")),
        } | said
        if entry.own:
            values["link"] = entry.own.values.get("link") or entry.source.text("URL")
        known = entry.uid.endswith(UID_TAIL)
        own_id = values.pop("id", "") or (entry.uid.removesuffix(UID_TAIL) if known else "")
        values["uid"] = "" if known and own_id + UID_TAIL == entry.uid else entry.uid
        return Event(id=own_id, kind=values.pop("kind", ""), **values), spoken

    def _orphan(self, entry: Entry) -> tuple[str, ...]:
        text = entry.source.one("RECURRENCE-ID")
        if text is None:
            return ()
        place = self.reader.place(text)
        if place.at is None:
            return (f"RECURRENCE-ID;VALUE=DATE:{day_text(place.day)}",)
        if place.zone or place.tzid:
            moment = self.reader.instant(place)
            return (f"RECURRENCE-ID:{wall_text(moment.date(), moment.time())}Z",)
        return (f"RECURRENCE-ID:{wall_text(place.day, place.at)}",)

    def _rules(self, entry: Entry) -> str:
        """Return the rules as the store keeps them; RefusedError when one of them is not taken."""
        start = Moment(entry.start.wall, entry.start.at is None)
        kept = []
        for text in entry.source.lines:
            if text.name not in {"RRULE", "EXRULE"}:
                continue
            try:
                rule = kept_rule(text.value, start, entry.start.zone)
            except ValueError:
                raise RefusedError(say("exchange.refused.rule", rule=text.value[:80])) from None
            kept.append(EXCLUDED + rule if text.name == "EXRULE" else rule)
        rules = "\n".join(kept)
        why = refusal(rules)
        if why:
            raise RefusedError(why)
        positive = [rule for rule in kept if not rule.startswith(EXCLUDED)]
        if positive and all(ends_before(rule, start) for rule in positive) and not entry.source.one("RDATE"):
            raise RefusedError(say("exchange.refused.ended"))
        return rules

    def _dates(self, entry: Entry, name: str) -> Iterable[tuple[Line, str]]:
        found = [(text, value) for text in entry.source.all(name) for value in text.value.split(",") if value.strip()]
        if len(found) > DATES_MOST:
            raise RefusedError(say("exchange.refused.dates", n=DATES_MOST))
        return found

    def _rdates(self, entry: Entry) -> tuple[list[str], dict[str, tuple[tuple[str, str], ...]]]:
        """Return the further starts, and the lengths of those that have their own."""
        starts, longer = [], {}
        for text, value in self._dates(entry, "RDATE"):
            first, slash, last = value.partition("/")
            place = self.reader.like(self.reader.place(text, first), entry.start)
            original = written(place.start)
            starts.append(original)
            if entry.start.at and self.reader.place(text, first).at is None:
                self.reader.notes.add(say("exchange.note.further_day"), entry.title)
            elif slash and place.at:
                minutes = self._period(text, first, last)
                if minutes != entry.minutes:
                    longer[original] = as_fields({"minutes": minutes})
        return sorted(set(starts)), longer

    def _period(self, text: Line, first: str, last: str) -> int:
        if last.strip().upper().startswith(("P", "+P")):
            try:
                return max(0, round(read_length(last) / timedelta(minutes=1)))
            except ValueError:
                raise RefusedError(say("exchange.refused.time", name="RDATE", text=last[:40])) from None
        length = self.reader.place(text, last).wall - self.reader.place(text, first).wall
        return max(0, round(length / timedelta(minutes=1)))

    def _exdates(self, entry: Entry, event: Event) -> list[str]:
        """Return the cancelled starts; a whole day cancels every start on it."""
        found = set[str]()
        for text, value in self._dates(entry, "EXDATE"):
            place = self.reader.place(text, value)
            if place.at is None and event.at is not None:
                on_it = [written(start) for start in starts_of(event, place.day, place.day)]
                found.update(on_it or [written((place.day, event.at))])
            else:
                found.add(written(self.reader.like(place, entry.start).start))
        return sorted(found)

    def original(self, entry: Entry, other: Entry) -> str:
        """Return which start of a series an entry changes."""
        text = other.source.one("RECURRENCE-ID")
        assert text
        return written(self.reader.like(self.reader.place(text), entry.start).start)

    def _override(self, entry: Entry, series: Event, other: Entry, *, alone: bool) -> Override:
        """Return what is different in an occurrence; `alone` tells everything, as its series may become another one."""
        original = self.original(entry, other)
        revision = other.revision
        if other.source.text("STATUS").upper() == "CANCELLED" and other.own is None:
            return Override("", "", original, True, revision=revision, changed=other.changed)
        own = other.own.own if other.own else ()
        start = other.start
        if start.at and series.zone != start.zone and (start.zone or start.tzid) and series.zone and "zone" not in own:
            other = replace(other, start=self.reader.moved(start, series.zone))
        event, spoken = self._event(other, "", (), ())
        day, at = read(original)
        usual: dict[str, Any] = {name: getattr(series, name) for name in Event.__slots__} | {"day": day, "at": at}
        values = {
            name: getattr(event, name)
            for name in spoken
            if name in own or (name not in NOT_OF_ONE and (alone or getattr(event, name) != usual[name]))
        }
        kept = event.foreign if event.foreign != series.foreign else ""
        return Override("", "", original, False, as_fields(values), revision, other.changed, kept)

    def _is_stale(self, entry: Entry, series: Event, other: Entry) -> bool:
        """Whether an occurrence with a rule of its own is left over from an older series; its rule never comes in."""
        if other.source.one("RRULE") is None:
            return False
        start = read(self.original(entry, other))
        if other.revision < entry.revision and start not in starts_of(series, start[0], start[0]):
            self.refuse(other.source, say("exchange.refused.stale"))
            return True
        self.reader.notes.add(say("exchange.note.inner_rule"), other.title)
        return False

    def _say_exceptions(self, entry: Entry, event: Event) -> None:
        """Note exceptions that miss the series by some hours: whoever wrote them meant an occurrence of that day."""
        for text, value in self._dates(entry, "EXDATE"):
            place = self.reader.like(self.reader.place(text, value), entry.start)
            there = starts_of(event, place.day, place.day)
            if there and place.start not in there:
                self.reader.notes.add(say("exchange.note.exception"), event.title)

    def _say(self, entry: Entry, event: Event) -> None:
        """Note what may surprise in a series."""
        assert event.day
        self._say_exceptions(entry, event)
        notes = self.reader.notes
        regular = starts_of_raw(event, set(), event.day, event.day) if event.rrule and not event.rdates else None
        if regular is not None and (event.day, event.at) not in regular:
            notes.add(say("exchange.note.off_rule"), event.title)
        if event.zone == "UTC" and entry.own is None and event.rrule:
            notes.add(say("exchange.note.utc_series"), event.title)
        for text in entry.source.all("RRULE"):
            until = text.value.upper().partition("UNTIL=")[2].partition(";")[0]
            if len(until) == 8 and event.at is not None:
                notes.add(say("exchange.note.until_day"), event.title)


def _range(other: Entry) -> bool:
    """Whether an occurrence changes those after it, too."""
    text = other.source.one("RECURRENCE-ID")
    return text is not None and text.params.get("RANGE", "").upper() == "THISANDFUTURE"


def _stretch_uid(uid: str, original: str) -> str:
    name, at, host = uid.rpartition("@")
    tail = "-R" + original.replace("-", "").replace(":", "")
    return f"{name}{tail}@{host}" if at else uid + tail


def _our_categories(entry: Entry) -> tuple[str, ...]:
    """Return the categories that we wrote for an event, in their order."""
    if entry.own is None:
        return ()
    names = {field: [one.name for one in entry.own.named if one.field == field] for field in NAMED}
    return tuple(name for field in ("kind", "stage", "channel", "personas") for name in names[field] if name)


def _own_values(own: OwnLines) -> dict[str, Any]:
    """Return every field that lines of our own carry; what is not there is at its default."""
    values: dict[str, Any] = dict(own.values)
    values.pop("changed", None)
    for one in own.named:
        if one.field == "personas":
            values["personas"] = (*values.get("personas", ()), one.id)
        else:
            values[one.field] = one.id
    if own.public_text:
        values["public_text"] = tuple(own.public_text)
    return values


def _arrival(
    entry: Entry,
    event: Event,
    spoken: frozenset[str],
    overrides: tuple[Override, ...] = (),
    others: tuple[Entry, ...] = (),
) -> Arrival:
    own = entry.own
    description = entry.source.one("DESCRIPTION")
    return Arrival(
        entry.source.line,
        event,
        overrides,
        spoken,
        own is not None,
        tuple(own.named) if own else (),
        tuple(own.steps) if own else (),
        tuple(categories(entry.source)),
        description.value if description else None,
        max([entry.revision, *(other.revision for other in others)]),
        max([entry.changed, *(other.changed for other in others)]),
    )
