"""What a note is: text, category, paper, stage, persona, where it is known from, outcomes that it leads to."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy
from typing_extensions import override

from app.message import say
from app.personas.offering import offered
from app.purpose.board import Category, Note, NoteKind
from app.purpose.findings import is_outcome, outcomes_of
from app.purpose.surroundings import Surroundings
from app.purpose.wall import Wall
from widgets.common.chips_field import ChipsField
from widgets.common.choice import Choice, Option
from widgets.common.dots import dot
from widgets.common.field_group import FieldGroup
from widgets.common.icons import icon
from widgets.common.labelled import Labelled
from widgets.common.named_options import named_options, none_option
from widgets.common.text_area import TextArea
from widgets.common.text_field import TextField
from widgets.common.words import tr
from widgets.purpose.painting.fills import ICONS, fill_of
from widgets.purpose.painting.words import CATEGORY_TEXTS, name, text_of
from widgets.purpose.tools import FillRow


@dataclass(frozen=True, slots=True)
class _Outcome:
    id: str
    name: str
    colour: str = "loop"


class NoteFields(FieldGroup[Note]):
    """Fields of one note or several.

    Signals:
        outcomes_chosen: a note leads to other outcomes (ids).
        outcome_wanted: a new outcome is to be made and linked.
    """

    outcomes_chosen = Signal(object)
    outcome_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._wall: Wall | None = None
        self._around = Surroundings()
        self.text = Labelled(TextArea(4))
        self.category = Labelled(Choice())
        self.fill = Labelled(FillRow(24, squares=True))
        self.stage, self.persona = Labelled(Choice()), Labelled(Choice())
        self.outcomes = Labelled(ChipsField(say("purpose.field.outcome.link"), say("purpose.field.outcome.new")))
        self.source = Labelled(TextField())
        self.column.addWidget(self.text)
        self.column.addWidget(self.category)
        self.column.addWidget(self.fill)
        self.add_row(self.stage, self.persona)
        self.column.addWidget(self.outcomes)
        self.column.addWidget(self.source)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._connect()
        self.retranslate()

    def _connect(self) -> None:
        self.text.field.committed.connect(lambda text: self.tell(text=text))
        self.category.field.chosen.connect(lambda key: self.tell(category=Category(key)))
        self.fill.field.chosen.connect(lambda fill: self.tell(fill=fill))
        self.stage.field.chosen.connect(lambda key: self.tell(stage=key))
        self.stage.field.manage_requested.connect(lambda: self.manage_requested.emit("stage", self.stage))
        self.persona.field.chosen.connect(lambda key: self.tell(persona=key))
        self.persona.field.manage_requested.connect(lambda: self.manage_requested.emit("persona", self.persona))
        self.source.field.committed.connect(lambda text: self.tell(source=text))
        self.outcomes.field.chosen.connect(self.outcomes_chosen)
        self.outcomes.field.manage_requested.connect(self.outcome_wanted)

    @override
    def retranslate(self) -> None:
        self.text.set_label(tr("purpose.field.text"))
        self.category.set_label(tr("purpose.field.category"))
        self.fill.set_label(tr("purpose.field.colour"))
        self.stage.set_label(tr("purpose.field.stage"))
        self.persona.set_label(tr("purpose.field.persona"))
        self.outcomes.set_label(tr("purpose.field.outcomes"))
        self.source.set_label(tr("purpose.field.source"))
        self.source.field.set_hint(tr("purpose.field.source.hint"))
        self.show_values()

    def show_notes(self, wall: Wall, around: Surroundings, notes: list[Note]) -> None:
        """Show notes of a board."""
        self._wall, self._around = wall, around
        self.show_things(notes)

    @override
    def show_values(self) -> None:
        if not self.things or self._wall is None:
            return
        one = self.things[0] if len(self.things) == 1 else None
        written = [note for note in self.things if note.kind is NoteKind.NOTE]
        paper = len(written) == len(self.things)
        for part, shown in (
            (self.text, one is not None and one.kind is not NoteKind.IMAGE),
            (self.category, all(note.kind in (NoteKind.NOTE, NoteKind.FRAME) for note in self.things)),
            (self.fill, paper),
            (self.stage, paper),
            (self.persona, paper),
            (self.source, paper),
            (self.outcomes, one is not None and paper and not is_outcome(one)),
        ):
            part.setVisible(shown)
        if one:
            self.text.field.show_value(text_of(one, self._around))
        self._show_choices()
        if one and paper:
            self._show_outcomes(self._wall, one)

    def _show_choices(self) -> None:
        around = self._around
        self.category.field.show_options(
            [Option(it.value, tr(text), icon(ICONS[it], "text_muted")) for it, text in CATEGORY_TEXTS.items()]
        )
        self.category.field.show_value(self.shared(lambda note: note.category.value))
        self.fill.field.show_fill(self.shared(fill_of))
        stages = [
            Option(it.id, it.name, dot(f"category.{it.colour}.solid"), look=it.colour) for it in around.stages.values()
        ]
        self.stage.field.show_options([none_option(), *stages], tr("purpose.field.stage.manage"))
        self.stage.field.show_value(self.shared(lambda note: note.stage))
        personas = offered(around.personas, (note.persona for note in self.things))
        self.persona.field.show_options(named_options(personas), tr("purpose.field.persona.manage"))
        self.persona.field.show_value(self.shared(lambda note: note.persona))
        self.source.field.show_value(self.shared(lambda note: note.source))

    def _show_outcomes(self, wall: Wall, note: Note) -> None:
        every = {it.id: _Outcome(it.id, name(it)) for it in wall.notes.values() if is_outcome(it)}
        self.outcomes.field.show_value(every, [it.id for it in outcomes_of(wall, note)])

    @override
    def flush(self) -> None:
        self.text.field.flush()
        self.source.field.flush()
