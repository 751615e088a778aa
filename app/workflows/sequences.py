"""Adds and changes sequences and their steps; who is on the way follows. Each function is one step of undo."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Sequence as Several
from dataclasses import replace
from typing import Any, Final

from app.message import Message, say
from app.playbook.order import UNPLACED, save_order
from app.store import Store
from app.tasks.task import Task
from app.workflows.dating import in_order
from app.workflows.enrolment import Delivery, Enrolment
from app.workflows.sequence import Sequence, SequenceStep
from app.workflows.way import drop_tasks, settle_sequence

TYPED: Final = frozenset({"name", "notes"})
DAYS_MOST: Final = 3650


def add_sequence(store: Store, name: str, **fields: Any) -> str:
    """Add an empty sequence to the end of the list; return its id."""
    there = _listed(store)
    new = Sequence(store.new_id(), name, position=UNPLACED, **fields)
    with store.change(say("sequences.step.add", name=name)):
        save_order(store, [*there, new])
    return new.id


def duplicate_sequence(store: Store, sequence: str, name: str) -> str:
    """Add a copy of a sequence with its steps, without anybody on the way; return its id."""
    found, there = store.of(Sequence).get(sequence), _listed(store)
    new = replace(found, id=store.new_id(), name=name, paused=False, position=UNPLACED, key="")
    place = next(at for at, it in enumerate(there) if it.id == sequence) + 1
    with store.change(say("sequences.step.add", name=name)):
        save_order(store, [*there[:place], new, *there[place:]])
        steps = store.of(SequenceStep).where(sequence=sequence)
        store.of(SequenceStep).save([replace(step, id=store.new_id(), sequence=new.id) for step in steps])
    return new.id


def edit_sequence(store: Store, sequence: str, **fields: Any) -> None:
    """Give fields of a sequence other values. Typing in one field folds into one step."""
    found = store.of(Sequence).get(sequence)
    changed = replace(found, **fields)
    with store.change(say("sequences.step.edit", name=changed.name or found.name), merge=_merge(sequence, fields)):
        store.of(Sequence).save([changed])
        if not TYPED.issuperset(fields):
            settle_sequence(store, sequence)


def move_sequence(store: Store, sequence: str, place: int) -> None:
    """Put a sequence elsewhere in the list; 0 is the top."""
    there = _listed(store)
    found = next(it for it in there if it.id == sequence)
    there.remove(found)
    there.insert(max(0, place), found)
    with store.change(say("sequences.step.order", name=found.name)):
        save_order(store, there)


def delete_sequence(store: Store, sequence: str) -> None:
    """Delete a sequence with its steps, its runs, and the tasks that are still open."""
    found = store.of(Sequence).get(sequence)
    with store.change(say("sequences.step.delete", name=found.name)):
        runs = store.of(Enrolment).where(sequence=sequence)
        open_tasks = [it.task for run in runs for it in store.of(Delivery).where(enrolment=run.id) if it.task]
        drop_tasks(store, [task.id for task in store.of(Task).some(open_tasks) if not task.finished])
        store.of(Sequence).delete([sequence])


def add_step(store: Store, sequence: str, name: str, day: int, after: str = "", **fields: Any) -> str:
    """Add a step on a day, behind another one where that is on the same day; return its id."""
    steps = in_order(store.of(SequenceStep).where(sequence=sequence))
    new = SequenceStep(store.new_id(), sequence, name, _day(day), UNPLACED, **fields)
    place = next((at + 1 for at, step in enumerate(steps) if step.id == after), len(steps))
    with store.change(_about(store, sequence, "sequences.step.step.add", name)):
        save_order(store, [*steps[:place], new, *steps[place:]])
        settle_sequence(store, sequence)
    return new.id


def edit_step(store: Store, step: str, **fields: Any) -> None:
    """Give fields of a step other values. Typing in one field folds into one step of undo."""
    found = store.of(SequenceStep).get(step)
    if "day" in fields:
        fields["day"] = _day(fields["day"])
    changed = replace(found, **fields)
    what = _about(store, found.sequence, "sequences.step.step.edit", changed.name or found.name)
    with store.change(what, merge=_merge(step, fields)):
        store.of(SequenceStep).save([changed])
        settle_sequence(store, found.sequence)


def write_text(store: Store, step: str, language: str, text: str) -> None:
    """Write the message of a step in one language; an empty one takes the language away."""
    found = store.of(SequenceStep).get(step)
    texts = dict(found.texts)
    texts[language] = text
    what = _about(store, found.sequence, "sequences.step.step.text", found.name)
    with store.change(what, merge=f"edit:{step}:text:{language}"):
        store.of(SequenceStep).save([replace(found, texts=tuple(texts.items()))])
        settle_sequence(store, found.sequence)


def drop_language(store: Store, step: str, language: str) -> None:
    """Take a language away from a step."""
    found = store.of(SequenceStep).get(step)
    what = _about(store, found.sequence, "sequences.step.step.text", found.name)
    with store.change(what):
        store.of(SequenceStep).save([replace(found, texts=tuple(it for it in found.texts if it[0] != language))])
        settle_sequence(store, found.sequence)


def move_step(store: Store, step: str, place: int) -> None:
    """Put a step elsewhere in its sequence: the days stay where they are, the messages change places."""
    found = store.of(SequenceStep).get(step)
    steps = in_order(store.of(SequenceStep).where(sequence=found.sequence))
    days = [it.day for it in steps]
    others = [it for it in steps if it.id != step]
    others.insert(max(0, min(place, len(others))), found)
    with store.change(_about(store, found.sequence, "sequences.step.step.order", found.name)):
        store.of(SequenceStep).save(
            replace(it, day=day, position=at) for at, (it, day) in enumerate(zip(others, days, strict=True))
        )
        settle_sequence(store, found.sequence)


def duplicate_step(store: Store, step: str) -> str:
    """Add a copy of a step behind it, on the same day; return its id."""
    found = store.of(SequenceStep).get(step)
    fields = {"icon": found.icon, "channel": found.channel, "condition": found.condition, "texts": found.texts}
    return add_step(store, found.sequence, found.name, found.day, step, effort=found.effort, **fields)


def delete_steps(store: Store, steps: Several[str]) -> None:
    """Delete steps; what was sent by them stays in the record of who got it."""
    there = list(store.of(SequenceStep).some(dict.fromkeys(steps)))
    if not there:
        return
    with store.change(_about(store, there[0].sequence, "sequences.step.step.delete", there[0].name)):
        store.of(SequenceStep).delete(step.id for step in there)
        for sequence in {step.sequence for step in there}:
            settle_sequence(store, sequence)


def _listed(store: Store) -> list[Sequence]:
    return sequences_in_order(store.of(Sequence).all())


def sequences_in_order(sequences: Iterable[Sequence]) -> list[Sequence]:
    """Return sequences as they stand in the list."""
    return sorted(sequences, key=lambda it: (it.position, it.id))


def _day(day: int) -> int:
    return max(0, min(DAYS_MOST, int(day)))


def _about(store: Store, sequence: str, text: str, title: str) -> Message:
    return Message(text, (("title", title), ("name", store.of(Sequence).get(sequence).name)))


def _merge(thing: str, fields: Iterable[str]) -> str | None:
    names = list(fields)
    return f"edit:{thing}:{names[0]}" if len(names) == 1 and names[0] in TYPED else None
