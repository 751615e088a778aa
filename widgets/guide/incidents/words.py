"""What happened, in words: how grave, who, answered in time or late, what came of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Final

from app.guide.cover_words import lasting
from app.guide.escalation import Scenario, Severity
from app.guide.incident import Incident
from app.guide.incident_answer import Answer, answer_of, promise_of
from app.guide.incident_log import Log, Wanted
from app.guide.snapshot import Guide
from app.guide.strikes import StrikeLevel
from app.guide.striking import said
from widgets.common.words import clock, day, tr, words
from widgets.guide.chapters.matrix import SEVERITY_TEXTS

WANTED_TEXTS: Final[Mapping[Wanted, str]] = {
    Wanted.OPEN: "incidents.state.open",
    Wanted.CLOSED: "incidents.state.closed",
    Wanted.STRIKE: "incidents.state.strike",
    Wanted.LATE: "incidents.state.late",
    Wanted.FOLLOW_UP: "incidents.state.follow_up",
}
ROLES: Final[Mapping[Answer, str]] = {
    Answer.NOTED: "text_2",
    Answer.IN_TIME: "success_text",
    Answer.LATE: "danger_text",
    Answer.WAITING: "text_muted",
}


def severity_name(severity: Severity) -> str:
    """Return how grave something is."""
    return tr(SEVERITY_TEXTS[severity])


def scenario_name(guide: Guide, incident: Incident) -> str:
    """Return the name of a scenario, or that there is none."""
    scenario = guide.get(Scenario, incident.scenario)
    if scenario is not None:
        return scenario.name
    return tr("incidents.scenario.gone") if incident.scenario else tr("incidents.scenario.none")


def when(incident: Incident, *, year: bool = False) -> str:
    """Return the day and the time of something."""
    at = f" {clock(incident.at)}" if incident.at else ""
    return day(incident.day, "d MMM yyyy" if year else "d MMM") + at


def answered(
    guide: Guide, incident: Incident, holidays: Iterable[date] = (), *, overdue: bool = False
) -> tuple[str, str]:
    """Return how it stands with the answer, and the colour role of that."""
    promise = promise_of(guide, incident)
    answer = answer_of(incident, promise)
    within = _unbroken(promise.within) if promise and promise.within else ""
    took = _unbroken(incident.answered - 1) if incident.answered else ""
    match answer:
        case Answer.IN_TIME:
            return tr("incidents.answer.in_time", took=took, within=within), ROLES[answer]
        case Answer.LATE if incident.day in set(holidays):
            return tr("incidents.answer.late_holiday", took=took, within=within), ROLES[answer]
        case Answer.LATE:
            return tr("incidents.answer.late", took=took, within=within), ROLES[answer]
        case Answer.NOTED:
            return tr("incidents.answer.noted", took=took), ROLES[answer]
    if overdue:
        return tr("incidents.answer.overdue", within=within), ROLES[Answer.LATE]
    if within and not incident.closed:
        return tr("incidents.answer.waiting", within=within), ROLES[answer]
    return tr("incidents.answer.none"), ROLES[answer]


def strike_given(guide: Guide, incident: Incident, today: date) -> str:
    """Return the strike of an incident and until when it counts, "" when there is none."""
    message = said(incident, guide.get(StrikeLevel, incident.level), today)
    return words(message) if message else ""


def follow_ups(log: Log, incident: Incident) -> str:
    """Return how many follow-ups of something are still to be done, "" for none."""
    left = len(log.open_tasks(incident.id))
    return tr("incidents.follow_ups", n=left) if left else ""


def _unbroken(minutes: int) -> str:
    """Return a length whose unit does not begin a new line."""
    return words(lasting(minutes)).replace(" ", "\u00a0")
