"""How the values of fields are kept in columns: exact, and in types that SQLite itself can check."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date, time
from enum import StrEnum
from typing import Any, ClassVar, Final

from sqlalchemy import Column, ForeignKey, Integer, Text
from sqlalchemy.types import UserDefinedType
from typing_extensions import override

from app.calendar.event import check_reach
from app.calendar.overridden import check
from app.calendar.start import read

Processor = Callable[[Any], Any] | None
SURE: Final = 10_000  # within the reach of every field
SHAPES: Final = {"text": str, "number": int, "start": str}


class _Written(UserDefinedType[Any]):
    """A value written as text or number; `_write` and `_read` never meet None."""

    stored: ClassVar[str] = "TEXT"

    @override
    def get_col_spec(self, **_: Any) -> str:
        """Return the SQL name of the type."""
        return self.stored

    @override
    def bind_processor(self, dialect: Any) -> Processor:
        return lambda value: None if value is None else self._write(value)

    @override
    def result_processor(self, dialect: Any, coltype: object) -> Processor:
        return lambda value: None if value is None else self._read(value)

    def _write(self, value: Any) -> str | int:
        raise NotImplementedError

    def _read(self, value: Any) -> Any:
        raise NotImplementedError


class Day(_Written):
    """A date as YYYY-MM-DD."""

    cache_ok = True

    @override
    def _write(self, value: date) -> str:
        check_reach("", value)
        return value.isoformat()

    @override
    def _read(self, value: str) -> date:
        day = date.fromisoformat(value)
        check_reach("", day)
        return day


class Clock(_Written):
    """A time of day as HH:MM, with seconds only when it has some."""

    cache_ok = True

    @override
    def _write(self, value: time) -> str:
        return value.isoformat("auto" if value.second or value.microsecond else "minutes")

    @override
    def _read(self, value: str) -> time:
        at = time.fromisoformat(value)
        check_reach("", at)
        return at


class Amount(_Written):
    """A whole number or an exact float that may not be beyond all measure."""

    cache_ok = True

    def __init__(self, spec: str, name: str) -> None:
        self.spec, self.name = spec, name

    @override
    def get_col_spec(self, **_: Any) -> str:
        """Return the SQL name of the type."""
        return self.spec

    @override
    def _write(self, value: float) -> Any:
        check_reach(self.name, value)
        return value

    @override
    def _read(self, value: float) -> Any:
        if not 0 <= value <= SURE:  # nearly all are: a playbook has thousands of amounts
            check_reach(self.name, value)
        return value


class Begin(_Written):
    """When an occurrence begins, as `app.calendar.start` writes it."""

    cache_ok = True

    @override
    def _write(self, value: str) -> str:
        return value

    @override
    def _read(self, value: str) -> str:
        check_reach("", read(value)[0])
        return value


class YesNo(_Written):
    """True or False as 1 or 0."""

    cache_ok = True
    stored = "INTEGER"

    @override
    def _write(self, value: bool) -> int:
        return int(value)

    @override
    def _read(self, value: int) -> bool:
        return bool(value)


class Choice(_Written):
    """A member of an enumeration as its text."""

    cache_ok = True

    def __init__(self, kind: type[StrEnum]) -> None:
        self.kind = kind

    @override
    def _write(self, value: StrEnum) -> str:
        return str(value)

    @override
    def _read(self, value: str) -> StrEnum:
        return self.kind(value)


class Several(_Written):
    """A tuple as a JSON list of texts, of whole numbers, or of pairs of texts."""

    cache_ok = True

    def __init__(self, shape: str) -> None:
        self.shape = shape

    @override
    def _write(self, value: tuple[Any, ...]) -> str:
        return json.dumps(value, ensure_ascii=False, separators=(",", ":")) if value else "[]"

    @override
    def _read(self, value: str) -> tuple[Any, ...]:
        if value == "[]":
            return ()
        items = json.loads(value)
        if "\\u" in value:
            json.dumps(items, ensure_ascii=False).encode()  # half characters can go nowhere
        if self.shape in {"pair", "own fields"}:
            pairs = tuple((str(first), str(second)) for first, second in items)
            if self.shape == "own fields":
                check(pairs)
            return pairs
        kind = SHAPES[self.shape]
        if not isinstance(items, list) or not all(type(item) is kind for item in items):
            raise ValueError(self.shape)
        if self.shape == "start":
            for item in items:
                check_reach("", read(item)[0])
        return tuple(items)


def key() -> Column[Any]:
    """Return the column of the one id that every thing has."""
    return Column("id", Text, primary_key=True, nullable=False)


def text(*names: str) -> list[Column[Any]]:
    """Return columns of text."""
    return [Column(name, Text, nullable=False) for name in names]


def whole(*names: str) -> list[Column[Any]]:
    """Return columns of whole numbers."""
    return [Column(name, Integer, nullable=False) for name in names]


def amount(*names: str) -> list[Column[Any]]:
    """Return columns of whole numbers that somebody counts with."""
    return [Column(name, Amount("INTEGER", name), nullable=False) for name in names]


def number(*names: str, optional: bool = False) -> list[Column[Any]]:
    """Return columns of exact floats."""
    return [Column(name, Amount("REAL", name), nullable=optional) for name in names]


def begin(name: str) -> Column[Any]:
    """Return a column with the original start of an occurrence."""
    return Column(name, Begin, nullable=False)


def yes_no(*names: str) -> list[Column[Any]]:
    """Return columns of True and False."""
    return [Column(name, YesNo, nullable=False) for name in names]


def day(*names: str, optional: bool = True) -> list[Column[Any]]:
    """Return columns of dates."""
    return [Column(name, Day, nullable=optional) for name in names]


def clock(name: str) -> Column[Any]:
    """Return a column with a time of day, or none."""
    return Column(name, Clock, nullable=True)


def choice(name: str, kind: type[StrEnum]) -> Column[Any]:
    """Return a column with a member of an enumeration."""
    return Column(name, Choice(kind), nullable=False)


def several(name: str, shape: str = "text") -> Column[Any]:
    """Return a column with a tuple of "text", "number", "start", "pair" or "own fields"."""
    return Column(name, Several(shape), nullable=False)


def part_of(name: str, table: str, *, indexed: bool = True) -> Column[Any]:
    """Return a column with the id of the thing that this one belongs to and goes with when that is deleted."""
    owner = ForeignKey(f"{table}.id", ondelete="CASCADE", deferrable=True, initially="DEFERRED")
    return Column(name, Text, owner, nullable=False, index=indexed)
