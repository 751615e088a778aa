"""When an occurrence begins, and how that is written in `original` and in `rdates`."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

Start = tuple[date, time | None]  # a day, and the local wall time unless it is all-day


def written(start: Start) -> str:
    """Return YYYY-MM-DD for a whole day, YYYY-MM-DDTHH:MM for a time."""
    day, at = start
    return day.isoformat() if at is None else f"{day.isoformat()}T{at.isoformat('minutes')}"


def read(text: str) -> Start:
    """Return what `written` wrote; ValueError when it is neither form."""
    if len(text) == 10:
        return date.fromisoformat(text), None
    moment = datetime.fromisoformat(text)
    return moment.date(), moment.time()


def shifted(text: str, days: int) -> str:
    """Return a written start some days later, at the same time."""
    day, at = read(text)
    return written((day + timedelta(days=days), at))


def order(start: Start) -> tuple[date, time]:
    """Return a key that sorts starts; a whole day comes before its times."""
    return start[0], start[1] or time.min
