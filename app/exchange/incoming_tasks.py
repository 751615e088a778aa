"""What a file brought of tasks, before it is held against the playbook; and how its cells are read."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time
from typing import Final

from app.calendar.event import FIRST_DAY, LAST_DAY
from app.calendar.rhythm.rule import Rule
from app.message import Message
from app.tasks.task import Priority

TITLE_MOST: Final = 500  # letters
NOTES_MOST: Final = 20_000
TAGS_MOST: Final = 50
STEPS_MOST: Final = 200
HOURS_MOST: Final = 10_000.0
DAY_FORMS: Final = (
    re.compile(r"(?P<y>\d{4})-(?P<m>\d{1,2})-(?P<d>\d{1,2})(?:[T ].*)?"),
    re.compile(r"(?P<d>\d{1,2})[./](?P<m>\d{1,2})[./](?P<y>\d{4})(?: .*)?"),
)
PRIORITIES: Final = {
    "urgent": Priority.HIGH, "high": Priority.HIGH, "висок": Priority.HIGH, "1": Priority.HIGH,
    "medium": Priority.MEDIUM, "normal": Priority.MEDIUM, "среден": Priority.MEDIUM, "2": Priority.MEDIUM,
    "low": Priority.LOW, "нисък": Priority.LOW, "3": Priority.LOW,
    "none": Priority.NONE, "": Priority.NONE, "0": Priority.NONE, "null": Priority.NONE,
}  # fmt: skip

WARNING_TEXTS: Final = {
    "date": "tasks.in.date", "time": "tasks.in.time", "number": "tasks.in.number", "priority": "tasks.in.priority",
    "rule": "tasks.in.rule", "cut": "tasks.in.cut", "ragged": "tasks.in.ragged", "people": "tasks.in.people",
    "comments": "tasks.in.comments",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class RefusedTask:
    """A row that does not come in."""

    line: int
    what: str
    why: Message


@dataclass(frozen=True, slots=True)
class IncomingTask:
    """One task of a file; columns, people and the like are named, not referred to."""

    line: int
    title: str
    source: str = ""  # what it is known by, such as "clickup:86c1", or "own:<id>" of one of ours
    column: str = ""
    done: bool | None = None  # None when only the column tells
    parent: str = ""  # `source` of the task that it is a part of, or its title
    start: date | None = None
    due: date | None = None
    due_at: time | None = None
    priority: int = Priority.NONE
    owner: str = ""
    effort: float = 0.0
    tags: tuple[str, ...] = ()
    notes: str = ""
    repeat: str = ""
    program: str = ""
    persona: str = ""
    stage: str = ""
    own: tuple[tuple[str, str], ...] = ()  # (name of an own field, value)
    steps: tuple[tuple[str, bool], ...] = ()
    spoken: frozenset[str] = frozenset()  # fields that the file says something of
    foreign: str = ""


@dataclass(frozen=True, slots=True)
class IncomingTasks:
    """Everything that a file brought."""

    tasks: tuple[IncomingTask, ...] = ()
    refused: tuple[RefusedTask, ...] = ()
    warnings: tuple[Message, ...] = ()


class Taking:
    """Reads cells and counts what could not be understood."""

    def __init__(self, ragged: int = 0) -> None:
        self.counts = {"ragged": ragged}

    def tell(self, what: str) -> None:
        """Count one thing that was not taken as it came."""
        self.counts[what] = self.counts.get(what, 0) + 1

    def day(self, text: str) -> date | None:
        """Return a day written as 2027-03-31 or 31.3.2027."""
        if not text.strip():
            return None
        for form in DAY_FORMS:
            if found := form.fullmatch(text.strip()):
                return self.valid(int(found["y"]), int(found["m"]), int(found["d"]))
        self.tell("date")
        return None

    def valid(self, year: int, month: int, day: int) -> date | None:
        """Return a day when there is such a one that can be counted with."""
        try:
            found = date(year, month, day)
        except ValueError:
            found = None
        if found is None or not FIRST_DAY <= found <= LAST_DAY:
            self.tell("date")
            return None
        return found

    def time(self, text: str) -> time | None:
        """Return a time written as 14:30."""
        if not text.strip():
            return None
        try:
            return time.fromisoformat(text.strip()[:5].rjust(5, "0")).replace(tzinfo=None)
        except ValueError:
            self.tell("time")
            return None

    def hours(self, text: str) -> float:
        """Return hours written as 2.5 or 2,5."""
        try:
            value = float(text.strip().replace(",", ".") or 0)
        except ValueError:
            value = -1.0
        if not 0 <= value <= HOURS_MOST:
            self.tell("number")
            return 0.0
        return round(value, 4)

    def priority(self, text: str, known: Mapping[str, int] = PRIORITIES) -> int:
        """Return how much a task presses, by its name in either language."""
        found = known.get(text.strip().casefold())
        if found is None:
            self.tell("priority")
        return found or Priority.NONE

    def rule(self, text: str) -> str:
        """Return a rhythm that we know, else none."""
        rule = text.strip()
        if rule and Rule.parse(rule) is None:
            self.tell("rule")
            return ""
        return rule

    def short(self, text: str, most: int) -> str:
        """Return a text that is no longer than it may be."""
        text = text.replace("\r\n", "\n").replace("\r", "\n").strip()
        if len(text) > most:
            self.tell("cut")
        return text[:most]

    def several(self, text: str) -> tuple[str, ...]:
        """Return names separated by commas or semicolons."""
        names = (part.strip().lstrip("#") for part in re.split(r"[,;\n]", text))
        return tuple(dict.fromkeys(name[:TITLE_MOST] for name in names if name))[:TAGS_MOST]

    def warnings(self) -> tuple[Message, ...]:
        """Return what was not taken as it came."""
        return tuple(Message(WARNING_TEXTS[what], (("n", n),)) for what, n in self.counts.items() if n)
