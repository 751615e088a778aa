"""Names of the steps that undo takes back, as they follow the word "Undo:"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from app.message import Message
from app.tasks.task import Task

EDIT_TEXTS: Final[Mapping[str, str]] = {
    "title": "tasks.step.edit.title",
    "column": "tasks.step.move",
    "parent": "tasks.step.edit.parent",
    "start": "tasks.step.edit.start",
    "due": "tasks.step.edit.due",
    "due_at": "tasks.step.edit.due",
    "priority": "tasks.step.edit.priority",
    "owner": "tasks.step.edit.owner",
    "effort": "tasks.step.edit.effort",
    "tags": "tasks.step.edit.tags",
    "notes": "tasks.step.edit.notes",
    "repeat": "tasks.step.edit.repeat",
    "program": "tasks.step.edit.program",
    "persona": "tasks.step.edit.persona",
    "stage": "tasks.step.edit.stage",
}
MANY_TEXTS: Final[Mapping[str, str]] = {
    "tasks.step.add": "tasks.step.add.many",
    "tasks.step.delete": "tasks.step.delete.many",
    "tasks.step.finish": "tasks.step.finish.many",
    "tasks.step.reopen": "tasks.step.reopen.many",
    "tasks.step.move": "tasks.step.move.many",
    "tasks.step.skip": "tasks.step.skip.many",
}


def for_tasks(tasks: Sequence[Task], one: str) -> Message:
    """Name what is done to one task by its title, to several by their number."""
    if len(tasks) == 1:
        return Message(one, (("title", tasks[0].title),))
    return Message(MANY_TEXTS.get(one, "tasks.step.edit.many"), (("n", len(tasks)),))


def edit_step(tasks: Sequence[Task], fields: Mapping[str, object]) -> Message:
    """Name an edit by its field, or the task when there are several."""
    names = {EDIT_TEXTS.get(name, "tasks.step.edit") for name in fields}
    return for_tasks(tasks, names.pop() if len(names) == 1 else "tasks.step.edit")
