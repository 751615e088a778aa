"""What a small record has beside its name: colour, icon, work area, goal."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields as fields_of
from typing import Any, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from app.calendar.kind import Area, Kind
from app.calendar.program import Program
from app.purpose.kpi import Level
from widgets.common.choice import Choice, Option
from widgets.common.colour_row import ColourRow
from widgets.common.icon_choice import IconChoice
from widgets.common.labelled import Labelled
from widgets.common.number_field import NumberField
from widgets.common.text_field import TextField
from widgets.common.words import tr

AREA_TEXTS: Final = {
    Area.EVENTS: "area.events",
    Area.SUPPORT: "area.support",
    Area.PRODUCT_FEEDBACK: "area.product_feedback",
    Area.PROMOTION: "area.promotion",
    Area.CARE: "area.care",
}
LEVEL_TEXTS: Final = {Level.COMMUNITY: "record.level.community", Level.BUSINESS: "record.level.business"}
LINE_TEXTS: Final = {"summary": "record.summary", "goal": "record.goal", "unit": "record.unit"}
FLAG_TEXTS: Final = {"live": "record.kind.live", "members": "record.kind.members", "marker": "record.kind.marker"}
NUMBER_TEXTS: Final = {"baseline": "record.baseline", "target": "record.target"}


class RecordDetails(QWidget):
    """Only the fields that the sort of record has.

    Signals:
        changed: fields have other values (name -> value).
        kpi_chosen: a program serves another KPI (its id).
    """

    changed = Signal(object)
    kpi_chosen = Signal(str)

    def __init__(self, kind: type[Any]) -> None:
        super().__init__()
        self._names = {field.name for field in fields_of(kind)}
        self._kind = kind
        self._lines = {name: Labelled(TextField()) for name in LINE_TEXTS if name in self._names}
        self._numbers = {name: Labelled(NumberField()) for name in NUMBER_TEXTS if name in self._names}
        self._flags = {name: QCheckBox(tr(text)) for name, text in FLAG_TEXTS.items() if name in self._names}
        self._choices: dict[str, Labelled[Choice]] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(9)
        self._build()

    def _build(self) -> None:
        self.colour = Labelled(ColourRow())
        self.colour.set_label(tr("record.colour"))
        colour_name = "family" if self._kind is Kind else "colour"
        self.colour.setVisible(colour_name in self._names)
        self.colour.field.chosen.connect(lambda family: self.changed.emit({colour_name: family}))
        self._column.addWidget(self.colour)
        if self._kind is Kind:
            self._build_kind()
        for name, line in self._lines.items():
            line.set_label(tr(LINE_TEXTS[name]))
            line.field.committed.connect(lambda text, name=name: self.changed.emit({name: text}))
            self._column.addWidget(line)
        row = QHBoxLayout()
        for name, number in self._numbers.items():
            number.set_label(tr(NUMBER_TEXTS[name]))
            number.field.entered.connect(lambda value, name=name: self.changed.emit({name: value}))
            row.addWidget(number)
        self._column.addLayout(row)
        if "level" in self._names:
            self._add_choice("level", tr("record.level")).chosen.connect(
                lambda level: self.changed.emit({"level": Level(level)})
            )
        if self._kind is Program:
            self._add_choice("lead", tr("record.lead")).chosen.connect(lambda key: self.changed.emit({"lead": key}))
            self._add_choice("kpi", tr("record.serves")).chosen.connect(self.kpi_chosen)

    def _build_kind(self) -> None:
        self.icon = Labelled(IconChoice())
        self.icon.set_label(tr("record.icon"))
        self.icon.field.chosen.connect(lambda name: self.changed.emit({"icon": name}))
        area = self._add_choice("area", tr("record.area"))
        area.chosen.connect(lambda key: self.changed.emit({"area": Area(key)}))
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.icon, 2)
        row.addWidget(self._choices["area"], 5)
        self._column.addLayout(row)
        for name, box in self._flags.items():
            box.setAccessibleName(box.text())
            box.clicked.connect(lambda on, name=name: self.changed.emit({name: on}))
            self._column.addWidget(box)

    def _add_choice(self, name: str, label: str) -> Choice:
        choice = self._choices[name] = Labelled(Choice())
        choice.set_label(label)
        self._column.addWidget(choice)
        return choice.field

    def show_record(self, record: Any, kpi: str, others: Mapping[str, list[Option]]) -> None:
        """Show the values of a record, and which others it can name (field -> options)."""
        self.colour.field.show_colour(getattr(record, "family", getattr(record, "colour", "")))
        for name, line in self._lines.items():
            line.field.show_value(getattr(record, name))
        for name, number in self._numbers.items():
            value = getattr(record, name)
            number.field.show_value("") if value is None else number.field.show_number(value)
        for name, box in self._flags.items():
            box.setChecked(getattr(record, name))
        if self._kind is Kind:
            self.icon.field.show_value(record.icon, record.family)
            self._show("area", [Option(area.value, tr(text)) for area, text in AREA_TEXTS.items()], record.area.value)
        if "level" in self._names:
            levels = [Option(level.value, tr(text)) for level, text in LEVEL_TEXTS.items()]
            self._show("level", levels, record.level.value)
        if self._kind is Program:
            self._show("lead", others["lead"], record.lead)
            self._show("kpi", others["kpi"], kpi)

    def _show(self, name: str, options: list[Option], value: str) -> None:
        self._choices[name].field.show_options(options)
        self._choices[name].field.show_value(value)
