"""A welcome sequence of Kestrel Circle, who is on the way through it, and what is due."""

from __future__ import annotations

from datetime import date

from app.members.member import Member, MemberState
from app.message import say
from app.store import Store
from app.tasks.task import Task
from app.workflows.enrolment import Delivery, Enrolment, Sending
from app.workflows.sequence import Sequence, SequenceStep, Weekend

WEDNESDAY = date(2027, 3, 10)  # today, as the clock of the store has it
STATES = ("invited", "introduced", "joined_event", "ambassador")


def fill(store: Store, *, every: int = 0, weekend: Weekend = Weekend.MONDAY) -> None:
    """Give the playbook three members, four states and a sequence of three steps: days 0, 3 and 7."""
    with store.change(say("step.begin")):
        store.of(MemberState).save([MemberState(key, key, position=at) for at, key in enumerate(STATES)])
        store.of(Member).save([
            Member("mila", "Mila D.", languages=("bg",)), Member("petya", "Petya S."), Member("tom", "Tom H."),
        ])  # fmt: skip
        store.of(Sequence).save([Sequence("welcome", "Welcome", every=every, weekend=weekend, ends="joined_event")])
        store.of(SequenceStep).save([
            SequenceStep("hello", "welcome", "Hello", 0, 0, state="invited", effort=0.25,
                         texts=(("en", "Hi {name}, this is {owner}. See {link}."), ("bg", "Здравей, {name}!"))),
            SequenceStep("ask", "welcome", "Ask", 3, 1, condition=(("state", "invited"),),
                         texts=(("en", "How is it?"),)),
            SequenceStep("how", "welcome", "How was it?", 7, 2, texts=(("en", "Two questions."),)),
        ])  # fmt: skip


def sendings(store: Store, run: str) -> dict[str, Sending]:
    """Return what became of the messages of a run, by step."""
    return {it.step: it.sending for it in store.of(Delivery).where(enrolment=run)}


def dues(store: Store, run: str) -> dict[str, date]:
    return {it.step: it.due for it in store.of(Delivery).where(enrolment=run)}


def delivery(store: Store, run: str, step: str) -> Delivery:
    return next(it for it in store.of(Delivery).where(enrolment=run) if it.step == step)


def open_tasks(store: Store) -> dict[str, date]:
    """Return the open tasks that stand for messages, by title."""
    tasks = [it for it in store.of(Task).all() if it.source.startswith("workflow:") and not it.finished]
    return {task.title: task.due for task in tasks if task.due}


def run(store: Store, id: str) -> Enrolment:
    return store.of(Enrolment).get(id)


def everything(store: Store) -> dict[str, list[object]]:
    """Return all that a sequence touches."""
    kinds = (Member, Sequence, SequenceStep, Enrolment, Delivery, Task)
    return {kind.__name__: sorted(store.of(kind).all(), key=lambda it: it.id) for kind in kinds}
