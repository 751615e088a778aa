"""Instants as sources write them, as UTC microseconds; what is no instant that a community can have had is None."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from typing import Final

EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
MICROSECOND: Final = timedelta(microseconds=1)
SECOND: Final = 1_000_000
FIRST: Final = 0
LAST: Final = 4_102_444_800 * SECOND  # the year 2100
DAY: Final = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
FRACTION: Final = re.compile(r"(\.\d{6})\d+", re.ASCII)  # more digits than Python reads


def of_iso(text: object) -> int | None:
    """Return the instant of an ISO 8601 text, also with a blank and UTC as Ruby writes it; without a zone it is UTC."""
    if type(text) is not str or len(text) > 40:
        return None
    short = text.strip()
    if short.endswith((" UTC", " utc")):
        short = short[:-4]
    try:
        return of_datetime(datetime.fromisoformat(FRACTION.sub(r"\1", short.replace(" +", "+"))))
    except ValueError:
        return None


def of_datetime(at: datetime) -> int | None:
    """Return the instant of a time; without a zone it is UTC."""
    try:
        return within((at.replace(tzinfo=UTC) if at.tzinfo is None else at) - EPOCH)
    except OverflowError:
        return None


def of_seconds(value: object) -> int | None:
    """Return the instant of seconds since 1970, whether number or text."""
    if type(value) is bool or not isinstance(value, int | float | str) or (isinstance(value, str) and len(value) > 30):
        return None
    try:
        seconds = int(value) if isinstance(value, int) else float(value)
        return within(timedelta(seconds=seconds))
    except (ValueError, OverflowError):
        return None


def within(since: timedelta) -> int | None:
    """Return a distance from 1970 as an instant."""
    at = since // MICROSECOND
    return at if FIRST < at < LAST else None


def day_of(text: str) -> str:
    """Return an ISO date as it is, "" for what is none."""
    if not DAY.fullmatch(text):
        return ""
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        return ""
