"""What a person can do with the checklist of an event."""

from __future__ import annotations

from dataclasses import replace

from app.calendar.event import ChecklistStep
from app.message import say
from app.store import Store


def add_step(store: Store, event_id: str, text: str) -> str:
    """Add a line at the end; return its id."""
    steps = _of(store, event_id)
    step = ChecklistStep(store.new_id(), event_id, steps[-1].position + 1 if steps else 0, text)
    with store.change(say("step.checklist.add", title=text)):
        store.of(ChecklistStep).save([step])
    return step.id


def tick_step(store: Store, step_id: str, *, done: bool) -> None:
    """Tick a line off, or take the tick back."""
    step = store.of(ChecklistStep).get(step_id)
    with store.change(say("step.checklist.tick", title=step.text)):
        store.of(ChecklistStep).save([replace(step, done=done)])


def rename_step(store: Store, step_id: str, text: str) -> None:
    """Write a line anew."""
    step = store.of(ChecklistStep).get(step_id)
    with store.change(say("step.checklist.edit", title=step.text)):
        store.of(ChecklistStep).save([replace(step, text=text)])


def delete_step(store: Store, step_id: str) -> None:
    """Take a line away."""
    step = store.of(ChecklistStep).get(step_id)
    with store.change(say("step.checklist.delete", title=step.text)):
        store.of(ChecklistStep).delete([step_id])


def place_step(store: Store, step_id: str, place: int) -> None:
    """Put a line at another place, counted from 0 among the others."""
    step = store.of(ChecklistStep).get(step_id)
    others = [other for other in _of(store, step.event) if other.id != step_id]
    others.insert(max(0, min(place, len(others))), step)
    with store.change(say("step.checklist.place", title=step.text)):
        store.of(ChecklistStep).save(replace(it, position=at) for at, it in enumerate(others) if it.position != at)


def _of(store: Store, event_id: str) -> list[ChecklistStep]:
    return sorted(store.of(ChecklistStep).where(event=event_id), key=lambda step: (step.position, step.id))
