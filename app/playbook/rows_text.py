"""Things of any kind as text and back: what a document said once, read by whatever version comes later."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import fields
from datetime import date, time
from enum import StrEnum
from types import NoneType, UnionType
from typing import Any, Final, Union, get_args, get_origin, get_type_hints

PLAIN: Final = (str, int, float, bool)


def rows_text(things: Iterable[Any]) -> str:
    """Return things as text, kind by kind in the order in which they come."""
    by_kind: dict[str, list[dict[str, Any]]] = {}
    for it in things:
        row = {field.name: getattr(it, field.name) for field in fields(it)}
        by_kind.setdefault(type(it).__name__, []).append(row)
    return json.dumps(by_kind, ensure_ascii=False, default=_plain, separators=(",", ":"))


def rows_in(text: str, kinds: Mapping[str, type[Any]]) -> list[Any]:
    """Return the things of known kinds that a text holds; what cannot be read any more is left out."""
    try:
        by_kind = json.loads(text)
    except (ValueError, RecursionError):
        return []
    found: list[Any] = []
    for name, rows in by_kind.items() if isinstance(by_kind, dict) else ():
        if name in kinds and isinstance(rows, list):
            found += [thing for row in rows if (thing := _thing(kinds[name], row)) is not None]
    return found


def _thing(kind: type[Any], row: Any) -> Any:
    hints = get_type_hints(kind)
    try:
        return kind(**{name: _read(value, hints[name]) for name, value in row.items() if name in hints})
    except (AttributeError, KeyError, TypeError, ValueError):
        return None


def _read(value: Any, hint: Any) -> Any:
    """Return a value as the field of that type has it; TypeError or ValueError when it is none."""
    origin = get_origin(hint)
    if origin in (Union, UnionType):
        return None if value is None else _read(value, next(it for it in get_args(hint) if it is not NoneType))
    if origin is tuple:
        return _tuple(value, get_args(hint))
    if hint in (date, time) or (isinstance(hint, type) and issubclass(hint, StrEnum)):
        return hint(value) if issubclass(hint, StrEnum) else hint.fromisoformat(value)
    if hint is float and type(value) is int:
        return float(value)
    if hint not in PLAIN or type(value) is not hint:
        raise TypeError(value)
    return value


def _tuple(value: Any, inside: tuple[Any, ...]) -> tuple[Any, ...]:
    if not isinstance(value, list):
        raise TypeError(value)
    if len(inside) == 2 and inside[1] is Ellipsis:
        return tuple(_read(one, inside[0]) for one in value)
    return tuple(_read(one, hint) for one, hint in zip(value, inside, strict=True))


def _plain(value: object) -> str:
    match value:
        case time():
            return value.isoformat("minutes")
        case date():
            return value.isoformat()
    raise TypeError(value)
