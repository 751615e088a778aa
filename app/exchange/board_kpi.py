"""The KPI of a metric card with its readings, as our own object in files of boards says it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Final

from app.calendar.event import FIRST_DAY, LARGEST, LAST_DAY
from app.exchange.json_text import number, text_of
from app.purpose.kpi import Kpi, Level
from app.purpose.reading import Reading

SHORT: Final = 2_000  # letters of a name or of where a reading is known from
UNIT_MOST: Final = 40
READINGS_MOST: Final = 2_000  # of one KPI: one a day for more than five years


def own_of_kpi(kpi: Kpi, readings: Sequence[Reading]) -> dict[str, Any]:
    """Return what a file says of a KPI; readings as day, value, and where it is known from when that is written."""
    said: dict[str, Any] = {"name": kpi.name, "level": kpi.level.value, "unit": kpi.unit}
    said |= {"baseline": kpi.baseline, "target": kpi.target}
    said |= {name: day.isoformat() for name in ("due", "since") if (day := getattr(kpi, name))}
    said["readings"] = [[it.day.isoformat(), it.value, *([it.source] if it.source else [])] for it in readings]
    return {name: value for name, value in said.items() if value not in (None, "", [])}


def kpi_in(id: str, said: Mapping[str, Any]) -> Kpi:
    """Return the KPI that a file speaks of; what no playbook keeps is left out."""
    level = said.get("level")
    return Kpi(
        id,
        text_of(said.get("name"))[:SHORT],
        Level(level) if isinstance(level, str) and level in set(Level) else Level.COMMUNITY,
        text_of(said.get("unit"))[:UNIT_MOST],
        _amount(said.get("baseline")),
        _amount(said.get("target")),
        _day(said.get("due")),
        since=_day(said.get("since")),
    )


def readings_in(id: str, said: Mapping[str, Any]) -> tuple[Reading, ...]:
    """Return the readings that a file has of a KPI, one a day, oldest first; what makes no sense is left out."""
    found: dict[date, Reading] = {}
    listed = said.get("readings")
    for it in listed[:READINGS_MOST] if isinstance(listed, list) else ():
        match it:
            case [on, value, *rest] if (day := _day(on)) and (read := _amount(value)) is not None:
                found[day] = Reading("", "kpi", id, day, read, text_of(rest[0])[:SHORT] if rest else "")
    return tuple(found[day] for day in sorted(found))


def _amount(value: object) -> float | None:
    """Return what a KPI can be measured by, None for what no playbook keeps."""
    found = number(value)
    return found if found is not None and abs(found) <= LARGEST["target"] else None


def _day(value: object) -> date | None:
    try:
        found = date.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None
    return found if found and FIRST_DAY <= found <= LAST_DAY else None
