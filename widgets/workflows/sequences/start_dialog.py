"""Asks for whom a sequence is to begin, and on which day."""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Sequence as Several
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from app.members.filter import Who, is_one_of
from app.workflows.enrolment import Way
from app.workflows.sequence import Sequence, SequenceStep
from app.workflows.snapshot import Workflows
from widgets.common.choice import Choice, Option
from widgets.common.day_field import DayField
from widgets.common.dialog_frame import DialogFrame
from widgets.common.drop_button import DropButton
from widgets.common.flow_layout import FlowLayout
from widgets.common.labelled import Labelled
from widgets.common.overlay import Overlay
from widgets.common.person_field import PersonField
from widgets.common.segmented import Segmented
from widgets.common.theme import theme
from widgets.common.words import tr
from widgets.workflows.sequences.blanks_fields import BlanksFields

PEOPLE, STATE, ALL = "people", "state", "community"
NOBODY = "-"  # the option of having no state
CHIPS_MOST = 60
ASKED_MOST = 20  # members that are looked at one by one


class StartDialog(DialogFrame):
    """People one by one, everybody in a state, or the community as a whole.

    Signals:
        start_requested: the sequence is to begin (list of members, [] for the community as a whole; the day; what was
            written for blanks of its messages, by step).
        somebody_new: it is meant for a member whom nobody knew yet (the name).
    """

    start_requested = Signal(object, object, object)
    somebody_new = Signal(str)

    def __init__(self, flows: Workflows, sequence: Sequence, chosen: Several[str] = ()) -> None:
        super().__init__("play", 560)
        self._flows, self._sequence = flows, sequence
        self.people: list[str] = [one for one in chosen if one in flows.members.all]
        self.whom = Segmented((PEOPLE, STATE, ALL))
        self.person, self.state, self.day = Labelled(PersonField(adds=True)), Labelled(Choice()), Labelled(DayField())
        self.chips, self.count, self.blanks = QWidget(), QLabel(), BlanksFields()
        self._flow = FlowLayout(self.chips)
        self.count.setProperty("look", "setting-note")
        self.count.setWordWrap(True)
        self._lay()
        self._fill()
        self.whom.chosen.connect(lambda _: self._show())
        self.person.field.chosen.connect(self.take)
        self.person.field.added.connect(self.somebody_new)
        self.state.field.chosen.connect(lambda _: self._show())
        self.day.field.entered.connect(lambda _: self._show())
        self.accepted.connect(self._on_accepted)
        if sequence.every and not self.people:
            self.whom.set_value(ALL)
        self._show()

    def _lay(self) -> None:
        column = QVBoxLayout()
        column.setSpacing(12)
        column.addWidget(self.whom)
        column.addWidget(self.person)
        column.addWidget(self.chips)
        column.addWidget(self.state)
        row = QHBoxLayout()
        self.day.setMinimumWidth(theme().wide(190))
        row.addWidget(self.day)
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(self.blanks)
        column.addWidget(self.count)
        self.body.addLayout(column)

    def _fill(self) -> None:
        flows = self._flows
        self.set_texts(tr("sequences.ask.start", name=self._sequence.name), tr("sequences.ask.start.about"))
        self.whom.set_texts([tr("sequences.whom.people"), tr("sequences.whom.state"), tr("sequences.whom.all")])
        self.whom.setAccessibleName(tr("sequences.whom"))
        self.person.set_label(tr("sequences.whom.add"))
        self.person.field.setPlaceholderText(tr("members.merge.whom.hint"))
        self._offer()
        options = [Option(it.id, it.name) for it in flows.members.states.values()]
        self.state.set_label(tr("sequences.whom.state.label"))
        self.state.field.show_options([*options, Option(NOBODY, tr("members.state.none"))])
        self.state.field.show_value(options[0].id if options else NOBODY)
        self.day.set_label(tr("sequences.whom.day"))
        self.day.field.show_day(flows.today)

    def focus_first(self) -> None:
        """Put the keyboard where one says for whom: on × Enter would close what was just opened."""
        (self.person.field if self.whom.value == PEOPLE else self.day.field).setFocus(Qt.FocusReason.OtherFocusReason)

    def wanted(self) -> list[str]:
        """Return the members for whom it is to begin; for the community as a whole none."""
        members = self._flows.members.all
        if self.whom.value == PEOPLE:
            return list(self.people)
        if self.whom.value == ALL:
            return []
        state = self.state.field.value() or NOBODY
        wanted = "" if state == NOBODY else state
        personas = set(self._sequence.personas)
        return [
            it.id for it in members.values()
            if it.state == wanted and is_one_of(it, Who.MEMBERS) and (not personas or it.persona in personas)
        ]  # fmt: skip

    def _on_way(self) -> set[str]:
        runs = self._flows.runs.values()
        own = (run for run in runs if run.sequence == self._sequence.id and run.way in (Way.ACTIVE, Way.PAUSED))
        return {run.member for run in own}

    def _offer(self) -> None:
        there = self._flows.members.in_order(self._flows.members.all.values(), "name")
        self.person.field.show_people((it.id, it.name) for it in there if not it.bot)

    def take(self, key: str) -> None:
        """Let it begin for one more member."""
        if key and key not in self.people:
            self.people.append(key)
        self._offer()
        self.person.field.show_person("")
        self._show()

    def _show(self) -> None:
        which = self.whom.value
        self.people = [one for one in self.people if one in self._flows.members.all]  # undo took back who was new
        self.person.setVisible(which == PEOPLE)
        self.chips.setVisible(which == PEOPLE and bool(self.people))
        self.state.setVisible(which == STATE)
        self._show_chips()
        wanted, there = self.wanted(), self._on_way()
        whole = which == ALL
        new = [one for one in wanted if one not in there] if not whole else ([""] if "" not in there else [])
        again = len(wanted) - len(new) if not whole else 1 - len(new)
        self.count.setText(tr("sequences.ask.start.again", n=again) if again else "")
        self.count.setVisible(bool(again))
        button = tr("sequences.ask.start.whole") if whole else tr("sequences.ask.start.do", n=len(new))
        self.set_stake(tr("sequences.ask.start.stake"), button)
        self.accept.setEnabled(bool(new))
        self.blanks.show_open(self._left_open(new))
        if isinstance(over := self.parentWidget(), Overlay):
            over.arrange()

    def _left_open(self, members: Several[str]) -> list[tuple[SequenceStep, str]]:
        """Return what the messages leave open for any of some members: their languages and cards differ."""
        asked = (
            it for one in members[:ASKED_MOST] for it in self._flows.left_open(self._sequence.id, one, self._start())
        )
        found = {(step.id, blank): (step, blank) for step, blank in asked}
        return sorted(found.values(), key=lambda it: it[0].day)

    def _show_chips(self) -> None:
        while self._flow.count():
            item = self._flow.takeAt(0)
            if item and (widget := item.widget()):
                widget.hide()
                widget.deleteLater()
        for key in self.people[:CHIPS_MOST]:
            chip = DropButton("pill", "x", self.chips, on_hover=True)
            name = self._flows.members.all[key].name
            chip.setText(name.replace("&", "&&"))
            chip.setAccessibleName(tr("common.remove", name=name))
            chip.clicked.connect(lambda _=False, key=key: self._drop(key))
            self._flow.addWidget(chip)
            chip.show()

    def _drop(self, key: str) -> None:
        self.people = [one for one in self.people if one != key]
        self._show()

    def _on_accepted(self) -> None:
        if self.accept.isEnabled():
            self.start_requested.emit(self.wanted(), self._start(), self.blanks.given())

    def _start(self) -> date:
        return self.day.field.day() or self._flows.today

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if enter and (control or not self.person.field.hasFocus()):  # there Enter takes a name
            self._on_accepted()
        else:
            super().keyPressEvent(event)


def open_start(
    flows: Workflows, sequence: Sequence, over: QWidget, before: Mapping[str, Mapping[str, str]]
) -> StartDialog:
    """Show the dialog over the window, with what was written for its blanks before; the caller hears its signals."""
    dialog = StartDialog(flows, sequence)
    dialog.blanks.propose(before)
    overlay = Overlay(dialog, over)
    dialog.rejected.connect(overlay.dismiss)
    dialog.start_requested.connect(lambda *_: overlay.close())
    overlay.open()
    dialog.focus_first()

    return dialog
