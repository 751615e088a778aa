"""The checklist of a task. Each function is one step of undo."""

from __future__ import annotations

from dataclasses import replace

from app.message import Message, say
from app.playbook.order import UNPLACED, save_order
from app.store import Store
from app.tasks.adding import add_task
from app.tasks.finishing import finish
from app.tasks.task import Task, TaskStep


def add_step(store: Store, task_id: str, text: str, position: int | None = None) -> str:
    """Add a step, at the end unless another position is given; return its id."""
    steps = steps_of(store, task_id)
    new = TaskStep(store.new_id(), task_id, UNPLACED, text)
    steps.insert(len(steps) if position is None else position, new)
    with store.change(_step(store, task_id, "tasks.step.checklist.add")):
        save_order(store, steps)
    return new.id


def tick_step(store: Store, step_id: str, *, done: bool) -> None:
    """Tick a step off, or take the tick back."""
    step = store.of(TaskStep).get(step_id)
    with store.change(_step(store, step.task, "tasks.step.checklist.tick" if done else "tasks.step.checklist.untick")):
        store.of(TaskStep).save([replace(step, done=done)])


def rename_step(store: Store, step_id: str, text: str) -> None:
    """Word a step anew; typing folds into one step of undo."""
    step = store.of(TaskStep).get(step_id)
    with store.change(_step(store, step.task, "tasks.step.checklist.rename"), merge=f"edit:{step_id}:text"):
        store.of(TaskStep).save([replace(step, text=text)])


def move_step(store: Store, step_id: str, position: int) -> None:
    """Put a step elsewhere in its checklist; 0 is the top."""
    step = store.of(TaskStep).get(step_id)
    steps = [it for it in steps_of(store, step.task) if it.id != step_id]
    steps.insert(position, step)
    with store.change(_step(store, step.task, "tasks.step.checklist.move")):
        save_order(store, steps)


def remove_step(store: Store, step_id: str) -> None:
    """Take a step off its checklist."""
    step = store.of(TaskStep).get(step_id)
    with store.change(_step(store, step.task, "tasks.step.checklist.remove")):
        _take_off(store, step)


def make_part(store: Store, step_id: str) -> str:
    """Make a task of its own of a step, a part of the task that the step was of; return its id."""
    step = store.of(TaskStep).get(step_id)
    whole = store.of(Task).get(step.task)
    with store.change(say("tasks.step.checklist.part", title=step.text)):
        _take_off(store, step)
        column = "" if whole.finished else whole.column
        part = Task("", step.text, column, parent=whole.id, due=whole.due, owner=whole.owner, program=whole.program)
        made = add_task(store, part)
        if step.done:
            finish(store, [made])
    return made


def steps_of(store: Store, task_id: str) -> list[TaskStep]:
    """Return the checklist of a task in order."""
    return sorted(store.of(TaskStep).where(task=task_id), key=lambda step: (step.position, step.id))


def _take_off(store: Store, step: TaskStep) -> None:
    store.of(TaskStep).delete([step.id])
    save_order(store, steps_of(store, step.task))


def _step(store: Store, task_id: str, name: str) -> Message:
    return Message(name, (("title", store.of(Task).get(task_id).title),))
