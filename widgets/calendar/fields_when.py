"""When an event is: day, time, how long, in which zone."""

from __future__ import annotations

from datetime import date, time
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLabel
from typing_extensions import override

from widgets.calendar.field_group import FieldGroup
from widgets.calendar.time_span import read_span, show_span
from widgets.calendar.zone_choice import ZoneChoice
from widgets.common.day_field import DayField
from widgets.common.labelled import Labelled
from widgets.common.number_field import NumberField, read_number
from widgets.common.text_field import TextField
from widgets.common.words import tr

MOST_DAYS: Final = 366


def _days(figures: str) -> str:
    return tr("calendar.days", n=int(read_number(figures) or 0))


class WhenFields(FieldGroup):
    """Day and time; whole days or a zone.

    Signals:
        day_entered: the event is to be on another day, or on none.
    """

    day_entered = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.day, self.time = Labelled(DayField()), Labelled(TextField())
        self.days, self.zone = NumberField(_days), ZoneChoice()
        self.all_day = QCheckBox()
        self.all_day.setMinimumHeight(32)
        self.error = QLabel()
        self.error.setProperty("look", "error")
        self.add_row(self.day, self.time, stretch=(27, 20))
        self.add_row(self.all_day, self.days, self.zone, stretch=(20, 27, 27))
        self.column.addWidget(self.error)
        self.error.hide()
        self.day.field.entered.connect(self.day_entered)
        self.time.field.committed.connect(self._on_time)
        self.all_day.clicked.connect(self._on_all_day)
        self.days.entered.connect(self._on_days)
        self.days.refused.connect(lambda _: self._say_wrong_days(wrong=True))
        self.zone.chosen.connect(lambda zone: self.tell(zone=zone))
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
        right = value == int(value) and 1 <= value <= MOST_DAYS
        self._say_wrong_days(wrong=not right)
        if right:
            self.tell(days=int(value))

    def _say_wrong_days(self, *, wrong: bool) -> None:
        self.error.setText(tr("field.days.wrong"))
        self.error.setVisible(wrong)

    @override
    def retranslate(self) -> None:
        self.day.set_label(tr("field.day"))
        self.time.set_label(tr("field.time"))
        self.all_day.setText(tr("field.all_day"))
        self.all_day.setAccessibleName(tr("field.all_day"))
        self.days.setAccessibleName(tr("field.days"))
        self.days.setToolTip(tr("field.days"))
        self.zone.setAccessibleName(tr("field.zone"))
        self.zone.setToolTip(tr("field.zone"))
        if not self._events:
            return
        whole = self.shared(lambda event: event.at is None)
        spans = self.shared(lambda event: show_span(event.at, event.minutes))
        self.time.set_error("")
        self.time.field.set_hint(tr("calendar.any_time"))
        self.time.field.show_value(spans)
        self.all_day.setTristate(whole is None)
        self.all_day.setChecked(bool(whole))
        self._say_wrong_days(wrong=False)
        self.days.show_number(self.shared(lambda event: float(event.days)))
        self.days.setVisible(whole is True)
        self.zone.setVisible(whole is not True)
        self.zone.show_value(self.shared(lambda event: event.zone))

    @override
    def flush(self) -> None:
        self.time.field.flush()
        self.days.flush()
