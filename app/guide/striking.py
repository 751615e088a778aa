"""Strikes: how many of a member still count, what comes next, and until when it counts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from app.guide.incident import Incident
from app.guide.strikes import StrikeLevel
from app.message import Message, say


def counting(incidents: Iterable[Incident], member: str, day: date) -> list[Incident]:
    """Return the strikes of a member that count on a day, the oldest first."""
    if not member:
        return []
    mine = (it for it in incidents if it.member == member and it.level and it.day <= day)
    return sorted((it for it in mine if it.expires is None or it.expires > day), key=in_order)


def before(incidents: Iterable[Incident], incident: Incident) -> list[Incident]:
    """Return the strikes that counted when something happened, those of earlier things."""
    there = counting(incidents, incident.member, incident.day)
    return [it for it in there if in_order(it) < in_order(incident)]


def next_level(levels: Sequence[StrikeLevel], count: int) -> StrikeLevel | None:
    """Return what the next strike is of somebody who has some; there is nothing after the last one."""
    return levels[min(count, len(levels) - 1)] if levels else None


def expiry(level: StrikeLevel, day: date) -> date | None:
    """Return the first day on which a strike given on a day counts no more; None when it stays."""
    return day + timedelta(days=level.days) if level.days else None


def said(incident: Incident, level: StrikeLevel | None, today: date) -> Message | None:
    """Say which strike was given and until when it counts; None when there is none."""
    if not incident.level:
        return None
    name = level.name if level else say("incidents.strike.gone")
    if incident.expires is None:
        return say("incidents.strike.stays", name=name)
    if incident.expires <= today:
        return say("incidents.strike.over", name=name)
    return say("incidents.strike.until", name=name, day=incident.expires, year=str(incident.expires.year))


def in_order(incident: Incident) -> tuple[date, int, str]:
    """Return what sorts things by when they happened."""
    return incident.day, incident.created, incident.id
