"""Tasks as a table: every field in a column of its own, in and out."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Final

from app.errors import ImportRejected
from app.exchange.clickup import clickup_of, is_clickup
from app.exchange.csv_reading import CsvTable, TableRow, head_of, read_table
from app.exchange.csv_writing import Cell, write_table
from app.exchange.incoming_tasks import (
    NOTES_MOST,
    PRIORITIES,
    STEPS_MOST,
    TITLE_MOST,
    IncomingTask,
    IncomingTasks,
    RefusedTask,
    Taking,
)
from app.message import Message, say
from app.tasks.columns import name_of
from app.tasks.filter import PRIORITY_TEXTS
from app.tasks.snapshot import Tasks
from app.tasks.task import Task

Words = Callable[[Message], str]

HEAD_TEXTS: Final[Mapping[str, str]] = {
    "title": "tasks.csv.title",
    "column": "tasks.csv.column",
    "done": "tasks.csv.done",
    "due": "tasks.csv.due",
    "due_at": "tasks.csv.due_at",
    "start": "tasks.csv.start",
    "priority": "tasks.csv.priority",
    "owner": "tasks.csv.owner",
    "effort": "tasks.csv.effort",
    "tags": "tasks.csv.tags",
    "program": "tasks.csv.program",
    "stage": "tasks.csv.stage",
    "persona": "tasks.csv.persona",
    "repeat": "tasks.csv.repeat",
    "parent": "tasks.csv.parent",
    "steps": "tasks.csv.steps",
    "notes": "tasks.csv.notes",
    "id": "tasks.csv.id",
}
SYNONYMS: Final[Mapping[str, str]] = {
    "name": "title", "task": "title", "task name": "title", "задача": "title",
    "summary": "title", "title": "title", "status": "column", "state": "column",
    "list": "column", "due date": "due", "deadline": "due", "start date": "start", "assignee": "owner",
    "assigned to": "owner", "estimate": "effort", "hours": "effort", "labels": "tags", "label": "tags",
    "description": "notes", "details": "notes", "checklist": "steps", "parent": "parent",
}  # fmt: skip
TELLING: Final = frozenset({"due", "done", "priority", "steps", "parent"})  # fields that only tasks have
TASKS: Final = frozenset({"task", "task name", "tasks", "задача", "задачи"})
PEOPLE: Final = frozenset({"email", "e-mail", "email address", "имейл", "e-mail address"})  # such a table is of members
STEP: Final = re.compile(r"\[(?P<done>[ xX])\]\s*(?P<text>.+)")
FINISHED: Final = frozenset({"yes", "да", "true", "1", "x", "done", "готово"})


def tasks_csv(tasks: Tasks, shown: Iterable[Task], words: Words, separator: str = ",") -> bytes:
    """Return tasks as CSV; days are ISO 8601, and the last column lets the same file come in again."""
    fields = list(tasks.fields.values())
    head: list[Cell] = [*(words(Message(text)) for text in HEAD_TEXTS.values()), *(field.name for field in fields)]
    rows: list[list[Cell]] = [head]
    for task in shown:
        own = dict(task.own)
        rows.append([*_row(task, tasks, words), *(own.get(field.id, "") for field in fields)])
    return write_table(rows, separator)


def read_tasks(data: bytes, file: str, languages: Sequence[Words], zone: str = "") -> IncomingTasks:
    """Return the tasks of a table: our own, ClickUp's, or any whose head says what is what."""
    table = read_table(data, file)
    return clickup_of(table, zone) if is_clickup(table.head) else tasks_of(table, file, languages)


def holds_tasks(data: bytes, languages: Sequence[Words]) -> bool:
    """Return whether some octets begin a table of tasks: by its head, for names and statuses are in any table."""
    head = head_of(data)
    names = {name.casefold() for name in head}
    if names & PEOPLE:
        return False
    places, _ = _places(head, languages)
    return is_clickup(head) or ("title" in places and bool(TELLING & places.keys() or TASKS & names))


