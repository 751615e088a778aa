"""The log of what happened: found by member, scenario and state, counted by scenario and month."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from enum import StrEnum

from app.guide.escalation import Scenario
from app.guide.incident import Incident
from app.guide.incident_answer import Answer, answer_of, promise_of
from app.guide.snapshot import Guide
from app.guide.striking import in_order
from app.playbook.link import BECAME, Link
from app.store import Store
from app.tasks.task import Task


class Wanted(StrEnum):
    """What can be wanted of things that happened."""

    OPEN = "open"
    CLOSED = "closed"
    STRIKE = "strike"
    LATE = "late"
    FOLLOW_UP = "follow_up"  # with a task that is still to be done


@dataclass(frozen=True, slots=True)
class LogFilter:
    """What a list of things that happened is limited to; an empty side is open, several values of one are or'ed."""

    members: tuple[str, ...] = ()
    scenarios: tuple[str, ...] = ()
    states: tuple[Wanted, ...] = ()
    month: date | None = None  # its first day

    def __bool__(self) -> bool:
        return self != LogFilter()


@dataclass(frozen=True, slots=True)
class Log:
    """The guide with the tasks that follow up what happened."""

    guide: Guide = field(default_factory=Guide)
    follow_ups: dict[str, list[Task]] = field(default_factory=dict)  # by incident

    @classmethod
    def of(cls, guide: Guide, store: Store) -> Log:
        """Return the log of a guide, with the tasks that there are now."""
        links = sorted(store.of(Link).where(from_kind="incident", to_kind="task", role=BECAME), key=lambda it: it.id)
        tasks = {task.id: task for task in store.of(Task).some({link.to_id for link in links})} if links else {}
        found: dict[str, list[Task]] = {}
        for link in links:
            if link.to_id in tasks:
                found.setdefault(link.from_id, []).append(tasks[link.to_id])
        return cls(guide, found)

    def open_tasks(self, incident: str) -> list[Task]:
        """Return the follow-ups of something that are still to be done."""
        return [task for task in self.follow_ups.get(incident, ()) if not task.finished]

    def found(self, wanted: LogFilter) -> list[Incident]:
        """Return what a filter shows, the latest first."""
        there = self.guide.of(Incident).values()
        return sorted((it for it in there if self._matches(it, wanted)), key=in_order, reverse=True)

    def _matches(self, it: Incident, wanted: LogFilter) -> bool:
        if wanted.members and it.member not in wanted.members:
            return False
        if wanted.scenarios and self._scenario(it) not in wanted.scenarios:
            return False
        if wanted.month is not None and wanted.month != it.day.replace(day=1):
            return False
        return not wanted.states or any(self._is(it, state) for state in wanted.states)

    def _is(self, it: Incident, state: Wanted) -> bool:
        match state:
            case Wanted.OPEN | Wanted.CLOSED:
                return it.closed is (state is Wanted.CLOSED)
            case Wanted.STRIKE:
                return bool(it.level)
            case Wanted.LATE:
                return answer_of(it, promise_of(self.guide, it)) is Answer.LATE
            case Wanted.FOLLOW_UP:
                return bool(self.open_tasks(it.id))

    def _scenario(self, it: Incident) -> str:
        """Return the scenario of something, "" for none or one that is not there any more."""
        return it.scenario if it.scenario in self.guide.of(Scenario) else ""

    def seen(self, scenario: str) -> list[Incident]:
        """Return how often a scenario happened, the earliest first."""
        return sorted((it for it in self.guide.of(Incident).values() if it.scenario == scenario), key=in_order)

    def overview(self, months: Sequence[date], wanted: LogFilter | None = None) -> list[Line]:
        """Return how often each scenario happened in each month, most frequent first; "" is what has no scenario."""
        inside = replace(wanted or LogFilter(), scenarios=(), month=None)
        counts: dict[str, dict[date, int]] = {}
        for it in self.found(inside):
            month = it.day.replace(day=1)
            if month in months:
                of = counts.setdefault(self._scenario(it), {})
                of[month] = of.get(month, 0) + 1
        lines = [Line(scenario, tuple(of.get(month, 0) for month in months)) for scenario, of in counts.items()]
        place = {scenario: row for row, scenario in enumerate((*self.guide.of(Scenario), ""))}
        return sorted(lines, key=lambda line: (-line.total, place[line.scenario]))


@dataclass(frozen=True, slots=True)
class Line:
    """One scenario of the overview."""

    scenario: str
    counts: tuple[int, ...]  # one a month

    @property
    def total(self) -> int:
        """How often it happened in all."""
        return sum(self.counts)


def months_to(day: date, count: int) -> list[date]:
    """Return the first days of the last months, that of a day at the end."""
    months = [day.replace(day=1)]
    while len(months) < count:
        months.append((months[-1] - timedelta(days=1)).replace(day=1))
    return months[::-1]


def totals(lines: Iterable[Line]) -> list[int]:
    """Return how often anything happened in each month."""
    return [sum(column) for column in zip(*(line.counts for line in lines), strict=True)]
