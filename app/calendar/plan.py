"""Everything the calendar shows, held in memory and kept up to date with the store."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, Final

from app.calendar.event import ChecklistStep, Event, Override
from app.calendar.filter import SavedFilter
from app.calendar.kind import Channel, Kind
from app.calendar.occurrence import Key, Occurrence
from app.calendar.overridden import place
from app.calendar.program import Program
from app.calendar.quarter import week_of
from app.calendar.rhythm.expand import occurrences_of
from app.calendar.shown import shown
from app.calendar.start import read
from app.calendar.window import Window
from app.calendar.workload import Load, week_after
from app.funnel.stage import Stage
from app.guide.coverage import Absence, Duty
from app.guide.role import GuideRole
from app.personas.persona import Persona
from app.playbook.link import BECAME, Link
from app.playbook.playbook import PLAYBOOK_ID, Person, Playbook, WeekCapacity
from app.purpose.kpi import Kpi
from app.store import EVERYTHING, Changes, Store
from app.tactics.tactic import Tactic
from app.tasks.due_days import DueDays
from app.tasks.task import Task

if TYPE_CHECKING:
    from app.guide.cover_load import DutyHours

WINDOWS_KEPT: Final = 8
NAMED: Final[dict[type[Any], str]] = {
    Kind: "kinds",
    Stage: "stages",
    Persona: "personas",
    Channel: "channels",
    Person: "people",
    Program: "programs",
    Kpi: "kpis",
    Tactic: "tactics",
    SavedFilter: "filters",
}
DUTY: Final = (GuideRole, Duty, Absence)
KINDS: Final[tuple[type[Any], ...]] = (
    Playbook, WeekCapacity, Event, Override, ChecklistStep, Task, Link, *DUTY, *NAMED,
)  # fmt: skip


class Plan:
    """A picture of the playbook for pages and exports; actions write to the store, never here."""

    def __init__(self) -> None:
        self.playbook = Playbook(PLAYBOOK_ID, "")
        self.events: dict[str, Event] = {}
        self.overrides: dict[str, dict[str, Override]] = {}  # by series, then by original start
        self.checklist: dict[str, list[ChecklistStep]] = {}  # by event, in order
        self.kinds: dict[str, Kind] = {}
        self.stages: dict[str, Stage] = {}
        self.personas: dict[str, Persona] = {}
        self.channels: dict[str, Channel] = {}
        self.people: dict[str, Person] = {}
        self.programs: dict[str, Program] = {}
        self.kpis: dict[str, Kpi] = {}
        self.tactics: dict[str, Tactic] = {}
        self.filters: dict[str, SavedFilter] = {}
        self.capacities: dict[date, float] = {}
        self.due = DueDays()
        self.duty: DutyHours | None = None  # of the roles whose hours count, when there are some
        self.became: dict[str, list[str]] = {}  # by event, the tasks that came from it
        self._override_at: dict[str, tuple[str, str]] = {}  # id of an override -> where it is kept
        self._step_of: dict[str, str] = {}  # id of a checklist step -> its event
        self._waiting: dict[str, Event] | None = None  # the backlog in its order, when somebody asked for it
        self._windows: dict[tuple[date, date, str], Window] = {}  # the ones asked for lately at the end

    @classmethod
    def read(cls, store: Store) -> Plan:
        """Return the plan that a store holds."""
        plan = cls()
        plan.refresh(store, dict.fromkeys(KINDS, EVERYTHING))
        return plan

    def refresh(self, store: Store, changes: Changes) -> bool:
        """Take over what changed, reading no more than that; return whether it is part of the plan."""
        takers = {
            Playbook: self._take_playbook,
            WeekCapacity: self._take_capacities,
            Event: self._take_events,
            Override: self._take_overrides,
            ChecklistStep: self._take_steps,
            Task: self._take_tasks,
            Link: self._take_links,
        }
        for kind in changes.keys() & NAMED.keys():
            self._take_named(store, kind)
        for kind in changes.keys() & takers.keys():
            takers[kind](store, changes[kind])
        if changes.keys() & {Playbook, *DUTY}:
            self._take_duty(store)
        return not changes.keys().isdisjoint(KINDS)

    def occurrences(self, first: date, last: date) -> list[Occurrence]:
        """Return what touches the days from `first` to `last`: long ones first, then by day, time and title.

        Days and times of occurrences are those that clocks show in the zone of the playbook.
        """
        return self._window(first, last).in_order()

    def of_events(self, first: date, last: date) -> Mapping[str, list[Occurrence]]:
        """Return the same event by event, to look at only; an event that did not change keeps its very list."""
        return self._window(first, last).of_event

    def occurrence(self, key: Key) -> Occurrence | None:
        """Return what a key names, or None when it is not there any more, or waits in the backlog."""
        event = self.events.get(key[0])
        if event is None or event.day is None or event.repeats != bool(key[1]):
            return None
        found = Occurrence(event, event.day, event.at, "") if not event.repeats else self._one_of(event, key[1])
        return found and shown(found, self.playbook.zone)

    def _one_of(self, series: Event, original: str) -> Occurrence | None:
        override = self.overrides.get(series.id, {}).get(original)
        if override:
            return None if override.cancelled else place(series, override)
        try:
            day, _ = read(original)
        except ValueError:
            return None
        return next((it for it in occurrences_of(series, {}, day, day) if it.original == original), None)

    def backlog(self) -> list[Event]:
        """Return what waits for a day, oldest first."""
        if self._waiting is None:
            waiting = sorted((it for it in self.events.values() if it.day is None), key=lambda it: (it.created, it.id))
            self._waiting = {event.id: event for event in waiting}
        return list(self._waiting.values())

    def capacity(self, week: date) -> float:
        """Return the hours there are in the week that begins on a day."""
        if self.capacities:
            for days in range(7):
                hours = self.capacities.get(week + timedelta(days=days))
                if hours is not None:
                    return hours
        return self.playbook.capacity

    def week_loads(self, rows: Sequence[date]) -> dict[date, Load]:
        """Return the load of each week, that of the tasks due in it and of duty included; markers have no hours."""
        if not rows:
            return {}
        loads = self._window(rows[0], rows[-1] + timedelta(days=6)).loads(rows, self.capacity, self.markers)
        for more in (self.due.weeks(rows), self.duty.weeks(rows) if self.duty else {}):
            loads |= {week: week_after(loads[week], hours) for week, hours in more.items()}
        return loads

    @property
    def markers(self) -> frozenset[str]:
        """The kinds that mark a day on which something outside happened."""
        return frozenset(kind.id for kind in self.kinds.values() if kind.marker)

    def week_of(self, day: date) -> date:
        """Return the first day of the week that holds a day, as the playbook counts weeks."""
        return week_of(day, self.playbook.first_weekday)

    def _window(self, first: date, last: date) -> Window:
        here = self.playbook.zone
        window = self._windows.pop((first, last, here), None) or self._new_window(first, last, here)
        while len(self._windows) >= WINDOWS_KEPT:
            del self._windows[next(iter(self._windows))]
        self._windows[first, last, here] = window
        window.catch_up(self.events, self.overrides)
        return window

    def _new_window(self, first: date, last: date, here: str) -> Window:
        """Return a window that nobody asked for yet, made from one around it when there is such a one."""
        for (begin, end, zone), wide in self._windows.items():
            if begin <= first and last <= end and zone == here:
                wide.catch_up(self.events, self.overrides)
                return wide.part(first, last)
        return Window(first, last, here)

    def _forget(self, ids: set[str] | None) -> None:
        """Forget where some events take place, or all of them."""
        if ids is None or self._waiting is None or self._some_wait(ids):
            self._waiting = None
        if ids is None:
            self._windows.clear()
            return
        for window in self._windows.values():
            window.forget(ids)

    def _some_wait(self, ids: set[str]) -> bool:
        """Return whether some of the events wait for a day, or did."""
        there = (self.events.get(key) for key in ids)
        return bool(ids & (self._waiting or {}).keys()) or any(event.day is None for event in there if event)

    def _take_playbook(self, store: Store, ids: frozenset[str]) -> None:
        self.playbook = next(iter(store.of(Playbook).some([PLAYBOOK_ID])), self.playbook)

    def _take_capacities(self, store: Store, ids: frozenset[str]) -> None:
        self.capacities = {capacity.week: capacity.hours for capacity in store.of(WeekCapacity).all()}

    def _take_tasks(self, store: Store, ids: frozenset[str]) -> None:
        if ids == EVERYTHING:
            self.due = DueDays(store.of(Task).all())
        else:
            self.due.take(ids, {task.id: task for task in store.of(Task).some(ids)})

    def _take_duty(self, store: Store) -> None:
        counted = [role for role in store.of(GuideRole).all() if role.counts]
        self.duty = None
        if counted:
            from app.guide.cover_load import DutyHours  # few playbooks have such roles: a start need not wait for it

            duties, absences = store.of(Duty).all(), store.of(Absence).all()
            book = self.playbook
            self.duty = DutyHours(duties, counted, absences, countries=book.holidays, zone=book.zone)

    def _take_links(self, store: Store, _: frozenset[str]) -> None:
        self.became = {}
        for link in store.of(Link).where(from_kind="event", to_kind="task", role=BECAME):
            self.became.setdefault(link.from_id, []).append(link.to_id)

    def _take_named(self, store: Store, kind: type[Any]) -> None:
        things = (it for it in store.of(kind).all() if kind is not Stage or not it.is_map)
        order = sorted(things, key=lambda thing: (thing.position, getattr(thing, "name", ""), thing.id))
        setattr(self, NAMED[kind], {thing.id: thing for thing in order})

    def _take_events(self, store: Store, ids: frozenset[str]) -> None:
        events = store.of(Event)
        if ids == EVERYTHING:
            self.events = {event.id: event for event in events.all()}
            self._forget(None)
            return
        there = {event.id: event for event in events.some(ids)}
        for gone in ids - there.keys():
            self.events.pop(gone, None)
        self.events.update(there)
        self._forget(set(ids))

    def _take_overrides(self, store: Store, ids: frozenset[str]) -> None:
        if ids == EVERYTHING:
            self.overrides, self._override_at = {}, {}
            self._keep_overrides(store.of(Override).all())
            self._forget(None)
            return
        series = set[str]()
        for changed in ids & self._override_at.keys():
            of, original = self._override_at.pop(changed)
            series.add(of)
            if self.overrides[of][original].id == changed:
                del self.overrides[of][original]
        self._forget(series | self._keep_overrides(store.of(Override).some(ids)))

    def _keep_overrides(self, overrides: Iterable[Override]) -> set[str]:
        series = set()
        for override in overrides:
            self.overrides.setdefault(override.series, {})[override.original] = override
            self._override_at[override.id] = (override.series, override.original)
            series.add(override.series)
        return series

    def _take_steps(self, store: Store, ids: frozenset[str]) -> None:
        repository = store.of(ChecklistStep)
        if ids == EVERYTHING:
            self.checklist, self._step_of = {}, {}
            for step in repository.all():
                self._keep(step)
        else:
            for changed in ids & self._step_of.keys():
                event = self._step_of.pop(changed)
                self.checklist[event] = [step for step in self.checklist[event] if step.id != changed]
            for step in repository.some(ids):
                self._keep(step)
        for steps in self.checklist.values():
            steps.sort(key=lambda step: (step.position, step.id))

    def _keep(self, step: ChecklistStep) -> None:
        self.checklist.setdefault(step.event, []).append(step)
        self._step_of[step.id] = step.event
