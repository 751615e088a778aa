"""Everything that the workflows page shows of sequences, held in memory and kept up to date with the store."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from app.calendar.event import Event, Override
from app.calendar.kind import Channel
from app.members import snapshot as of_members
from app.members.member import Member
from app.members.snapshot import Members
from app.playbook.playbook import PLAYBOOK_ID, Playbook
from app.store import EVERYTHING, Changes, Store
from app.tasks.task import Task
from app.tasks.today import day_of, today_of
from app.workflows.dating import in_order
from app.workflows.enrolment import Delivery, Enrolment, Sending, Way
from app.workflows.filling import filled, language_for, text_in, values_for
from app.workflows.known import Known, left_open
from app.workflows.pipeline import PipelineEntry
from app.workflows.sequence import Sequence, SequenceStep
from app.workflows.sequences import sequences_in_order

OWN: Final[tuple[type[Any], ...]] = (
    Sequence, SequenceStep, Enrolment, Delivery, Channel, Task, Event, Override, PipelineEntry,
)  # fmt: skip
KINDS: Final[tuple[type[Any], ...]] = (*OWN, *of_members.KINDS)


@dataclass(frozen=True, slots=True)
class Due:
    """One message that is to be sent, to whom, and what it says."""

    delivery: Delivery
    run: Enrolment
    step: SequenceStep
    member: Member | None
    day: date
    language: str
    text: str


@dataclass(frozen=True, slots=True)
class OnWay:
    """Somebody on the way through a sequence, and how far they are."""

    run: Enrolment
    member: Member | None
    place: int  # of the next step, from 0; as many as there are steps when nothing is left
    day: int  # since the start


class Workflows:
    """The sequences of a playbook, who is on the way through them, and what was sent."""

    def __init__(self) -> None:
        self.members = Members()
        self.playbook = Playbook(PLAYBOOK_ID, "")
        self.today = date(2027, 1, 1)
        self.known: Known | None = None
        self.sequences: dict[str, Sequence] = {}  # in order
        self.steps: dict[str, list[SequenceStep]] = {}  # by sequence, in order
        self.runs: dict[str, Enrolment] = {}
        self.deliveries: dict[str, Delivery] = {}
        self.channels: dict[str, Channel] = {}  # in order
        self._task_days: dict[str, date] = {}  # by task: a person may have put it off
        self._by_run: dict[str, list[Delivery]] = {}
        self._step: dict[str, SequenceStep] = {}

    @classmethod
    def read(cls, store: Store) -> Workflows:
        """Return what a store holds."""
        found = cls()
        found.refresh(store, dict.fromkeys(KINDS, EVERYTHING))
        return found

    def refresh(self, store: Store, changes: Changes) -> bool:
        """Take over what changed; return whether any of it shows."""
        self.today = today_of(store)
        touched = self.members.refresh(store, changes)
        if Playbook in changes:
            self.playbook = next(iter(store.of(Playbook).some([PLAYBOOK_ID])), self.playbook)
        self.known = Known(store, self.playbook.zone, self.today)
        if Sequence in changes:
            self.sequences = {it.id: it for it in sequences_in_order(store.of(Sequence).all())}
        if Channel in changes:
            channels = sorted(store.of(Channel).all(), key=lambda it: (it.position, it.id))
            self.channels = {it.id: it for it in channels}
        if SequenceStep in changes:
            self._take_steps(store)
        if Enrolment in changes:
            self.runs = {it.id: it for it in store.of(Enrolment).all()}
        if Delivery in changes:
            self._take_deliveries(store)
        if Delivery in changes or Task in changes:
            self._take_days(store)
        return touched or not changes.keys().isdisjoint(OWN)

    def _take_steps(self, store: Store) -> None:
        self.steps, self._step = {}, {}
        for step in in_order(store.of(SequenceStep).all()):
            self.steps.setdefault(step.sequence, []).append(step)
            self._step[step.id] = step

    def _take_deliveries(self, store: Store) -> None:
        self.deliveries = {it.id: it for it in store.of(Delivery).all()}
        self._by_run = {}
        for it in self.deliveries.values():
            self._by_run.setdefault(it.enrolment, []).append(it)

    def _take_days(self, store: Store) -> None:
        tasks = store.of(Task).some([it.task for it in self.deliveries.values() if it.task])
        self._task_days = {task.id: task.due for task in tasks if task.due and not task.finished}

    # --- what is asked ---

    def step(self, id: str) -> SequenceStep | None:
        """Return a step."""
        return self._step.get(id)

    def next_of(self, run: Enrolment) -> Delivery | None:
        """Return the message of a run that is next."""
        steps = self.steps.get(run.sequence, [])
        place = {step.id: at for at, step in enumerate(steps)}
        there = [it for it in self._by_run.get(run.id, ()) if it.sending is Sending.WAITING and it.step in place]
        return min(there, key=lambda it: place[it.step], default=None)

    def due(self, *, until: date | None = None, sequence: str = "") -> list[Due]:
        """Return the messages that are due today or were due before, or until a day, as they are to be sent."""
        last, found = until or self.today, []
        for run in self.runs.values():
            own = self.sequences.get(run.sequence)
            if run.way is not Way.ACTIVE or own is None or own.paused or sequence not in ("", run.sequence):
                continue
            delivery = self.next_of(run)
            day = self._task_days.get(delivery.task, delivery.due) if delivery else None
            if delivery and day and day <= last:
                found.append(self.as_due(delivery, run, day))
        return sorted(found, key=lambda it: (it.day, it.step.day, it.member.name if it.member else "", it.delivery.id))

    def as_due(self, delivery: Delivery, run: Enrolment, day: date) -> Due:
        """Return a message with everything that is to be said of it."""
        step = self._step[delivery.step]
        member = self.members.all.get(run.member)
        language = language_for(step, member, self.playbook.language)
        text = text_in(step, language)
        known: Mapping[str, str] = {}
        if self.known is not None and run.sequence in self.sequences:
            known = self.known.of(run, self.sequences[run.sequence], text, delivery, language)
        text = filled(delivery.text or text, {**values_for(member, self.playbook), **known})
        return Due(delivery, run, step, member, day, language, text)

    def left_open(self, sequence: str, member: str, start: date) -> list[tuple[SequenceStep, str]]:
        """Return the blanks of messages that nobody but a person can fill, if a sequence began on a day."""
        found = self.sequences.get(sequence)
        if found is None or self.known is None:
            return []
        steps, who = self.steps.get(sequence, []), self.members.all.get(member)
        return left_open(self.known, found, steps, who, start, self.playbook.language)

    def sent_on(self, day: date, sequence: str = "") -> list[Delivery]:
        """Return what was marked as sent on a day, the newest first."""
        zone, found = self.playbook.zone, []
        for it in self.deliveries.values():
            if it.sending is Sending.SENT and day_of(it.at, zone) == day:
                run = self.runs.get(it.enrolment)
                if run and sequence in ("", run.sequence):
                    found.append(it)
        return sorted(found, key=lambda it: (-it.at, it.id))

    def on_way(self, sequence: str) -> list[OnWay]:
        """Return who is on the way through a sequence, those who began last first."""
        found = []
        steps = self.steps.get(sequence, [])
        place = {step.id: at for at, step in enumerate(steps)}
        for run in self.runs.values():
            if run.sequence == sequence and run.way in (Way.ACTIVE, Way.PAUSED):
                following = self.next_of(run)
                at = place[following.step] if following else len(steps)
                found.append(OnWay(run, self.members.all.get(run.member), at, (self.today - run.start).days))
        return sorted(found, key=lambda it: (-it.run.start.toordinal(), it.member.name if it.member else "", it.run.id))

    def counts(self, sequence: str) -> tuple[Counter[str], Counter[str]]:
        """Return how often each step was sent, and how many people wait for it."""
        sent, waiting = Counter[str](), Counter[str]()
        for run in self.runs.values():
            if run.sequence != sequence:
                continue
            sent.update(it.step for it in self._by_run.get(run.id, ()) if it.sending is Sending.SENT)
            following = self.next_of(run) if run.way in (Way.ACTIVE, Way.PAUSED) else None
            if following:
                waiting[following.step] += 1
        return sent, waiting

    def joined_since(self, sequence: str) -> tuple[int, date | None]:
        """Return how many began a sequence, and when the first of them did."""
        starts = [run.start for run in self.runs.values() if run.sequence == sequence]
        return len(starts), min(starts, default=None)
