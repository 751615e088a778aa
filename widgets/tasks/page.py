"""The tasks page: puts its parts together and keeps them up to date with the store."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from app.message import say
from app.search.matching import match
from app.store import Changes, Store
from app.tasks.filter import GROUPS, TaskFilter
from app.tasks.origin import Origin
from app.tasks.snapshot import Tasks
from app.tasks.today import today_of
from widgets.common.action import Action
from widgets.common.desk import Desk
from widgets.common.drop_button import DropButton
from widgets.common.empty_state import EmptyState
from widgets.common.icons import icon, put_icon
from widgets.common.page_header import PageHeader
from widgets.common.page_over_store import PageOverStore
from widgets.common.view_switch import ViewSwitch
from widgets.common.words import tr
from widgets.tasks.beside import Beside
from widgets.tasks.board import Board
from widgets.tasks.bulk_bar import BulkBar
from widgets.tasks.edits import TaskEdits
from widgets.tasks.files import TaskFiles
from widgets.tasks.finder import Finder
from widgets.tasks.page_actions import PageActions
from widgets.tasks.questions import Questions
from widgets.tasks.quick_line import QuickLine
from widgets.tasks.rows import HEAD
from widgets.tasks.task_list import TaskList
from widgets.tasks.toolbar import TasksToolbar
from widgets.tasks.what_is_shown import Shown

if TYPE_CHECKING:
    from widgets.tasks.inspector import TaskInspector

VIEW, GROUP, FOLDED = "tasks.view", "tasks.group_by", "tasks.folded"
BOARD, LIST = "board", "list"
PAGE_OF: Final[Mapping[str, str]] = {
    "event": "calendar", "note": "purpose", "kpi": "purpose", "branch": "funnel", "stage": "funnel",
    "incident": "guide", "sequence": "workflows", "procedure": "plans",
}  # fmt: skip
KEYS_TEXTS: Final[Mapping[str, tuple[str, ...]]] = {
    "tasks.key.tick": ("Space",),
    "tasks.key.open": ("Enter",),
    "tasks.key.extend": ("Shift+Up", "Shift+Down"),
    "tasks.key.column": ("Alt+Left", "Alt+Right"),
    "tasks.key.reorder": ("Alt+Up", "Alt+Down"),
    "tasks.key.move_column": ("Tab", "Alt+Left", "Alt+Right"),
    "tasks.key.delete": ("Del",),
}


class TasksPage(PageOverStore):
    """Tasks on a board or in a list, the line that adds them, the inspector beside them."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.tasks = Tasks()
        self.today = date(2027, 1, 1)
        self.filter = TaskFilter()
        group = str(desk.settings.get(GROUP, "due"))
        self.group_by = group if group in GROUPS else "due"
        self.view = str(desk.settings.get(VIEW, BOARD))
        self.folded = set(desk.settings.get(FOLDED, ["due:done"]))
        self.sort = ("due", False)  # by what, and whether the other way round
        self.edits = TaskEdits(self)
        self.shown = Shown(self)
        self._behind = False  # something changed that is not shown yet
        self.questions = Questions(self)
        self.files = TaskFiles(self)
        self._commands = PageActions(self)
        self._build()
        self._arrange()
        self._connect()
        self.retranslate()

    def _build(self) -> None:
        self.header = PageHeader()
        self.views = ViewSwitch(say("tasks.view"), {BOARD: say("tasks.view.board"), LIST: say("tasks.view.list")})
        self.export = DropButton("drop")
        put_icon(self.export, icon("upload"))
        for widget in (self.views, self.export):
            self.header.add_action(widget)
        self.toolbar = TasksToolbar()
        self.line = QuickLine()
        self.board, self.list = Board(), TaskList()
        self.nothing = EmptyState()
        self.stack = QStackedWidget()
        self.side = Beside(self.desk.settings)
        self.bar = BulkBar(self.stack)
        self.finder = Finder(self)

    def _arrange(self) -> None:
        for part in (self.board, self.list, self.nothing):
            self.stack.addWidget(part)
        main = QWidget()
        column = QVBoxLayout(main)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.toolbar)
        frame = QVBoxLayout()
        frame.setContentsMargins(24, 12, 24, 0)
        frame.addWidget(self.line)
        column.addLayout(frame)
        column.addWidget(self.bar.host, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self.header)
        outer.addWidget(self.side.stand_beside(main), 1)

    def _connect(self) -> None:
        self.views.chosen.connect(self.open_view)
        self.export.clicked.connect(self._commands.show_files)
        self.toolbar.filter_chosen.connect(self.set_filter)
        self.toolbar.group_chosen.connect(self.set_group)
        self.line.added.connect(self.edits.take_line)
        self.line.left.connect(self.focus_tasks)
        for part in (self.board, self.list):
            self.bar.room_needed.connect(part.set_room)
            part.selection_changed.connect(self._on_selection_changed)
            part.opened.connect(self.open_selection)
            part.tick_requested.connect(self._on_tick_requested)
            part.deleted.connect(lambda: self.edits.delete(self.meant()))
            part.origin_requested.connect(self.go_to)
            part.menu_requested.connect(self._commands.show_menu)
        self.board.moved.connect(self.edits.move)
        self.board.shifted.connect(lambda columns, rows: self.edits.shift(self.meant(), columns, rows))
        self.board.add_requested.connect(self._on_add_requested)
        self.board.column_asked.connect(self.questions.about_column)
        self.board.column_moved.connect(self.questions.place_column)
        self.board.older_requested.connect(self._on_older_requested)
        self.list.put_off.connect(lambda days: self.edits.put_off(self.meant(), days))
        self.list.fold_requested.connect(self._on_fold_requested)
        self.list.dropped.connect(self.edits.into_group)
        self.list.sort_chosen.connect(self.sort_by)
        self.list.late_requested.connect(self.edits.late_to_today)
        self.nothing.asked.connect(self._on_nothing_asked)
        self.side.inspector_made.connect(self.questions.connect_inspector)
        self.bar.asked.connect(self.questions.about_many)
        self.bar.closed.connect(lambda: self.select([]))

    # --- what the window asks ---

    @override
    def leave(self) -> None:
        self.side.flush()

    @override
    def begin(self, store: Store) -> None:
        self.tasks, self.today, self.filter = Tasks.read(store), today_of(store), TaskFilter()
        self.shown.forget()
        self.side.close_inspector()
        self.open_view(self.view)
        if self.isVisible():
            self.focus_tasks()

    @override
    def page_actions(self) -> Sequence[Action]:
        return self._commands.actions()

    @override
    def keys(self) -> Mapping[str, tuple[str, ...]]:
        return KEYS_TEXTS

    @override
    def look_up(self, words: str) -> Sequence[tuple[str, str, str]]:
        return self.shown.for_palette(words, match)

    @override
    def look_of(self, id: str) -> tuple[str, str]:
        return "list-todo", ""

    @override
    def regions(self) -> Sequence[QWidget]:
        return (self.header, self.toolbar, self.line, self.bar.host, self.side)

    @override
    def bring_in(self, file: Path) -> None:
        self.files.bring_in_from(file)

    @override
    def show_thing(self, id: str) -> None:
        task = self.tasks.all.get(id) or self.tasks.of_step(id)
        if task is None:
            return
        self._catch_up()
        if not self.filter.matches(task, self.tasks, self.today):
            self.set_filter(TaskFilter())
        if self.view == BOARD and not self.board.reveal(task.id):
            self.open_view(LIST)
        if self.view == LIST and not self.list.reveal(task.id):
            self.folded.clear()
            self.show_everything()
            self.list.reveal(task.id)
        self.open_selection()

    # --- what the parts ask ---

    @property
    def current(self) -> Board | TaskList:
        """The view that shows."""
        return self.board if self.view == BOARD else self.list

    def selection(self) -> list[str]:
        """Return the selected tasks."""
        return self.current.selection()

    def meant(self) -> list[str]:
        """Return what an action means: the selected tasks, or the one that the keyboard is on."""
        return self.current.meant()

    def select(self, ids: Sequence[str]) -> None:
        """Select tasks and show them where the inspector is open."""
        self.current.select(ids)
        self._on_selection_changed(list(ids))

    def open_selection(self) -> None:
        """Open what is meant in the inspector."""
        if not self.selection() and self.meant():
            self.current.select(self.meant())
        self.side.open(self.tasks, self.selection(), self.today)
        self.bar.show_chosen(self.tasks, self.selection())

    @property
    def inspector(self) -> TaskInspector:
        """The inspector."""
        return self.side.inspector

    def open_view(self, view: str) -> None:
        """Show the tasks in another way."""
        chosen = self.selection()
        self.view = view if view in {BOARD, LIST} else BOARD
        self.desk.settings.set(VIEW, self.view)
        self.views.show_value(self.view)
        self.toolbar.show_view(self.view)
        self.show_everything()
        self.select(chosen)
        self.actions_changed.emit()

    def set_filter(self, chosen: TaskFilter) -> None:
        """Show only some tasks."""
        self.filter = chosen
        self.show_everything()

    def set_group(self, by: str) -> None:
        """Put the list together by another side."""
        self.group_by = by
        self.desk.settings.set(GROUP, by)
        self.show_everything()

    def open_line(self) -> None:
        """Put the keyboard where tasks are added."""
        self.line.open()

    def select_all(self) -> None:
        """Select every task that is shown."""
        self.current.select_all()

    def due_in(self, days: int) -> None:
        """Let what is meant be due today, or some days from it."""
        self.edits.edit(self.meant(), {"due": self.today + timedelta(days=days)})

    def sort_by(self, by: str) -> None:
        """Sort the list by another side, or the other way round."""
        self.sort = (by, by == self.sort[0] and not self.sort[1])
        self.list.names.show_sort(by, back=self.sort[1])
        self.show_everything()

    def go_to(self, origin: Origin) -> None:
        """Show what a task comes from, on its page."""
        if origin.kind == "task":
            self.show_thing(origin.id)
        elif origin.kind in PAGE_OF:
            self.desk.go(PAGE_OF[origin.kind], origin.id)

    def focus_tasks(self) -> None:
        """Let the keyboard go on where the tasks are."""
        if self.view == BOARD:
            self.board.focus_first()
        else:
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- refreshing ---

    def show_everything(self) -> None:
        """Show what the snapshot holds now."""
        self._behind = False
        self.shown.count()
        found = self.shown.found()
        self.toolbar.show_filter(self.filter, self.group_by)
        self.toolbar.show_tasks(self.tasks, self.shown.late(), self.shown.sum_words(found))
        people = {person.id: person.name for person in self.tasks.plan.people.values()}
        self.line.show_day(self.today, self.tasks.plan.playbook.first_weekday, people, self.shown.week_words)
        self.header.set_texts(tr("tasks.title"), self.shown.subtitle())
        if self.view == BOARD:
            self.board.show_columns(self.shown.columns(found))
        else:
            self.list.show_rows(self.shown.rows(found))
        self._show_nothing(nothing=not found)
        self.side.refresh(self.tasks, self.today)
        self.bar.show_chosen(self.tasks, self.selection())

    def _show_nothing(self, *, nothing: bool) -> None:
        if nothing and self.filter and self.tasks.all:
            self.nothing.set_texts(tr("tasks.nothing.filtered"), tr("tasks.nothing.show_all"))
        elif nothing:
            self.nothing.set_texts(
                tr("tasks.nothing"),
                tr("tasks.nothing.add"),
                [("T", tr("tasks.key.add")), ("Ctrl+K", tr("tasks.key.palette"))],
            )
        empty_board = self.view == BOARD and bool(self.tasks.columns) and not self.filter
        self.stack.setCurrentWidget(self.nothing if nothing and not empty_board else self.current)
        self.bar.raise_()

    @override
    def take_over(self, changes: Changes) -> None:
        if self.tasks.refresh(self.open_store(), changes):
            self.shown.forget(changes)
            self.today = today_of(self.open_store())
            self._behind = True
            if self.isVisible():
                self.shown.soon(changes, self._catch_up)

    def _catch_up(self) -> None:
        """Show what changed while another page was looked at."""
        if self._behind:
            self.show_everything()

    def _on_selection_changed(self, ids: list[str]) -> None:
        self.bar.show_chosen(self.tasks, ids)
        self.side.show_tasks(self.tasks, ids, self.today)

    def _on_tick_requested(self, task: str, done: bool) -> None:
        self.edits.tick(self.selection() if task in self.selection() else [task], done=done)

    def _on_add_requested(self, column: str) -> None:
        self.line.open(column, self.board.columns[column].face.name)

    def _on_fold_requested(self, key: str) -> None:
        self.folded ^= {f"{self.group_by}:{key.removeprefix(HEAD)}"}
        self.desk.settings.set(FOLDED, sorted(self.folded))
        self.show_everything()

    def _on_older_requested(self) -> None:
        self.group_by = "due"
        self.folded.discard("due:done")
        self.open_view(LIST)

    def _on_nothing_asked(self) -> None:
        if self.filter and self.tasks.all:
            self.set_filter(TaskFilter())
        else:
            self.line.open()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._catch_up()
        self.focus_tasks()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.side.inspecting:
            self.side.close_inspector()
            self.focus_tasks()
        else:
            self.select([])

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.side.fit()
        self.views.fit_window()
        self.bar.place()

    @override
    def retranslate(self) -> None:
        self.shown.forget()
        self.export.setText(tr("tasks.export"))
        self.export.setAccessibleName(tr("tasks.export"))
        if self.store is not None:
            self.show_everything()
