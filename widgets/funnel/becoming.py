"""Branches become events, series, tasks and programs."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, QRect

from app.calendar.kind import Kind
from app.errors import KnownError
from app.funnel.branch import Branch
from app.funnel.funnel_map import BRANCH
from app.message import say
from app.playbook import becoming
from app.store import Store
from app.tactics.tactic import Tactic
from widgets.common.popover import Popover
from widgets.common.small_panel import open_small
from widgets.funnel.header import MAP
from widgets.funnel.schedule_panel import SchedulePanel

if TYPE_CHECKING:
    from widgets.funnel.page import FunnelPage

PAGE_OF: Final = {"event": "calendar", "program": "calendar", "task": "tasks", "kpi": "purpose"}


class Becoming(QObject):
    """Each is one step of undo; what comes of it takes stage and personas along."""

    def __init__(self, page: FunnelPage) -> None:
        super().__init__(page)
        self._page = page
        self.popover: Popover | None = None
        self.panel: SchedulePanel | None = None

    def go_to(self, kind: str, id: str) -> None:
        """Lead to what a branch became."""
        self._page.desk.go(PAGE_OF.get(kind, "calendar"), id if kind != "program" else "")

    def schedule(self) -> None:
        """Ask for day and rhythm beside the branch."""
        branches = self._branches()
        if not branches:
            return
        store, page = self._page.open_store(), self._page
        kinds = sorted(store.of(Kind).all(), key=lambda it: (it.position, it.id))
        tactics = sorted(store.of(Tactic).all(), key=lambda it: (it.position, it.id))
        day = max(page.today + timedelta(days=1), page.quarter.first)
        self.panel = panel = SchedulePanel(branches[0].text, kinds, tactics, day, page.quarter.last)
        self.popover = open_small(panel, page, self._anchor(), lambda: self._take(panel, branches))

    def make_task(self) -> None:
        """Make a task of the selected branches."""
        if branches := self._branches():
            self._run(say("funnel.made.task", title=branches[0].text), becoming.make_task, branches, branches[0].text)

    def make_program(self) -> None:
        """Make a program of the selected branches."""
        if branches := self._branches():
            said = say("funnel.made.program", title=branches[0].text)
            self._run(said, becoming.make_program, branches, branches[0].text, with_place=False)

    def _take(self, panel: SchedulePanel, branches: list[Branch]) -> bool:
        day, title = panel.day_chosen(), panel.text.field.text().strip()
        what, key = panel.chosen()
        if not title or (day is None and panel.rhythm.field.value() != "waiting"):
            return False
        said = say("funnel.made.event", title=title)
        chosen: dict[str, Any] = {what: key} if key else {}
        self._run(said, becoming.make_event, branches, title, day, rule=panel.rule(), **chosen)
        return True

    def _run(
        self,
        said: Any,
        make: Any,
        branches: list[Branch],
        title: str,
        *values: Any,
        with_place: bool = True,
        rule: str = "",
        **fields: Any,
    ) -> None:
        store: Store = self._page.open_store()
        if with_place:
            personas = tuple(dict.fromkeys(key for branch in branches for key in branch.personas))
            fields["stage"] = branches[0].stage
            if make is becoming.make_event:
                fields |= {"personas": personas} | ({"rrule": rule} if rule else {})
            elif personas:
                fields["persona"] = personas[0]
        try:
            make(store, [(BRANCH, branch.id) for branch in branches], title, *values, **fields)
        except KnownError as error:
            self._page.desk.fail(error)
        else:
            self._page.desk.tell(said, undo=True)

    def _branches(self) -> list[Branch]:
        found = (self._page.funnel.branch(key) for key in self._page.branches())
        return [branch for branch in found if branch]

    def _anchor(self) -> QRect:
        page = self._page
        node = page.map.nodes.get(page.current)
        if page.view == MAP and node is not None:
            shown = page.map.part_on_view(node.rect).toAlignedRect()
            corner = page.map.viewport().mapTo(page, shown.topLeft())
            return QRect(corner, shown.size())
        return QRect(page.stack.mapTo(page, page.stack.rect().center()), page.stack.rect().size() * 0)
