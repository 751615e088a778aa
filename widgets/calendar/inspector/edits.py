"""Turns what is entered in the inspector into actions."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.calendar import actions, checklist
from app.calendar.event import Event, Scope
from app.calendar.occurrence import Key
from app.calendar.rhythm.for_outlook import part_for_outlook
from app.errors import KnownError
from app.message import say

if TYPE_CHECKING:
    from widgets.calendar.inspector.panel import Inspector
    from widgets.calendar.page import CalendarPage


class Edits(QObject):
    """Edits follow the scope at the top of the inspector; several events edited at once are one step of undo."""

    def __init__(self, page: CalendarPage) -> None:
        super().__init__(page)
        self._page = page

    def connect_inspector(self, inspector: Inspector) -> None:
        """Hear what the inspector asks for."""
        self._inspector = inspector
        inspector.edited.connect(self.edit)
        inspector.day_entered.connect(self.set_day)
        inspector.rule_requested.connect(self._on_rule_requested)
        inspector.part_requested.connect(self.part)
        inspector.manage_requested.connect(self._on_manage_requested)
        inspector.tasks.requested.connect(lambda task: self._page.desk.go("tasks", task))
        steps = inspector.checklist
        steps.add_requested.connect(
            lambda event, text: self._run(lambda: checklist.add_step(self._store(), event, text))
        )
        steps.tick_requested.connect(
            lambda step, done: self._run(lambda: checklist.tick_step(self._store(), step, done=done))
        )
        steps.rename_requested.connect(
            lambda step, text: self._run(lambda: checklist.rename_step(self._store(), step, text))
        )
        steps.place_requested.connect(
            lambda step, place: self._run(lambda: checklist.move_step(self._store(), step, place))
        )
        steps.delete_requested.connect(lambda step: self._run(lambda: checklist.remove_step(self._store(), step)))

    def edit(self, fields: Mapping[str, Any]) -> None:
        """Give the events that are open other values."""
        keys, scope = list(self._inspector.keys), self._inspector.scope_chosen()
        if keys:
            self._follow(lambda: self._edit_all(keys, scope, fields))

    def set_day(self, day: date | None) -> None:
        """Move the events that are open, or let them wait."""
        keys, scope, store = list(self._inspector.keys), self._inspector.scope_chosen(), self._store()
        if not keys:
            return
        if day is None:
            self._follow(lambda: actions.to_backlog(store, keys, scope))
        else:
            self._follow(lambda: actions.move_to(store, keys, day, scope, own=True))

    def set_rule(self, rrule: str) -> None:
        """Give the event that is open another rhythm: this and following when that is chosen, else its whole series."""
        key, scope, store = self._inspector.keys[0], self._inspector.scope_chosen(), self._store()

        def run() -> Sequence[Key]:
            if scope is Scope.FOLLOWING:
                return [actions.edit(store, key, scope, rrule=rrule)]
            actions.set_rule(store, key[0], rrule)
            return [key if key[1] and self._page.plan.occurrence(key) else self._page.key_of(key[0])]

        self._follow(run)

    def part(self) -> None:
        """Put several series in place of the one that is open; what was open stays so."""
        key, store, plan = self._inspector.keys[0], self._store(), self._page.plan
        it = plan.occurrence(key)

        def run() -> Sequence[Key]:
            ids = part_for_outlook(store, key[0])
            there = plan.occurrences(it.day, it.day) if it else ()
            return [other.key for other in there if other.event.id in ids][:1] or [self._page.key_of(ids[0])]

        self._follow(run)

    def _edit_all(self, keys: Sequence[Key], scope: Scope, fields: Mapping[str, Any]) -> list[Key]:
        store = self._store()
        if len(keys) == 1:
            return [actions.edit(store, keys[0], scope, **self._own(keys[0], fields))]
        merge = f"edit:{','.join(key[0] for key in keys[:8])}:{','.join(fields)}"
        with store.change(say("step.edit.many", n=len(keys)), merge=merge):
            return [actions.edit(store, key, scope, **self._own(key, fields)) for key in keys]

    def _own(self, key: Key, fields: Mapping[str, Any]) -> dict[str, Any]:
        """Return the fields with a text of one language put among the others that the event has."""
        own = dict(fields)
        if "public_text" in own:
            texts = dict(self._event(key).public_text) | own["public_text"]
            own["public_text"] = tuple(sorted((language, text) for language, text in texts.items() if text))
        return own

    def _event(self, key: Key) -> Event:
        occurrence = self._page.plan.occurrence(key)
        return occurrence.event if occurrence else self._page.plan.events[key[0]]

    def _follow(self, work: Callable[[], Sequence[Key]]) -> None:
        """Do it, and keep the same events open and selected under the keys that they have afterwards."""
        try:
            keys = work()
        except KnownError as error:
            self._page.desk.fail(error)
            self._inspector.refresh(self._page.plan)
            return
        planned = [key for key in keys if self._page.plan.occurrence(key)]
        self._page.views.select(planned)
        self._inspector.follow(self._page.plan, keys)

    def _run(self, work: Callable[[], object]) -> None:
        try:
            work()
        except KnownError as error:
            self._page.desk.fail(error)

    def _store(self) -> Any:
        return self._page.open_store()

    def _on_rule_requested(self) -> None:
        from widgets.calendar.inspector.rule_popover import open_rule

        event = self._event(self._inspector.keys[0])
        series = self._page.plan.events[event.id]
        anchor = self._inspector.rhythm.repeats.field
        open_rule(anchor, series, event.day or self._page.cursor_day(), self._page.plan.playbook, self.set_rule)

    def _on_manage_requested(self, side: str, field: QWidget) -> None:
        from widgets.records.record_editor import open_records

        event = self._event(self._inspector.keys[0])
        named = event.personas[:1] if side == "persona" else (getattr(event, side),)
        open_records(self._store(), side, field, *named)
