"""Says beside an event that its week holds more than there are hours."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget
from typing_extensions import override

from app.calendar.plan import Plan
from app.calendar.quarter import iso_week
from widgets.common.icon_label import IconLabel
from widgets.common.words import Retranslated, hours, tr


class LoadBanner(Retranslated):
    """Shown only while the week of a day is over its capacity."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._plan: Plan | None = None
        self._day: date | None = None
        frame = QFrame()
        frame.setProperty("look", "note-danger")
        self.text = QLabel()
        self.text.setProperty("look", "note-danger")
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        self.text.setWordWrap(True)
        row = QHBoxLayout(frame)
        row.setContentsMargins(9, 5, 9, 5)
        row.setSpacing(7)
        row.addWidget(IconLabel("triangle-alert", "danger_text", 14), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.text, 1)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)

    def show_day(self, plan: Plan, day: date | None) -> None:
        """Say how the week of a day stands."""
        self._plan, self._day = plan, day
        self.retranslate()

    @override
    def retranslate(self) -> None:
        plan = self._plan
        load = None
        if plan is not None and self._day is not None:
            week = plan.week_of(self._day)
            load = plan.week_loads([week])[week]
            number = iso_week(week, plan.playbook.first_weekday)
            capacity = hours(load.capacity).removesuffix(".0").removesuffix(",0")
            self.text.setText(tr("calendar.overload", week=number, hours=hours(load.hours), capacity=capacity))
        self.setVisible(load is not None and load.level == "over")
