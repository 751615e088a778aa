"""What an event is: title, kind, state of the work."""

from __future__ import annotations

from typing_extensions import override

from app.calendar.event import Status
from widgets.calendar.inspector.event_fields import EventFields
from widgets.calendar.inspector.options import kind_options, status_options
from widgets.common.choice import Choice
from widgets.common.labelled import Labelled
from widgets.common.text_field import TextField
from widgets.common.words import tr


class WhatFields(EventFields):
    """Title; kind and status side by side."""

    def __init__(self) -> None:
        super().__init__()
        self.title = Labelled(TextField())
        self.title.field.setProperty("weight", "medium")
        self.kind = Labelled(Choice())
        self.status = Labelled(Choice())
        self.column.addWidget(self.title)
        self.add_row(self.kind, self.status)
        self.title.field.committed.connect(self._on_title)
        self.kind.field.chosen.connect(lambda key: self.tell(kind=key))
        self.kind.field.manage_requested.connect(lambda: self.manage_requested.emit("kind", self.kind))
        self.status.field.chosen.connect(lambda key: self.tell(status=Status(key)))
        self.retranslate()

    def _on_title(self, text: str) -> None:
        if text.strip():
            self.title.set_error("")
            self.tell(title=text.strip())
        else:
            self.title.set_error(tr("field.title.needed"))

    @override
    def retranslate(self) -> None:
        self.title.set_label(tr("field.title"))
        self.kind.set_label(tr("field.kind"))
        self.status.set_label(tr("field.status"))
        self.show_values()

    @override
    def show_values(self) -> None:
        if self.plan is None or not self.things:
            return
        self.title.set_error("")
        self.title.field.show_value(self.shared(lambda event: event.title))
        self.kind.field.show_options(kind_options(self.plan), tr("field.kind.manage"))
        self.kind.field.show_value(self.shared(lambda event: event.kind))
        self.status.field.show_options(status_options())
        self.status.field.show_value(self.shared(lambda event: event.status.value))

    @override
    def flush(self) -> None:
        self.title.field.flush()
