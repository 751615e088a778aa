"""A playbook seen from home: Kestrel Circle on a Wednesday, the tenth day of its quarter."""

from __future__ import annotations

from datetime import date
from typing import Any

from app.calendar.event import Event
from app.home.overview import Overview
from app.home.step import Step
from app.home.steps import steps
from app.message import say
from app.playbook.playbook import PLAYBOOK_ID, Playbook
from app.store import Store
from app.tasks.adding import add_task
from app.tasks.task import Task

TODAY = date(2027, 3, 10)
START = date(2027, 3, 1)


def mar(day: int) -> date:
    return date(2027, 3, day)


def save(store: Store, *things: Any) -> None:
    with store.change(say("step.add", title="all")):
        for thing in things:
            store.of(type(thing)).save([thing])


def begin(store: Store, **settings: Any) -> None:
    save(store, Playbook(PLAYBOOK_ID, "Kestrel Circle", **{"start": START, "zone": "UTC"} | settings))


def a_task(store: Store, title: str, **fields: Any) -> str:
    return add_task(store, Task("", title, "", **fields))


def an_event(id: str, day: date | None, **fields: Any) -> Event:
    return Event(**{"id": id, "title": id, "kind": "live", "day": day} | fields)


def step_of(store: Store, number: int) -> Step:
    return next(step for step in steps(Overview.read(store)) if step.number == number)
