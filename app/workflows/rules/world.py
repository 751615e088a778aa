"""What rules look at: the things of a playbook as they were seen last, and today."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from contextlib import suppress
from dataclasses import replace
from datetime import date
from typing import Any, Final, TypeVar

from app.calendar.event import Event, Override
from app.calendar.holidays import holidays
from app.calendar.overridden import own_fields
from app.guide.escalation import Scenario
from app.guide.incident import Incident
from app.members.member import Member
from app.playbook.playbook import PLAYBOOK_ID, Person, Playbook
from app.store import EVERYTHING, Changes, Store
from app.tasks.task import Task
from app.tasks.today import day_of, today_of
from app.workflows.enrolment import Delivery, Enrolment
from app.workflows.rules.happening import DAY, Difference, Subject
from app.workflows.sequence import Sequence, SequenceStep

T = TypeVar("T")
KINDS: Final[Mapping[str, type]] = {"task": Task, "event": Event, "incident": Incident, "delivery": Delivery}


class World:
    """Reads a kind of thing when it is first asked for, and knows it until it changes."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.today = today_of(store)
        self._of: dict[type, dict[str, Any]] = {}
        self._holidays: dict[int, dict[date, str]] = {}
        self._overrides: dict[str, dict[str, Override]] | None = None  # by series, then by original start

    def of(self, kind: type[T]) -> dict[str, T]:
        """Return the things of a kind by id, as they were seen last."""
        if kind not in self._of:
            self._of[kind] = {thing.id: thing for thing in self.store.of(kind).all()}  # type: ignore[attr-defined]
        return self._of[kind]

    def some(self, kind: type[T], only: Collection[str] | None) -> Iterable[T]:
        """Return the things of a kind, or only those with some ids."""
        known = self.of(kind)
        return known.values() if only is None else [known[name] for name in only if name in known]

    def take(self, changes: Changes, watched: Iterable[type]) -> list[Difference]:
        """Take over what changed; return how those kinds differ now whose things are watched."""
        found: list[Difference] = []
        for kind, ids in changes.items():
            if kind is Playbook:
                self._holidays.clear()
            if kind is Override:
                self._overrides = None
            if kind not in self._of:
                continue
            if kind in watched:
                found += self._differences(kind, ids)
            else:
                del self._of[kind]
        return found

    def turn(self) -> bool:
        """Return whether another day began."""
        before, self.today = self.today, today_of(self.store)
        return before != self.today

    def _differences(self, kind: type[Any], ids: frozenset[str]) -> Iterable[Difference]:
        known, repository = self._of[kind], self.store.of(kind)
        if ids == EVERYTHING:
            there = {thing.id: thing for thing in repository.all()}
            ids = frozenset(known.keys() | there.keys())
        else:
            there = {thing.id: thing for thing in repository.some(ids)}
        for name in sorted(ids):
            before, after = known.pop(name, None), there.get(name)
            if after is not None:
                known[name] = after
            if before != after:
                yield Difference(kind, before, after)

    @property
    def playbook(self) -> Playbook:
        """The settings of the playbook."""
        return self.of(Playbook).get(PLAYBOOK_ID) or Playbook(PLAYBOOK_ID, "")

    def day_of(self, instant: int) -> date:
        """Return the day of an instant by the clocks of the playbook."""
        return day_of(instant, self.playbook.zone)

    def overrides(self, series: str) -> dict[str, Override]:
        """Return what is different in a series, by original start."""
        if self._overrides is None:
            self._overrides = {}
            for it in self.of(Override).values():
                self._overrides.setdefault(it.series, {})[it.original] = it
        return self._overrides.get(series, {})

    def is_holiday(self, day: date) -> bool:
        """Return whether a day is a holiday of the playbook's countries."""
        if day.year not in self._holidays:
            year = date(day.year, 1, 1), date(day.year, 12, 31)
            self._holidays[day.year] = holidays(self.playbook.holidays, *year)
        return day in self._holidays[day.year]

    def subject(self, kind: str, id: str) -> Subject | None:
        """Return a subject by its name, or None when it is not there any more."""
        if kind == DAY:
            with suppress(ValueError):
                return Subject(DAY, id, date.fromisoformat(id))
        if kind not in KINDS:
            return None
        key, original = Subject(kind, id, None).key
        thing = self._one(KINDS[kind], key)
        if thing is None:
            return None
        return Subject(kind, id, self._occurrence(thing, original) if original else thing)

    def _one(self, kind: type[Any], key: str) -> Any:
        """Return one thing, without reading all of its kind for it."""
        known = self._of.get(kind)
        return known.get(key) if known is not None else next(iter(self.store.of(kind).some([key])), None)

    def fresh(self, subject: Subject) -> Subject:
        """Return a subject as it is in the store just now; Gone when it is not there."""
        if subject.kind == DAY:
            return subject
        key, original = subject.key
        thing: Any = self.store.of(KINDS[subject.kind]).get(key)
        if original:
            own = self.store.of(Override).where(series=key, original=original)
            thing = next((replace(thing, **own_fields(it)) for it in own if not it.cancelled), thing)
        return replace(subject, thing=thing)

    def _occurrence(self, series: Event, original: str) -> Event:
        if Override in self._of:
            override = self.overrides(series.id).get(original)
        else:
            override = next(iter(self.store.of(Override).where(series=series.id, original=original)), None)
        own = {} if override is None else own_fields(override)
        return replace(series, **own) if own else series

    def member(self, subject: Subject) -> Member | None:
        """Return the member that a subject is about."""
        match subject.thing:
            case Incident(member=member):
                return self.of(Member).get(member)
            case Delivery(enrolment=enrolment):
                run = self.of(Enrolment).get(enrolment)
                return self.of(Member).get(run.member) if run else None
        return None

    def sequence(self, subject: Subject) -> str:
        """Return the id of the sequence that a delivery belongs to."""
        run = self.of(Enrolment).get(subject.thing.enrolment)
        return run.sequence if run else ""

    def title(self, subject: Subject) -> str:
        """Return what a subject is called."""
        match subject.thing:
            case Task(title=title) | Event(title=title):
                return title
            case Incident(scenario=scenario, what=what):
                known = self.of(Scenario).get(scenario)
                return known.name if known else what.split("\n")[0]
            case Delivery(step=step):
                message = self.of(SequenceStep).get(step)
                name = self.of(Sequence).get(self.sequence(subject))
                return ": ".join(it.name for it in (name, message) if it)
        return str(subject.thing)

    def name(self, subject: Subject) -> str:
        """Return the name of the person whom a subject is about: a member, or whoever does the work."""
        member = self.member(subject)
        if member is not None:
            return member.name
        return self.owner_name(getattr(subject.thing, "owner", ""))

    def owner_name(self, owner: str) -> str:
        """Return the name of somebody of the team."""
        known = self.of(Person).get(owner)
        return known.name if known else ""
