"""The people, the states of their way and the sequences that a new playbook begins with."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any

from app.calendar.kind import Channel
from app.calendar.saving import stamp
from app.members.member import Member, MemberState
from app.message import say
from app.personas.persona import Persona
from app.store import Store
from app.workflows.enrolment import Delivery, Enrolment, Sending
from app.workflows.pipeline import Pipeline, PipelineEntry
from app.workflows.sequence import Sequence, SequenceStep, Weekend
from app.workflows.way import begin, lead_on

if TYPE_CHECKING:
    from app.playbook.copying import Ids

Raw = Mapping[str, Any]
LISTS = ("emails", "languages", "interests", "tags")
MORNING = 7 * 3_600_000_000  # the hour at which messages of the sample were sent, in UTC


@dataclass(frozen=True, slots=True)
class FirstRun:
    """Somebody of the sample on the way through a sequence, "" for the whole community; so many messages sent."""

    sequence: str
    member: str
    start: date
    sent: int


@dataclass(frozen=True, slots=True)
class FirstPeople:
    """All of it; ids are short keys until it is copied."""

    states: tuple[MemberState, ...] = ()
    sequences: tuple[Sequence, ...] = ()
    steps: tuple[SequenceStep, ...] = ()
    members: tuple[Member, ...] = ()
    runs: tuple[FirstRun, ...] = ()
    entries: tuple[PipelineEntry, ...] = ()


def read_people(raw: Raw, place: Callable[[str], date]) -> FirstPeople:
    """Return the people and sequences of a template, whose places such as "2 FR" became days."""
    states = tuple(
        MemberState(key, one["name"], one.get("colour", "welcome"), at, key)
        for at, (key, one) in enumerate(raw.get("states", {}).items())
    )
    sequences = raw.get("sequences", {})
    runs = tuple(
        FirstRun(sequence, member, place(where), sent)
        for sequence, people in raw.get("runs", {}).items()
        for member, (where, sent) in people.items()
    )
    return FirstPeople(
        states,
        tuple(_sequence(key, one, at) for at, (key, one) in enumerate(sequences.items())),
        tuple(_step(key, name, step, at) for key, one in sequences.items()
              for at, (name, step) in enumerate(one["steps"].items())),
        tuple(_member(key, one, place) for key, one in raw.get("members", {}).items()),
        runs,
        tuple(_entry(key, one, at, place) for at, (key, one) in enumerate(raw.get("entries", {}).items())),
    )  # fmt: skip


def take_ready(store: Store, raw: Raw) -> list[str]:
    """Add the ready sequences that are not there yet, with the states that they speak of; return their ids. One step.

    For playbooks that began before there were any.
    """
    there = {it.key for it in store.of(Sequence).all() if it.key}
    wanted = {key: one for key, one in raw["sequences"].items() if key not in there}
    if not wanted:
        return []
    with store.change(say("sequences.step.ready", n=len(wanted))):
        begin_people(store, read_people({"states": raw["states"], "sequences": wanted}, date.fromisoformat), {})
    return [it.id for it in store.of(Sequence).all() if it.key in wanted]


def begin_people(store: Store, people: FirstPeople, ids: Ids) -> dict[str, str]:
    """Put the people and sequences of a template into a playbook that begins, in a change; return members by key."""
    now = stamp(store)
    known = {it.key: it for it in store.of(MemberState).all() if it.key}  # they stay what they became
    states = {it.id: known.get(it.id) or replace(it, id=store.new_id()) for it in people.states}
    last = max((it.position for it in store.of(Sequence).all()), default=-1) + 1
    members = {it.id: store.new_id() for it in people.members}
    sequences = {
        it.id: replace(it, id=store.new_id(), ends=_id(states, it.ends), position=last + it.position)
        for it in people.sequences
    }
    store.of(MemberState).save(states.values())
    store.of(Sequence).save(sequences.values())
    steps = [
        replace(
            step, id=store.new_id(), sequence=sequences[step.sequence].id, state=_id(states, step.state),
            channel=ids.get((Channel, step.channel), ""),
            condition=tuple((what, _id(states, value) or value) for what, value in step.condition),
        )
        for step in people.steps
    ]  # fmt: skip
    store.of(SequenceStep).save(steps)
    store.of(Member).save(
        replace(
            it, id=members[it.id], state=_id(states, it.state), persona=ids.get((Persona, it.persona), ""),
            created=now, changed=now,
        )
        for it in people.members
    )  # fmt: skip
    store.of(PipelineEntry).save(
        replace(it, id=store.new_id(), member=members.get(it.member, ""), created=now, changed=now)
        for it in people.entries
    )
    runs = [_begin_run(store, run, sequences[run.sequence], steps, members.get(run.member, "")) for run in people.runs]
    lead_on(store, runs)
    return members


def _begin_run(store: Store, first: FirstRun, sequence: Sequence, steps: list[SequenceStep], member: str) -> Enrolment:
    """Add a run of which the first messages were sent in the morning of their days."""
    own = [step for step in steps if step.sequence == sequence.id]
    run = begin(store, sequence, own, first.start, member)
    place = {step.id: at for at, step in enumerate(own)}
    sent = [it for it in store.of(Delivery).where(enrolment=run.id) if place[it.step] < first.sent]
    store.of(Delivery).save(replace(it, sending=Sending.SENT, at=_morning(it.due)) for it in sent)
    return run


def _morning(day: date) -> int:
    return (day - date(1970, 1, 1)).days * 86_400_000_000 + MORNING


def _id(states: Mapping[str, MemberState], key: str) -> str:
    return states[key].id if key in states else ""


def _sequence(key: str, one: Raw, position: int) -> Sequence:
    return Sequence(
        key, one["name"], one.get("icon", ""), one.get("notes", ""), ends=one.get("ends", ""),
        weekend=Weekend(one.get("weekend", "monday")), every=one.get("every", 0), position=position, key=key,
    )  # fmt: skip


def _step(sequence: str, key: str, one: Raw, position: int) -> SequenceStep:
    return SequenceStep(
        f"{sequence}/{key}", sequence, one["name"], one.get("day", 0), position, one.get("icon", ""),
        one.get("channel", ""), tuple((what, value) for what, value in one.get("condition", ())),
        tuple(one.get("texts", {}).items()), one.get("state", ""), one.get("effort", 0.0),
    )  # fmt: skip


def _member(key: str, one: Raw, place: Callable[[str], date]) -> Member:
    lists: dict[str, Any] = {name: tuple(one.get(name, ())) for name in LISTS}
    texts = {name: one.get(name, "") for name in ("state", "persona", "role", "company", "notes", "zone")}
    joined = place(one["joined"]) if "joined" in one else None
    handles = tuple((source, name) for source, name in one.get("handles", ()))
    return Member(key, one["name"], handles, joined=joined, staff=one.get("staff", False), **lists, **texts)


def _entry(key: str, one: Raw, position: int, place: Callable[[str], date]) -> PipelineEntry:
    due = place(one["due"]) if "due" in one else None
    return PipelineEntry(
        key, Pipeline(one["pipeline"]), one["step"], one.get("title", ""), one.get("member", ""), position, due,
        notes=one.get("notes", ""),
    )  # fmt: skip
