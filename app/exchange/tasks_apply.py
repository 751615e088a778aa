"""Brings tasks of a file into a playbook in one step of undo; the same file again changes only what is different."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Any, Final

from app.calendar.program import Program
from app.calendar.saving import stamp
from app.exchange.incoming_tasks import IncomingTask, IncomingTasks
from app.funnel.stage import Stage
from app.message import Message, say
from app.personas.persona import Persona
from app.playbook.playbook import Person
from app.playbook.records import save_record
from app.store import Store
from app.tasks.adding import GAP
from app.tasks.columns import COLUMN_TEXTS, first_done, first_open, in_order, ready
from app.tasks.own_fields import add_field, fields_of
from app.tasks.task import Column, Task, TaskStep

OWN: Final = "own:"
STATUSES: Final[Mapping[str, str]] = {
    "to do": "todo", "todo": "todo", "open": "todo", "not started": "todo", "backlog": "todo", "planned": "todo",
    "in progress": "doing", "doing": "doing", "active": "doing", "started": "doing", "in review": "doing",
    "waiting": "waiting", "on hold": "waiting", "blocked": "waiting",
    "done": "done", "complete": "done", "completed": "done", "closed": "done", "finished": "done",
}  # fmt: skip
NAMED: Final[Mapping[str, type[Any]]] = {"owner": Person, "program": Program, "stage": Stage, "persona": Persona}
PLAIN: Final = ("title", "start", "due", "due_at", "priority", "effort", "tags", "notes", "repeat")


class Brought:
    """What became of a file: ids of the tasks that were added and changed, and how many stayed the same."""

    def __init__(self) -> None:
        self.added: list[str] = []
        self.changed: list[str] = []
        self.same = 0


def apply_tasks(
    store: Store, incoming: IncomingTasks, languages: Iterable[Callable[[Message], str]], file: str
) -> Brought:
    """Add the tasks that are new, and give those that came in before what the file says now."""
    with store.change(say("tasks.step.import", file=file)):
        return _Applying(store, languages).apply(incoming)


def came_before(store: Store, incoming: IncomingTasks) -> int:
    """Return how many of the tasks are in the playbook already, from an earlier file or made here."""
    ids = {task.id for task in store.of(Task).all()}
    sources = {task.source for task in store.of(Task).all() if task.source}
    return sum(row.source in sources or row.source.removeprefix(OWN) in ids for row in incoming.tasks)


class _Applying:
    """Knows what there is already, by name and by where it came from."""

    def __init__(self, store: Store, languages: Iterable[Callable[[Message], str]]) -> None:
        self._store, self._now = store, stamp(store)
        self._columns = {column.id: column for column in ready(store)}
        self._by_word = _column_words(self._columns.values(), languages)
        self._named = {
            side: {thing.name.casefold(): thing.id for thing in store.of(kind).all()} for side, kind in NAMED.items()
        }
        self._fields = {own.name.casefold(): own.id for own in fields_of(store)}
        self._tasks = {task.id: task for task in store.of(Task).all()}
        self._known = {task.source: task.id for task in self._tasks.values() if task.source}
        self._last: dict[str, int] = {}
        for task in self._tasks.values():
            self._last[task.column] = max(self._last.get(task.column, 0), task.position)

    def apply(self, incoming: IncomingTasks) -> Brought:
        """Save everything; parents are found once all are there."""
        brought, saved, steps = Brought(), dict[str, Task](), dict[str, IncomingTask]()
        ids = {row.line: self._id_of(row) for row in incoming.tasks}
        places = self._places(incoming.tasks, ids)
        for row in incoming.tasks:
            name, old = ids[row.line], self._tasks.get(ids[row.line])
            new = self._task(row, name, old, places)
            if old is None:
                brought.added.append(name)
            elif new == old:
                brought.same += 1
                continue
            else:
                new = replace(new, changed=self._now)
                brought.changed.append(name)
            saved[name] = new
            if old is None and row.steps:
                steps[name] = row
        self._store.of(Task).save(saved.values())
        self._store.of(TaskStep).save(
            TaskStep(self._store.new_id(), name, position, text, done)
            for name, row in steps.items()
            for position, (text, done) in enumerate(row.steps)
        )
        return brought

    def _id_of(self, row: IncomingTask) -> str:
        own = row.source.removeprefix(OWN)
        if row.source.startswith(OWN) and own in self._tasks:
            return own
        return self._known.get(row.source) or self._store.new_id()

    def _places(self, rows: Iterable[IncomingTask], ids: Mapping[int, str]) -> dict[str, str]:
        """Return where tasks are that others name as what they are a part of: by source, else by title."""
        places = {task.title.casefold(): task.id for task in self._tasks.values()}
        for row in rows:
            places[row.title.casefold()] = ids[row.line]
        return places | self._known | {row.source: ids[row.line] for row in rows if row.source}

    def _task(self, row: IncomingTask, name: str, old: Task | None, places: Mapping[str, str]) -> Task:
        task = old or Task(name, row.title, "", created=self._now, changed=self._now, source=_kept_source(row))
        values: dict[str, Any] = {side: getattr(row, side) for side in PLAIN if side in row.spoken}
        values |= {side: self._record(side, getattr(row, side)) for side in NAMED if side in row.spoken}
        if "parent" in row.spoken:
            parent = places.get(row.parent) or places.get(row.parent.casefold(), "")
            values["parent"] = parent if parent != name else ""
        if row.own:
            values["own"] = tuple(sorted((dict(task.own) | self._own(row)).items()))
        values["foreign"] = row.foreign or task.foreign
        return self._placed(replace(task, **values), row, old)

    def _placed(self, task: Task, row: IncomingTask, old: Task | None) -> Task:
        """Return a task in its column, finished when the column or the file says so."""
        column = self._column(row.column) if row.column else self._columns.get(task.column)
        columns = self._columns.values()
        if column is None:
            column = first_open(columns)
        if row.done is not None and row.done != column.done:
            column = (first_done(columns) or column) if row.done else first_open(columns)
        finished = bool(row.done) or column.done
        if old is None or old.column != column.id:
            self._last[column.id] = self._last.get(column.id, 0) + GAP
            task = replace(task, column=column.id, position=self._last[column.id])
        return replace(task, finished=(task.finished or self._now) if finished else 0)

    def _column(self, name: str) -> Column:
        """Return the column that a status means, a new one when it means none."""
        word = name.casefold().strip()
        found = self._by_word.get(word) or self._by_word.get(STATUSES.get(word, ""))
        if found is None:
            found = self._store.new_id()
            columns = in_order(self._columns.values())
            row = next((at for at, column in enumerate(columns) if column.done), len(columns))
            columns.insert(row, Column(found, name))
            placed = [replace(column, position=at) for at, column in enumerate(columns)]
            self._columns = {column.id: column for column in placed}
            self._store.of(Column).save(placed)
            self._by_word[word] = found
        return self._columns[found]

    def _record(self, side: str, name: str) -> str:
        """Return the id of a person, a program, a stage or a persona; people and programs are added."""
        word = name.casefold().strip()
        if not word:
            return ""
        if word not in self._named[side] and side in {"owner", "program"}:
            self._named[side][word] = save_record(self._store, NAMED[side]("", name))
        return str(self._named[side].get(word, ""))

    def _own(self, row: IncomingTask) -> dict[str, str]:
        values = {}
        for name, value in row.own:
            word = name.casefold()
            if word not in self._fields:
                self._fields[word] = add_field(self._store, name)
            values[self._fields[word]] = value
        return values


def _kept_source(row: IncomingTask) -> str:
    return "" if row.source.startswith(OWN) else row.source


def _column_words(columns: Iterable[Column], languages: Iterable[Callable[[Message], str]]) -> dict[str, str]:
    """Return columns by what they are called: by their key, by our words for it in each language, by their name."""
    columns, languages = list(columns), list(languages)
    words = {column.key: column.id for column in columns if column.key}
    for say_it in languages:
        words |= {say_it(Message(COLUMN_TEXTS[column.key])).casefold(): column.id for column in columns if column.key}
    return words | {column.name.casefold(): column.id for column in columns if column.name}
