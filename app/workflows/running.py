"""Starts sequences for people, pauses them, lets them go on, and ends them. Each function is one step of undo."""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Sequence as Several
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from app.members.member import Member
from app.message import Message, say
from app.playbook.playbook import PLAYBOOK_ID, Playbook
from app.store import Store
from app.tasks.task import Task
from app.tasks.today import today_of
from app.workflows.dating import due_day, in_order
from app.workflows.enrolment import Delivery, Enrolment, Sending, Way
from app.workflows.filling import filled, language_for, text_in
from app.workflows.sequence import Sequence, SequenceStep
from app.workflows.way import begin, drop_tasks, lead_on, waiting_of

NOTHING: Final[Mapping[str, Mapping[str, str]]] = {}
OPEN = (Way.ACTIVE, Way.PAUSED)


def start(
    store: Store, sequence: str, members: Several[str], day: date, given: Mapping[str, Mapping[str, str]] = NOTHING
) -> list[str]:
    """Let members begin a sequence on a day, or with no member the whole community; return the ids of the runs.

    Who is on the way through it already is left out. `given` fills blanks of messages, by step.
    """
    found = store.of(Sequence).get(sequence)
    steps = in_order(store.of(SequenceStep).where(sequence=sequence))
    on_way = {run.member for run in store.of(Enrolment).where(sequence=sequence) if run.way in OPEN}
    wanted = [one for one in dict.fromkeys(members or [""]) if one not in on_way]
    if members:
        there = {member.id for member in store.of(Member).some(wanted)}
        wanted = [one for one in wanted if one in there]
    if not wanted or not steps:
        return []
    with store.change(say("sequences.step.start", name=found.name, n=len(wanted))):
        runs = [begin(store, found, steps, day, one) for one in wanted]
        _fill(store, runs, {step.id: step for step in steps if step.id in given}, given)
        lead_on(store, runs)
    return [run.id for run in runs]


def _fill(
    store: Store, runs: Several[Enrolment], steps: Mapping[str, SequenceStep], given: Mapping[str, Mapping[str, str]]
) -> None:
    """Write what was given into the messages of runs; what the playbook knows is filled in when they are due."""
    if not steps:
        return
    home = next((it.language for it in store.of(Playbook).some([PLAYBOOK_ID])), "")
    members = {it.id: it for it in store.of(Member).some({run.member for run in runs if run.member})}
    for run in runs:
        worded = []
        for it in store.of(Delivery).where(enrolment=run.id):
            step = steps.get(it.step)
            text = text_in(step, language_for(step, members.get(run.member), home)) if step else ""
            full = filled(text, given[step.id]) if step else ""
            worded += [replace(it, text=full)] if full != text else []
        store.of(Delivery).save(worded)


def pause(store: Store, runs: Several[str]) -> None:
    """Let runs rest: their open tasks are taken back."""
    _turn(store, runs, Way.ACTIVE, Way.PAUSED, say("sequences.step.pause", n=len(runs)))


def go_on(store: Store, runs: Several[str]) -> None:
    """Let runs go on: what is left is due from today, as far apart as before."""
    there = [run for run in store.of(Enrolment).some(dict.fromkeys(runs)) if run.way is Way.PAUSED]
    if there:
        with store.change(say("sequences.step.go_on", n=len(there))):
            active = [replace(run, way=Way.ACTIVE) for run in there]
            store.of(Enrolment).save(active)
            lead_on(store, [_redate(store, run) for run in active])


def stop(store: Store, runs: Several[str]) -> None:
    """End runs before their last message."""
    there = [run for run in store.of(Enrolment).some(dict.fromkeys(runs)) if run.way in OPEN]
    if there:
        with store.change(say("sequences.step.stop", n=len(there))):
            stopped = [replace(run, way=Way.STOPPED) for run in there]
            store.of(Enrolment).save(stopped)
            lead_on(store, stopped)


def is_untouched(store: Store, run: Enrolment) -> bool:
    """Return whether a run is still as it began: nothing was sent, worded anew or written at its task."""
    messages = list(store.of(Delivery).where(enrolment=run.id))
    tasks = store.of(Task).some([it.task for it in messages if it.task])
    fresh = all(it.sending is not Sending.SENT and not it.text for it in messages)
    return run.way in (Way.ACTIVE, Way.DONE) and fresh and all(it.created == it.changed for it in tasks)


def take_away(store: Store, runs: Several[str]) -> None:
    """Take runs away as if they had never begun, with their messages and the tasks of these."""
    there = list(store.of(Enrolment).some(dict.fromkeys(runs)))
    if there:
        with store.change(say("sequences.step.take_away", n=len(there))):
            messages = [it for run in there for it in store.of(Delivery).where(enrolment=run.id)]
            drop_tasks(store, [it.task for it in messages if it.task])
            store.of(Enrolment).delete([run.id for run in there])


def pause_sequence(store: Store, sequence: str) -> None:
    """Let everybody on the way through a sequence rest."""
    _rest(
        store, sequence, paused=True, what=say("sequences.step.pause_all", name=store.of(Sequence).get(sequence).name)
    )


def go_on_with(store: Store, sequence: str) -> None:
    """Let everybody on the way through a sequence go on."""
    _rest(
        store, sequence, paused=False, what=say("sequences.step.go_on_all", name=store.of(Sequence).get(sequence).name)
    )


def _rest(store: Store, sequence: str, *, paused: bool, what: Message) -> None:
    found = store.of(Sequence).get(sequence)
    if found.paused == paused:
        return
    with store.change(what):
        store.of(Sequence).save([replace(found, paused=paused)])
        runs = [run for run in store.of(Enrolment).where(sequence=sequence) if run.way is Way.ACTIVE]
        lead_on(store, runs if paused else [_redate(store, run) for run in runs])


def _turn(store: Store, runs: Several[str], before: Way, after: Way, what: Message) -> None:
    there = [run for run in store.of(Enrolment).some(dict.fromkeys(runs)) if run.way is before]
    if there:
        with store.change(what):
            turned = [replace(run, way=after) for run in there]
            store.of(Enrolment).save(turned)
            lead_on(store, turned)


def _redate(store: Store, run: Enrolment) -> Enrolment:
    """Let the next message of a run be due today when its day is past, and all later ones as much later."""
    sequence = store.of(Sequence).get(run.sequence)
    steps = in_order(store.of(SequenceStep).where(sequence=run.sequence))
    waiting, today = waiting_of(store, run, steps), today_of(store)
    if not waiting or waiting[0].due >= today:
        return run
    days = {step.id: step.day for step in steps}
    moved = replace(run, start=today - timedelta(days=days[waiting[0].step]))
    store.of(Enrolment).save([moved])
    dues = ((it, due_day(moved.start, days[it.step], sequence.weekend)) for it in waiting)
    store.of(Delivery).save([replace(it, due=due) for it, due in dues])
    return moved
