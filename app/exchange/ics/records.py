"""Kinds, personas, stages and other named things that travel beside the events that point to them."""

from __future__ import annotations

import json
from dataclasses import asdict, fields
from datetime import date, time
from typing import Any, Final, get_type_hints

from app.calendar.kind import Area
from app.exchange.ics.own_lines import NAMED
from app.purpose.kpi import Level

_READERS: Final = {"area": Area, "level": Level, "start": date.fromisoformat, "end": date.fromisoformat,
                   "due": date.fromisoformat, "since": date.fromisoformat, "at": time.fromisoformat}  # fmt: skip


def record_text(field: str, thing: Any) -> str:
    """Write one thing, without what is usual."""
    usual = type(thing)("", "", "") if field == "tactic" else type(thing)("", "")
    values = {name: value for name, value in asdict(thing).items() if value != getattr(usual, name)}
    return json.dumps({"is": field, **values}, ensure_ascii=False, default=_plain, sort_keys=True)


def read_record(text: str) -> tuple[str, Any] | None:
    """Return the field and the thing that `record_text` wrote; None when it cannot be read, or is not whole."""
    try:
        values = json.loads(text, parse_constant=_refuse)
        field = values.pop("is")
        made = NAMED[field]
        hints = get_type_hints(made)
        known = {f.name for f in fields(made)}
        return field, made(**{name: _read(name, v, str(hints[name])) for name, v in values.items() if name in known})
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None


def _read(name: str, value: Any, hint: str) -> Any:
    if value is None:
        return None
    if name in _READERS:
        return _READERS[name](value)
    if hint.startswith("tuple"):
        return tuple(tuple(map(str, item)) if isinstance(item, list) else str(item) for item in value)
    for plain in (bool, int, float, str):
        if hint in {str(plain), f"{plain.__name__} | None"}:
            return plain(value)
    return value


def _refuse(text: str) -> None:
    raise ValueError(text)


def _plain(value: object) -> str:
    match value:
        case time():
            return value.isoformat("minutes")
        case date():
            return value.isoformat()
    raise TypeError(value)
