"""The fields of one entry of a pipeline."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from app.members.snapshot import Members
from app.workflows.pipeline import Pipeline, PipelineEntry
from app.workflows.pipelines import STEPS
from widgets.common.choice import Choice, Option
from widgets.common.day_field import DayField
from widgets.common.field_group import FieldGroup
from widgets.common.inspector_frame import InspectorFrame
from widgets.common.labelled import Labelled
from widgets.common.person_field import PersonField
from widgets.common.text_area import TextArea
from widgets.common.text_field import TextField
from widgets.common.words import tr
from widgets.workflows.pipelines.board import STEP_TEXTS


class EntryInspector(InspectorFrame):
    """One entry at a time.

    Signals:
        edited: fields have other values (name -> value).
        moved: the entry is to stand in another step.
    """

    edited = Signal(object)
    moved = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.entry: PipelineEntry | None = None
        self._people: Mapping[str, object] | None = None
        self.fields = FieldGroup[PipelineEntry]()
        self.title, self.address = Labelled(TextField()), Labelled(TextField())
        self.person, self.step = Labelled(PersonField()), Labelled(Choice())
        self.due, self.notes = Labelled(DayField("d MMM yyyy")), Labelled(TextArea(4))
        self.title.field.setProperty("weight", "medium")
        for row in ((self.title,), (self.person,), (self.step, self.due), (self.address,), (self.notes,)):
            self.fields.add_row(*row)
        self.fill((self.fields,))
        self.title.field.committed.connect(self._on_title)
        self.address.field.committed.connect(lambda text: self.edited.emit({"address": text.strip()}))
        self.notes.field.committed.connect(lambda text: self.edited.emit({"notes": text}))
        self.due.field.entered.connect(lambda day: self.edited.emit({"due": day}))
        self.person.field.chosen.connect(lambda key: self.edited.emit({"member": key}))
        self.step.field.chosen.connect(self.moved)
        self.retranslate()

    @override
    def retranslate(self) -> None:
        self.title.set_label(tr("pipelines.field.title"))
        self.person.set_label(tr("pipelines.field.member"))
        self.person.field.setPlaceholderText(tr("members.merge.whom.hint"))
        self.step.set_label(tr("pipelines.field.step"))
        self.due.set_label(tr("pipelines.field.due"))
        self.address.set_label(tr("pipelines.field.address"))
        self.notes.set_label(tr("members.field.notes"))
        self.empty.set_texts(tr("pipelines.inspector.empty"))
        self._show_head()

    def show_entry(self, entry: PipelineEntry | None, members: Members) -> None:
        """Show an entry; what is being typed goes to the one before."""
        if (entry.id if entry else "") != (self.entry.id if self.entry else ""):
            self.flush()
        self.entry = entry
        self.show_fields(something=entry is not None)
        self._show_head()
        if entry is None:
            return
        self.title.field.show_value(entry.title)
        self.address.field.show_value(entry.address)
        self.notes.field.show_value(entry.notes)
        self.due.field.show_day(entry.due, none=tr("members.day.none"))
        self.person.field.show_people((it.id, it.name) for it in members.in_order(members.all.values(), "name"))
        self.person.field.show_person(entry.member)
        self.step.field.show_options([Option(it, tr(STEP_TEXTS[entry.pipeline, it])) for it in STEPS[entry.pipeline]])
        self.step.field.show_value(entry.step)

    def flush(self) -> None:
        """Give what is being typed, now."""
        for field in (self.title, self.address, self.notes):
            field.field.flush()

    def focus_title(self) -> None:
        """Let the title be written."""
        self.title.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.title.field.selectAll()

    def _on_title(self, text: str) -> None:
        if text.strip():
            self.edited.emit({"title": text.strip()})
        elif self.entry:
            self.title.field.show_value(self.entry.title)

    def _show_head(self) -> None:
        kind = self.entry.pipeline if self.entry else Pipeline.CONTRIBUTION
        contribution = kind is Pipeline.CONTRIBUTION
        title = tr("pipelines.contribution.one") if contribution else tr("pipelines.ambassador.one")
        family, sign = ("challenge", "pencil") if contribution else ("recognition", "medal")
        self.head.show_what(title, family, sign, active=self.entry is not None)
        self.head.duplicate.hide()
