"""Which day it is for a playbook: by the clocks of its zone."""

from __future__ import annotations

from datetime import UTC, date, datetime, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from app.calendar.adding import zone_of
from app.store import Store


def today_of(store: Store) -> date:
    """Return today in the zone of the playbook."""
    return store.now().astimezone(clocks(zone_of(store))).date()


def day_of(instant: int, zone: str) -> date:
    """Return the day of an instant (UTC microseconds) by the clocks of a zone."""
    return datetime.fromtimestamp(instant / 1_000_000, UTC).astimezone(clocks(zone)).date()


def clocks(zone: str) -> tzinfo:
    """Return the clocks of a zone; UTC for one that is not known here."""
    try:
        return ZoneInfo(zone) if zone else UTC
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return UTC
