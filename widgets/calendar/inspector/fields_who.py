"""Whom an event is for, and where it takes place."""

from __future__ import annotations

from typing_extensions import override

from app.message import say
from widgets.calendar.inspector.event_fields import EventFields
from widgets.calendar.inspector.options import stage_options
from widgets.common.chips_field import ChipsField
from widgets.common.choice import Choice
from widgets.common.labelled import Labelled
from widgets.common.named_options import named_options
from widgets.common.words import tr


class WhoFields(EventFields):
    """Personas; stage and channel."""

    def __init__(self) -> None:
        super().__init__()
        self.personas = Labelled(ChipsField(say("field.personas.add"), say("field.personas.manage")))
        self.stage, self.channel = Labelled(Choice()), Labelled(Choice())
        self.column.addWidget(self.personas)
        self.add_row(self.stage, self.channel)
        self.personas.field.chosen.connect(lambda ids: self.tell(personas=ids))
        self.personas.field.manage_requested.connect(lambda: self.manage_requested.emit("persona", self.personas))
        self.stage.field.chosen.connect(lambda key: self.tell(stage=key))
        self.channel.field.chosen.connect(lambda key: self.tell(channel=key))
        for side, field in (("stage", self.stage), ("channel", self.channel)):
            field.field.manage_requested.connect(lambda side=side, field=field: self.manage_requested.emit(side, field))
        self.retranslate()

    @override
    def retranslate(self) -> None:
        self.personas.set_label(tr("field.personas"))
        self.stage.set_label(tr("field.stage"))
        self.channel.set_label(tr("field.channel"))
        self.show_values()

    @override
    def show_values(self) -> None:
        if self.plan is None or not self.things:
            return
        self.personas.field.show_value(self.plan.personas, self.shared(lambda event: event.personas))
        self.stage.field.show_options(stage_options(self.plan), tr("field.stage.manage"))
        self.stage.field.show_value(self.shared(lambda event: event.stage))
        self.channel.field.show_options(named_options(self.plan.channels.values(), "hash"), tr("field.channel.manage"))
        self.channel.field.show_value(self.shared(lambda event: event.channel))