def tasks_of(table: CsvTable, file: str, languages: Sequence[Words]) -> IncomingTasks:
    """Return the tasks of a table whose head is in one of the languages, or in usual English words."""
    places, own = _places(table.head, languages)
    if "title" not in places:
        raise ImportRejected(file, "1", say("tasks.in.no_title", head=", ".join(table.head)[:200]))
    taking = Taking(table.ragged)
    readers = _readers(taking, languages)
    found, refused = list[IncomingTask](), list[RefusedTask]()
    for row in table.rows:
        cells = {key: row.cells[place] for key, place in places.items()}
        if not cells["title"].strip():
            refused.append(RefusedTask(row.line, cells.get("id", ""), say("tasks.in.untitled")))
        else:
            found.append(_task(row, cells, own, readers))
    return IncomingTasks(tuple(found), tuple(refused), taking.warnings())


def _places(head: Sequence[str], languages: Sequence[Words]) -> tuple[dict[str, int], dict[str, int]]:
    """Return where our fields are, and where the fields that the person made."""
    names = dict(SYNONYMS)
    for words in languages:
        names.update({words(Message(text)).casefold(): key for key, text in HEAD_TEXTS.items()})
    places: dict[str, int] = {}
    own: dict[str, int] = {}
    for place, name in enumerate(head):
        key = names.get(name.casefold())
        if key and key not in places:
            places[key] = place
        elif name and not key:
            own[name] = place
    return places, own


def _readers(taking: Taking, languages: Sequence[Words]) -> dict[str, Callable[[str], Any]]:
    """Return what reads the cells of each field."""
    priorities: dict[str, int] = {name: int(priority) for name, priority in PRIORITIES.items()}
    for words in languages:
        priorities.update({words(Message(text)).casefold(): int(key) for key, text in PRIORITY_TEXTS.items()})

    def short(text: str) -> str:
        return taking.short(text, TITLE_MOST)

    readers: dict[str, Callable[[str], Any]] = dict.fromkeys(HEAD_TEXTS, short)
    return readers | {
        "due": taking.day,
        "due_at": taking.time,
        "start": taking.day,
        "priority": lambda text: taking.priority(text, priorities),
        "effort": taking.hours,
        "tags": taking.several,
        "repeat": taking.rule,
        "steps": _steps,
        "notes": lambda text: taking.short(text, NOTES_MOST),
    }


def _task(
    row: TableRow, cells: Mapping[str, str], own: Mapping[str, int], readers: Mapping[str, Callable[[str], Any]]
) -> IncomingTask:
    values = {key: readers[key](text) for key, text in cells.items() if key not in {"id", "done"}}
    done = cells["done"].strip() if "done" in cells else None
    return IncomingTask(
        row.line,
        source=f"own:{cells['id'].strip()}" if cells.get("id", "").strip() else "",
        done=None if done is None else bool(done) and (done.casefold() in FINISHED or done[:4].isdecimal()),
        own=tuple((name, row.cells[place]) for name, place in own.items() if row.cells[place].strip()),
        spoken=frozenset(values),
        **values,
    )


def _steps(text: str) -> tuple[tuple[str, bool], ...]:
    found = (STEP.fullmatch(line.strip()) or line.strip() for line in text.split("\n"))
    steps = [(it, False) if isinstance(it, str) else (it["text"], it["done"] != " ") for it in found if it]
    return tuple((step[:TITLE_MOST], done) for step, done in steps[:STEPS_MOST])


def _row(task: Task, tasks: Tasks, words: Words) -> list[Cell]:
    plan, column = tasks.plan, tasks.column_of(task)
    finished, name = tasks.finished_on(task), name_of(column) if column else ""
    whole = tasks.all.get(task.parent)
    steps = "\n".join(f"[{'x' if step.done else ' '}] {step.text}" for step in tasks.steps.get(task.id, ()))

    def named(things: Mapping[str, Any], id: str) -> str:
        return things[id].name if id in things else ""

    return [
        task.title,
        words(name) if isinstance(name, Message) else name,
        finished.isoformat() if finished else None,
        task.due.isoformat() if task.due else None,
        task.due_at.isoformat("minutes") if task.due_at else None,
        task.start.isoformat() if task.start else None,
        words(Message(PRIORITY_TEXTS[task.priority])) if task.priority in PRIORITY_TEXTS and task.priority else None,
        named(plan.people, task.owner),
        task.effort or None,
        ", ".join(task.tags),
        named(plan.programs, task.program),
        named(plan.stages, task.stage),
        named(plan.personas, task.persona),
        task.repeat,
        whole.title if whole else None,
        steps,
        task.notes,
        task.id,
    ]
