"""Everything that can be done on the calendar page, as records for menus, palette and shortcuts."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint

from widgets.calendar.clipboard import Clipboard
from widgets.calendar.panel_commands import PanelCommands
from widgets.calendar.views import AGENDA, MATRIX, MONTH, QUARTER
from widgets.common.action import Action
from widgets.common.action_menu import action_menu

if TYPE_CHECKING:
    from widgets.calendar.gestures import Gestures
    from widgets.calendar.page import CalendarPage
    from widgets.calendar.rhythm_question import RhythmQuestion
    from widgets.calendar.small_questions import SmallQuestions

OF_SELECTION = (
    "event_open", "event_duplicate", "event_cut", "event_copy", "event_paste", "event_move_to", "event_to_backlog",
    "event_make_task", "event_save_as_tactic", "event_delete",
)  # fmt: skip
PAPER = ("pdf", "png", "print")
OF_DAY = ("event_add", "event_paste", "day_tasks", "event_shift_after", "quarter_starts_here")


class PageActions(QObject):
    """The list of actions; each works by mouse, key, menu and palette alike."""

    def __init__(self, page: CalendarPage, gestures: Gestures) -> None:
        super().__init__(page)
        self._page, self._gestures = page, gestures
        self._clipboard = Clipboard(page, gestures)
        self._panels = PanelCommands(page, gestures)
        self.exports = self._out()
        self._actions = (
            *self._of_events(), *self._of_clipboard(), *self._of_places(), *self._of_views(), *self._of_going(),
            *self._of_finding(), *self.exports,
        )  # fmt: skip

    @cached_property
    def _questions(self) -> SmallQuestions:
        from widgets.calendar.small_questions import SmallQuestions

        return SmallQuestions(self._page, self._gestures)

    @cached_property
    def _rhythm(self) -> RhythmQuestion:
        from widgets.calendar.rhythm_question import RhythmQuestion

        return RhythmQuestion(self._page, self._gestures)

    def actions(self) -> Sequence[Action]:
        """Return all of them."""
        return self._actions

    def connect_panels(self) -> None:
        """Hear what palette, backlog, filters and inspector ask for."""
        self._panels.connect_panels(lambda: self._questions)
        self._page.notice.fill_requested.connect(self._fill)

    def show_menu(self, place: QPoint) -> None:
        """Show the menu of the selection, or of the cursor's day when nothing is selected."""
        by_id = {action.id: action for action in self._actions}
        names = OF_SELECTION if self._page.meant() else OF_DAY
        action_menu(self._page, [by_id[name] for name in names]).popup(place)

    def _open(self) -> bool:
        return self._page.store is not None

    def _chosen(self) -> bool:
        return self._open() and bool(self._page.meant())

    def _planned(self) -> bool:
        return self._open() and bool(self._clipboard.keys())

    def _one(self) -> bool:
        return self._open() and len(self._page.meant()) == 1

    def _tasks_there(self) -> bool:
        day = self._page.cursor_day()
        return self._open() and any(not task.finished for task in self._page.plan.due.on(day))

    def _open_meant(self) -> None:
        self._page.select(self._page.meant())
        self._page.open_selection()

    def _move_to(self) -> None:
        self._questions.move_to()

    def _make_task(self) -> None:
        self._questions.make_task()

    def _shift_after(self) -> None:
        self._questions.shift_after()

    def _capacity(self) -> None:
        self._questions.capacity()

    def _fill(self) -> None:
        self._rhythm.ask()

    def _of_events(self) -> Sequence[Action]:
        page, gestures, panels = self._page, self._gestures, self._panels
        return (
            Action(
                "event_add", "calendar.action.add", lambda: gestures.add(page.cursor_day()), "calendar-plus",
                ("Ins",), "event", self._open,
            ),
            Action("event_open", "calendar.action.open", self._open_meant, "pencil", (), "event", self._chosen),
            Action(
                "event_save_as_tactic", "calendar.action.save_as_tactic", panels.save_as_tactic, "bookmark", (),
                "event", self._one,
            ),
            Action(
                "event_make_task", "calendar.action.make_task", self._make_task, "list-todo", (), "event", self._chosen
            ),
            Action(
                "event_delete", "common.delete", lambda: gestures.delete(page.meant()), "trash-2", ("Del",),
                "event", self._chosen,
            ),
        )  # fmt: skip

    def _of_clipboard(self) -> Sequence[Action]:
        clip, planned = self._clipboard, self._planned
        return (
            Action("event_duplicate", "common.duplicate", clip.duplicate, "copy", ("Ctrl+D",), "event", planned),
            Action("event_cut", "calendar.action.cut", clip.cut, "scissors", ("Ctrl+X",), "event", planned),
            Action("event_copy", "calendar.action.copy", clip.copy, "clipboard-copy", ("Ctrl+C",), "event", planned),
            Action(
                "event_paste", "calendar.action.paste", clip.paste, "clipboard-paste", ("Ctrl+V",), "event",
                self._open,
            ),
        )  # fmt: skip

    def _of_places(self) -> Sequence[Action]:
        gestures = self._gestures
        return (
            Action(
                "event_move_to", "calendar.action.move_to", self._move_to, "calendar-clock", ("Ctrl+M",), "event",
                self._chosen,
            ),
            Action(
                "event_to_backlog", "calendar.action.to_backlog",
                lambda: gestures.to_backlog(self._clipboard.keys()), "inbox", ("Ctrl+Shift+B",), "event",
                self._planned,
            ),
            Action(
                "event_shift_after", "calendar.action.shift_after", self._shift_after, "move", (), "event", self._open
            ),
            Action("fill_quarter", "playbook.rhythm.action", self._fill, "repeat", (), "event", self._open),
        )  # fmt: skip

    def _of_views(self) -> Sequence[Action]:
        page = self._page

        def view(id: str, text: str, name: str, keys: str, sign: str) -> Action:
            return Action(
                id, text, lambda: page.open_view(name), sign, (keys,), "view", self._open, in_fields=True,
                checked=lambda: page.views.name == name,
            )  # fmt: skip

        return (
            view("view_quarter", "calendar.action.view.quarter", QUARTER, "Ctrl+1", "calendar-days"),
            view("view_month", "calendar.action.view.month", MONTH, "Ctrl+2", "calendar"),
            view("view_agenda", "calendar.action.view.agenda", AGENDA, "Ctrl+3", "list"),
            view("view_matrix", "calendar.action.view.matrix", MATRIX, "Ctrl+4", "scale"),
            Action(
                "panel_palette", "calendar.action.palette", self._panels.show_palette, "palette", ("/",), "view",
                self._open,
            ),
            Action(
                "panel_backlog", "calendar.action.backlog", self._panels.show_backlog, "inbox", (), "view", self._open
            ),
            Action(
                "capacity", "calendar.action.capacity", self._capacity, "gauge", (), "view", self._open
            ),
        )  # fmt: skip

    def _of_going(self) -> Sequence[Action]:
        page = self._page
        return (
            Action(
                "go_today", "calendar.action.today", page.go_to_today, "calendar-clock", ("Ctrl+T",), "go", self._open
            ),
            Action(
                "go_previous", "calendar.action.previous", lambda: page.turn(-1), "chevron-left", ("Ctrl+PgUp",), "go",
                self._open,
            ),
            Action(
                "go_next", "calendar.action.next", lambda: page.turn(1), "chevron-right", ("Ctrl+PgDown",), "go",
                self._open,
            ),
            Action(
                "day_tasks", "calendar.action.tasks", lambda: page.views.current.open_tasks(page.cursor_day()),
                "list-todo", ("T",), "go", self._tasks_there,
            ),
            Action(
                "quarter_starts_here", "calendar.action.starts_here", lambda: page.start_quarter(page.cursor_day()),
                "calendar-range", (), "go", self._open,
            ),
        )  # fmt: skip

    def _find(self) -> None:
        self._page.finder.open()  # it is made later than this list

    def _of_finding(self) -> Sequence[Action]:
        page = self._page
        return (
            Action(
                "calendar_find", "calendar.action.find", self._find, "search", ("Ctrl+F",), "edit",
                self._open, in_fields=True,
            ),
            Action(
                "calendar_find_next", "common.find.next", lambda: page.finder.step(1), "arrow-down", ("F3",), "edit",
                self._open, in_fields=True,
            ),
            Action(
                "calendar_find_previous", "common.find.previous", lambda: page.finder.step(-1), "arrow-up",
                ("Shift+F3",), "edit", self._open, in_fields=True,
            ),
        )  # fmt: skip

    def _out(self) -> Sequence[Action]:
        go = self._page.desk.go

        def out(id: str, text: str, kind: str, sign: str, *keys: str) -> Action:
            def run() -> None:
                weighing = kind in PAPER and self._page.views.name == MATRIX
                go("export", f"{kind}:{MATRIX}" if weighing else kind)

            return Action(id, text, run, sign, keys, "file", self._open)

        return (
            out("export_pdf", "calendar.export.pdf", "pdf", "file-text", "Ctrl+E"),
            out("export_ics", "calendar.export.ics", "ics", "calendar-sync"),
            out("export_csv", "calendar.export.csv", "csv", "table"),
            out("export_markdown", "calendar.export.markdown", "markdown", "hash"),
            out("export_png", "calendar.export.png", "png", "image"),
            out("print", "calendar.export.print", "print", "printer", "Ctrl+P"),
            Action(
                "copy_ics", "calendar.export.copy_ics", self._clipboard.copy_as_ics, "clipboard-copy",
                ("Ctrl+Shift+C",), "file", self._open,
            ),
        )  # fmt: skip
