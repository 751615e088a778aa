"""What one occurrence of a series has of its own: fields of Event, kept as JSON in its Override."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, time
from functools import lru_cache
from typing import Any, Final

from app.calendar.event import Event, MessageStatus, Override, Status
from app.calendar.occurrence import Occurrence
from app.calendar.start import Start, read, written

OF_THE_SERIES: Final = frozenset({"id", "rrule", "rdates", "split_from", "uid", "revision", "created", "changed"})

_READERS: Final[dict[str, Callable[[Any], Any]]] = {
    "day": lambda value: value and date.fromisoformat(value),
    "at": lambda value: value and time.fromisoformat(value),
    "status": Status,
    "message": MessageStatus,
    "personas": tuple,
    "public_text": lambda pairs: tuple((language, text) for language, text in pairs),
}


def to_json(value: object) -> str:
    """Write the value of a field of Event."""
    return json.dumps(value, default=_plain, ensure_ascii=False)


def from_json(field: str, text: str) -> Any:
    """Read the value of a field of Event."""
    value = json.loads(text)
    reader = _READERS.get(field)
    return reader(value) if reader else value


def own_fields(override: Override) -> dict[str, Any]:
    """Return what the occurrence has of its own, by name of field."""
    return dict(_read(override.fields))


@lru_cache(maxsize=4096)
def _read(fields: tuple[tuple[str, str], ...]) -> tuple[tuple[str, Any], ...]:
    return tuple((name, from_json(name, text)) for name, text in fields)


def as_fields(values: Mapping[str, object]) -> tuple[tuple[str, str], ...]:
    """Return the values as an Override keeps them, in the order of their names."""
    return tuple((name, to_json(values[name])) for name in sorted(values))


def apply(series: Event, override: Override | None, start: Start) -> Occurrence:
    """Return the occurrence that the rule starts at `start`, with what is different in it."""
    day, at = start
    own = own_fields(override) if override else {}
    moved, at = own.pop("day", None) or day, own.pop("at", at)
    event = replace(series, **own, at=at) if own or at != series.at else series
    return Occurrence(event, moved, at, override.original if override else written(start))


def place(series: Event, override: Override) -> Occurrence:
    """Return the occurrence of an override, whether or not the rule still gives its original start."""
    return apply(series, override, read(override.original))


def _plain(value: object) -> str:
    match value:
        case time():
            return value.isoformat("minutes")
        case date():
            return value.isoformat()
    raise TypeError(value)
