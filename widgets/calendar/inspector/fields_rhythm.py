"""How often an event happens, and who answers for it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from typing_extensions import override

from app.calendar.rhythm.for_outlook import outlook_warning
from app.calendar.rhythm.rule import describe
from widgets.calendar.inspector.event_fields import EventFields
from widgets.calendar.wording import rhythm
from widgets.common.choice import Choice
from widgets.common.field_button import FieldButton
from widgets.common.icons import icon
from widgets.common.labelled import Labelled
from widgets.common.named_options import named_options
from widgets.common.rhythm.rule_warning_row import WarningRow
from widgets.common.words import capital, tr, words


class RhythmFields(EventFields):
    """Repeats and owner, and what should be known about a rhythm before it is exported.

    Signals:
        rule_requested: the rhythm is to be edited.
        part_requested: several series are wanted in place of one.
    """

    rule_requested = Signal()
    part_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.repeats = Labelled(FieldButton())
        self.repeats.field.setIcon(icon("repeat", "text_muted"))
        self.owner = Labelled(Choice())
        self.add_row(self.repeats, self.owner, stretch=(13, 11))
        self.outlook = WarningRow()
        self.column.addWidget(self.outlook)
        self.outlook.hide()
        self.outlook.taken.connect(lambda _: self.part_requested.emit())
        self.repeats.field.clicked.connect(self.rule_requested)
        self.owner.field.chosen.connect(lambda key: self.tell(owner=key))
        self.owner.field.manage_requested.connect(lambda: self.manage_requested.emit("owner", self.owner))
        self.retranslate()

    @override
    def retranslate(self) -> None:
        self.repeats.set_label(tr("field.repeats"))
        self.owner.set_label(tr("field.owner"))
        self.show_values()

    @override
    def show_values(self) -> None:
        if self.plan is None or not self.things:
            return
        rule = self.shared(lambda event: event.rrule)
        self.repeats.setEnabled(len(self.things) == 1)
        if rule is None:
            self.repeats.field.show_value(None)
        elif not rule:
            self.repeats.field.show_value(tr("field.repeats.never"))
        else:
            whole = words(describe(rule, self.things[0].day))
            self.repeats.field.show_value(capital(rhythm(rule)), capital(whole))
        if not self.repeats.isEnabled():
            self.repeats.field.setToolTip(tr("field.repeats.one"))
        series = self.plan.events.get(self.things[0].id) if len(self.things) == 1 else None
        self.outlook.show_warning(outlook_warning(series) if series else None)
        self.owner.field.show_options(named_options(self.plan.people.values()), tr("field.owner.manage"))
        self.owner.field.show_value(self.shared(lambda event: event.owner))
