"""A small community in a real file."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from typing import Any

from app.calendar.event import ChecklistStep, Event
from app.calendar.kind import Area, Channel, Kind
from app.calendar.program import Program
from app.funnel.stage import Stage
from app.message import say
from app.personas.persona import Persona
from app.playbook.playbook import PLAYBOOK_ID, Person, Playbook
from app.purpose.kpi import Kpi
from app.store import Store
from app.tactics.tactic import Tactic
from widgets.calendar.page import CalendarPage

NOW = datetime(2027, 3, 10, 9, 0, tzinfo=UTC)
START = date(2027, 3, 1)


def mar(day: int) -> date:
    return date(2027, 3, day)


def an_event(id: str = "ama", title: str = "AMA with founders", **fields: Any) -> Event:
    usual = {"id": id, "title": title, "kind": "live", "day": mar(11), "at": time(17), "minutes": 45, "zone": "UTC"}
    return Event(**usual | {"prep": 1.5, "live": 1.0, "created": 1} | fields)


def a_series(id: str = "prompt", title: str = "Weekly prompt", **fields: Any) -> Event:
    usual = {"kind": "thread", "day": mar(2), "at": None, "minutes": 0, "rrule": "FREQ=WEEKLY;BYDAY=TU;COUNT=6"}
    return an_event(id, title, **usual | fields)


def things() -> list[list[Any]]:
    return [
        [Playbook(PLAYBOOK_ID, "Kestrel Circle", start=START)],
        [
            Kind("live", "Live", "live", "mic", live=True),
            Kind("thread", "Thread", "conversation", "message-square", Area.SUPPORT, position=1),
        ],
        [Channel("forum", "Forum"), Channel("zoom", "Zoom", 1)],
        [Stage("aware", "Awareness", "welcome"), Stage("active", "Activation", "conversation", 1)],
        [Persona("new", "Newcomers", "recognition"), Persona("busy", "Busy managers", "loop", "", 1)],
        [Person("mila", "Mila D."), Person("rado", "Rado T.", 1)],
        [Program("answers", "Members answer members")],
        [Kpi("first", "First questions")],
        [
            Tactic("t-ama", "Short AMA 30–45 min", "live", "AMA", time(17), 45, prep=1.5, live=1.0, steps=("Invite",)),
            Tactic("t-week", "Weekly prompt", "thread", prep=0.5, rhythm="FREQ=WEEKLY", position=1),
        ],
        [an_event(), a_series(), an_event("idea", "Guest week", day=None, at=None, minutes=0)],
        [ChecklistStep("s1", "ama", 0, "Agree on guests"), ChecklistStep("s2", "ama", 1, "Announce")],
    ]


def fill(store: Store) -> None:
    with store.change(say("step.add", title="all")):
        for group in things():
            store.of(type(group[0])).save(group)


def on(page: CalendarPage, day: date) -> list[str]:
    return sorted(it.event.title for it in page.plan.occurrences(day, day))
