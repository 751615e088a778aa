"""Turns what is done on the page into actions."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from app.message import say
from app.store import Store
from app.tasks import checklist
from app.tasks.adding import add_task
from app.tasks.due import Due, due_of
from app.tasks.editing import delete, edit, set_own, tag
from app.tasks.filter import OTHER
from app.tasks.finishing import finish, reopen
from app.tasks.moving import move
from app.tasks.quick_add import QuickTask
from app.tasks.repeating import come_again, following, left_behind, set_repeat, skip
from app.tasks.task import Task

if TYPE_CHECKING:
    from widgets.tasks.page import TasksPage


class TaskEdits(QObject):
    """Every change of the page goes through here; what cannot be done is said."""

    def __init__(self, page: TasksPage) -> None:
        super().__init__(page)
        self._page = page

    def run(self, work: Callable[[Store], object]) -> bool:
        """Do something with the store; return whether it could be done."""
        return self._page.run(work)

    def add(self, read: QuickTask, column: str = "") -> str:
        """Add what was typed in one line; return its id, "" when that failed."""
        made = []
        self.run(lambda store: made.append(add_task(store, read.task(column=column))))
        return made[0] if made else ""

    def add_part(self, ids: Sequence[str], title: str) -> None:
        """Add a part of the task that is open, in its column; days in words stay words, for nothing shows them here."""
        page = self._page
        whole = page.tasks.all.get(ids[0]) if len(ids) == 1 else None
        if whole is None:
            return
        part = Task("", title, "" if whole.finished else whole.column, parent=whole.id, program=whole.program)
        self.run(lambda store: add_task(store, part))

    def take_line(self, read: QuickTask, column: str, opened: bool) -> None:
        """Add what was typed, and show where it went; the keyboard stays where it is unless the task is opened."""
        page, made = self._page, self.add(read, column)
        if made and opened:
            page.show_thing(made)
            page.inspector.focus_title()
        elif made:
            page.select([made])
            page.current.point_out(made)

    def edit(self, ids: Sequence[str], fields: Mapping[str, Any]) -> None:
        """Give tasks other values."""
        if ids:
            self.run(lambda store: edit(store, ids, **fields))

    def set_repeat(self, ids: Sequence[str], rule: str) -> None:
        """Let tasks repeat by a rhythm, or not."""
        if ids:
            self.run(lambda store: set_repeat(store, ids, rule))

    def skip(self, ids: Sequence[str]) -> None:
        """Pass over this time of tasks that repeat, and say when they are due now."""
        tasks, today = self._page.tasks.all, self._page.today
        known = [one for one in ids if one in tasks and not tasks[one].finished and following(tasks[one], today)]
        if known and self.run(lambda store: skip(store, known)):
            task = self._page.tasks.all[known[0]]
            if len(known) == 1 and task.due:
                self._page.desk.tell(say("tasks.repeat.skipped", title=task.title, day=task.due), undo=True)
            else:
                self._page.desk.tell(say("tasks.repeat.skipped.many", n=len(known)), undo=True)

    def set_own(self, ids: Sequence[str], field: str, value: str) -> None:
        """Give tasks a value in an own field."""
        if ids:
            self.run(lambda store: set_own(store, ids, field, value))

    def tag(self, ids: Sequence[str], add: Sequence[str], remove: Sequence[str]) -> None:
        """Give tasks further tags, or take some away."""
        if ids:
            self.run(lambda store: tag(store, ids, add=add, remove=remove))

    def tick(self, ids: Sequence[str], *, done: bool) -> None:
        """Finish tasks, or take that back."""
        if ids:
            self._finish(ids, lambda store: finish(store, ids) if done else reopen(store, ids))

    def _finish(self, ids: Sequence[str], work: Callable[[Store], object]) -> None:
        """Do what may finish tasks, and say which of them come again."""
        tasks = self._page.tasks.all
        repeating = [one for one in ids if one in tasks and tasks[one].repeat and not tasks[one].finished]
        if self.run(work) and repeating:
            later = left_behind(self._page.open_store(), repeating)
            if later:
                self._page.desk.tell(come_again(later), undo=True)

    def toggle(self, ids: Sequence[str]) -> None:
        """Finish tasks; when all of them are, take that back."""
        known = [self._page.tasks.all[one] for one in ids if one in self._page.tasks.all]
        self.tick([task.id for task in known], done=not all(task.finished for task in known))

    def move(self, ids: Sequence[str], column: str, before: str) -> None:
        """Put tasks elsewhere on the board."""
        self._finish(ids, lambda store: move(store, ids, column, before))

    def shift(self, ids: Sequence[str], columns: int, rows: int) -> None:
        """Put tasks some columns or rows on, as far as there are any."""
        tasks = self._page.tasks
        known = [tasks.all[one] for one in ids if one in tasks.all]
        here = tasks.column_of(known[0]) if known else None
        if here is None:
            return
        order = list(tasks.columns)
        goal = order[max(0, min(len(order) - 1, order.index(here.id) + columns))]
        if columns:
            if goal != here.id:
                self.move(ids, goal, "")
            return
        others = [task.id for task in tasks.in_column(here.id) if task.id not in ids]
        before = sum(task.id in others for task in tasks.in_column(here.id)[: _row(tasks.in_column(here.id), known[0])])
        place = before + rows
        if 0 <= place <= len(others):
            self.move(ids, here.id, others[place] if place < len(others) else "")

    def put_off(self, ids: Sequence[str], days: int) -> None:
        """Let tasks be due some days later; one without a day is due so many days from today."""
        known = [self._page.tasks.all[one] for one in ids if one in self._page.tasks.all]

        def work(store: Store) -> None:
            with store.change(say("tasks.step.put_off", n=len(known))):
                for task in known:
                    edit(store, [task.id], due=(task.due or self._page.today) + timedelta(days=days))

        if known:
            self.run(work)

    def into_group(self, ids: Sequence[str], group: str) -> None:
        """Give tasks what makes them belong to a group of the list."""
        page, by = self._page, self._page.group_by
        if group == OTHER:
            return
        if by == "due":
            self._due_in_group(ids, Due(group))
        elif by == "column":
            self.move(ids, group, "")
        elif by == "priority":
            self.edit(ids, {"priority": int(group)})
        elif by and (not group or group in page.tasks.plan.people or group in page.tasks.plan.programs):
            self.edit(ids, {by: group})

    def _due_in_group(self, ids: Sequence[str], due: Due) -> None:
        """Let tasks be due as a group says: on Friday of this week, on the first day of the next; none becomes late."""
        page = self._page
        first = page.tasks.plan.week_of(page.today)
        friday = page.today + timedelta(days=(4 - page.today.weekday()) % 7)
        last = first + timedelta(days=6)
        day = {
            Due.TODAY: page.today,
            Due.WEEK: friday if page.today < friday <= last else last,
            Due.LATER: last + timedelta(days=1),
        }
        if due is Due.DONE:
            self.tick(ids, done=True)
        elif due is Due.NONE:
            self.edit(ids, {"due": None, "due_at": None})
        elif due in day:
            self.edit(ids, {"due": day[due]})

    def late_to_today(self) -> None:
        """Let all late tasks be due today."""
        page = self._page
        first = page.tasks.plan.playbook.first_weekday
        late = [task.id for task in page.tasks.all.values() if not task.finished and _is_late(task, page.today, first)]
        self.edit(late, {"due": page.today})

    def delete(self, ids: Sequence[str]) -> None:
        """Delete tasks and say how to take that back."""
        known = [one for one in ids if one in self._page.tasks.all]
        if known and self.run(lambda store: delete(store, known)):
            self._page.desk.tell(say("tasks.deleted", n=len(known)), undo=True)

    def duplicate(self, ids: Sequence[str]) -> list[str]:
        """Add copies of tasks that are still to be done; return their ids."""
        known = [self._page.tasks.all[one] for one in ids if one in self._page.tasks.all]
        made: list[str] = []

        def work(store: Store) -> None:
            with store.change(say("tasks.step.copy", n=len(known))):
                for task in known:
                    made.append(add_task(store, _copy(task)))
                    for step in checklist.steps_of(store, task.id):
                        checklist.add_step(store, made[-1], step.text)

        if known:
            self.run(work)
        return made

    # --- the checklist ---

    def add_step(self, task: str, text: str) -> None:
        """Add a line to a checklist."""
        self.run(lambda store: checklist.add_step(store, task, text))

    def tick_step(self, step: str, done: bool) -> None:
        """Tick a line, or take that back."""
        self.run(lambda store: checklist.tick_step(store, step, done=done))

    def rename_step(self, step: str, text: str) -> None:
        """Word a line anew."""
        self.run(lambda store: checklist.rename_step(store, step, text))

    def place_step(self, step: str, place: int) -> None:
        """Put a line elsewhere."""
        self.run(lambda store: checklist.move_step(store, step, place))

    def delete_step(self, step: str) -> None:
        """Take a line away."""
        self.run(lambda store: checklist.remove_step(store, step))

    def part_from_step(self, step: str) -> None:
        """Make a task of a line."""
        self.run(lambda store: checklist.make_part(store, step))


def _row(tasks: Sequence[Task], task: Task) -> int:
    return next(row for row, it in enumerate(tasks) if it.id == task.id)


def _is_late(task: Task, today: date, first_weekday: int) -> bool:
    return due_of(task, today, first_weekday) is Due.LATE


def _copy(task: Task) -> Task:
    fresh = {"id": "", "finished": 0, "created": 0, "source": "", "foreign": ""}
    return replace(task, **fresh, column="" if task.finished else task.column)  # type: ignore[arg-type]
