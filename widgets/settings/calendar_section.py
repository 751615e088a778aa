"""What the calendar reckons with; most of it travels with the playbook."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any
from zoneinfo import available_timezones

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtWidgets import QComboBox, QDateEdit, QLineEdit, QPushButton, QWidget
from typing_extensions import override

from app.playbook import settings as playbook_settings
from app.playbook.playbook import PLAYBOOK_ID, Playbook
from app.store import Store
from widgets.common.desk import Settings
from widgets.common.number_field import NumberField
from widgets.common.segmented import Segmented
from widgets.common.words import locale, tr
from widgets.settings.countries import country_name
from widgets.settings.section import Row, Section
from widgets.settings.weekdays import WeekdayBoxes
from widgets.settings.working_hours import WorkingHours


class CalendarSection(Section):
    """Name, quarter, capacity, working hours, first weekday, zone, holidays and quiet days.

    Signals:
        countries_requested: the list of countries is to be shown (beside which control).
    """

    countries_requested = Signal(QWidget)

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self._settings = settings
        self._store: Store | None = None
        self._build()
        self._rows_of_file: list[Row] = [
            self._add(self._name),
            self._add(self._lead),
            self._add(self._start),
            self._add(self._capacity),
            self._add(self._hours),
            self._add(self._first),
            self._add(self._zone),
            self._add(self._holidays),
            self._add(self._quiet),
        ]
        self._weekend_row = self.add_row(self._weekend)
        self._connect()

    def show_store(self, store: Store | None) -> None:
        """Show the settings of a playbook; without one they are disabled."""
        self._store = store
        self.refresh()

    def refresh(self) -> None:
        """Show what is chosen."""
        self._weekend.set_value(self._settings.get("weekend_columns", "narrow"))
        for row in self._rows_of_file:
            row.frame.setEnabled(self._store is not None and not self._store.read_only)
        if self._store is None:
            return
        book = self._store.of(Playbook).get(PLAYBOOK_ID)
        controls = (self._name, self._lead, self._start, self._capacity, self._first, self._zone)
        for control in controls:
            control.blockSignals(True)
        self._name.setText(book.name)
        self._lead.setText(book.lead)
        self._start.setDate(QDate(book.start.year, book.start.month, book.start.day))
        self._capacity.show_number(book.capacity)
        self._first.setCurrentIndex(max(0, self._first.findData(book.first_weekday)))
        self._zone.setCurrentText(book.zone)
        for control in controls:
            control.blockSignals(False)
        self._hours.show_hours(book.work_from, book.work_to)
        self._quiet.show_days(book.quiet_days)
        names = ", ".join(country_name(code) for code in book.holidays)
        self._rows_of_file[7].set_texts(tr("settings.holidays"), names or tr("settings.holidays.none"))

    @override
    def retranslate(self) -> None:
        self.heading.setText(tr("settings.calendar"))
        texts = (
            (tr("settings.name"), ""),
            (tr("settings.lead"), tr("settings.lead.note")),
            (tr("settings.start"), tr("settings.start.note")),
            (tr("settings.capacity"), tr("settings.capacity.note")),
            (tr("settings.hours"), tr("settings.hours.note")),
            (tr("settings.first"), ""),
            (tr("settings.zone"), tr("settings.zone.note")),
            (tr("settings.holidays"), tr("settings.holidays.none")),
            (tr("settings.quiet"), tr("settings.quiet.note")),
        )
        for row, (title, note) in zip(self._rows_of_file, texts, strict=True):
            row.set_texts(title, note)
        first, zone = self._first, self._zone
        controls = (self._name, self._lead, self._start, self._capacity, self._hours, first, zone, self._change)
        for control, (title, _) in zip(controls, texts, strict=False):
            control.setAccessibleName(title)
        self._hours.retranslate()
        self._start.setLocale(locale())
        self._start.setDisplayFormat("d MMMM yyyy")
        self._change.setText(tr("settings.change"))
        self._weekend_row.set_texts(tr("settings.weekend"), tr("settings.weekend.note"))
        self._weekend.set_texts([tr("settings.weekend.narrow"), tr("settings.weekend.equal")])
        for index in range(self._first.count()):
            self._first.setItemText(index, locale().dayName(self._first.itemData(index) + 1))
        self._quiet.retranslate(tr("settings.quiet"))
        self.refresh()

    def _add(self, control: QWidget) -> Row:
        return self.add_row(control, travels=True)

    def _build(self) -> None:
        self._name, self._lead = QLineEdit(), QLineEdit()
        for field in (self._name, self._lead):
            field.setFixedWidth(210)
            field.setMaxLength(120)
        self._start = QDateEdit()
        self._start.setCalendarPopup(True)
        self._start.setFixedWidth(210)
        self._capacity = NumberField(lambda hours: tr("settings.capacity.value", hours=hours))
        self._capacity.setFixedWidth(130)
        self._hours = WorkingHours()
        self._first = QComboBox()
        self._first.setFixedWidth(210)
        for day in range(7):
            self._first.addItem("", day)
        self._zone = QComboBox()
        self._zone.setFixedWidth(210)
        self._zone.setEditable(True)
        self._zone.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self._zone.addItems(sorted(zone for zone in available_timezones() if "/" in zone or zone == "UTC"))
        completer = self._zone.completer()
        if completer is not None:
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self._change = self._holidays = QPushButton()
        self._change.setProperty("look", "small")
        self._quiet = WeekdayBoxes()
        self._weekend = Segmented(["narrow", "equal"])

    def _connect(self) -> None:
        self._name.editingFinished.connect(lambda: self._set(playbook_settings.rename, self._name.text().strip()))
        self._lead.editingFinished.connect(lambda: self._set(playbook_settings.set_lead, self._lead.text().strip()))
        self._start.dateChanged.connect(
            lambda day: self._set(playbook_settings.set_start, date(day.year(), day.month(), day.day()))
        )
        self._capacity.entered.connect(lambda hours: self._set(playbook_settings.set_capacity, hours))
        self._capacity.refused.connect(lambda _: self.refresh())
        self._hours.chosen.connect(self._on_hours_chosen)
        self._first.currentIndexChanged.connect(
            lambda _: self._set(playbook_settings.set_first_weekday, self._first.currentData())
        )
        self._zone.textActivated.connect(self._on_zone_chosen)
        self._holidays.clicked.connect(lambda: self.countries_requested.emit(self._holidays))
        self._quiet.chosen.connect(lambda days: self._set(playbook_settings.set_quiet_days, days))
        self._weekend.chosen.connect(lambda choice: self._settings.set("weekend_columns", choice))

    def _on_hours_chosen(self, first: int, last: int) -> None:
        if self._store is not None:
            playbook_settings.set_working_hours(self._store, first, last)
            self.refresh()

    def _on_zone_chosen(self, zone: str) -> None:
        if zone in available_timezones():
            self._set(playbook_settings.set_zone, zone)
        self.refresh()

    def _set(self, action: Callable[[Store, Any], object], value: object) -> None:
        if self._store is not None:
            action(self._store, value)
