"""When an event is: day, time, how long, in which zone."""

from __future__ import annotations

from datetime import date, time
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox
from typing_extensions import override

from widgets.calendar.field_group import FieldGroup
from widgets.calendar.time_span import read_span, show_span
from widgets.calendar.zone_choice import ZoneChoice
from widgets.common.day_field import DayField
from widgets.common.labelled import Labelled
from widgets.common.number_field import NumberField
from widgets.common.text_field import TextField
from widgets.common.words import tr

MOST_DAYS: Final = 366


class WhenFields(FieldGroup):
    """Day and time; whole days or a zone.

    Signals:
        day_entered: the event is to be on another day, or on none.
    """

    day_entered = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.day, self.time = Labelled(DayField()), Labelled(TextField())
        self.days, self.zone = Labelled(NumberField()), Labelled(ZoneChoice())
        self.all_day = QCheckBox()
        self.add_row(self.day, self.time, stretch=(27, 20))
        self.column.addWidget(self.all_day)
        self.add_row(self.days, self.zone, stretch=(20, 27))
        self.day.field.entered.connect(self.day_entered)
        self.time.field.committed.connect(self._on_time)
        self.all_day.clicked.connect(self._on_all_day)
        self.days.field.entered.connect(self._on_days)
        self.days.field.refused.connect(lambda _: self.days.set_error(tr("field.days.wrong")))
        self.zone.field.chosen.connect(lambda zone: self.tell(zone=zone))
        self.retranslate()

    def show_day(self, day: date | None) -> None:
        """Show the day, which is that of the occurrence and not of its series."""
        self.day.field.show_day(day, none=tr("field.day.none"))

    def _on_time(self, text: str) -> None:
        usual = self.shared(lambda event: event.minutes) or 60
        span = read_span(text, usual)
        if span is None:
            self.time.set_error(tr("field.time.wrong"))
            return
        self.time.set_error("")
        at, minutes = span
        if at is None:
            self.tell(at=None, minutes=0)
        else:
            self.tell(at=at, minutes=minutes, days=1)

    def _on_all_day(self, on: bool) -> None:
        hour = self._plan.playbook.work_from if self._plan else 9
        if on:
            self.tell(at=None, minutes=0)
        else:
            self.tell(at=time(hour), minutes=60, days=1)

    def _on_days(self, value: float) -> None:
        if value != int(value) or not 1 <= value <= MOST_DAYS:
            self.days.set_error(tr("field.days.wrong"))
        else:
            self.days.set_error("")
            self.tell(days=int(value))

    @override
    def retranslate(self) -> None:
        self.day.set_label(tr("field.day"))
        self.time.set_label(tr("field.time"))
        self.all_day.setText(tr("field.all_day"))
        self.all_day.setAccessibleName(tr("field.all_day"))
        self.days.set_label(tr("field.days"))
        self.zone.set_label(tr("field.zone"))
        if not self._events:
            return
        whole = self.shared(lambda event: event.at is None)
        spans = self.shared(lambda event: show_span(event.at, event.minutes))
        self.time.set_error("")
        self.time.field.set_hint(tr("calendar.any_time"))
        self.time.field.show_value(spans)
        self.all_day.setTristate(whole is None)
        self.all_day.setChecked(bool(whole))
        self.days.set_error("")
        self.days.field.show_number(self.shared(lambda event: float(event.days)))
        self.days.setEnabled(whole is not False)
        self.zone.setEnabled(whole is not True)
        self.zone.field.show_value(self.shared(lambda event: event.zone))

    @override
    def flush(self) -> None:
        self.time.field.flush()
        self.days.field.flush()
