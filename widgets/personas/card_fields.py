"""Fields of one card: its text, how strongly and by how many it was said, what answers it, what is measured."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget
from typing_extensions import override

from app.calendar.plan import Plan
from app.message import say
from app.personas.section import PersonaCard, Shape
from app.personas.snapshot import Personas
from widgets.common.chips_field import ChipsField
from widgets.common.choice import Choice, Option
from widgets.common.day_field import DayField
from widgets.common.field_group import FieldGroup
from widgets.common.labelled import Labelled
from widgets.common.light_area import LightArea
from widgets.common.number_field import NumberField, read_number
from widgets.common.text_field import TextField
from widgets.common.words import locale, tr
from widgets.personas.wording import PER_TEXTS, STRENGTH_TEXTS

SAID: Final = re.compile(r"\s*(\d{1,6})(?:\D+(\d{1,6}))?\D*$")


@dataclass(frozen=True, slots=True)
class Answer:
    """Something that can answer a card: "kind:id", its name and its colour."""

    id: str
    name: str
    colour: str


class CardFields(FieldGroup[PersonaCard]):
    """Which fields there are depends on the shape of the section.

    Signals:
        answered: other things answer the card (list of (kind, id)).
        measured: a signal was measured today (the value).
    """

    answered = Signal(object)
    measured = Signal(float)

    def __init__(self) -> None:
        super().__init__()
        self._shape = Shape.LIST
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)  # no air between few fields
        self.text, self.label = Labelled(LightArea(2)), Labelled(TextField())
        self.strength, self.said = Labelled(Choice()), Labelled(TextField())
        self.target, self.unit, self.per = Labelled(TextField()), Labelled(TextField()), Labelled(Choice())
        self.value, self.note = Labelled(NumberField()), QPushButton()
        self.source, self.day = Labelled(TextField()), Labelled(DayField())
        self.answers = Labelled(ChipsField(say("personas.answers.add"), say("personas.answers.manage")))
        for field in (self.label, self.text):
            self.column.addWidget(field)
        self.add_row(self.strength, self.said)
        self.add_row(self.target, self.unit)
        self.column.addWidget(self.per)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.value, 1)
        row.addWidget(self.note, 0, Qt.AlignmentFlag.AlignBottom)
        self.column.addLayout(row)
        self.column.addWidget(self.source)
        self.column.addWidget(self.day)
        self.column.addWidget(self.answers)
        self._connect()
        self.retranslate()

    def _connect(self) -> None:
        self.text.field.committed.connect(lambda text: self.tell(text=text))
        self.label.field.committed.connect(lambda text: self.tell(label=text.strip()))
        self.strength.field.chosen.connect(lambda key: self.tell(strength=int(key)))
        self.said.field.committed.connect(self._on_said)
        self.target.field.committed.connect(self._on_target)
        self.unit.field.committed.connect(lambda text: self.tell(unit=text.strip()))
        self.per.field.chosen.connect(lambda key: self.tell(per=key))
        self.note.clicked.connect(self._on_note)
        self.value.field.returnPressed.connect(self._on_note)
        self.source.field.committed.connect(lambda text: self.tell(source=text.strip()))
        self.day.field.entered.connect(lambda day: self.tell(day=day))
        self.answers.field.chosen.connect(lambda ids: self.answered.emit([tuple(it.split(":", 1)) for it in ids]))
        self.answers.field.manage_requested.connect(lambda: self.manage_requested.emit("program", self.answers.field))

    @override
    def retranslate(self) -> None:
        self.text.set_label(tr("personas.field.text"))
        self.label.set_label(tr("personas.field.label"))
        self.label.field.set_hint(tr("personas.field.label.hint"))
        self.strength.set_label(tr("personas.field.strength"))
        self.strength.field.show_options([Option(str(key), tr(text)) for key, text in STRENGTH_TEXTS.items()])
        self.said.set_label(tr("personas.field.said"))
        self.said.field.set_hint(tr("personas.field.said.hint"))
        self.target.set_label(tr("personas.field.target"))
        self.unit.set_label(tr("personas.field.unit"))
        self.unit.field.set_hint(tr("personas.field.unit.hint"))
        self.per.set_label(tr("personas.field.per"))
        self.per.field.show_options([Option(key, tr(text)) for key, text in PER_TEXTS.items()])
        self.value.set_label(tr("personas.field.value"))
        self.note.setText(tr("personas.field.note"))
        self.note.setAccessibleName(tr("personas.field.note"))
        self.source.set_label(tr("personas.field.source"))
        self.day.set_label(tr("personas.field.day"))
        self.answers.set_label(tr("personas.field.answers"))
        self.show_values()

    def show_card(self, personas: Personas, plan: Plan, card: PersonaCard, offered: Mapping[str, Answer]) -> None:
        """Show a card; `offered` is what can answer it."""
        self._shape = personas.shape_of(card)
        self.show_things([card])
        known = [f"{kind}:{key}" for kind, key in personas.answers.get(card.id, ())]
        self.answers.field.show_value(offered, known)

    @override
    def show_values(self) -> None:
        if not self.things:
            return
        card, shape = self.things[0], self._shape
        self._show_which(shape, has_label=bool(card.label))
        self.text.field.show_value(card.text)
        self.label.field.show_value(card.label)
        self.strength.field.show_value(str(card.strength))
        self.said.field.show_value(tr("personas.said.field", said=card.said, asked=card.asked) if card.asked else "")
        self.target.field.show_value("" if card.target is None else locale().toString(card.target, "g", 10))
        self.unit.field.show_value(card.unit)
        self.per.field.show_value(card.per)
        self.source.field.show_value(card.source)
        self.day.field.show_day(card.day, none=tr("personas.field.day.none"))
        self.said.set_error("")
        self.target.set_error("")

    def _show_which(self, shape: Shape, *, has_label: bool) -> None:
        of_shape: dict[QWidget, bool] = {
            self.label: shape is Shape.CHIPS or has_label,
            self.strength: shape is Shape.LIST,
            self.said: shape is Shape.LIST,
            self.target: shape is Shape.SIGNALS,
            self.unit: shape is Shape.SIGNALS,
            self.per: shape is Shape.SIGNALS,
            self.value: shape is Shape.SIGNALS,
            self.note: shape is Shape.SIGNALS,
            self.source: shape in (Shape.LIST, Shape.SIGNALS, Shape.QUOTES),
            self.day: shape is Shape.QUOTES,
            self.answers: shape in (Shape.LIST, Shape.CHIPS),
        }
        for field, shown in of_shape.items():
            field.setVisible(shown)

    def focus_text(self) -> None:
        """Put the keyboard into the text."""
        self.text.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.text.field.selectAll()

    @override
    def flush(self) -> None:
        self.text.field.flush()
        for field in (self.label, self.said, self.target, self.unit, self.source):
            field.field.flush()

    def _on_said(self, text: str) -> None:
        found = SAID.match(text)
        said, asked = (int(found[1]), int(found[2] or 0)) if found else (0, 0)
        if text.strip() and not 0 < said <= asked:
            self.said.set_error(tr("personas.field.said.wrong"))
            return
        self.said.set_error("")
        self.tell(said=said, asked=asked)

    def _on_target(self, text: str) -> None:
        value = read_number(text)
        if value is None:
            self.target.set_error(tr("personas.field.number.wrong"))
            return
        self.target.set_error("")
        self.tell(target=value if text.strip() else None)

    def _on_note(self) -> None:
        text = self.value.field.text()
        value = read_number(text)
        self.value.set_error("" if value is not None else tr("personas.field.number.wrong"))
        if value is not None and text.strip():
            self.value.field.clear()
            self.measured.emit(value)
