"""Turns what a person asks for on the calendar into actions, and asks how much of a series is meant."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect
from PySide6.QtWidgets import QWidget

from app.calendar import actions
from app.calendar.event import Event, Scope, Status
from app.calendar.occurrence import Key
from app.errors import KnownError
from app.funnel.scheduling import schedule_branches
from app.message import say
from app.tasks.editing import edit as edit_tasks
from app.tasks.finishing import finish, reopen
from widgets.common.drag_data import read_idea
from widgets.common.words import tr

if TYPE_CHECKING:
    from widgets.calendar.canvas.contract import CalendarCanvas
    from widgets.calendar.page import CalendarPage

Scoped = Callable[[Scope], Sequence[Key] | None]


class Gestures(QObject):
    """One handler for each intent of the views and panels; each ends in one step of undo."""

    def __init__(self, page: CalendarPage) -> None:
        super().__init__(page)
        self._page = page

    def attach(self, view: CalendarCanvas) -> None:
        """Hear what a view asks for."""
        view.move_requested.connect(self.move)
        view.copy_requested.connect(self.copy)
        view.resize_requested.connect(self.resize)
        view.delete_requested.connect(self.delete)
        view.backlog_requested.connect(self.to_backlog)
        view.drop_requested.connect(self.drop)
        view.branches_dropped.connect(self.schedule)
        view.add_requested.connect(self.add)
        view.tasks_dropped.connect(self.due_on)
        view.task_ticked.connect(self.tick_task)
        view.score_requested.connect(self.score)
        view.program_requested.connect(self.edit_program)
        view.task_opened.connect(lambda task: self._page.desk.go("tasks", task))

    def move(self, keys: Sequence[Key], day: date, anchor: QRect | None = None) -> None:
        """Move events so that the first lands on a day."""
        store = self._page.open_store()
        self._page.views.current.show_pending(keys, day)
        held = self._page.plan.occurrence(keys[0])
        days = (day - held.day).days if held else 0
        self._ask(keys, days, "move", lambda scope: actions.move_to(store, keys, day, scope), anchor)

    def move_by(self, keys: Sequence[Key], days: int) -> None:
        """Move events by some days, where they are."""
        held = self._page.plan.occurrence(keys[0]) if keys else None
        if held:
            self.move(keys, date.fromordinal(held.day.toordinal() + days))

    def copy(self, keys: Sequence[Key], day: date) -> None:
        """Copy events so that the first lands on a day."""
        held = self._page.plan.occurrence(keys[0]) if keys else None
        if held:
            days = (day - held.day).days
            self.run(lambda: actions.copy(self._page.open_store(), keys, days))

    def resize(self, key: Key, start_days: int, end_days: int, anchor: QRect | None = None) -> None:
        """Let an event begin and end elsewhere."""
        store = self._page.open_store()
        self._page.views.current.show_pending_resize(key, start_days, end_days)

        def run(scope: Scope) -> Sequence[Key]:
            return [actions.resize(store, key, start_days, end_days, scope)]

        self._ask([key], 0, "resize", run, anchor)

    def delete(self, keys: Sequence[Key]) -> None:
        """Delete events."""

        def run(scope: Scope) -> Sequence[Key]:
            actions.delete(self._page.open_store(), keys, scope)
            return ()

        if keys:
            self._ask(keys, 0, "delete", run)

    def to_backlog(self, keys: Sequence[Key]) -> None:
        """Let events wait for a day."""
        store = self._page.open_store()
        if keys:
            self._ask(keys, 0, "backlog", lambda scope: actions.to_backlog(store, keys, scope))

    def drop(self, kind: str, thing: str, day: date) -> None:
        """Put a tactic, an idea or a waiting event on a day."""
        store = self._page.open_store()
        if kind == "idea":
            from app.personas.planning import plan_for

            tactic, personas, cards = read_idea(thing)
            self.run(lambda: self._brought(plan_for(store, tactic, personas, cards, day)))
        elif kind == "tactic":
            self.run(lambda: self._brought(actions.add_from_tactic(store, thing, day)))
        else:
            self.run(lambda: self._plan(thing, day))

    def _brought(self, event: str) -> Sequence[Key]:
        """Say what an event brought along, for that may lie beyond what is seen; return its key."""
        from app.calendar.announcing import drafts_of

        store = self._page.open_store()
        n = len(drafts_of(store, [event]))
        if n:
            self._page.desk.tell(say("calendar.brought", title=store.of(Event).get(event).title, n=n), undo=True)
        return [self._page.key_of(event)]

    def schedule(self, branches: Sequence[str], day: date | None) -> None:
        """Make events of branches of the funnel on a day, or let them wait for one."""
        store = self._page.open_store()
        self.run(lambda: [self._page.key_of(event) for event in schedule_branches(store, branches, day)])

    def _plan(self, event_id: str, day: date) -> Sequence[Key]:
        actions.plan_event(self._page.open_store(), event_id, day)
        return self._brought(event_id)

    def add(self, day: date | None, title: str = "") -> None:
        """Add an event on a day, or to the backlog, and open it unless it was named already."""
        store, plan = self._page.open_store(), self._page.plan
        kind = next((kind.id for kind in plan.kinds.values() if not kind.marker), "")
        status = Status.PLANNED if day else Status.IDEA
        event = Event("", title or tr("calendar.new_event"), kind, day, zone=plan.playbook.zone, status=status)
        self.run(lambda: [self._page.key_of(actions.add_event(store, event))])
        if not title:
            self._page.open_selection(at_title=True)

    def due_on(self, tasks: Sequence[str], day: date) -> None:
        """Let tasks be due on a day."""
        self.run(lambda: edit_tasks(self._page.open_store(), tasks, due=day))

    def tick_task(self, task: str, done: bool) -> None:
        """Finish a task, or take that back."""
        self.run(lambda: (finish if done else reopen)(self._page.open_store(), [task]))

    def score(self, ref: tuple[str, str], impact: int, ease: int) -> None:
        """Give an event, a whole series or a program another score."""
        from app.calendar.scoring import score

        self.run(lambda: score(self._page.open_store(), ref, impact, ease))

    def edit_program(self, program: str, beside: QWidget) -> None:
        """Edit a program beside where it is shown."""
        from widgets.records.record_editor import open_records

        open_records(self._page.open_store(), "program", beside, program)

    def run(self, work: Callable[[], Sequence[Key] | None]) -> None:
        """Do it, select what came of it; what a person can act on is told."""
        try:
            keys = work()
        except KnownError as error:
            self._page.desk.fail(error)
            return
        finally:
            self._page.views.current.clear_pending()
        if keys is not None:
            self._page.select(keys)

    def _ask(self, keys: Sequence[Key], days: int, intent: str, work: Scoped, anchor: QRect | None = None) -> None:
        """Ask once how much of a series is meant, when there is something to ask."""
        if not actions.needs_scope(self._page.plan, keys):
            self.run(lambda: work(Scope.ONLY_THIS))
            return
        from widgets.calendar.scope_question import ask_scope

        repeating = next(key for key in keys if actions.needs_scope(self._page.plan, [key]))
        ask_scope(
            self._page,
            repeating,
            days,
            intent,
            chosen=lambda scope: self.run(lambda: work(scope)),
            cancelled=self._page.views.current.clear_pending,
            anchor=anchor,
        )
