"""Everything about one event, or about several at once."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QWidget
from typing_extensions import override

from app.calendar.actions import needs_scope
from app.calendar.event import Event, Scope
from app.calendar.occurrence import Key
from app.calendar.plan import Plan
from widgets.calendar.inspector.event_fields import EventFields
from widgets.calendar.inspector.fields_effort import EffortFields, PurposeFields
from widgets.calendar.inspector.fields_members import MembersFields
from widgets.calendar.inspector.fields_notes import ChipFields, EventNotes
from widgets.calendar.inspector.fields_rhythm import RhythmFields
from widgets.calendar.inspector.fields_what import WhatFields
from widgets.calendar.inspector.fields_when import WhenFields
from widgets.calendar.inspector.fields_who import WhoFields
from widgets.calendar.inspector.load_banner import LoadBanner
from widgets.calendar.inspector.tasks_of import TasksOf
from widgets.calendar.wording import SCOPE_TEXTS
from widgets.common.checklist import Checklist
from widgets.common.inspector_frame import InspectorFrame
from widgets.common.segmented import Segmented
from widgets.common.words import tr

SEVERAL = ("ops", "layers")  # colour and icon of events of different kinds


class Inspector(InspectorFrame):
    """The fields of the selected events; of a series it says at the top how much of it an edit means.

    The scope is chosen once, before or between edits, and begins with "only this" at every other event: so that typing
    is never interrupted by a question. What belongs to a series as a whole (rhythm, checklist) does not follow it.

    Signals:
        edited: fields have other values (name -> value).
        day_entered: the event is to be on another day, or on none.
        rule_requested: the rhythm is to be edited.
        part_requested: several series are wanted in place of one.
        manage_requested: the things that a field chooses among are to be edited (side, the field).
    """

    edited = Signal(object)
    day_entered = Signal(object)
    rule_requested = Signal()
    part_requested = Signal()
    manage_requested = Signal(str, QWidget)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.keys: list[Key] = []
        self._plan: Plan | None = None
        self._build()
        self._arrange()
        self._connect()
        self.retranslate()

    def _build(self) -> None:
        self.scope = Segmented([scope.value for scope in SCOPE_TEXTS])
        self.what, self.when, self.rhythm, self.who = WhatFields(), WhenFields(), RhythmFields(), WhoFields()
        self.effort, self.notes, self.purpose = EffortFields(), EventNotes(), PurposeFields()
        self.members, self.chip = MembersFields(), ChipFields()
        self.banner = LoadBanner()
        self.checklist, self.tasks = Checklist(), TasksOf()
        self.headings = [QLabel(), QLabel(), QLabel()]
        for heading in self.headings:
            heading.setProperty("look", "group")

    @property
    def groups(self) -> Sequence[EventFields]:
        """The groups of fields from top to bottom."""
        first = (self.what, self.when, self.rhythm, self.who, self.effort)
        return (*first, self.notes, self.purpose, self.members, self.chip)

    def _arrange(self) -> None:
        purpose, members, more = self.headings
        parts = (self.scope, self.what, self.when, self.rhythm, self.who, self.effort, self.banner)
        lists = (self.checklist, self.tasks, self.notes)
        self.fill((*parts, *lists, purpose, self.purpose, members, self.members, more, self.chip))

    def _connect(self) -> None:
        for group in self.groups:
            group.edited.connect(self.edited)
            group.manage_requested.connect(self.manage_requested)
        self.when.day_entered.connect(self.day_entered)
        self.rhythm.rule_requested.connect(self.rule_requested)
        self.rhythm.part_requested.connect(self.part_requested)

    @override
    def retranslate(self) -> None:
        self.scope.set_texts([tr(text) for text in SCOPE_TEXTS.values()])
        self.scope.setAccessibleName(tr("calendar.scope"))
        titles = (tr("calendar.inspector.purpose"), tr("calendar.inspector.members"), tr("calendar.inspector.more"))
        for heading, title in zip(self.headings, titles, strict=True):
            heading.setText(title.upper())
        keys = (
            ("Enter", tr("calendar.key.open")),
            ("Alt+→", tr("calendar.key.move")),
            ("Ctrl+D", tr("calendar.key.copy")),
        )
        self.empty.set_texts(tr("calendar.inspector.empty"), keys=keys)
        self._show_head()

    def scope_chosen(self) -> Scope:
        """Return how much of a series an edit means."""
        return Scope(self.scope.value) if not self.scope.isHidden() else Scope.ONLY_THIS

    def show_keys(self, plan: Plan, keys: Sequence[Key]) -> None:
        """Show other events; what is being typed goes to the ones before."""
        if list(keys) != self.keys:
            self.flush()
            self.scope.set_value(Scope.ONLY_THIS.value)
            self.area.verticalScrollBar().setValue(0)
        self.keys = list(keys)
        self.refresh(plan)

    def follow(self, plan: Plan, keys: Sequence[Key]) -> None:
        """Show the same events under the keys that they have after an edit."""
        self.keys = list(keys)
        self.refresh(plan)

    def refresh(self, plan: Plan) -> None:
        """Show what the plan holds now."""
        self._plan = plan
        self.keys = [key for key in self.keys if self._event(key)]
        events = [event for key in self.keys if (event := self._event(key))]
        self.show_fields(something=bool(events))
        self._show_head()
        if not events:
            return
        ones = [plan.occurrence(key) for key in self.keys]
        for group in self.groups:
            group.show_events(plan, events)
        self.when.show_occurrence(ones[0], mixed=len({it and it.day for it in ones}) > 1)
        self.when.day.setEnabled(len(events) == 1)  # several are moved by dragging, or to a date by its action
        self.when.day.field.setToolTip("" if len(events) == 1 else tr("field.day.many"))
        self.scope.setVisible(needs_scope(plan, self.keys))
        self.tasks.show_events(plan, list(dict.fromkeys(event.id for event in events)))
        self.banner.show_day(plan, ones[0].day if ones[0] else None)
        self.checklist.setVisible(len(events) == 1)
        self.checklist.show_steps(events[0].id, plan.checklist.get(events[0].id, []))

    def flush(self) -> None:
        """Give what is being typed, now."""
        for group in self.groups:
            group.flush()
        self.checklist.flush()

    def focus_title(self) -> None:
        """Put the keyboard on the title."""
        self.what.title.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.what.title.field.selectAll()

    def _event(self, key: Key) -> Event | None:
        if self._plan is None:
            return None
        occurrence = self._plan.occurrence(key)
        event = self._plan.events.get(key[0])
        return occurrence.event if occurrence else event if event and event.day is None else None

    def _show_head(self) -> None:
        events = [event for key in self.keys if (event := self._event(key))]
        kinds = {event.kind for event in events}
        kind = self._plan.kinds.get(kinds.pop()) if self._plan and len(kinds) == 1 else None
        title = tr("calendar.events", n=len(events)) if len(events) > 1 else tr("calendar.event")
        self.head.show_what(title, *(kind.family, kind.icon) if kind else SEVERAL, active=bool(events))
