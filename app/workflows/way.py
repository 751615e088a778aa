"""Leads the runs of a sequence on: which message is next, and the task that stands for it. All inside a change.

Of each run only the next message that is meant for its member has a task; what is not meant for them is skipped.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from app.calendar.saving import stamp
from app.members.member import Member, MemberState
from app.playbook.link import BECAME, Link
from app.playbook.playbook import PLAYBOOK_ID, Playbook
from app.store import Store
from app.tasks.adding import GAP, after
from app.tasks.columns import first_open, ready
from app.tasks.finishing import OF_SEQUENCE
from app.tasks.task import Task
from app.tasks.today import today_of
from app.workflows.dating import due_day, holds, in_order, is_over, next_start
from app.workflows.enrolment import Delivery, Enrolment, Sending, Way
from app.workflows.filling import filled, language_for, text_in, values_for
from app.workflows.known import Known
from app.workflows.sequence import Sequence, SequenceStep


@dataclass(frozen=True, slots=True)
class Ground:
    """What is asked again and again while runs are led on."""

    playbook: Playbook
    states: dict[str, MemberState]
    today: date
    steps: dict[str, list[SequenceStep]]  # by sequence, in order
    sequences: dict[str, Sequence]
    members: dict[str, Member]
    place: list[tuple[str, int]]  # column and position of the next new task, once it is known
    known: Known

    @classmethod
    def of(cls, store: Store, runs: Iterable[Enrolment]) -> Ground:
        """Return what is to be known of some runs."""
        runs = list(runs)
        sequences = {it.id: it for it in store.of(Sequence).some({run.sequence for run in runs})}
        playbook = next(iter(store.of(Playbook).some([PLAYBOOK_ID])), Playbook(PLAYBOOK_ID, ""))
        return cls(
            playbook,
            {state.id: state for state in store.of(MemberState).all()},
            today_of(store),
            {key: in_order(store.of(SequenceStep).where(sequence=key)) for key in sequences},
            sequences,
            {it.id: it for it in store.of(Member).some({run.member for run in runs if run.member})},
            [],
            Known(store, playbook.zone, today_of(store)),
        )

    def text(self, run: Enrolment, delivery: Delivery, step: SequenceStep | None) -> str:
        """Return a message as its member would get it now, its blanks filled as far as that can be."""
        if step is None:
            return delivery.text
        member = self.members.get(run.member)
        language = language_for(step, member, self.playbook.language)
        text = text_in(step, language)
        known = self.known.of(run, self.sequences[run.sequence], text, delivery, language)
        return filled(delivery.text or text, {**values_for(member, self.playbook), **known})

    def next_place(self, store: Store) -> tuple[str, int]:
        """Return where a new task goes: behind all others of the first open column, which are looked at once."""
        if not self.place:
            column = first_open(ready(store))
            self.place.append((column.id, after(store.of(Task).where(column=column.id)) - GAP))
        column_id, last = self.place.pop()
        self.place.append((column_id, last + GAP))
        return column_id, last + GAP


def lead_on(store: Store, runs: Iterable[Enrolment]) -> None:
    """Bring runs up to date: the next message has its task, all others have none, what is over is over."""
    runs = list(runs)
    ground = Ground.of(store, runs)
    for run in runs:
        if run.sequence in ground.sequences:
            _lead_on(store, run, ground)


def _lead_on(store: Store, run: Enrolment, ground: Ground) -> None:
    sequence, member = ground.sequences[run.sequence], ground.members.get(run.member)
    waiting = waiting_of(store, run, ground.steps[run.sequence])
    if run.member and member is None:  # deleted: nobody would get it
        _without_tasks(store, waiting)
        store.of(Enrolment).save([replace(run, way=Way.STOPPED)])
        return
    if run.way is not Way.ACTIVE or sequence.paused:
        _without_tasks(store, waiting)
        return
    if is_over(sequence, member, ground.states):
        _without_tasks(store, waiting)
        store.of(Enrolment).save([replace(run, way=Way.DONE)])
        return
    steps = {step.id: step for step in ground.steps[run.sequence]}
    skipped = []
    while waiting and not holds(steps[waiting[0].step], member, ground.states):
        skipped.append(waiting.pop(0))
    _without_tasks(store, [*skipped, *waiting[1:]])
    now = stamp(store)
    store.of(Delivery).save([replace(it, sending=Sending.SKIPPED, at=now, task="") for it in skipped])
    if waiting:
        _give_task(store, run, waiting[0], steps[waiting[0].step], ground)
    else:
        _finish(store, run, sequence, ground)


def waiting_of(store: Store, run: Enrolment, steps: Iterable[SequenceStep]) -> list[Delivery]:
    """Return the messages of a run that are still to be sent, in the order of their steps."""
    place = {step.id: at for at, step in enumerate(steps)}
    there = [it for it in store.of(Delivery).where(enrolment=run.id) if it.sending is Sending.WAITING]
    return sorted((it for it in there if it.step in place), key=lambda it: place[it.step])


def begin(store: Store, sequence: Sequence, steps: Iterable[SequenceStep], start: date, member: str) -> Enrolment:
    """Add a run with its messages; no task yet."""
    run = Enrolment(store.new_id(), sequence.id, start, member, created=stamp(store))
    store.of(Enrolment).save([run])
    store.of(Delivery).save(
        Delivery(store.new_id(), run.id, step.id, due_day(start, step.day, sequence.weekend)) for step in steps
    )
    return run


def task_title(step: SequenceStep, member: Member | None) -> str:
    """Return what the task of a message is called."""
    return f"{step.name} · {member.name}" if member else step.name


def _give_task(store: Store, run: Enrolment, delivery: Delivery, step: SequenceStep, ground: Ground) -> None:
    """Let the next message have its task, with the text ready to be copied."""
    member, notes = ground.members.get(run.member), ground.text(run, delivery, step)
    title = task_title(step, member)
    there = next(iter(store.of(Task).some([delivery.task])), None) if delivery.task else None
    if there is not None and not there.finished:
        fresh = replace(there, title=title, notes=notes, due=delivery.due, effort=step.effort)
        if fresh != there:
            store.of(Task).save([replace(fresh, changed=stamp(store))])
        return
    (column, position), now = ground.next_place(store), stamp(store)
    task = Task(
        store.new_id(), title, column, position, due=delivery.due, effort=step.effort, notes=notes,
        persona=member.persona if member else "", created=now, changed=now, source=OF_SEQUENCE + delivery.id,
    )  # fmt: skip
    store.of(Task).save([task])
    store.of(Link).save([Link(store.new_id(), "sequence", step.sequence, "task", task.id, BECAME)])
    store.of(Delivery).save([replace(delivery, task=task.id)])


def _without_tasks(store: Store, deliveries: Iterable[Delivery]) -> None:
    with_one = [it for it in deliveries if it.task]
    drop_tasks(store, [it.task for it in with_one])
    store.of(Delivery).save([replace(it, task="") for it in with_one])


def drop_tasks(store: Store, tasks: Iterable[str]) -> None:
    """Delete tasks of messages that nobody needs any more, with the links that led to them."""
    gone = list(tasks)
    store.of(Task).delete(gone)
    store.of(Link).delete(link.id for task in gone for link in store.of(Link).where(to_kind="task", to_id=task))


def _finish(store: Store, run: Enrolment, sequence: Sequence, ground: Ground) -> None:
    """Let a run be over; a loop begins its next round."""
    store.of(Enrolment).save([replace(run, way=Way.DONE)])
    steps = ground.steps[run.sequence]
    if sequence.every and steps:
        again = begin(store, sequence, steps, next_start(run, sequence, ground.today), run.member)
        first = waiting_of(store, again, steps)[0]
        _give_task(store, again, first, steps[0], ground)


def settle_members(store: Store, members: Iterable[str]) -> None:
    """Bring the runs of members up to date after something about them changed; inside a change."""
    there = (run for member in members for run in store.of(Enrolment).where(member=member))
    runs = [run for run in there if run.way in (Way.ACTIVE, Way.PAUSED)]
    if runs:
        lead_on(store, runs)


def settle_sequence(store: Store, sequence: str) -> None:
    """Bring all runs of a sequence up to date after its steps changed; inside a change."""
    runs = [run for run in store.of(Enrolment).where(sequence=sequence) if run.way in (Way.ACTIVE, Way.PAUSED)]
    steps = in_order(store.of(SequenceStep).where(sequence=sequence))
    found = next(iter(store.of(Sequence).some([sequence])), None)
    if found is None:
        return
    for run in runs:
        _align(store, run, found, steps)
    lead_on(store, runs)


def _align(store: Store, run: Enrolment, sequence: Sequence, steps: list[SequenceStep]) -> None:
    """Let a run have a message for each step that is still to come, due as the steps now say."""
    there = {it.step: it for it in store.of(Delivery).where(enrolment=run.id)}
    known = {step.id for step in steps}
    gone = [it for it in there.values() if it.sending is Sending.WAITING and it.step not in known]
    _without_tasks(store, gone)
    store.of(Delivery).delete(it.id for it in gone)
    done = [at for at, step in enumerate(steps) if step.id in there and there[step.id].sending is not Sending.WAITING]
    fresh = []
    for at, step in enumerate(steps):
        due, own = due_day(run.start, step.day, sequence.weekend), there.get(step.id)
        if own is None and at > max(done, default=-1):
            fresh.append(Delivery(store.new_id(), run.id, step.id, due))
        elif own is not None and own.sending is Sending.WAITING and own.due != due:
            fresh.append(replace(own, due=due))
    store.of(Delivery).save(fresh)
