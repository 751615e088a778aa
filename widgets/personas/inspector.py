"""The inspector: what is selected in the document, or the persona as a whole with what serves it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from app.calendar.plan import Plan
from app.personas.also_said import also_said
from app.personas.completeness import Completeness
from app.personas.persona import Persona
from app.personas.section import PersonaCard, PersonaSection, Shape
from app.personas.snapshot import Personas
from widgets.common.inspector_frame import InspectorFrame
from widgets.common.link_rows import Row, Rows
from widgets.common.words import tr
from widgets.personas.card_fields import Answer, CardFields
from widgets.personas.evidence import AlsoSaid, Evidence
from widgets.personas.idea_list import IdeaList
from widgets.personas.other_fields import CompletenessCard, PersonaFields, SectionFields
from widgets.personas.section_view import USUAL_ICON
from widgets.personas.wording import CARD_TEXTS, SHAPE_TEXTS

Served = tuple[str, Sequence[Row]]  # heading and lines


class PersonaInspector(InspectorFrame):
    """One of three sets of fields, and at the foot how complete the persona is.

    Signals:
        card_edited, section_edited, persona_edited: fields have other values (id, fields).
        answered: other things answer a card (its id, (kind, id) pairs).
        measured: a signal was measured (its id, the value).
        quote_added: a quote was typed as evidence for a card (id of the card, text).
        card_requested: a card is to be shown (its id).
        thing_requested: something that serves the persona is to be shown ((page, id)).
        manage_requested: the things that a field chooses among are to be edited (name of the side, the field).
    """

    card_edited = Signal(str, object)
    section_edited = Signal(str, object)
    persona_edited = Signal(str, object)
    answered = Signal(str, object)
    measured = Signal(str, float)
    quote_added = Signal(str, str)
    card_requested = Signal(str)
    thing_requested = Signal(object)
    manage_requested = Signal(str, QWidget)

    def __init__(self) -> None:
        super().__init__()
        self.id = ""
        self.card, self.section, self.persona = CardFields(), SectionFields(), PersonaFields()
        self.evidence, self.also, self.complete = Evidence(), AlsoSaid(), CompletenessCard()
        self.served = (Rows(), Rows(), Rows())
        self.ideas = IdeaList()
        self.fill((self.card, self.evidence, self.also, self.section, self.persona, self.ideas, *self.served))
        foot = QVBoxLayout()
        foot.setContentsMargins(16, 8, 16, 16)
        foot.addWidget(self.complete)
        outer = self.layout()
        assert isinstance(outer, QVBoxLayout)
        outer.addLayout(foot)
        self._connect()
        self.retranslate()

    def _connect(self) -> None:
        self.card.edited.connect(lambda fields: self.card_edited.emit(self.id, fields))
        self.card.answered.connect(lambda answers: self.answered.emit(self.id, answers))
        self.card.measured.connect(lambda value: self.measured.emit(self.id, value))
        self.card.manage_requested.connect(self.manage_requested)
        self.section.edited.connect(lambda fields: self.section_edited.emit(self.id, fields))
        self.persona.edited.connect(lambda fields: self.persona_edited.emit(self.id, fields))
        self.evidence.added.connect(lambda text: self.quote_added.emit(self.id, text))
        self.evidence.pressed.connect(self.card_requested)
        self.also.pressed.connect(self.card_requested)
        for rows in self.served:
            rows.pressed.connect(self.thing_requested)

    @override
    def retranslate(self) -> None:
        self.empty.set_texts(
            tr("personas.inspector.empty"),
            keys=(("Ins", tr("personas.action.card")), ("Enter", tr("personas.key.open"))),
        )

    def _show_only(self, *groups: QWidget) -> None:
        for group in (self.card, self.evidence, self.also, self.section, self.persona, *self.served):
            group.setVisible(group in groups)

    def _begin(self, id: str) -> None:
        """Give what is being typed to what was shown before."""
        if id != self.id:
            self.flush()
            self.area.verticalScrollBar().setValue(0)
        self.id = id
        self.show_fields(something=bool(id))

    def show_card(self, personas: Personas, plan: Plan, card: PersonaCard, offered: Mapping[str, Answer]) -> None:
        """Show a card of the document."""
        self._begin(card.id)
        shape, section = personas.shape_of(card), personas.section[card.section]
        self._show_only(self.card, *([self.evidence] if shape in (Shape.LIST, Shape.CHIPS, Shape.SIGNALS) else []))
        name = tr(CARD_TEXTS[section.key]) if section.key in CARD_TEXTS else section.name
        self.head.show_what(name, "ops", section.icon or USUAL_ICON, active=True)
        self.card.show_card(personas, plan, card, offered)
        self.evidence.show_quotes(personas.evidence(card.id))
        others = [(it, personas.all[personas.persona_of(it.id)]) for it in also_said(personas, card)]
        self.also.show_cards(others)

    def show_section(self, section: PersonaSection) -> None:
        """Show a section of the document."""
        self._begin(section.id)
        self._show_only(self.section)
        title = tr("personas.inspector.section", shape=tr(SHAPE_TEXTS[section.shape]))
        self.head.show_what(title, "ops", section.icon or USUAL_ICON, active=True)
        self.head.duplicate.hide()
        self.section.show_things([section])

    def show_persona(self, persona: Persona | None, served: Sequence[Served]) -> None:
        """Show the persona as a whole with what serves it; None is the blank template."""
        self._begin(persona.id if persona else "")
        self.head.show_what(tr("personas.inspector.persona"), "ops", "users", active=persona is not None)
        if persona is None:
            self.empty.setVisible(True)
            return
        self._show_only(self.persona, *self.served)
        self.persona.show_things([persona])
        for rows, (heading, lines) in zip(self.served, served, strict=True):
            rows.show_rows(heading, lines)

    def show_completeness(self, complete: Completeness | None) -> None:
        """Show how complete the persona is; None where that cannot be said."""
        self.complete.setVisible(complete is not None)
        if complete is not None:
            self.complete.show_completeness(complete)

    def flush(self) -> None:
        """Give what is being typed, now."""
        for group in (self.card, self.section, self.persona):
            group.flush()
