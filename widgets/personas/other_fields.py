"""Fields of a section and of a persona as a whole, and the card that says what is missing."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QFrame, QLabel, QProgressBar, QSizePolicy, QVBoxLayout
from typing_extensions import override

from app.personas.completeness import Completeness
from app.personas.persona import Persona
from app.personas.section import PersonaSection, Shape
from widgets.common.choice import Choice, Option
from widgets.common.colour_row import ColourRow
from widgets.common.field_group import FieldGroup
from widgets.common.icon_choice import IconChoice
from widgets.common.labelled import Labelled
from widgets.common.paragraph import Paragraph
from widgets.common.text_area import TextArea
from widgets.common.text_field import TextField
from widgets.common.words import tr, words
from widgets.personas.wording import SHAPE_TEXTS

SHOWN: Final = 4  # things that are missing
ABOUT_TEXTS: Final[Mapping[Shape, str]] = {
    Shape.CHIPS: "personas.shape.chips.about",
    Shape.LIST: "personas.shape.list.about",
    Shape.SIGNALS: "personas.shape.signals.about",
    Shape.QUOTES: "personas.shape.quotes.about",
    Shape.TEXT: "personas.shape.text.about",
    Shape.PROGRAMS: "personas.shape.programs.about",
}


class SectionFields(FieldGroup[PersonaSection]):
    """Name, shape and icon."""

    def __init__(self) -> None:
        super().__init__()
        self.name, self.shape, self.icon = Labelled(TextField()), Labelled(Choice()), Labelled(IconChoice())
        self.about = Paragraph(look="setting-note")
        for part in (self.name, self.shape, self.about, self.icon):
            self.column.addWidget(part)
        self.name.field.committed.connect(lambda text: self.tell(name=text.strip()) if text.strip() else None)
        self.shape.field.chosen.connect(lambda key: self.tell(shape=Shape(key)))
        self.icon.field.chosen.connect(lambda name: self.tell(icon=name))
        self.retranslate()

    @override
    def retranslate(self) -> None:
        self.name.set_label(tr("personas.field.section"))
        self.shape.set_label(tr("personas.field.shape"))
        self.shape.field.show_options([Option(str(key), tr(text)) for key, text in SHAPE_TEXTS.items()])
        self.icon.set_label(tr("personas.field.icon"))
        self.show_values()

    @override
    def show_values(self) -> None:
        if self.things:
            section = self.things[0]
            self.name.field.show_value(section.name)
            self.shape.field.show_value(str(section.shape))
            self.about.setText(tr(ABOUT_TEXTS[section.shape]))
            self.icon.field.show_value(section.icon or "list", "ops")

    @override
    def flush(self) -> None:
        self.name.field.flush()


class PersonaFields(FieldGroup[Persona]):
    """A line about the persona, and its colour."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.summary, self.colour = Labelled(TextArea(2)), Labelled(ColourRow())
        for part in (self.summary, self.colour):
            self.column.addWidget(part)
        self.summary.field.committed.connect(lambda text: self.tell(summary=text))
        self.colour.field.chosen.connect(lambda family: self.tell(colour=family))
        self.retranslate()

    @override
    def retranslate(self) -> None:
        self.summary.set_label(tr("personas.field.summary"))
        self.colour.set_label(tr("personas.field.colour"))
        self.show_values()

    @override
    def show_values(self) -> None:
        if self.things:
            self.summary.field.show_value(self.things[0].summary)
            self.colour.field.show_colour(self.things[0].colour)

    @override
    def flush(self) -> None:
        self.summary.field.flush()


class CompletenessCard(QFrame):
    """Share, bar, and what is missing."""

    def __init__(self) -> None:
        super().__init__()
        self._complete = Completeness(0)
        self.setProperty("look", "card")
        self.title, self.bar, self.missing = QLabel(), QProgressBar(), Paragraph(look="caption")
        self.title.setProperty("look", "strong-small")
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(4)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 10)
        column.setSpacing(6)
        for part in (self.title, self.bar, self.missing):
            column.addWidget(part)

    def show_completeness(self, complete: Completeness) -> None:
        """Show how complete a persona is."""
        self._complete = complete
        percent = complete.percent
        self.title.setText(tr("personas.complete", percent=percent))
        self.bar.setAccessibleName(self.title.text())
        state = "good" if percent >= 80 else "low"
        if self.bar.property("state") != state:
            self.bar.setProperty("state", state)
            self.bar.style().unpolish(self.bar)
            self.bar.style().polish(self.bar)
        self.bar.setValue(percent)
        shown = [words(it) for it in complete.missing[:SHOWN]]
        if len(complete.missing) > SHOWN:
            shown.append(tr("personas.missing.more", n=len(complete.missing) - SHOWN))
        self.missing.setText(
            tr("personas.missing", things=", ".join(shown)) if shown else tr("personas.missing.nothing")
        )

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.show_completeness(self._complete)
        super().changeEvent(event)
