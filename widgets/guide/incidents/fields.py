"""The fields of what happened."""

from __future__ import annotations

from datetime import date, time

from PySide6.QtWidgets import QCheckBox
from typing_extensions import override

from app.guide.cover_words import lasting
from app.guide.escalation import Scenario, Severity
from app.guide.incident import Incident
from app.guide.incident_actions import say_who_is_new
from app.guide.incident_answer import promise_of
from app.members.member import Member
from app.message import say
from widgets.common.choice import Choice
from widgets.common.day_field import DayField
from widgets.common.field_group import FieldGroup
from widgets.common.labelled import Labelled
from widgets.common.named_options import named_options
from widgets.common.paragraph import Paragraph
from widgets.common.person_field import PersonField
from widgets.common.segmented import Segmented
from widgets.common.text_area import TextArea
from widgets.common.words import tr, words
from widgets.guide.bench import Bench
from widgets.guide.incidents.words import severity_name
from widgets.guide.lasting_field import ClockField, LastingField
from widgets.guide.names import told_names


class WhatFields(FieldGroup[Incident]):
    """When, which scenario, how grave, what the matrix says, who."""

    def __init__(self, bench: Bench) -> None:
        super().__init__()
        self.bench = bench
        self.day, self.at = Labelled(DayField("ddd d MMM yyyy")), Labelled(ClockField(optional=True))
        self.scenario, self.member = Labelled(Choice()), Labelled(PersonField(adds=True))
        self.severity = Labelled(Segmented([str(it) for it in Severity]))
        self.matrix = Paragraph(look="setting-note")
        self.what = Labelled(TextArea(2))
        self.add_row(self.day, self.at, stretch=(3, 2))
        for field in (self.scenario, self.severity, self.matrix, self.member, self.what):
            self.add_row(field)
        self.day.field.entered.connect(self._on_day)
        self.at.field.entered.connect(self._on_time)
        self.scenario.field.chosen.connect(self._on_scenario)
        self.severity.field.chosen.connect(self._on_severity)
        self.member.field.chosen.connect(self._on_member)
        self.member.field.added.connect(self._on_somebody_new)
        self.what.field.committed.connect(self._on_what)
        self.retranslate()

    @override
    def retranslate(self) -> None:
        self.day.set_label(tr("incidents.field.day"))
        self.at.set_label(tr("incidents.field.at"))
        self.scenario.set_label(tr("incidents.scenario"))
        self.severity.set_label(tr("incidents.head.severity"))
        self.severity.field.set_texts([severity_name(it) for it in Severity])
        self.member.set_label(tr("incidents.head.member"))
        self.member.field.setPlaceholderText(tr("incidents.field.member.hint"))
        self.what.set_label(tr("incidents.field.what"))
        self.show_values()

    @override
    def show_values(self) -> None:
        guide = self.bench.guide
        for it in self.things:
            self.day.field.show_day(it.day)
            self.at.field.show_minute(it.at.hour * 60 + it.at.minute if it.at else -1)
            self.scenario.field.show_options(named_options(guide.of(Scenario).values()))
            self.scenario.field.show_value(it.scenario)
            self.severity.field.set_value(str(it.severity))
            members = sorted(self.bench.store.of(Member).all(), key=lambda one: (one.name.casefold(), one.id))
            self.member.field.show_people((one.id, one.name) for one in members)
            self.member.field.show_person(it.member)
            self.what.field.show_value(it.what)
            self.matrix.setText(self._promised(it))

    def _promised(self, it: Incident) -> str:
        """Return what the matrix says about it."""
        guide, promise = self.bench.guide, promise_of(self.bench.guide, it)
        if promise is None:
            return tr("incidents.matrix.none") if it.scenario else tr("incidents.matrix.choose")
        told = ", ".join(told_names(guide, promise.told))
        parts = [
            promise.action,
            tr("incidents.matrix.told", names=told) if told else "",
            tr("incidents.matrix.within", within=words(lasting(promise.within))) if promise.within else "",
            tr("incidents.matrix.strike") if promise.strike else "",
        ]
        return "\n".join(filter(None, parts))

    def _on_day(self, day: date) -> None:
        self.tell(day=day)

    def _on_time(self, minute: int) -> None:
        self.tell(at=None if minute < 0 else time(*divmod(minute, 60)))

    def _on_scenario(self, scenario: str) -> None:
        self.tell(scenario=scenario)

    def _on_severity(self, severity: str) -> None:
        self.tell(severity=Severity(severity))

    def _on_member(self, member: str) -> None:
        self.tell(member=member)

    def _on_somebody_new(self, name: str) -> None:
        incident = self.things[0].id
        if self.bench.run(lambda store: say_who_is_new(store, incident, name)):
            self.bench.desk.tell(say("members.added.named", name=name), undo=True)

    def _on_what(self, text: str) -> None:
        self.tell(what=text)

    @override
    def flush(self) -> None:
        self.at.field.flush()
        self.what.field.flush()


class DoneFields(FieldGroup[Incident]):
    """What was done, how soon, and whether it is over."""

    def __init__(self) -> None:
        super().__init__()
        self.done, self.answered = Labelled(TextArea(2)), Labelled(LastingField(optional=True))
        self.kept, self.closed = Paragraph(look="muted"), QCheckBox()
        for field in (self.done, self.answered, self.kept, self.closed):
            self.add_row(field)
        self.done.field.committed.connect(self._on_done)
        self.answered.field.entered.connect(self._on_answered)
        self.closed.clicked.connect(self._on_closed)
        self.retranslate()

    @override
    def retranslate(self) -> None:
        self.done.set_label(tr("incidents.field.done"))
        self.answered.set_label(tr("incidents.field.answered"))
        self.answered.field.set_hint(tr("incidents.field.answered.hint"))
        self.closed.setText(tr("incidents.field.closed"))
        self.closed.setAccessibleName(self.closed.text())
        self.show_values()

    @override
    def show_values(self) -> None:
        for it in self.things:
            self.done.field.show_value(it.done)
            self.answered.field.show_minutes(it.answered - 1)
            self.closed.setChecked(it.closed)

    def show_answer(self, text: str, look: str) -> None:
        """Say whether that was in time."""
        self.kept.setText(text)
        if self.kept.property("look") != look:
            self.kept.setProperty("look", look)
            self.kept.style().polish(self.kept)

    def _on_done(self, text: str) -> None:
        self.tell(done=text)

    def _on_answered(self, minutes: int) -> None:
        self.tell(answered=minutes + 1)

    def _on_closed(self, on: bool) -> None:
        self.tell(closed=on)

    @override
    def flush(self) -> None:
        self.done.field.flush()
        self.answered.field.flush()
