"""Writes the log of incidents: what happened, the strike given, and the task that follows it up. Each is one step."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Final

from app.calendar.saving import stamp
from app.guide.escalation import Escalation, Scenario
from app.guide.incident import Incident
from app.guide.incident_answer import deadline, promise_of, severity_of
from app.guide.role import GuideRole
from app.guide.snapshot import Guide
from app.guide.strikes import StrikeLevel
from app.guide.striking import before, expiry, next_level
from app.members.adding import add_member
from app.members.member import Member
from app.message import Message
from app.playbook.becoming import make_task
from app.playbook.playbook import Person
from app.store import Store
from app.tasks.task import Priority

TYPED: Final = frozenset({"what", "done"})
PRESSING: Final = {"low": Priority.NONE, "medium": Priority.MEDIUM, "high": Priority.HIGH}


def log_incident(store: Store, incident: Incident) -> str:
    """Write down that something happened; return its id."""
    now = stamp(store)
    new = replace(incident, id=incident.id or store.new_id(), created=incident.created or now)
    with store.change(_step(store, new, "incidents.step.log")):
        store.of(Incident).save([_settled(store, new)])
    return new.id


def edit_incident(store: Store, id: str, **fields: Any) -> None:
    """Give fields of what happened other values; scenario and day take along what hangs on them."""
    was = store.of(Incident).get(id)
    now = replace(was, **fields)
    if "scenario" in fields and "severity" not in fields:
        now = replace(now, severity=severity_of(Guide.read(store), now.scenario, now.severity))
    if "day" in fields or "level" in fields:
        now = _settled(store, now)
    if now == was:
        return
    name = next(iter(fields)) if len(fields) == 1 else ""
    with store.change(_step(store, now, "incidents.step.edit"), merge=f"edit:{id}:{name}" if name in TYPED else None):
        store.of(Incident).save([now])


def say_who_is_new(store: Store, id: str, name: str) -> None:
    """Write down a member whom nobody knew yet, and that something was about them."""
    with store.change(_step(store, store.of(Incident).get(id), "incidents.step.edit")):
        edit_incident(store, id, member=add_member(store, Member("", name)))


def give_strike(store: Store, id: str, level: str = "") -> None:
    """Give the strike that comes next for the member of an incident, or one of a certain level."""
    incident = store.of(Incident).get(id)
    next_one = None if level else proposed(Guide.read(store), incident)
    found = next_one.id if next_one else level
    if found and found != incident.level:
        with store.change(_step(store, incident, "incidents.step.strike")):
            store.of(Incident).save([_settled(store, replace(incident, level=found))])


def take_strike_back(store: Store, id: str) -> None:
    """Let an incident have no strike."""
    incident = store.of(Incident).get(id)
    with store.change(_step(store, incident, "incidents.step.no_strike")):
        store.of(Incident).save([replace(incident, level="", expires=None)])


def delete_incident(store: Store, id: str) -> None:
    """Take what happened out of the log; its follow-up stays."""
    incident = store.of(Incident).get(id)
    with store.change(_step(store, incident, "incidents.step.delete")):
        store.of(Incident).delete([id])


def proposed(guide: Guide, incident: Incident) -> StrikeLevel | None:
    """Return the level that the next strike of a member is of, by those that still count on that day."""
    count = len(before(guide.of(Incident).values(), incident))
    return next_level(list(guide.of(StrikeLevel).values()), count)


def follow_up(store: Store, id: str, title: str) -> str:
    """Make the task that follows up what happened, due when the matrix promises; return its id."""
    guide, incident = Guide.read(store), store.of(Incident).get(id)
    promise = promise_of(guide, incident)
    day, at = deadline(incident, promise.within) if promise and promise.within else (incident.day, None)
    return make_task(
        store,
        [("incident", id)],
        title,
        due=day,
        due_at=at,
        owner=_owner(guide, promise),
        priority=PRESSING[incident.severity],
        notes="\n\n".join(it for it in (incident.what, promise.action if promise else "") if it),
    )


def _owner(guide: Guide, promise: Escalation | None) -> str:
    """Return the first person who is told: by name, or by a role that somebody has."""
    for one in promise.told if promise else ():
        role = guide.get(GuideRole, one)
        for person in (one, *(role.people if role else ())):
            if guide.get(Person, person):
                return person
    return ""


def _settled(store: Store, incident: Incident) -> Incident:
    """Let a strike count as long as its level says; one whose level is gone counts as long as it did."""
    if not incident.level:
        return replace(incident, expires=None)
    level = next(iter(store.of(StrikeLevel).some([incident.level])), None)
    return replace(incident, expires=expiry(level, incident.day)) if level else incident


def _step(store: Store, incident: Incident, text: str) -> Message:
    """Name a step by the scenario, or the member where there is none."""
    scenario = next(iter(store.of(Scenario).some([incident.scenario])), None)
    member = next(iter(store.of(Member).some([incident.member])), None)
    called = scenario.name if scenario else member.name if member else "…"
    return Message(text, (("name", called),))
