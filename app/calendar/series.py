"""An event with what is different in single occurrences, and what an edit of one occurrence or of all makes of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import Any

from app.calendar.event import Event, Override
from app.calendar.occurrence import Occurrence
from app.calendar.overridden import OF_THE_SERIES, as_fields, own_fields, place
from app.calendar.rhythm.expand import starts_of
from app.calendar.start import read, written
from app.errors import BugError


@dataclass(frozen=True, slots=True)
class Change:
    """What an edit does to an occurrence: it moves by some days, and fields of Event get other values."""

    days: int = 0
    fields: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Series:
    """A single event or a series, with its overrides by original start; a new override has no id yet."""

    event: Event
    overrides: Mapping[str, Override] = field(default_factory=dict)

    def occurrence(self, original: str) -> Occurrence:
        """Return the occurrence with an original start, whatever was changed in it; of the first when it is ""."""
        assert self.event.day
        original = self.named(original)
        if not original:
            return Occurrence(self.event, self.event.day, self.event.at, "")
        return place(self.event, self.overrides.get(original) or Override("", self.event.id, original))

    def named(self, original: str) -> str:
        """Return the original start that is meant: that of a series named without one is its first."""
        if not self.event.repeats or self.event.day is None:
            return ""
        return original or written((self.event.day, self.event.at))

    def nearest(self, original: str) -> str:
        """Return the original start of the first occurrence on or after where another one was."""
        if not (original and self.event.repeats and self.event.day):
            return self.named("")
        day = max(read(original)[0], self.event.day)
        return next((written(it) for it in starts_of(self.event, day, day + timedelta(days=366))), self.named(""))

    def with_override(self, override: Override) -> Series:
        """Return the series with one occurrence changed; an override that changes nothing goes."""
        overrides = {**self.overrides, override.original: override}
        if not (override.cancelled or override.fields or override.foreign):
            del overrides[override.original]
        return Series(self.event, overrides)

    def without(self, original: str) -> Series:
        """Return the series with one occurrence cancelled."""
        kept = self.overrides.get(original) or Override("", self.event.id, original)
        return self.with_override(replace(kept, cancelled=True, fields=()))


def only_this(series: Series, original: str, change: Change) -> Series:
    """Return the series with a change of one occurrence; where it comes to equal its series it keeps nothing."""
    if OF_THE_SERIES & change.fields.keys():
        raise BugError("a field of the whole series")
    if not original:
        day = series.event.day
        return replace(series, event=replace(series.event, day=day and day + timedelta(change.days), **change.fields))
    kept = series.overrides.get(original) or Override("", series.event.id, original)
    own = {**own_fields(kept), **change.fields}
    if change.days:
        own["day"] = series.occurrence(original).day + timedelta(days=change.days)
    day, at = read(original)
    usual = {"day": day, "at": at}
    differing = {
        name: value for name, value in own.items() if value != usual.get(name, getattr(series.event, name, None))
    }
    return series.with_override(replace(kept, cancelled=False, fields=as_fields(differing)))
