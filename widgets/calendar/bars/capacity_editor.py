"""The hours that there are: in a usual week, and in single weeks that are different."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from app.calendar.plan import Plan
from app.calendar.quarter import Quarter, iso_week
from widgets.common.labelled import Labelled
from widgets.common.load_bar import LoadBar
from widgets.common.number_field import NumberField, read_number
from widgets.common.words import day, hours, tr

MOST = 168.0


def _unit(figures: str) -> str:
    return tr("calendar.hours", hours=figures)


class CapacityEditor(QWidget):
    """One field for the usual week, one for each week of the quarter; an empty one follows the usual week.

    Signals:
        usual_entered: the usual week has other hours.
        week_entered: one week has hours of its own, or the usual ones again (date, hours or None).
        closed: Enter was pressed; the panel is to go.
    """

    usual_entered = Signal(float)
    week_entered = Signal(object, object)
    closed = Signal()

    def __init__(self, plan: Plan, quarter: Quarter) -> None:
        super().__init__()
        self._quarter = quarter
        self.setFixedWidth(340)
        title = QLabel(tr("calendar.capacity.title"))
        title.setProperty("look", "strong")
        about = QLabel(tr("calendar.capacity.about"))
        about.setProperty("look", "subtitle")
        about.setWordWrap(True)
        self.usual = Labelled(NumberField(_unit))
        self.usual.set_label(tr("calendar.capacity.usual"))
        self.usual.field.entered.connect(self._on_usual)
        self.usual.field.refused.connect(lambda _: self.usual.set_error(tr("field.hours.wrong")))
        self.weeks: dict[date, NumberField] = {}
        self._bars: dict[date, tuple[LoadBar, QLabel]] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 14)
        column.setSpacing(9)
        for widget in (title, about, self.usual):
            column.addWidget(widget)
        column.addLayout(self._rows())
        self.show_plan(plan)

    def _rows(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(3)
        grid.setColumnStretch(2, 1)
        for line, week in enumerate(self._quarter.rows):
            number = tr("calendar.week_short", n=iso_week(week, self._quarter.first_weekday))
            name, dates = QLabel(number), QLabel(f"{day(week)} – {day(week + timedelta(days=6))}")
            name.setProperty("look", "strong")
            dates.setProperty("look", "caption")
            bar, load = LoadBar(), QLabel()
            load.setProperty("look", "caption")
            load.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            field = NumberField(_unit)
            field.setProperty("look", "small")
            field.setFixedWidth(64)
            field.setAccessibleName(tr("calendar.capacity.of_week", week=number))
            field.committed.connect(lambda text, week=week: self._on_week(week, text))
            name.setBuddy(field)
            for place, widget in enumerate((name, dates, bar, load, field)):
                grid.addWidget(widget, line, place)
            self.weeks[week], self._bars[week] = field, (bar, load)
        return grid

    def show_plan(self, plan: Plan) -> None:
        """Show the hours of a plan."""
        usual = plan.playbook.capacity
        self.usual.set_error("")
        self.usual.field.show_number(usual)
        for week, load in plan.week_loads(self._quarter.rows).items():
            own = plan.capacities.get(week)
            field = self.weeks[week]
            field.set_hint(_unit(f"{usual:g}"))
            if own is None:
                field.show_value("")
            else:
                field.show_number(own)
            bar, text = self._bars[week]
            bar.show_load(load.hours, load.capacity)
            text.setText(tr("calendar.hours", hours=hours(load.hours)))

    def _on_usual(self, value: float) -> None:
        if 0 < value <= MOST:
            self.usual_entered.emit(value)
        else:
            self.usual.set_error(tr("field.hours.wrong"))

    def _on_week(self, week: date, text: str) -> None:
        value = read_number(text)
        if not text.strip():
            self.week_entered.emit(week, None)
        elif value is not None and value <= MOST:
            self.week_entered.emit(week, value)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.closed.emit()
        else:
            super().keyPressEvent(event)
