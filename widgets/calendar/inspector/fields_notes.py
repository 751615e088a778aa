"""What is only for the team, and the rest: short title, notes, fixed or movable."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox
from typing_extensions import override

from widgets.calendar.inspector.event_fields import EventFields
from widgets.common.labelled import Labelled
from widgets.common.notes_fields import NotesFields
from widgets.common.text_field import TextField
from widgets.common.words import tr

SHORT: Final = 14  # letters that fit on a chip of the 90-day page


class EventNotes(NotesFields, EventFields):
    """Private notes."""


class ChipFields(EventFields):
    """The short title for narrow chips, and whether the event may be moved."""

    def __init__(self) -> None:
        super().__init__()
        self.short = Labelled(TextField())
        self.short.field.setMaxLength(SHORT)
        self.fixed = QCheckBox()
        self.column.addWidget(self.short)
        self.column.addWidget(self.fixed)
        self.short.field.committed.connect(lambda text: self.tell(short=text.strip()))
        self.fixed.clicked.connect(lambda: self.tell(fixed=self.fixed.checkState() != Qt.CheckState.Unchecked))
        self.retranslate()

    @override
    def retranslate(self) -> None:
        self.short.set_label(tr("field.short", n=SHORT))
        self.fixed.setText(tr("field.fixed"))
        self.fixed.setAccessibleName(tr("field.fixed"))
        self.fixed.setToolTip(tr("field.fixed.tip"))
        self.show_values()

    @override
    def show_values(self) -> None:
        if not self.things:
            return
        self.short.field.show_value(self.shared(lambda event: event.short))
        fixed = self.shared(lambda event: event.fixed)
        self.fixed.setTristate(fixed is None)
        state = Qt.CheckState.PartiallyChecked if fixed is None else Qt.CheckState(2 if fixed else 0)
        self.fixed.setCheckState(state)

    @override
    def flush(self) -> None:
        self.short.field.flush()
