"""Marks messages as sent, skips them, and takes that back. Each function is one step of undo.

Nothing is sent by the program: somebody copied the text and says so.
"""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Sequence as Several
from dataclasses import replace

from app.calendar.saving import stamp
from app.members.member import Member
from app.message import Message
from app.store import Store
from app.tasks.finishing import OF_SEQUENCE, finish, reopen
from app.tasks.task import Task
from app.workflows.enrolment import Delivery, Enrolment, Sending, Way
from app.workflows.sequence import SequenceStep
from app.workflows.way import Ground, drop_tasks, lead_on, settle_members


def mark_sent(store: Store, deliveries: Several[str]) -> None:
    """Mark messages as sent; what is next for their members gets its task."""
    there = [it for it in store.of(Delivery).some(dict.fromkeys(deliveries)) if it.sending is Sending.WAITING]
    if not there:
        return
    with store.change(_step(store, there, "sequences.step.sent", "sequences.step.sent.many")):
        tasks = {task.id: task for task in store.of(Task).some([it.task for it in there if it.task])}
        finish(store, [key for key, task in tasks.items() if not task.finished])  # which marks their messages
        without = [it for it in there if it.task not in tasks or tasks[it.task].finished]
        if without:
            _mark(store, without)


def skip(store: Store, deliveries: Several[str]) -> None:
    """Leave messages out; what is next for their members gets its task."""
    there = [it for it in store.of(Delivery).some(dict.fromkeys(deliveries)) if it.sending is Sending.WAITING]
    if not there:
        return
    with store.change(_step(store, there, "sequences.step.skip", "sequences.step.skip.many")):
        drop_tasks(store, [it.task for it in there if it.task])
        now = stamp(store)
        store.of(Delivery).save([replace(it, sending=Sending.SKIPPED, at=now, task="") for it in there])
        lead_on(store, _runs_of(store, there))


def take_back(store: Store, deliveries: Several[str]) -> None:
    """Let messages wait again that were marked as sent or skipped by mistake; what came after them goes back too.

    The state that a member came into by it stays: only undo knows the one before.
    """
    there = [it for it in store.of(Delivery).some(dict.fromkeys(deliveries)) if it.sending is not Sending.WAITING]
    if not there:
        return
    with store.change(_step(store, there, "sequences.step.take_back", "sequences.step.take_back.many")):
        tasks = {task.id: task for task in store.of(Task).some([it.task for it in there if it.task])}
        reopen(store, [key for key, task in tasks.items() if task.finished])
        without = [it for it in there if it.task not in tasks]
        if without:
            _unmark(store, without)


def write_for_one(store: Store, delivery: str, text: str) -> None:
    """Word a message anew for the one person who gets it; "" takes the text of the step again."""
    found = store.of(Delivery).get(delivery)
    what = _step(store, [found], "sequences.step.word", "sequences.step.word")
    with store.change(what, merge=f"edit:{delivery}:text"):
        store.of(Delivery).save([replace(found, text=text)])
        lead_on(store, _runs_of(store, [found]))


def message_of(store: Store, task: str) -> str:
    """Return the message that a task stands for as it is to be sent now; "" when it stands for none."""
    there = list(store.of(Delivery).some([it.source.removeprefix(OF_SEQUENCE) for it in store.of(Task).some([task])]))
    if not there or there[0].task != task:
        return ""
    runs = _runs_of(store, there)
    step = next(iter(store.of(SequenceStep).some([there[0].step])), None)
    return Ground.of(store, runs).text(runs[0], there[0], step)


def task_finished(store: Store, task: Task) -> None:
    """Mark the message that a finished task stands for as sent; inside a change."""
    _mark(store, [it for it in _of_task(store, task) if it.sending is Sending.WAITING])


def task_reopened(store: Store, task: Task) -> None:
    """Let the message wait again that a reopened task stands for; inside a change."""
    _unmark(store, [it for it in _of_task(store, task) if it.sending is not Sending.WAITING])


def _of_task(store: Store, task: Task) -> list[Delivery]:
    found = store.of(Delivery).some([task.source.removeprefix(OF_SEQUENCE)])
    return [it for it in found if it.task == task.id]


def _mark(store: Store, deliveries: Several[Delivery]) -> None:
    runs, now = _runs_of(store, deliveries), stamp(store)
    ground = Ground.of(store, runs)
    by_id = {run.id: run for run in runs}
    steps = {step.id: step for there in ground.steps.values() for step in there}
    sent, reached = [], dict[str, str]()
    for it in deliveries:
        step, member = steps.get(it.step), ground.members.get(by_id[it.enrolment].member)
        text = ground.text(by_id[it.enrolment], it, step)
        sent.append(replace(it, sending=Sending.SENT, at=now, text=text))
        if member is not None and step is not None and _comes_further(step, member, ground):
            reached[member.id] = step.state
    store.of(Delivery).save(sent)
    store.of(Member).save(
        replace(member, state=reached[key], changed=now) for key, member in ground.members.items() if key in reached
    )
    lead_on(store, runs)
    settle_members(store, reached)


def _comes_further(step: SequenceStep, member: Member, ground: Ground) -> bool:
    """Return whether a message brings somebody into a state that lies ahead of theirs."""
    goal, now = ground.states.get(step.state), ground.states.get(member.state)
    return goal is not None and (now is None or goal.position > now.position)


def _unmark(store: Store, deliveries: Several[Delivery]) -> None:
    runs = _runs_of(store, deliveries)
    was_sent = [replace(it, sending=Sending.WAITING, at=0, text="") for it in deliveries]
    store.of(Delivery).save(was_sent)
    for run in runs:
        if run.way is Way.DONE:
            _drop_next_round(store, run)
    opened = [replace(run, way=Way.ACTIVE) if run.way is Way.DONE else run for run in runs]
    store.of(Enrolment).save(opened)
    lead_on(store, opened)


def _drop_next_round(store: Store, run: Enrolment) -> None:
    """Take away the round that a loop began when this one was over, unless something of it was sent."""
    for other in list(store.of(Enrolment).where(sequence=run.sequence, member=run.member)):
        messages = list(store.of(Delivery).where(enrolment=other.id))
        fresh = all(it.sending is Sending.WAITING for it in messages)
        if other.id != run.id and other.way is Way.ACTIVE and other.start > run.start and fresh:
            drop_tasks(store, [it.task for it in messages if it.task])
            store.of(Enrolment).delete([other.id])


def _runs_of(store: Store, deliveries: Iterable[Delivery]) -> list[Enrolment]:
    return list(store.of(Enrolment).some(dict.fromkeys(it.enrolment for it in deliveries)))


def _step(store: Store, deliveries: Several[Delivery], one: str, many: str) -> Message:
    """Name what is done to one message by its step and member, to several by their number."""
    if len(deliveries) > 1:
        return Message(many, (("n", len(deliveries)),))
    step = next(iter(store.of(SequenceStep).some([deliveries[0].step])), None)
    run = store.of(Enrolment).get(deliveries[0].enrolment)
    member = next(iter(store.of(Member).some([run.member])), None) if run.member else None
    title = step.name if step else ""
    return Message(one, (("title", f"{title} · {member.name}" if member else title),))
