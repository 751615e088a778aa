"""Quotes that are evidence for a card, and who else says the same."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from app.personas.persona import Persona
from app.personas.section import PersonaCard
from widgets.common.flow_layout import FlowLayout
from widgets.common.hairline import hairline
from widgets.common.icons import icon, put_icon
from widgets.common.link_rows import Row, Rows
from widgets.common.text_field import TextField
from widgets.common.words import Retranslated, day, tr
from widgets.personas.wording import quoted, unquoted


class Evidence(Retranslated):
    """Lines that lead to the quotes; a further quote is typed below them.

    Signals:
        pressed: a quote is to be shown (its id).
        added: a quote was typed (its text).
    """

    pressed = Signal(str)
    added = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._quotes: Sequence[PersonaCard] = ()
        self.heading, self.rows, self.line = QLabel(), Rows(), TextField()
        self.heading.setProperty("look", "strong")
        self.heading.setTextFormat(Qt.TextFormat.PlainText)
        self.rows.heading.hide()
        self.line.setProperty("look", "small")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 2, 0, 0)
        column.setSpacing(6)
        for part in (hairline(), self.heading, self.rows, self.line):
            column.addWidget(part)
        self.rows.pressed.connect(self._on_pressed)
        self.line.returnPressed.connect(self._on_entered)
        self.retranslate()

    @override
    def retranslate(self) -> None:
        self.line.set_hint(tr("personas.evidence.add"))
        self.line.setAccessibleName(tr("personas.evidence.add"))
        self.show_quotes(self._quotes)

    def show_quotes(self, quotes: Sequence[PersonaCard]) -> None:
        """Show other quotes."""
        self._quotes = quotes
        self.heading.setText(tr("personas.evidence", n=len(quotes)))
        rows = [Row("quote", "text_muted", quoted(it.text), _where(it), it.id) for it in quotes]
        self.rows.show_rows("", rows)
        self.rows.heading.hide()

    def _on_pressed(self, card: object) -> None:
        self.pressed.emit(str(card))

    def _on_entered(self) -> None:
        text = unquoted(self.line.text())
        self.line.clear()
        if text:
            self.added.emit(text)


def _where(quote: PersonaCard) -> str:
    return " · ".join(part for part in (quote.source, day(quote.day) if quote.day else "") if part)


class AlsoSaid(Retranslated):
    """Chips that lead to the same words of other personas.

    Signals:
        pressed: such a card is to be shown (its id).
    """

    pressed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heading, self._room = QLabel(), QWidget()
        self.heading.setProperty("look", "strong")
        self.heading.setTextFormat(Qt.TextFormat.PlainText)
        self._flow = FlowLayout(self._room, 6)
        self.chips: list[QPushButton] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 2, 0, 0)
        column.setSpacing(6)
        for part in (hairline(), self.heading, self._room):
            column.addWidget(part)
        self.retranslate()

    @override
    def retranslate(self) -> None:
        self.heading.setText(tr("personas.also"))

    def show_cards(self, cards: Sequence[tuple[PersonaCard, Persona]]) -> None:
        """Show where the same is said; hidden when it is nowhere."""
        self.setVisible(bool(cards))
        while self._flow.count():
            self._flow.takeAt(0)
        for chip in self.chips:
            chip.hide()
            chip.deleteLater()
        self.chips = []
        for card, persona in cards:
            chip = QPushButton(persona.name.replace("&", "&&"), self._room)
            chip.setProperty("look", "pill")
            put_icon(chip, icon("user", f"category.{persona.colour}.solid"), 12)
            chip.setAccessibleName(tr("personas.also.go", name=persona.name))
            chip.clicked.connect(lambda _=False, key=card.id: self.pressed.emit(key))
            self._flow.addWidget(chip)
            chip.show()
            self.chips.append(chip)
        self._room.updateGeometry()
