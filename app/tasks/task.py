"""Tasks: pieces of work with a due day, beside what the calendar holds."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from enum import IntEnum, StrEnum


class Priority(IntEnum):
    """How much a task presses."""

    NONE = 0
    LOW = 1
    MEDIUM = 2
    HIGH = 3


@dataclass(frozen=True, slots=True)
class Column:
    """One column of the task board: a status that tasks can have."""

    id: str
    name: str
    limit: int = 0  # tasks that it should hold at most; 0 = no limit
    done: bool = False  # tasks in it are finished
    position: int = 0
    key: str = ""  # of the built-in column that it was copied from


@dataclass(frozen=True, slots=True)
class Task:
    """A piece of work; one without a due day waits."""

    id: str
    title: str
    column: str  # id of a Column
    position: int = 0  # in its column
    parent: str = ""  # id of the task that it is a part of
    start: date | None = None
    due: date | None = None
    due_at: time | None = None
    priority: int = Priority.NONE
    owner: str = ""  # id of a Person
    effort: float = 0.0  # hours of one person, counted in the week of the due day
    tags: tuple[str, ...] = ()
    notes: str = ""
    repeat: str = ""  # RRULE without an end: finishing the task makes the next one
    program: str = ""
    persona: str = ""
    stage: str = ""
    own: tuple[tuple[str, str], ...] = ()  # (id of an OwnField, value as text)
    finished: int = 0  # UTC microseconds; 0 = not finished
    created: int = 0
    changed: int = 0
    source: str = ""  # what it came in from and its name there, such as "clickup:86c1"
    foreign: str = ""


@dataclass(frozen=True, slots=True)
class TaskStep:
    """One line of the checklist of a task."""

    id: str
    task: str
    position: int
    text: str
    done: bool = False


class FieldShape(StrEnum):
    """What a field of one's own holds."""

    TEXT = "text"
    NUMBER = "number"
    CHOICE = "choice"
    DATE = "date"


@dataclass(frozen=True, slots=True)
class OwnField:
    """A field that the person gave to all tasks, or to all events."""

    id: str
    of_kind: str  # "task" or "event"
    name: str
    shape: FieldShape = FieldShape.TEXT
    choices: tuple[str, ...] = ()
    position: int = 0
