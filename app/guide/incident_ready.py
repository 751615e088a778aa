"""What a sample community has gone through: incidents with their strikes and follow-ups, and who is away."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, time
from typing import Any

from app.calendar.saving import stamp
from app.guide.absences import add_absence
from app.guide.escalation import Scenario, Severity
from app.guide.incident import Incident
from app.guide.incident_actions import follow_up, give_strike, log_incident
from app.store import Store

Raw = Mapping[str, Any]
Placing = Callable[[str], date]


@dataclass(frozen=True, slots=True)
class FirstIncident:
    """One incident, its member and scenario named by keys."""

    incident: Incident
    strike: bool = False
    task: str = ""  # title of its follow-up, "" for none


@dataclass(frozen=True, slots=True)
class FirstAbsence:
    """Days on which somebody of the team, named by key, is away."""

    person: str
    start: date
    end: date
    why: str = ""


@dataclass(frozen=True, slots=True)
class FirstLog:
    """All of it, in the order in which it happened."""

    incidents: tuple[FirstIncident, ...] = ()
    absences: tuple[FirstAbsence, ...] = ()


def read_log(raw: Raw, place: Placing) -> FirstLog:
    """Return the log of a template, whose places such as "2 FR" became days."""
    incidents = tuple(_incident(key, one, place) for key, one in raw.get("incidents", {}).items())
    absences = tuple(
        FirstAbsence(one["person"], place(one["from"]), place(one["to"]), one.get("why", ""))
        for one in raw.get("absences", {}).values()
    )
    return FirstLog(incidents, absences)


def begin_log(store: Store, log: FirstLog, members: Mapping[str, str], people: Mapping[str, str]) -> None:
    """Put the log of a template into a playbook that begins, inside a change; the ids are those of its keys."""
    scenarios = {it.key: it.id for it in store.of(Scenario).all() if it.key}
    now = stamp(store)
    for row, first in enumerate(log.incidents):
        it = first.incident
        member, scenario = members.get(it.member, ""), scenarios.get(it.scenario, "")
        made = log_incident(store, replace(it, id="", member=member, scenario=scenario, created=now + row))
        if first.strike:
            give_strike(store, made)
        if first.task:
            follow_up(store, made, first.task)
    for absence in log.absences:
        if absence.person in people:
            add_absence(store, people[absence.person], absence.start, absence.end, absence.why)


def _incident(key: str, one: Raw, place: Placing) -> FirstIncident:
    answered = one.get("answered")
    incident = Incident(
        key,
        place(one["on"]),
        time.fromisoformat(one["at"]) if "at" in one else None,
        one.get("member", ""),
        one.get("scenario", ""),
        Severity(one["severity"]),
        one.get("what", ""),
        one.get("done", ""),
        0 if answered is None else answered + 1,
        closed=one.get("closed", False),
    )
    return FirstIncident(incident, one.get("strike", False), one.get("task", ""))
