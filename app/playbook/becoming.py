"""What becomes of a thought: a note, a branch or a metric card turns into a task, an event, a program or a KPI.

The new thing is linked to all that it came from. Each function is one step of undo; a link stays when either end is
deleted, and the screen says so.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from app.calendar.adding import add_event, add_from_tactic, zone_of
from app.calendar.announcing import any_kind
from app.calendar.event import Event, Status
from app.calendar.program import Program
from app.message import say
from app.playbook.link import BECAME, Link
from app.playbook.records import save_record
from app.purpose.kpi import Kpi
from app.store import Store
from app.tasks.adding import add_task
from app.tasks.task import Task

Source = tuple[str, str]  # (name of the table, such as "note", "branch" or "event", id)


def make_task(store: Store, sources: Sequence[Source], title: str, **fields: Any) -> str:
    """Make a task of what was thought of; `fields` are those of Task. Return its id."""
    with store.change(say("playbook.step.become.task", title=title)):
        task = add_task(store, Task("", title, fields.pop("column", ""), **fields))
        _connect(store, sources, "task", [task])
    return task


def make_event(
    store: Store,
    sources: Sequence[Source],
    title: str,
    day: date | None = None,
    *,
    tactic: str = "",
    kind: str = "",
    **fields: Any,
) -> str:
    """Make an event on a day, or in the backlog, by a tactic or of a kind; `fields` are those of Event. Return its id.

    An event of no kind is of the kind "other", or of the last one there is.
    """
    with store.change(say("playbook.step.become.event", title=title)):
        if tactic:
            own: dict[str, Any] = {"title": title} if title else {}
            event = add_from_tactic(store, tactic, day, **own, **fields)
        else:
            status = Status.PLANNED if day else Status.IDEA
            given: dict[str, Any] = {"status": status, "zone": zone_of(store) if fields.get("at") else ""} | fields
            event = add_event(store, Event("", title, kind or any_kind(store), day, **given))
        _connect(store, sources, "event", [event])
    return event


def make_program(store: Store, sources: Sequence[Source], name: str, **fields: Any) -> str:
    """Make a program of what was thought of; `fields` are those of Program. Return its id."""
    with store.change(say("playbook.step.become.program", title=name)):
        program = save_record(store, Program("", name, **fields))
        _connect(store, sources, "program", [program])
    return program


def make_kpi(store: Store, sources: Sequence[Source], name: str, **fields: Any) -> str:
    """Make a KPI of what was thought of; `fields` are those of Kpi. Return its id."""
    with store.change(say("playbook.step.become.kpi", title=name)):
        kpi = save_record(store, Kpi("", name, **fields))
        _connect(store, sources, "kpi", [kpi])
    return kpi


def results_of(store: Store, kind: str, id: str) -> list[Link]:
    """Return the links to what became of a thing, oldest first."""
    return _in_order(store.of(Link).where(from_kind=kind, from_id=id, role=BECAME))


def origins_of(store: Store, kind: str, id: str) -> list[Link]:
    """Return the links to what a thing came from, oldest first."""
    return _in_order(store.of(Link).where(to_kind=kind, to_id=id, role=BECAME))


def _connect(store: Store, sources: Sequence[Source], kind: str, ids: Iterable[str]) -> None:
    known = dict.fromkeys(sources)
    store.of(Link).save(
        Link(store.new_id(), from_kind, from_id, kind, made, BECAME) for made in ids for from_kind, from_id in known
    )


def _in_order(links: Iterable[Link]) -> list[Link]:
    return sorted(links, key=lambda link: link.id)
