"""Edits a tactic: what an event of its sort usually takes."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.calendar.plan import Plan
from app.message import say
from app.playbook.records import save_record
from app.tactics.tactic import Tactic
from widgets.calendar.inspector.options import kind_options, stage_options
from widgets.common.chips_field import ChipsField
from widgets.common.choice import Choice
from widgets.common.dialog_frame import DialogFrame
from widgets.common.labelled import Labelled
from widgets.common.named_options import named_options
from widgets.common.number_field import NumberField, read_number
from widgets.common.overlay import Overlay
from widgets.common.rhythm.suggested import rhythm_options
from widgets.common.text_area import TextArea
from widgets.common.text_field import TextField
from widgets.common.time_span import read_span, show_span
from widgets.common.words import tr

if TYPE_CHECKING:
    from widgets.calendar.page import CalendarPage

WIDTH = 640
SHORT = 14


def _hours(figures: str) -> str:
    return tr("calendar.hours", hours=figures)


class TacticEditor(DialogFrame):
    """Two columns of fields; nothing is written before the button is pressed."""

    def __init__(self, plan: Plan, tactic: Tactic, *, new: bool) -> None:
        super().__init__("bookmark", WIDTH)
        self._plan, self._tactic = plan, tactic
        self.set_texts(tr("tactic.new") if new else tr("tactic.edit"), tr("tactic.about"))
        self.set_stake(tr("tactic.stake"), tr("tactic.save"))
        self._build()
        self._show()

    def _build(self) -> None:
        self.name, self.short, self.success = Labelled(TextField()), Labelled(TextField()), Labelled(TextField())
        self.call, self.time = Labelled(TextField()), Labelled(TextField())
        self.kind, self.stage, self.channel = Labelled(Choice()), Labelled(Choice()), Labelled(Choice())
        self.owner, self.rhythm = Labelled(Choice()), Labelled(Choice())
        self.days, self.prep, self.live = (
            Labelled(NumberField()),
            Labelled(NumberField(_hours)),
            Labelled(NumberField(_hours)),
        )
        self.personas = Labelled(ChipsField(say("field.personas.add"), say("field.personas.manage")))
        self.todo, self.notes = Labelled(TextArea(4)), Labelled(TextArea(3))
        self.short.field.setMaxLength(SHORT)
        left: tuple[QWidget | tuple[QWidget, ...], ...] = (
            self.name, (self.kind, self.short), (self.time, self.days), (self.prep, self.live), self.rhythm, self.todo,
        )  # fmt: skip
        right = (self.personas, (self.stage, self.channel), self.owner, self.success, self.call, self.notes)
        columns = QHBoxLayout()
        columns.setSpacing(20)
        for fields in (left, right):
            column = QVBoxLayout()
            column.setSpacing(9)
            for field in fields:
                if isinstance(field, tuple):
                    row = QHBoxLayout()
                    row.setSpacing(8)
                    for part in field:
                        row.addWidget(part, 1)
                    column.addLayout(row)
                else:
                    column.addWidget(field)
            column.addStretch()
            columns.addLayout(column, 1)
        self.body.addLayout(columns)
        self._label()
        self.time.field.set_hint(tr("calendar.any_time"))

    def _label(self) -> None:
        self.name.set_label(tr("field.title"))
        self.short.set_label(tr("tactic.short", n=SHORT))
        self.kind.set_label(tr("field.kind"))
        self.time.set_label(tr("field.time"))
        self.days.set_label(tr("field.days"))
        self.prep.set_label(tr("field.prep"))
        self.live.set_label(tr("field.live"))
        self.rhythm.set_label(tr("tactic.rhythm"))
        self.todo.set_label(tr("tactic.steps"))
        self.personas.set_label(tr("field.personas"))
        self.stage.set_label(tr("field.stage"))
        self.channel.set_label(tr("field.channel"))
        self.owner.set_label(tr("field.owner"))
        self.success.set_label(tr("field.success"))
        self.call.set_label(tr("field.call_to_action"))
        self.notes.set_label(tr("field.notes"))

    def _show(self) -> None:
        plan, it = self._plan, self._tactic
        lines: tuple[tuple[Labelled[TextField], str], ...] = (
            (self.name, it.title),
            (self.short, it.short),
            (self.success, it.success),
        )
        lines += ((self.call, it.call_to_action), (self.time, show_span(it.at, it.minutes)))
        for line, text in lines:
            line.field.setText(text)
            line.field.setCursorPosition(0)
        self.todo.field.setPlainText("\n".join(it.steps))
        self.notes.field.setPlainText(it.notes)
        for number, value in ((self.days, float(it.days)), (self.prep, it.prep), (self.live, it.live)):
            number.field.show_number(value)
        choices = (
            (self.kind, kind_options(plan), it.kind),
            (self.stage, stage_options(plan), it.stage),
            (self.channel, named_options(plan.channels.values(), "hash"), it.channel),
            (self.owner, named_options(plan.people.values()), it.owner),
            (self.rhythm, rhythm_options(it.rhythm), it.rhythm),
        )
        for choice, options, chosen in choices:
            choice.field.show_options(options)
            choice.field.show_value(chosen)
        self.personas.field.show_value(plan.personas, it.personas)

    def tactic(self) -> Tactic | None:
        """Return what was entered, or None after saying at the field what is wrong."""
        span = read_span(self.time.field.text(), self._tactic.minutes or 60)
        prep, live = read_number(self.prep.field.text()), read_number(self.live.field.text())
        days = read_number(self.days.field.text())
        self.name.set_error("" if self.name.field.text().strip() else tr("field.title.needed"))
        self.time.set_error("" if span is not None else tr("field.time.wrong"))
        self.prep.set_error("" if prep is not None else tr("field.hours.wrong"))
        self.live.set_error("" if live is not None else tr("field.hours.wrong"))
        self.days.set_error("" if days and days >= 1 else tr("field.days.wrong"))
        title = self.name.field.text().strip()
        if not title or span is None or prep is None or live is None or not days or days < 1:
            return None
        return replace(
            self._tactic, title=title, short=self.short.field.text().strip(), kind=self.kind.field.value() or "",
            at=span[0], minutes=span[1], days=1 if span[0] else int(days), prep=prep, live=live,
            rhythm=self.rhythm.field.value() or "", stage=self.stage.field.value() or "",
            channel=self.channel.field.value() or "", owner=self.owner.field.value() or "",
            personas=self.personas.field.value(), success=self.success.field.text().strip(),
            call_to_action=self.call.field.text().strip(), notes=self.notes.field.toPlainText().strip(),
            steps=tuple(filter(None, (line.strip() for line in self.todo.field.toPlainText().splitlines()))),
        )  # fmt: skip


def open_tactic(page: CalendarPage, tactic_id: str) -> TacticEditor:
    """Show a tactic, or an empty one when there is no id."""
    store, plan = page.open_store(), page.plan
    known = plan.tactics.get(tactic_id)
    kind = next(iter(plan.kinds), "")
    editor = TacticEditor(plan, known or Tactic("", "", kind), new=known is None)
    overlay = Overlay(editor, page)

    def take() -> None:
        tactic = editor.tactic()
        if tactic is not None:
            overlay.close()
            save_record(store, tactic)

    editor.accepted.connect(take)
    editor.rejected.connect(overlay.dismiss)
    overlay.open()
    return editor
