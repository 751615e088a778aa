"""What the matrix promises about something that happened, and whether that was kept."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import Final

from app.guide.escalation import Escalation, Severity
from app.guide.incident import Incident
from app.guide.snapshot import Guide

DAY: Final = 1440


class Answer(StrEnum):
    """How it stands with the answer to something that happened."""

    NOTED = "noted"  # answered, and nothing was promised
    IN_TIME = "in_time"
    LATE = "late"
    WAITING = "waiting"  # not answered yet


def promise_of(guide: Guide, incident: Incident) -> Escalation | None:
    """Return what the matrix says about something that happened."""
    rows = guide.rows_of(incident.scenario)
    return next((it for it in rows if it.severity is incident.severity), None)


def severity_of(guide: Guide, scenario: str, severity: Severity) -> Severity:
    """Return how grave something of a scenario is: as said where the matrix knows it, else the least it knows."""
    known = [it.severity for it in guide.rows_of(scenario)]
    return severity if severity in known or not known else known[0]


def answer_of(incident: Incident, promise: Escalation | None) -> Answer:
    """Return whether something was answered, and in time."""
    if not incident.answered:
        return Answer.WAITING
    if promise is None or not promise.within:
        return Answer.NOTED
    return Answer.IN_TIME if incident.answered - 1 <= promise.within else Answer.LATE


def deadline(incident: Incident, within: int) -> tuple[date, time | None]:
    """Return until when something is promised; without a time of day what is left over counts as a day."""
    if incident.at is None:
        return incident.day + timedelta(days=max(0, within - 1) // DAY), None
    end = datetime.combine(incident.day, incident.at) + timedelta(minutes=within)
    return end.date(), end.time()


def is_overdue(incident: Incident, promise: Escalation | None, now: datetime) -> bool:
    """Return whether something waits longer than was promised, by the clocks of the playbook."""
    if incident.answered or incident.closed or promise is None or not promise.within:
        return False
    day, at = deadline(incident, promise.within)
    return (day, at or time.max) < (now.date(), now.time())
