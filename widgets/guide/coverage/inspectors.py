"""What edits a promise, and an absence."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget
from typing_extensions import override

from app.guide.absences import delete_absence, edit_absence
from app.guide.cover_words import weekday
from app.guide.coverage import Absence, Promise
from app.message import say
from app.playbook.playbook import PLAYBOOK_ID, Person, Playbook
from widgets.common.choice import Choice, Option
from widgets.common.day_field import DayField
from widgets.common.field_group import FieldGroup
from widgets.common.labelled import Labelled
from widgets.common.paragraph import Paragraph
from widgets.common.text_field import TextField
from widgets.common.words import tr, words
from widgets.guide.bench import Bench
from widgets.guide.inspector import GuideInspector
from widgets.guide.lasting_field import ClockField, LastingField


class PromiseFields(FieldGroup[Promise]):
    """What, within what time, on which days, in which hours."""

    def __init__(self, bench: Bench) -> None:
        super().__init__()
        self.bench = bench
        self.name, self.within = Labelled(TextField()), Labelled(LastingField())
        self.start, self.end = Labelled(ClockField()), Labelled(ClockField(is_end=True))
        self.days = Labelled(QWidget())
        self._days = [QPushButton() for _ in range(7)]
        row = QHBoxLayout(self.days.field)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for button in self._days:
            button.setProperty("look", "day")
            button.setCheckable(True)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(self._on_day)
            row.addWidget(button)
        self.note = Paragraph(look="setting-note")
        self.add_row(self.name)
        self.add_row(self.within)
        self.add_row(self.days)
        self.add_row(self.start, self.end)
        self.add_row(self.note)
        self.name.field.committed.connect(self._on_name)
        self.within.field.entered.connect(lambda minutes: self.tell(within=minutes))
        self.start.field.entered.connect(lambda minute: self.tell(start=minute))
        self.end.field.entered.connect(lambda minute: self.tell(end=minute))
        self.retranslate()

    def _weekdays(self) -> list[int]:
        book = self.bench.guide.get(Playbook, PLAYBOOK_ID)
        return [(at + (book.first_weekday if book else 0)) % 7 for at in range(7)]

    @override
    def retranslate(self) -> None:
        self.name.set_label(tr("coverage.field.name"))
        self.within.set_label(tr("coverage.field.within"))
        self.days.set_label(tr("coverage.field.days"))
        self.start.set_label(tr("coverage.field.from"))
        self.end.set_label(tr("coverage.field.to"))
        self.note.setText(tr("coverage.field.note"))
        self.show_values()

    @override
    def show_values(self) -> None:
        for promise in self.things:
            self.name.field.show_value(promise.name)
            self.within.field.show_minutes(promise.within)
            self.start.field.show_minute(promise.start)
            self.end.field.show_minute(promise.end)
            for button, number in zip(self._days, self._weekdays(), strict=True):
                button.setText(words(weekday(number)))
                button.setAccessibleName(button.text())
                button.setChecked(number in (promise.weekdays or range(7)))

    def _on_day(self) -> None:
        there = tuple(
            sorted(day for button, day in zip(self._days, self._weekdays(), strict=True) if button.isChecked())
        )
        if there:
            self.tell(weekdays=() if len(there) == 7 else there)
        else:
            self.show_values()  # something promised on no day would be no promise

    def _on_name(self, text: str) -> None:
        name = " ".join(text.split())
        if name:
            self.tell(name=name)
        else:
            self.show_values()

    @override
    def flush(self) -> None:
        for field in (self.name, self.within, self.start, self.end):
            field.field.flush()


class PromiseInspector(GuideInspector):
    """A promise."""

    def __init__(self, bench: Bench) -> None:
        super().__init__(bench)
        self.fill_with(PromiseFields(bench))

    @override
    def show_head(self, thing: Promise) -> None:
        self.head.show_what(tr("coverage.promise"), "challenge", "hourglass", active=True)


class AbsenceFields(FieldGroup[Absence]):
    """Who, from when to when, why."""

    def __init__(self, bench: Bench) -> None:
        super().__init__()
        self.bench = bench
        self.person, self.why = Labelled(Choice()), Labelled(TextField())
        self.start, self.end = Labelled(DayField("d MMM yyyy")), Labelled(DayField("d MMM yyyy"))
        self.add_row(self.person)
        self.add_row(self.start, self.end)
        self.add_row(self.why)
        self.person.field.chosen.connect(lambda person: self.tell(person=person))
        self.start.field.entered.connect(lambda day: self.tell(start=day))
        self.end.field.entered.connect(lambda day: self.tell(end=day))
        self.why.field.committed.connect(lambda text: self.tell(why=text))
        self.retranslate()

    @override
    def retranslate(self) -> None:
        self.person.set_label(tr("coverage.field.person"))
        self.start.set_label(tr("coverage.field.away_from"))
        self.end.set_label(tr("coverage.field.away_to"))
        self.why.set_label(tr("coverage.field.why"))
        self.show_values()

    @override
    def show_values(self) -> None:
        for absence in self.things:
            people = self.bench.guide.of(Person).values()
            self.person.field.show_options([Option(it.id, it.name) for it in people])
            self.person.field.show_value(absence.person)
            self.start.field.show_day(absence.start)
            self.end.field.show_day(absence.end)
            self.why.field.show_value(absence.why)

    @override
    def flush(self) -> None:
        self.why.field.flush()


class AbsenceInspector(GuideInspector):
    """An absence."""

    def __init__(self, bench: Bench) -> None:
        super().__init__(bench)
        self.fill_with(AbsenceFields(bench))

    @override
    def show_head(self, thing: Absence) -> None:
        self.head.show_what(tr("coverage.absence"), "loop", "calendar-clock", active=True)
        self.head.duplicate.setVisible(False)

    @override
    def save(self, fields: dict[str, Any]) -> None:
        row = self.row
        if row:
            self.bench.run(lambda store: edit_absence(store, row.id, **fields))

    @override
    def delete(self) -> None:
        row = self.row
        if row and self.bench.run(lambda store: delete_absence(store, row.id)):
            self.bench.desk.tell(say("guide.deleted"), undo=True)
