"""Holds tasks of a file against a playbook: which are new, which differ, and what they need that is not there yet."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from app.calendar.program import Program
from app.calendar.saving import stamp
from app.exchange.in_steps import BATCH, Steps, walked
from app.exchange.incoming_tasks import IncomingTask, IncomingTasks
from app.funnel.placing import stages_in_order
from app.funnel.stage import Stage
from app.message import Message
from app.personas.persona import Persona
from app.playbook.playbook import Person
from app.store import Store
from app.tasks.adding import GAP
from app.tasks.columns import COLUMN_TEXTS, built_in, first_done, first_open, in_order
from app.tasks.own_fields import OF_TASKS, fields_of
from app.tasks.task import Column, OwnField, Task, TaskStep

OWN: Final = "own:"
STATUSES: Final[Mapping[str, str]] = {
    "to do": "todo", "todo": "todo", "open": "todo", "not started": "todo", "backlog": "todo", "planned": "todo",
    "in progress": "doing", "doing": "doing", "active": "doing", "started": "doing", "in review": "doing",
    "waiting": "waiting", "on hold": "waiting", "blocked": "waiting",
    "done": "done", "complete": "done", "completed": "done", "closed": "done", "finished": "done",
}  # fmt: skip
NAMED: Final[Mapping[str, type[Any]]] = {"owner": Person, "program": Program, "stage": Stage, "persona": Persona}
PLAIN: Final = ("title", "start", "due", "due_at", "priority", "effort", "tags", "notes", "repeat")


@dataclass(frozen=True, slots=True)
class TasksPlan:
    """What an import of tasks will do; nothing of it is written yet."""

    records: tuple[Any, ...] = ()  # columns, people, programs and own fields that are not there, or not as they will be
    tasks: tuple[Task, ...] = ()  # added and changed
    steps: tuple[TaskStep, ...] = ()
    added: tuple[str, ...] = ()  # ids
    changed: tuple[str, ...] = ()  # ids
    same: int = 0


def compare_tasks(store: Store, incoming: IncomingTasks, languages: Iterable[Callable[[Message], str]]) -> TasksPlan:
    """Return what would become of the tasks."""
    return walked(compare_in_steps(store, incoming, languages))


def compare_in_steps(
    store: Store, incoming: IncomingTasks, languages: Iterable[Callable[[Message], str]]
) -> Steps[TasksPlan]:
    """Return what would become of the tasks, and draw breath between short steps."""
    here: dict[str, Task] = {}
    for number, task in enumerate(store.of(Task).all()):
        here[task.id] = task
        if number % BATCH == 0:
            yield 0.0
    return (yield from _Comparing(store, languages, here).steps(incoming.tasks))


class _Comparing:
    """Knows what there is already, by name and by where it came from."""

    def __init__(self, store: Store, languages: Iterable[Callable[[Message], str]], here: Mapping[str, Task]) -> None:
        self._store, self._now = store, stamp(store)
        self._was = {column.id: column for column in in_order(store.of(Column).all())}
        self._columns = dict(self._was) or {column.id: column for column in built_in(store)}
        self._by_word = _column_words(self._columns.values(), languages)
        self._records = {side: list[Any](store.of(kind).all()) for side, kind in NAMED.items()}
        self._records["stage"] = stages_in_order(store)
        self._named = {side: {it.name.casefold(): it.id for it in there} for side, there in self._records.items()}
        self._own = fields_of(store)
        self._fields = {own.name.casefold(): own.id for own in self._own}
        self._new: list[Any] = []
        self._tasks = here
        self._known = {task.source: task.id for task in here.values() if task.source}
        self._last: dict[str, int] = {}
        for task in here.values():
            self._last[task.column] = max(self._last.get(task.column, 0), task.position)

    def steps(self, rows: Sequence[IncomingTask]) -> Steps[TasksPlan]:
        """Compare row by row; parents are found once all are known."""
        saved, steps = dict[str, Task](), list[TaskStep]()
        added, changed, same = list[str](), list[str](), 0
        ids = {row.line: self._id_of(row) for row in rows}
        places = self._places(rows, ids)
        for number, row in enumerate(rows):
            if number % BATCH == 0:
                yield number / len(rows)
            name, old = ids[row.line], self._tasks.get(ids[row.line])
            new = self._task(row, name, old, places)
            if new == old:
                same += 1
                continue
            saved[name] = new if old is None else replace(new, changed=self._now)
            (added if old is None else changed).append(name)
            if old is None:
                steps += self._checklist(row, name)
        columns = [column for column in self._columns.values() if column != self._was.get(column.id)]
        return TasksPlan(
            (*columns, *self._new), tuple(saved.values()), tuple(steps), tuple(added), tuple(changed), same
        )

    def _checklist(self, row: IncomingTask, name: str) -> list[TaskStep]:
        return [TaskStep(self._store.new_id(), name, at, text, done) for at, (text, done) in enumerate(row.steps)]

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
            values["own"] = tuple(sorted((dict(task.own) | self._own_values(row)).items()))
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
            self._columns = {column.id: replace(column, position=at) for at, column in enumerate(columns)}
            self._by_word[word] = found
        return self._columns[found]

    def _record(self, side: str, name: str) -> str:
        """Return the id of a person, a program, a stage or a persona; people and programs are added."""
        word = name.casefold().strip()
        if not word:
            return ""
        if word not in self._named[side] and side in {"owner", "program"}:
            last = max((it.position for it in self._records[side]), default=-1)
            new = NAMED[side](self._store.new_id(), name, position=last + 1)
            self._records[side].append(new)
            self._new.append(new)
            self._named[side][word] = new.id
        return str(self._named[side].get(word, ""))

    def _own_values(self, row: IncomingTask) -> dict[str, str]:
        values = {}
        for name, value in row.own:
            word = name.casefold()
            if word not in self._fields:
                new = OwnField(self._store.new_id(), OF_TASKS, name, position=len(self._own))
                self._own.append(new)
                self._new.append(new)
                self._fields[word] = new.id
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
