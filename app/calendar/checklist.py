"""The checklist of an event: what has to be done for it, step by step. Each function is one step of undo."""

from __future__ import annotations

from dataclasses import replace

from app.calendar.event import ChecklistStep, Event
from app.calendar.saving import stamp
from app.message import Message
from app.playbook.order import UNPLACED, save_order
from app.store import Store


def add_step(store: Store, event_id: str, text: str, position: int | None = None) -> str:
    """Add a step, at the end unless another position is given; return its id."""
    steps = _of(store, event_id)
    new = ChecklistStep(store.new_id(), event_id, UNPLACED, text)
    steps.insert(len(steps) if position is None else position, new)
    with store.change(_step(store, event_id, "step.checklist.add")):
        save_order(store, steps)
        _touch(store, event_id)
    return new.id


def tick_step(store: Store, step_id: str, *, done: bool) -> None:
    """Tick a step off, or take the tick back."""
    step = store.of(ChecklistStep).get(step_id)
    with store.change(_step(store, step.event, "step.checklist.tick" if done else "step.checklist.untick")):
        store.of(ChecklistStep).save([replace(step, done=done)])
        _touch(store, step.event)


def rename_step(store: Store, step_id: str, text: str) -> None:
    """Word a step anew; typing folds into one step of undo."""
    step = store.of(ChecklistStep).get(step_id)
    with store.change(_step(store, step.event, "step.checklist.rename"), merge=f"edit:{step_id}:text"):
        store.of(ChecklistStep).save([replace(step, text=text)])
        _touch(store, step.event)


def move_step(store: Store, step_id: str, position: int) -> None:
    """Put a step elsewhere in its checklist; 0 is the top."""
    step = store.of(ChecklistStep).get(step_id)
    steps = [it for it in _of(store, step.event) if it.id != step_id]
    steps.insert(position, step)
    with store.change(_step(store, step.event, "step.checklist.move")):
        save_order(store, steps)
        _touch(store, step.event)


def remove_step(store: Store, step_id: str) -> None:
    """Take a step off its checklist."""
    step = store.of(ChecklistStep).get(step_id)
    with store.change(_step(store, step.event, "step.checklist.remove")):
        store.of(ChecklistStep).delete([step_id])
        save_order(store, _of(store, step.event))
        _touch(store, step.event)


def _of(store: Store, event_id: str) -> list[ChecklistStep]:
    return sorted(store.of(ChecklistStep).where(event=event_id), key=lambda step: (step.position, step.id))


def _touch(store: Store, event_id: str) -> None:
    """Note on the event that it changed: its checklist goes out with it."""
    event = store.of(Event).get(event_id)
    store.of(Event).save([replace(event, revision=event.revision + 1, changed=stamp(store))])


def _step(store: Store, event_id: str, name: str) -> Message:
    return Message(name, (("title", store.of(Event).get(event_id).title),))
