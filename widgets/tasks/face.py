"""What is to be seen of a task, found once for all that paint it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Final

from app.message import Message
from app.tasks.due import Due, due_of
from app.tasks.filter import PRIORITY_TEXTS
from app.tasks.origin import Origin
from app.tasks.snapshot import Tasks
from app.tasks.task import Priority, Task
from app.tasks.today import clocks
from widgets.common.words import clock, day, effort, locale, tr, words

WAITING: Final = "waiting"  # key of the built-in column
NOTE_MOST: Final = 200  # letters
ORIGIN_TEXTS: Final = {
    "event": "tasks.origin.event",
    "note": "tasks.origin.note",
    "branch": "tasks.origin.branch",
    "kpi": "tasks.origin.kpi",
    "program": "tasks.origin.program",
    "persona": "tasks.origin.persona",
    "stage": "tasks.origin.stage",
    "task": "tasks.origin.task",
    "incident": "tasks.origin.incident",
    "sequence": "tasks.origin.sequence",
    "procedure": "tasks.origin.procedure",
}
ORIGIN_ICONS: Final = {
    "event": "calendar",
    "note": "sticky-note",
    "branch": "git-branch",
    "kpi": "gauge",
    "program": "layers",
    "persona": "users",
    "stage": "funnel",
    "task": "list-tree",
    "incident": "siren",
    "sequence": "send",
    "procedure": "clipboard-check",
}


@dataclass(frozen=True, slots=True)
class Chip:
    """What a task comes from, as a chip: icon, colour role, words."""

    icon: str
    role: str
    text: str
    origin: Origin


@dataclass(frozen=True, slots=True)
class Face:
    """A task as it is shown."""

    id: str
    title: str
    done: bool
    due: Due
    when: str  # when it is due, in words; of a finished one when it was finished
    at: str  # the time alone, for rows under the head of their day
    chips: tuple[Chip, ...] = ()
    priority: int = Priority.NONE
    steps: tuple[int, int] = (0, 0)  # done, of how many
    effort: str = ""
    owner: str = ""
    repeats: bool = False
    waits_for: str = ""  # of one in the column of what waits: its notes

    @property
    def pressing(self) -> bool:
        """Whether it is due today or before and still to be done."""
        return not self.done and self.due in {Due.LATE, Due.TODAY}

    def spoken(self) -> str:
        """Return what a screen reader says of it."""
        state = tr("tasks.spoken.done") if self.done else tr("tasks.due.late") if self.due is Due.LATE else ""
        steps = tr("tasks.spoken.steps", done=self.steps[0], all=self.steps[1]) if self.steps[1] else ""
        priority = priority_words(self.priority) if self.priority else ""
        chips = (chip.text for chip in self.chips)
        return ", ".join(filter(None, (self.title, state, self.when, priority, *chips, steps, self.effort, self.owner)))


def face_of(task: Task, tasks: Tasks, today: date) -> Face:
    """Return how a task is shown today."""
    finished = tasks.finished_on(task)
    moment = _finished_at(task, tasks)
    owner = tasks.plan.people.get(task.owner)
    return Face(
        task.id,
        task.title,
        bool(task.finished),
        due_of(task, today, tasks.plan.playbook.first_weekday, finished),
        _finished_words(moment, today) if moment else due_words(task, today),
        _time_alone(task, moment, today),
        tuple(chip_of(origin, tasks) for origin in tasks.came_from(task)),
        task.priority,
        tasks.progress(task.id),
        effort(task.effort) if task.effort else "",
        owner.name if owner else "",
        bool(task.repeat),
        _waits_for(task, tasks),
    )


def _waits_for(task: Task, tasks: Tasks) -> str:
    """Return what a task waits for, as its notes say."""
    column = tasks.column_of(task)
    return " ".join(task.notes.split())[:NOTE_MOST] if column and column.key == WAITING else ""


def chip_of(origin: Origin, tasks: Tasks) -> Chip:
    """Return the chip of what a task comes from; what is gone says so."""
    title = origin.title or tr("field.deleted")
    text = tr(ORIGIN_TEXTS[origin.kind], title=title) if origin.kind in ORIGIN_TEXTS else title
    kind = tasks.plan.kinds.get(origin.event_kind)
    if kind:
        return Chip(kind.icon, f"category.{kind.family}.solid", text, origin)
    return Chip(ORIGIN_ICONS.get(origin.kind, "link"), "text_muted", text, origin)


def due_words(task: Task, today: date) -> str:
    """Return when a task is due, "" for never: "Today 16:00", "Fri 12 Mar"."""
    if task.due is None:
        return ""
    at = clock(task.due_at) if task.due_at else ""
    if task.due == today:
        return tr("tasks.when.today_at", time=at) if at else tr("tasks.due.today")
    return " ".join(filter(None, (short_day(task.due, today), at)))


def short_day(when: date, today: date) -> str:
    """Return a day with its weekday, with the year when it is another one."""
    return day(when, "ddd d MMM" if when.year == today.year else "ddd d MMM yyyy")


def work(value: float) -> str:
    """Return a sum of hours, with one decimal when it is no whole number."""
    return effort(value) if value < 1 else tr("tasks.hours", hours=locale().toString(round(value, 1), "g", 5))


def priority_words(priority: int) -> str:
    """Return how much a task presses, in words."""
    return tr(PRIORITY_TEXTS.get(priority, "tasks.priority.none"))


def named(name: Message | str) -> str:
    """Return a name that may be one of ours."""
    return words(name) if isinstance(name, Message) else name


def _finished_at(task: Task, tasks: Tasks) -> datetime | None:
    if not task.finished:
        return None
    return datetime.fromtimestamp(task.finished / 1_000_000, UTC).astimezone(clocks(tasks.plan.playbook.zone))


def _finished_words(moment: datetime, today: date) -> str:
    if moment.date() == today:
        return tr("tasks.when.today_at", time=clock(moment.time()))
    return short_day(moment.date(), today)


def _time_alone(task: Task, finished: datetime | None, today: date) -> str:
    if finished:
        return clock(finished.time()) if finished.date() == today else ""
    return clock(task.due_at) if task.due_at else ""
