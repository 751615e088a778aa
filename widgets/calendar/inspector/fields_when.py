"""When an event is: day, time, how long, in which zone."""

from __future__ import annotations

from datetime import time
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QLabel
from typing_extensions import override

from app.calendar.occurrence import Occurrence
from widgets.calendar.inspector.event_fields import EventFields
from widgets.calendar.inspector.zone_choice import ZoneChoice
from widgets.common.day_field import DayField
from widgets.common.labelled import Labelled
from widgets.common.number_field import NumberField, read_number
from widgets.common.tab_order import in_order
from widgets.common.text_field import TextField
from widgets.common.time_span import read_span, show_span
from widgets.common.words import day as write_day
from widgets.common.words import tr

MOST_DAYS: Final = 366


def _days(figures: str) -> str:
    return tr("calendar.days", n=int(read_number(figures) or 0))


class WhenFields(EventFields):
    """Day and time; whole days or a zone.

    Signals:
        day_entered: the event is to be on another day, or on none.
    """

    day_entered = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._one: Occurrence | None = None
        self.day, self.time = Labelled(DayField()), Labelled(TextField())
        self.days, self.zone = NumberField(_days), ZoneChoice()
        self.all_day = QCheckBox()
        self.all_day.setMinimumHeight(32)
        self.error = QLabel()
        self.error.setProperty("look", "error")
        self.add_row(self.day, self.time, stretch=(27, 20))
        self.add_row(self.all_day, self.days, self.zone, stretch=(20, 27, 27))
        self.here = QLabel()
        self.here.setProperty("look", "caption")
        self.here.setTextFormat(Qt.TextFormat.PlainText)
        self.here.setWordWrap(True)
        self.column.addWidget(self.here)
        self.column.addWidget(self.error)
        self.here.hide()
        self.error.hide()
        self.day.field.entered.connect(self.day_entered)
        self.time.field.committed.connect(self._on_time)
        self.all_day.clicked.connect(self._on_all_day)
        in_order(self.day.field, self.time.field, self.all_day, self.days, self.zone)
        self.days.entered.connect(self._on_days)
        self.days.refused.connect(lambda _: self._say_wrong_days(wrong=True))
        self.zone.chosen.connect(lambda zone: self.tell(zone=zone))
        self.retranslate()

    def show_occurrence(self, one: Occurrence | None, *, mixed: bool = False) -> None:
        """Show the day, which is that of the occurrence and not of its series; fields are in the event's own zone."""
        self._one = one
        day = one.as_kept.day if one and not mixed else None
        self.day.field.show_day(day, none=tr("field.day.none"), mixed=mixed)
        self._show_here()

    def _show_here(self) -> None:
        """Say what the clocks of the calendar show where that is not what the fields say."""
        one, alone = self._one, len(self.things) == 1
        if one is None or one.kept is None or self.plan is None or not alone:
            self.here.hide()
            return
        when = f"{write_day(one.day, tr('canvas.day'))}, {show_span(one.at, one.minutes)}"
        self.here.setText(tr("canvas.time.in_zone", when=when, zone=self.plan.playbook.zone.replace("_", " ")))
        self.here.show()

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
        hour = self.plan.playbook.work_from if self.plan else 9
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
        self.show_values()

    @override
    def show_values(self) -> None:
        if not self.things:
            return
        whole = self.shared(lambda event: event.at is None)
        spans = self.shared(lambda event: show_span(event.at, event.minutes))
        self.time.set_error("")
        self.time.field.set_hint(tr("calendar.any_time"))
        self.time.field.show_value(spans)
        self.all_day.setTristate(whole is None)
        partly = Qt.CheckState.PartiallyChecked
        self.all_day.setCheckState(partly if whole is None else Qt.CheckState(2 if whole else 0))
        self._say_wrong_days(wrong=False)
        self.days.show_number(self.shared(lambda event: float(event.days)))
        self.days.setVisible(whole is True)
        self.zone.setVisible(whole is not True)
        self.zone.show_value(self.shared(lambda event: event.zone))
        self._show_here()

    @override
    def flush(self) -> None:
        self.time.field.flush()
        self.days.flush()
