"""Says gaps, hours and promises in words; the words themselves are in the catalogue."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from app.guide.cover_week import DAY, WEEK
from app.guide.coverage import Promise
from app.guide.gaps import Gap
from app.message import Message, say

HOUR: Final = 60
DAY_TEXTS: Final = (
    "coverage.day.mo", "coverage.day.tu", "coverage.day.we", "coverage.day.th", "coverage.day.fr", "coverage.day.sa",
    "coverage.day.su",
)  # fmt: skip
RUN: Final = 3  # so many days after each other are said by the first and the last


def lasting(minutes: int) -> Message:
    """Say how long something lasts: 30 min, 2 h, 3 h 10 min, 2 days."""
    if minutes >= 2 * DAY and minutes % DAY == 0:
        return say("coverage.days", n=minutes // DAY)
    hours, rest = divmod(minutes, HOUR)
    if not hours:
        return say("coverage.minutes", minutes=rest)
    return say("coverage.hours_minutes", hours=hours, minutes=rest) if rest else say("coverage.hours", hours=hours)


def clock(minute: int) -> str:
    """Write a minute of a day; the end of the day is 24:00."""
    return f"{minute // HOUR:02}:{minute % HOUR:02}"


def weekday(number: int) -> Message:
    """Say a weekday shortly; 0 = Monday."""
    return Message(DAY_TEXTS[number % 7])


def weekdays(numbers: Iterable[int], first_weekday: int = 0) -> Message:
    """Say some weekdays: Mon, Wed; Mon–Fri; every day for none or all."""
    there = sorted({(it - first_weekday) % 7 for it in numbers})
    if len(there) in {0, 7}:
        return say("coverage.every_day")
    if there[-1] - there[0] == len(there) - 1 and len(there) >= RUN:
        return say("coverage.to", first=weekday(there[0] + first_weekday), last=weekday(there[-1] + first_weekday))
    said = weekday(there[0] + first_weekday)
    for number in there[1:]:
        said = say("coverage.and", first=said, more=weekday(number + first_weekday))
    return said


def promised_hours(promise: Promise, first_weekday: int = 0) -> Message:
    """Say in which hours something is promised: Mon–Fri 09:00–17:00."""
    days = weekdays(promise.weekdays, first_weekday)
    if (promise.start, promise.end % DAY) == (0, 0):
        return days
    return say("coverage.hours_on", days=days, start=clock(promise.start), end=clock(promise.end))


def gap_lines(gaps: Sequence[Gap], first_weekday: int = 0) -> list[Message]:
    """Say gaps in the order in which they begin; those at the same hours of several days in one line."""
    return [_line(some, first_weekday) for some in _alike(gaps)]


def gap_hours(gaps: Sequence[Gap], first_weekday: int = 0) -> list[Message]:
    """Say only when gaps are, for whoever knows already what is promised; those at the same hours together."""
    return [_when(some, first_weekday) for some in _alike(gaps)]


def _alike(gaps: Sequence[Gap]) -> list[list[Gap]]:
    alike: dict[tuple[str, int, int, int], list[Gap]] = {}
    for gap in gaps:
        day = gap.start // DAY
        over = day if (gap.end - 1) // DAY != day else -1  # each of those is said with both of its days
        alike.setdefault((gap.promise.id, gap.start % DAY, gap.end - gap.start, over), []).append(gap)
    return list(alike.values())


def _line(gaps: Sequence[Gap], first_weekday: int) -> Message:
    gap = gaps[0]
    when, within = _when(gaps, first_weekday), lasting(gap.promise.within)
    said = say("coverage.gap", when=when, name=gap.promise.name, within=within)
    if len(gaps) > 1 or gap.back is None or gap.back == gap.end:
        return said
    return say("coverage.gap.back", gap=said, back=_moment(gap.back, first_weekday))


def _when(gaps: Sequence[Gap], first_weekday: int) -> Message:
    gap = gaps[0]
    if gap.end - gap.start >= WEEK:
        return say("coverage.all_week")
    first, last = gap.start // DAY, (gap.end - 1) // DAY
    if first != last:
        end = _moment(gap.end, first_weekday, is_end=True)
        return say("coverage.to", first=_moment(gap.start, first_weekday), last=end)
    return say(
        "coverage.hours_on",
        days=weekdays([it.start // DAY + first_weekday for it in gaps], first_weekday),
        start=clock(gap.start % DAY),
        end=clock(gap.end - last * DAY),
    )


def _moment(minute: int, first_weekday: int, *, is_end: bool = False) -> Message:
    day = (minute - 1) // DAY if is_end else minute // DAY
    return say("coverage.moment", day=weekday(day + first_weekday), at=clock(minute - day * DAY))
