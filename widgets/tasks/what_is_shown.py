"""What of the tasks is shown, in which order and under which heads, and the words about it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, QTimer

from app.calendar.event import Event
from app.calendar.quarter import iso_week
from app.funnel.branch import Branch
from app.playbook.link import Link
from app.purpose.board import Note
from app.store import EVERYTHING, Changes
from app.tasks.columns import name_of
from app.tasks.due import Due, due_of
from app.tasks.filter import Group, grouped
from app.tasks.quick_add import QuickTask
from app.tasks.task import Column, Task, TaskStep
from widgets.common.words import count as number
from widgets.common.words import hours, tr
from widgets.tasks.board_column import ColumnFace
from widgets.tasks.face import Face, due_words, face_of, named, work
from widgets.tasks.rows import HEAD, HeadRow, Row, TaskRow

if TYPE_CHECKING:
    from widgets.tasks.page import TasksPage

OF_TASKS: Final = frozenset({Task, TaskStep, Link, Event, Note, Branch})  # a face is held against these
RECENT: Final = timedelta(days=7)
PALETTE_HITS: Final = 8
SORTS: Final[dict[str, Callable[[Task], Any]]] = {
    "title": lambda task: task.title.casefold(),
    "priority": lambda task: -task.priority,
    "effort": lambda task: -task.effort,
}


class Shown(QObject):
    """Looks at the snapshot with the filter of the page."""

    def __init__(self, page: TasksPage) -> None:
        super().__init__(page)
        self._page = page
        self._faces: dict[str, tuple[Task, object, Face]] = {}
        self._dues: Counter[Due] = Counter()

    def forget(self, changes: Changes | None = None) -> None:
        """Look at everything anew, or at what those changes may have touched."""
        if changes is None or changes.keys() - OF_TASKS:
            self._faces.clear()

    def soon(self, changes: Changes, show: Callable[[], None]) -> None:
        """Show what changed now, or after a look at mouse and keys when it is very much and nothing shown is gone."""
        if changes.get(Task) == EVERYTHING and self._faces.keys() <= self._page.tasks.all.keys():
            QTimer.singleShot(0, show)
        else:
            show()

    def count(self) -> None:
        """Count when the open tasks are due."""
        page = self._page
        first = page.tasks.plan.playbook.first_weekday
        open_ = (task for task in page.tasks.all.values() if not task.finished)
        self._dues = Counter(due_of(task, page.today, first) for task in open_)

    def found(self) -> list[Task]:
        """Return the tasks that pass the filter."""
        page = self._page
        tasks = page.tasks.all.values()
        return [it for it in tasks if page.filter.matches(it, page.tasks, page.today)] if page.filter else list(tasks)

    def columns(self, found: Sequence[Task]) -> list[tuple[ColumnFace, list[TaskRow]]]:
        """Return the columns of the board, each with its cards."""
        ids = {task.id for task in found}
        return [self._column(column, ids) for column in self._page.tasks.columns.values()]

    def _column(self, column: Column, ids: set[str]) -> tuple[ColumnFace, list[TaskRow]]:
        there = self._page.tasks.in_column(column.id)
        tasks = [task for task in there if task.id in ids]
        recent = [task for task in tasks if self._recent(task)] if column.done else tasks
        n = len(recent)
        if column.done:
            count = tr("tasks.column.recent", n=n, days=RECENT.days)
        else:
            limited = column.limit and n == len(there)  # with a filter the limit would say nothing of what is shown
            count = tr("tasks.column.of", text=number(n), limit=column.limit) if limited else number(n)
        total = sum(task.effort for task in recent)
        name = named(name_of(column))
        limit = 0 if column.done else column.limit  # what is done cannot be too much
        face = ColumnFace(
            column.id, name, column.done, limit, n if column.done else len(there), count, total, len(tasks) - n
        )
        return face, [TaskRow(self.face(task)) for task in recent]

    def _recent(self, task: Task) -> bool:
        finished = self._page.tasks.finished_on(task)
        return finished is None or finished > self._page.today - RECENT

    def rows(self, found: Sequence[Task]) -> list[Row]:
        """Return the rows of the list: heads, and below each its tasks unless it is folded."""
        page, rows = self._page, list[Row]()
        for group in grouped(found, page.tasks, page.group_by, page.today):
            folded = f"{page.group_by}:{group.key}" in page.folded
            late = page.group_by == "due" and group.key == Due.LATE
            rows.append(HeadRow(HEAD + group.key, named(group.name), _detail(group), folded, late))
            if not folded:
                last = len(group.tasks) - 1
                tasks = self.ordered(group.tasks)
                rows += [TaskRow(self.face(it), at == 0, at == last, group.key) for at, it in enumerate(tasks)]
        return rows

    def ordered(self, tasks: Sequence[Task]) -> list[Task]:
        """Return tasks as the names above the list sort them; finished ones stay at the end."""
        by, back = self._page.sort
        key = SORTS.get(by)
        if key is None:
            return list(tasks)[::-1] if back else list(tasks)
        found = sorted(tasks, key=key, reverse=back)
        return sorted(found, key=lambda task: bool(task.finished))

    def face(self, task: Task) -> Face:
        """Return how a task is shown."""
        tasks = self._page.tasks
        beside = (tasks.progress(task.id), tuple(tasks.came_from(task)), self._page.today)
        known = self._faces.get(task.id)
        if known and known[0] is task and known[1] == beside:
            return known[2]
        face = face_of(task, tasks, self._page.today)
        self._faces[task.id] = (task, beside, face)
        return face

    # --- words ---

    def late(self) -> int:
        """Return how many tasks are late."""
        return self._dues[Due.LATE]

    def subtitle(self) -> str:
        """Return what is on the desk, in words."""
        open_, late, today = self._dues.total(), self.late(), self._dues[Due.TODAY]
        if not open_:
            return tr("tasks.subtitle.none")
        parts = [tr("tasks.count.open", n=open_)]
        parts += [tr("tasks.count.late", n=late)] if late else []
        parts += [tr("tasks.count.today", n=today)] if today else []
        return tr("tasks.subtitle", what=", ".join(parts))

    def sum_words(self, found: Sequence[Task]) -> str:
        """Return how many tasks and hours are shown, and the room that is left in this week."""
        open_ = [task for task in found if not task.finished]
        parts = [tr("tasks.count.open", n=len(open_))]
        total = sum(task.effort for task in open_)
        parts += [work(total)] if total else []
        plan = self._page.tasks.plan
        week = plan.week_of(self._page.today)
        load = plan.week_loads([week])[week]
        number = iso_week(week, plan.playbook.first_weekday)
        free = round(load.capacity - load.hours, 1)
        if free >= 0:
            parts.append(tr("tasks.week.free", hours=hours(free), week=number))
        else:
            parts.append(tr("tasks.week.over", hours=hours(-free), week=number))
        return " · ".join(parts)

    def week_words(self, read: QuickTask) -> str:
        """Return what a task that is typed does to the week of its due day."""
        if read.due is None or not read.effort:
            return ""
        plan = self._page.tasks.plan
        week = plan.week_of(read.due)
        load = plan.week_loads([week])[week]
        number = iso_week(week, plan.playbook.first_weekday)
        capacity = hours(load.capacity).removesuffix(".0").removesuffix(",0")
        return tr("tasks.quick.week", week=number, hours=hours(round(load.hours + read.effort, 1)), capacity=capacity)

    def for_palette(self, words: str, match: Callable[[str, str], object]) -> list[tuple[str, str, str]]:
        """Return the tasks whose titles hold the words as (id, title, when), open ones first."""
        page = self._page
        found = [task for task in page.tasks.all.values() if match(words, task.title)]
        found.sort(key=lambda task: (bool(task.finished), task.due or date.max, task.id))
        return [(task.id, task.title, self._where(task)) for task in found[:PALETTE_HITS]]

    def _where(self, task: Task) -> str:
        if task.finished:
            return tr("tasks.due.done")
        return due_words(task, self._page.today) or tr("tasks.due.none")


def _detail(group: Group) -> str:
    """Return how many tasks and hours a group has."""
    n, left = len(group.tasks), group.open
    count = number(n) if left == n or not left else tr("tasks.count.left", n=left, of=n)
    return f"{count} · {work(group.hours)}" if group.hours else count
