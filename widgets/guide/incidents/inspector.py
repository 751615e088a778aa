"""What edits one thing that happened."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QTimer
from typing_extensions import override

from app.guide.incident import Incident
from app.guide.incident_actions import delete_incident, edit_incident
from app.guide.incident_answer import is_overdue, promise_of
from app.message import say
from app.playbook.playbook import PLAYBOOK_ID, Playbook
from app.tasks.today import clocks
from widgets.common.words import tr
from widgets.guide.bench import Bench
from widgets.guide.incidents.after import FollowUps, StrikePart
from widgets.guide.incidents.fields import DoneFields, WhatFields
from widgets.guide.incidents.words import answered
from widgets.guide.inspector import GuideInspector


class IncidentInspector(GuideInspector):
    """An incident: what happened, what was done, strike and follow-up."""

    def __init__(self, bench: Bench) -> None:
        super().__init__(bench)
        self.done, self.strike, self.after = DoneFields(), StrikePart(bench), FollowUps(bench)
        self.fill_with(WhatFields(bench), self.done, below=(self.strike, self.after))
        self.after.made.connect(lambda: QTimer.singleShot(0, self, self._show_after))

    @override
    def show_head(self, thing: Incident) -> None:
        self.head.show_what(tr("incidents.one"), "live", "siren", active=not thing.closed)
        self.head.duplicate.setVisible(False)

    @override
    def show_more(self, thing: Incident) -> None:
        book = self.bench.guide.get(Playbook, PLAYBOOK_ID)
        now = self.bench.store.now().astimezone(clocks(book.zone if book else ""))
        overdue = is_overdue(thing, promise_of(self.bench.guide, thing), now)
        text, role = answered(self.bench.guide, thing, overdue=overdue)
        self.done.show_answer(text, {"success_text": "success", "danger_text": "danger"}.get(role, "muted"))
        self.strike.show_incident(thing)
        self.after.show_incident(thing)

    def _show_after(self) -> None:
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)  # the new row has its place
        self.area.ensureWidgetVisible(self.after.make, 0, 12)

    @override
    def save(self, fields: dict[str, Any]) -> None:
        row = self.row
        if row:
            self.bench.run(lambda store: edit_incident(store, row.id, **fields))

    @override
    def delete(self) -> None:
        row = self.row
        if row and self.bench.run(lambda store: delete_incident(store, row.id)):
            self.bench.desk.tell(say("guide.deleted"), undo=True)
