"""How values are kept: exact, and in types that SQLite itself can check."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date, time
from enum import StrEnum
from functools import cached_property, lru_cache
from typing import Any, Final

from typing_extensions import override

from app.calendar.event import FIRST_DAY, LAST_DAY, check_reach
from app.calendar.overridden import check
from app.calendar.rhythm.raw_rule import refusal
from app.calendar.start import read
from app.errors import KnownError
from app.message import Message, say
from storage.places import found_at

SURE: Final = 10_000  # within the reach of every field
SHAPES: Final = {"text": str, "number": int, "start": str}


class Kept:
    """A value as it is. Neither `write` nor `read` ever meets None."""

    changes = False

    def __init__(self, sql: str = "TEXT") -> None:
        self.sql = sql  # name of the type

    def write(self, value: Any) -> Any:
        """Return what goes into the file."""
        return value

    def read(self, value: Any) -> Any:
        """Return what was written; ValueError or TypeError when nobody would have written that."""
        return value

    def read_all(self, values: Sequence[Any]) -> Sequence[Any]:
        """Return a column of what was written, None where there is nothing."""
        return [None if value is None else self.read(value) for value in values]


class Written(Kept):
    """A value written and read in a way of its own."""

    changes = True


class Day(Written):
    """A date as YYYY-MM-DD."""

    @override
    def write(self, value: date) -> str:
        if not FIRST_DAY <= value <= LAST_DAY:  # in a file it would be damage
            raise KnownError(say("storage.beyond"), say("storage.beyond.do"))
        return value.isoformat()

    @override
    def read(self, value: str) -> date:
        day = date.fromisoformat(value)
        check_reach("", day)
        return day


class Clock(Written):
    """A time of day as HH:MM, with seconds only when it has some."""

    @override
    def write(self, value: time) -> str:
        return value.isoformat("auto" if value.second or value.microsecond else "minutes")

    @override
    def read(self, value: str) -> time:
        at = time.fromisoformat(value)
        check_reach("", at)
        return at


class Amount(Written):
    """A whole number or an exact float that may not be beyond all measure."""

    def __init__(self, sql: str, name: str) -> None:
        super().__init__(sql)
        self.name = name

    @override
    def write(self, value: float) -> Any:
        check_reach(self.name, value)
        return value

    @override
    def read(self, value: float) -> Any:
        if not 0 <= value <= SURE:
            check_reach(self.name, value)
        return value

    @override
    def read_all(self, values: Sequence[Any]) -> Sequence[Any]:
        if None in values:
            return super().read_all(values)
        least, most = min(values), max(values)
        if not (least >= 0 and most <= SURE):
            check_reach(self.name, least)
            check_reach(self.name, most)
        return values


class Begin(Written):
    """When an occurrence begins, as `app.calendar.start` writes it."""

    @override
    def write(self, value: str) -> str:
        return value

    @override
    def read(self, value: str) -> str:
        check_reach("", read(value)[0])
        return value


class Rules(Written):
    """The rules of a series, one a line: only such as are taken when they come in."""

    @override
    def write(self, value: str) -> str:
        if value and (why := _refusal(value)):  # in a file it would be damage
            raise KnownError(say("rule.refused"), why)
        return value

    @override
    def read(self, value: str) -> str:
        if value and _refusal(value):
            raise ValueError("rule")
        return value


@lru_cache(maxsize=4096)
def _refusal(rrule: str) -> Message | None:
    return refusal(rrule)


class YesNo(Written):
    """True or False as 1 or 0."""

    def __init__(self) -> None:
        super().__init__("INTEGER")

    @override
    def write(self, value: bool) -> int:
        return int(value)

    @override
    def read(self, value: int) -> bool:
        return bool(value)

    @override
    def read_all(self, values: Sequence[Any]) -> Sequence[Any]:
        return super().read_all(values) if None in values else list(map(bool, values))


class Choice(Written):
    """A member of an enumeration as its text."""

    def __init__(self, place: str) -> None:
        super().__init__()
        self._place = place

    @cached_property
    def kind(self) -> type[StrEnum]:
        """The enumeration, imported when the first value of it comes."""
        found: type[StrEnum] = found_at(self._place)
        return found

    @override
    def write(self, value: StrEnum) -> str:
        return str(value)

    @cached_property
    def members(self) -> dict[str | None, StrEnum | None]:
        """What each text stands for."""
        return {None: None} | {member.value: member for member in self.kind}

    @override
    def read(self, value: str) -> StrEnum:
        return self.kind(value)

    @override
    def read_all(self, values: Sequence[Any]) -> Sequence[Any]:
        try:
            return list(map(self.members.__getitem__, values))
        except KeyError as error:
            raise ValueError(str(error)) from error


class Several(Written):
    """A tuple as a JSON list of texts, of whole numbers, or of pairs of texts."""

    def __init__(self, shape: str) -> None:
        super().__init__()
        self.shape = shape

    @override
    def write(self, value: tuple[Any, ...]) -> str:
        return json.dumps(value, ensure_ascii=False, separators=(",", ":")) if value else "[]"

    @override
    def read(self, value: str) -> tuple[Any, ...]:
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
