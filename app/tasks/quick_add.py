"""Reads a task from one line: "Call Mila tomorrow 14:00 !high #ama 2h", "Обади се на Мила утре в 14 ч".

Whatever is understood is marked, so that the person sees it and can make it plain text again. Of several days, times,
priorities and hours the last one counts, and the others stay in the title.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, time
from typing import Any, Final

from app.tasks.quick_dates import BEGIN, END, PATTERNS, Now
from app.tasks.quick_rhythms import REPEATS, repeat_of
from app.tasks.quick_words import BEFORE_TIME, PRIORITIES, any_of
from app.tasks.task import Priority, Task

LONGEST: Final = 1_000  # letters that are looked at
MOST_HOURS: Final = 500.0
TIMED: Final = re.compile(
    rf"{BEGIN}(?:(?:{BEFORE_TIME})\s+)?(?P<hour>[0-2]?\d)[:.](?P<minute>[0-5]\d)(?:\s?(?P<half>am|pm|ч\.?|часа))?{END}"
)
HALVED: Final = re.compile(rf"{BEGIN}(?:at\s+)?(?P<hour>1?\d)\s?(?P<half>am|pm){END}")
HOURED: Final = re.compile(rf"{BEGIN}(?:at|@|в|във|от)\s+(?P<hour>[0-2]?\d)(?:\s?(?:ч\.?|часа|h))?{END}")
LATE_HOURED: Final = re.compile(rf"{BEGIN}(?P<hour>1[3-9]|2[0-3])\s?(?:ч\.?|часа){END}")
HOURS: Final = r"(?:hours|hour|hrs|hr|h|часа|час|ч)\.?"
MINUTES: Final = r"(?:(?<=\d)[mм]|\s?(?:minutes|minute|mins|min|минути|минута|мин)\.?)"
EFFORT: Final = (
    re.compile(rf"{BEGIN}(?P<hours>\d{{1,3}})\s?{HOURS}\s?(?:и\s)?(?P<minutes>[0-5]?\d)(?:{MINUTES})?{END}"),
    re.compile(rf"{BEGIN}(?P<hours>\d{{1,3}}(?:[.,]\d{{1,2}})?)\s?{HOURS}{END}"),
    re.compile(rf"{BEGIN}(?P<minutes>\d{{1,3}}){MINUTES}{END}"),
)
PRIORITY: Final = re.compile(rf"{BEGIN}!(?P<priority>{any_of(PRIORITIES)}){END}")
TAG: Final = re.compile(r"(?<!\S)#(?P<tag>\w[\w-]*)")
OWNER: Final = re.compile(r"(?<!\S)@(?P<owner>\w[\w.-]*)")
STRAY: Final = re.compile(r"(?:\s+|(?<=[,;]))[,;]+(?=[\s,;]|$)")  # what was taken out leaves commas behind


@dataclass(frozen=True, slots=True)
class Mark:
    """A piece of the line that was understood, and as what: due, repeat, effort, priority, tag or owner."""

    begin: int
    end: int
    what: str


@dataclass(frozen=True, slots=True)
class QuickTask:
    """What one line says."""

    title: str
    marks: tuple[Mark, ...] = ()
    due: date | None = None
    due_at: time | None = None
    repeat: str = ""
    effort: float = 0.0
    priority: int = Priority.NONE
    tags: tuple[str, ...] = ()
    owner: str = ""

    def task(self, **fields: Any) -> Task:
        """Return it as a task that is to be added."""
        own = {name: getattr(self, name) for name in ("due", "due_at", "repeat", "effort", "priority", "tags", "owner")}
        return Task("", self.title, **{"column": ""} | own | fields)


@dataclass(frozen=True, slots=True)
class _Piece:
    begin: int
    end: int
    what: str
    value: Any


def read_quick(
    line: str,
    today: date,
    first_weekday: int = 0,
    *,
    people: Mapping[str, str] | None = None,
    plain: Collection[str] = (),
) -> QuickTask:
    """Return what a line says; `people` are names by id, pieces that lie in one of the `plain` texts stay text."""
    looked_at = "".join(letter.lower() if len(letter.lower()) == 1 else letter for letter in line[:LONGEST])
    now = Now(today, first_weekday)
    spared = [found.span() for text in plain if text for found in re.finditer(re.escape(text), line[:LONGEST])]
    kept = _chosen(
        piece
        for piece in _pieces(looked_at, now, people or {})
        if not any(begin <= piece.begin and piece.end <= end for begin, end in spared)
    )
    title = _title(line, kept)
    if not title:
        return QuickTask(" ".join(line.split()))
    values = {piece.what: piece.value for piece in kept}
    repeat, begins = values.get("repeat", ("", None))
    at = values.get("time")
    return QuickTask(
        title,
        tuple(_marks(line, kept)),
        due=values.get("due") or begins or (today if at else None),
        due_at=at,
        repeat=repeat,
        effort=values.get("effort", 0.0),
        priority=values.get("priority", Priority.NONE),
        tags=tuple(dict.fromkeys(line[it.begin + 1 : it.end] for it in kept if it.what == "tag")),
        owner=values.get("owner", ""),
    )


def _pieces(text: str, now: Now, people: Mapping[str, str]) -> Iterator[_Piece]:
    """Yield all that could be meant, also where pieces overlap."""
    for pattern in REPEATS:
        yield from _found(pattern, text, "repeat", lambda found: repeat_of(found, now))
    for pattern, read in PATTERNS:
        yield from _found(pattern, text, "due", lambda found, read=read: read(found, now))  # type: ignore[misc]
    for pattern in (TIMED, HALVED, HOURED, LATE_HOURED):
        yield from _found(pattern, text, "time", _time)
    for pattern in EFFORT:
        yield from _found(pattern, text, "effort", _effort)
    yield from _found(PRIORITY, text, "priority", lambda found: PRIORITIES[found["priority"]])
    yield from _found(TAG, text, "tag", lambda found: found["tag"])
    yield from _found(OWNER, text, "owner", lambda found: _person(found["owner"], people))


def _found(pattern: re.Pattern[str], text: str, what: str, read: Callable[[re.Match[str]], Any]) -> Iterator[_Piece]:
    for found in pattern.finditer(text):
        value = read(found)
        if value is not None:
            yield _Piece(found.start(), found.end(), what, value)


def _chosen(pieces: Iterable[_Piece]) -> list[_Piece]:
    """Return pieces that do not overlap, the longest first; of each sort the last, of tags all."""
    taken: list[_Piece] = []
    for piece in sorted(pieces, key=lambda it: it.begin - it.end):
        if all(piece.end <= other.begin or other.end <= piece.begin for other in taken):
            taken.append(piece)
    taken.sort(key=lambda it: it.begin)
    last = {piece.what: piece for piece in taken}
    return [piece for piece in taken if piece.what == "tag" or last[piece.what] is piece]


def _marks(line: str, pieces: list[_Piece]) -> Iterator[Mark]:
    """Yield the marks; a day and a time side by side are one."""
    held: Mark | None = None
    for piece in pieces:
        what = "due" if piece.what == "time" else piece.what
        if held and held.what == what == "due" and not line[held.end : piece.begin].strip(" ,"):
            held = Mark(held.begin, piece.end, what)
            continue
        if held:
            yield held
        held = Mark(piece.begin, piece.end, what)
    if held:
        yield held


def _title(line: str, pieces: list[_Piece]) -> str:
    """Return what is left of the line."""
    left, at = "", 0
    for piece in pieces:
        left += line[at : piece.begin]
        at = piece.end
    return " ".join(STRAY.sub("", left + line[at:]).split()).strip(" ,;")


def _effort(found: re.Match[str]) -> float | None:
    parts = found.groupdict()
    hours = float((parts.get("hours") or "0").replace(",", ".")) + int(parts.get("minutes") or 0) / 60
    return round(hours, 4) if 0 < hours <= MOST_HOURS else None


def _time(found: re.Match[str]) -> time | None:
    parts = found.groupdict()
    hour, half = int(parts["hour"]), parts.get("half")
    if half in {"am", "pm"}:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half == "pm" else 0)
    return time(hour, int(parts.get("minute") or 0)) if hour < 24 else None


def _person(name: str, people: Mapping[str, str]) -> str | None:
    """Return whom a name means: the only one whose name, or a part of it, begins so."""
    name = name.rstrip(".").casefold()
    found = [one for one, whole in people.items() if any(it.startswith(name) for it in whole.casefold().split())]
    return found[0] if len(found) == 1 else None
