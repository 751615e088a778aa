"""What is only for the team, of whatever has notes."""

from __future__ import annotations

from typing import Any

from typing_extensions import override

from widgets.common.field_group import FieldGroup
from widgets.common.labelled import Labelled
from widgets.common.text_area import TextArea
from widgets.common.words import tr


class NotesFields(FieldGroup[Any]):
    """One field for the notes of things; a page joins it with the fields of its own things."""

    LINES = 3

    def __init__(self) -> None:
        super().__init__()
        self.notes = Labelled(TextArea(self.LINES))
        self.column.addWidget(self.notes)
        self.notes.field.committed.connect(lambda text: self.tell(notes=text))
        self.retranslate()

    @override
    def retranslate(self) -> None:
        self.notes.set_label(tr("field.notes"))
        self.notes.field.set_hint(tr("field.notes.hint"))
        self.show_values()

    @override
    def show_values(self) -> None:
        if self.things:
            self.notes.field.show_value(self.shared(lambda thing: thing.notes))

    @override
    def flush(self) -> None:
        self.notes.field.flush()
