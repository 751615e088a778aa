"""What can be done on the tasks page, as actions for menus, palette and shortcut sheet."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QPoint

from app.tasks.due import Due
from app.tasks.filter import TaskFilter
from app.tasks.repeating import following
from widgets.common.action import Action
from widgets.common.action_menu import action_menu, pop_up_below
from widgets.common.icons import icon
from widgets.common.words import tr

if TYPE_CHECKING:
    from widgets.tasks.page import TasksPage

OF_SELECTION: Final = (
    "task_open", "task_tick", "task_due", "task_tomorrow", "task_today", "task_skip", "task_duplicate", "task_delete",
)  # fmt: skip


class PageActions(QObject):
    """The list of actions; each works by mouse, key, menu and palette alike."""

    def __init__(self, page: TasksPage) -> None:
        super().__init__(page)
        self._page = page
        self._actions = (
            *self._of_tasks(), *self._of_days(), *self._of_views(), *self._of_filters(), *self._of_sorting(),
            *self._of_finding(), *self._of_files(),
        )  # fmt: skip

    def actions(self) -> Sequence[Action]:
        """Return all of them."""
        return self._actions

    def show_menu(self, place: QPoint) -> None:
        """Show the menu of the selection."""
        page, by_id = self._page, {action.id: action for action in self._actions}
        if not page.meant():
            return
        menu = action_menu(page, [by_id[name] for name in OF_SELECTION])
        for what, text in (("column", tr("tasks.bulk.column")), ("priority", tr("tasks.bulk.priority"))):
            part = menu.addMenu(icon("columns-3" if what == "column" else "flag"), text)
            for entry_of in page.questions.entries(what, page.meant()):
                part.addAction(*entry_of)
        menu.popup(place)

    def show_files(self) -> None:
        """Show how tasks go out and come in."""
        pop_up_below(action_menu(self._page, self._of_files()), self._page.export)

    def _open(self) -> bool:
        return self._page.store is not None

    def _chosen(self) -> bool:
        return self._open() and bool(self._page.meant())

    def _comes_again(self) -> bool:
        tasks = self._page.tasks.all
        meant = (tasks[one] for one in self._page.meant() if one in tasks) if self._open() else ()
        return any(task.repeat and not task.finished and following(task, self._page.today) for task in meant)

    def _in_list(self) -> bool:
        return self._open() and self._page.view == "list"

    def _step_chosen(self) -> bool:
        return self._open() and bool(self._page.side.step_chosen())

    def _of_tasks(self) -> Sequence[Action]:
        page, chosen = self._page, self._chosen
        return (
            Action("task_add", "tasks.action.add", page.open_line, "plus", ("T", "Ins"), "task", self._open),
            Action("task_open", "tasks.action.open", page.open_selection, "pencil", (), "task", chosen),
            Action(
                "task_tick", "tasks.action.tick", lambda: page.edits.toggle(page.meant()), "check", ("Ctrl+Return",),
                "task", chosen,
            ),
            Action(
                "task_duplicate", "common.duplicate", lambda: page.select(page.edits.duplicate(page.meant())), "copy",
                ("Ctrl+D",), "task", chosen,
            ),
            Action(
                "task_delete", "common.delete", lambda: page.edits.delete(page.meant()), "trash-2", ("Del",), "task",
                chosen,
            ),
            Action(
                "task_part", "tasks.action.part", lambda: page.edits.part_from_step(page.side.step_chosen()),
                "list-tree", (), "task", self._step_chosen,
            ),
            Action(
                "tasks_all", "tasks.action.select_all", page.select_all, "list", ("Ctrl+A",), "edit",
                self._open,
            ),
        )  # fmt: skip

    def _of_days(self) -> Sequence[Action]:
        page, chosen = self._page, self._chosen
        return (
            Action("task_due", "tasks.action.due", page.questions.due, "calendar-clock", ("D",), "task", chosen),
            Action("task_today", "tasks.action.today", lambda: page.due_in(0), "calendar", (), "task", chosen),
            Action(
                "task_tomorrow", "tasks.action.tomorrow", lambda: page.due_in(1), "arrow-right", (), "task", chosen
            ),
            Action(
                "task_skip", "tasks.action.skip", lambda: page.edits.skip(page.meant()), "skip-forward", (), "task",
                self._comes_again,
            ),
            Action(
                "tasks_late_today", "tasks.action.late_today", page.edits.late_to_today, "calendar-clock", (), "task",
                lambda: self._open() and page.shown.late() > 0,
            ),
        )  # fmt: skip

    def _of_views(self) -> Sequence[Action]:
        page = self._page

        def view(id: str, text: str, name: str, keys: str, sign: str) -> Action:
            return Action(
                id, text, lambda: page.open_view(name), sign, (keys,), "view", self._open, in_fields=True,
                checked=lambda: page.view == name,
            )  # fmt: skip

        return (
            view("tasks_board", "tasks.action.board", "board", "Ctrl+1", "columns-3"),
            view("tasks_list", "tasks.action.list", "list", "Ctrl+2", "list"),
        )

    def _of_filters(self) -> Sequence[Action]:
        page = self._page

        def only(id: str, text: str, sign: str, *due: Due) -> Action:
            wanted = frozenset(due)
            return Action(
                id, text, lambda: page.set_filter(TaskFilter(due=wanted)), sign, (), "view", self._open,
                checked=lambda: page.filter.due == wanted,
            )  # fmt: skip

        return (
            only("tasks_show_all", "tasks.action.show_all", "list"),
            only("tasks_show_today", "tasks.action.show_today", "calendar", Due.LATE, Due.TODAY),
            only("tasks_show_week", "tasks.action.show_week", "calendar-days", Due.LATE, Due.TODAY, Due.WEEK),
            only("tasks_show_late", "tasks.action.show_late", "triangle-alert", Due.LATE),
        )

    def _of_finding(self) -> Sequence[Action]:
        page = self._page

        def find(id: str, text: str, work: Callable[[], None], sign: str, keys: str) -> Action:
            return Action(id, text, work, sign, (keys,), "edit", self._open, in_fields=True)

        return (
            find("tasks_find", "tasks.action.find", lambda: page.finder.open(), "search", "Ctrl+F"),  # noqa: PLW0108 made later
            find("tasks_find_next", "common.find.next", lambda: page.finder.step(1), "arrow-down", "F3"),
            find("tasks_find_previous", "common.find.previous", lambda: page.finder.step(-1), "arrow-up", "Shift+F3"),
        )

    def _of_sorting(self) -> Sequence[Action]:
        page = self._page

        def sort(id: str, text: str, by: str) -> Action:
            return Action(
                id, text, lambda: page.sort_by(by), "arrow-down", (), "view", self._in_list,
                checked=lambda: page.sort[0] == by,
            )  # fmt: skip

        return (
            sort("tasks_sort_due", "tasks.action.sort_due", "due"),
            sort("tasks_sort_title", "tasks.action.sort_title", "title"),
            sort("tasks_sort_priority", "tasks.action.sort_priority", "priority"),
            sort("tasks_sort_effort", "tasks.action.sort_effort", "effort"),
        )

    def _of_files(self) -> Sequence[Action]:
        files = self._page.files
        return (
            Action("tasks_csv", "tasks.export.csv", files.save, "table", (), "file", self._open),
            Action("tasks_import", "tasks.import", files.bring_in, "download", (), "file", self._open),
        )
