"""What became of branches: events with their days, tasks, programs; also what is not there any more."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from app.calendar.event import Event, Override, Status
from app.calendar.kind import Kind
from app.calendar.program import Program
from app.calendar.rhythm.expand import occurrences_of
from app.playbook.link import Link
from app.purpose.kpi import Kpi
from app.store import Store
from app.tasks.task import Column, Task

MOST_DAYS: Final = 200


@dataclass(frozen=True, slots=True)
class Result:
    """One thing that a branch became."""

    kind: str  # name of the table
    id: str
    title: str = ""
    days: tuple[date, ...] = ()  # when it takes place or is due, within the time that was asked for
    done: bool = False
    idea: bool = False
    family: str = "ops"
    icon: str = "circle"
    gone: bool = False
    rule: str = ""  # of a series
    begins: date | None = None  # its first day


def results_of(
    store: Store, became: Mapping[str, Sequence[Link]], first: date, last: date
) -> dict[str, tuple[Result, ...]]:
    """Return what became of each branch, its days from `first` to `last`."""
    links = [link for some in became.values() for link in some]
    found = _Found(store, links, first, last)
    return {key: tuple(found.result(link) for link in some) for key, some in became.items()}


class _Found:
    """The things that links lead to, read together."""

    def __init__(self, store: Store, links: Iterable[Link], first: date, last: date) -> None:
        self._first, self._last = first, last
        ids: dict[str, list[str]] = {}
        for link in links:
            ids.setdefault(link.to_kind, []).append(link.to_id)

        def things(name: str, kind: type[Any]) -> dict[str, Any]:
            return {thing.id: thing for thing in store.of(kind).some(ids.get(name, ()))} if name in ids else {}

        self._events: dict[str, Event] = things("event", Event)
        self._tasks: dict[str, Task] = things("task", Task)
        self._others = things("program", Program) | things("kpi", Kpi)
        self._kinds = {kind.id: kind for kind in store.of(Kind).all()} if self._events else {}
        self._finished = {it.id for it in store.of(Column).all() if it.done} if self._tasks else set()
        self._overrides: dict[str, dict[str, Override]] = {}
        for event in self._events.values():
            if event.repeats:
                changed = store.of(Override).where(series=event.id)
                self._overrides[event.id] = {override.original: override for override in changed}

    def result(self, link: Link) -> Result:
        event, task = self._events.get(link.to_id), self._tasks.get(link.to_id)
        if event and link.to_kind == "event":
            return self._of_event(event)
        if task and link.to_kind == "task":
            days = (task.due,) if task.due else ()
            done = task.column in self._finished
            return Result("task", task.id, task.title, days, done, icon="circle-check" if done else "square")
        other = self._others.get(link.to_id)
        if other is None:
            return Result(link.to_kind, link.to_id, icon="ban", gone=True)
        return Result(link.to_kind, other.id, other.name, icon="target" if link.to_kind == "kpi" else "layers")

    def _of_event(self, event: Event) -> Result:
        kind = self._kinds.get(event.kind)
        family, icon = (kind.family, kind.icon) if kind else ("ops", "calendar")
        days: list[date] = []
        if event.day is not None:
            overrides = self._overrides.get(event.id, {})
            days = [it.day for it in occurrences_of(event, overrides, self._first, self._last) if it.day is not None]
        done = event.status is Status.DONE
        idea = event.status is Status.IDEA or event.day is None
        shown = tuple(sorted(days)[:MOST_DAYS])
        rule = event.rrule if event.repeats else ""
        return Result("event", event.id, event.title, shown, done, idea, family, icon, rule=rule, begins=event.day)
