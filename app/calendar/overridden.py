"""What one occurrence of a series has of its own: fields of Event, kept as JSON in its Override."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields as fields_of
from dataclasses import replace
from datetime import date, time
from functools import lru_cache
from itertools import chain
from typing import Any, Final

from app.calendar.event import Event, MessageStatus, Override, Status, check_reach
from app.calendar.occurrence import Occurrence
from app.calendar.rhythm.raw_rule import refusal
from app.calendar.start import Start, read, written
from app.calendar.zones import known

OF_THE_SERIES: Final = frozenset({"id", "rrule", "rdates", "split_from", "uid", "revision", "created", "changed"})

_READERS: Final[dict[str, Callable[[Any], Any]]] = {
    "day": lambda value: value and date.fromisoformat(value),
    "at": lambda value: value and time.fromisoformat(value),
    "status": Status,
    "message": MessageStatus,
    "personas": tuple,
    "public_text": lambda pairs: tuple((language, text) for language, text in pairs),
}
_TYPES: Final[dict[str, Any]] = {field.name: type(field.default) for field in fields_of(Event)} | {
    "title": str,
    "kind": str,
    "day": date | None,
    "at": time | None,
    "prep": int | float,
    "live": int | float,
}


def to_json(value: object) -> str:
    """Write the value of a field of Event."""
    return json.dumps(value, default=_plain, ensure_ascii=False)


def from_json(field: str, text: str) -> Any:
    """Read the value of a field of Event."""
    value = json.loads(text)
    reader = _READERS.get(field)
    return reader(value) if reader else value


@lru_cache(maxsize=4096)
def check(fields: tuple[tuple[str, str], ...]) -> None:
    """Raise ValueError or TypeError when fields of an Override are none that an Event can have."""
    for name, value in _read(fields):
        if not isinstance(value, _TYPES.get(name, ())):
            raise TypeError(name)
        if name == "zone" and value and known(value) is None:
            raise ValueError(value)
        if not all(isinstance(text, str) for text in _texts(name, value)):
            raise TypeError(name)
        if name == "rrule" and refusal(value):
            raise ValueError(name)
        if name not in OF_THE_SERIES:
            check_reach(name, value)
        json.dumps(value, ensure_ascii=False, default=str).encode()  # half characters can go nowhere


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


def _texts(name: str, value: Any) -> Iterable[object]:
    return chain(*value) if name == "public_text" else value if name == "personas" else ()


def _plain(value: object) -> str:
    match value:
        case time():
            return value.isoformat("minutes")
        case date():
            return value.isoformat()
    raise TypeError(value)
