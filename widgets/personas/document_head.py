"""The top of the document: the picture, the name and the quote of a persona, and what is spent on it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from app.personas.persona import Persona
from widgets.common.text_field import TextField
from widgets.common.words import Retranslated, tenths, tr
from widgets.personas.face import Face, FindPicture
from widgets.personas.wording import quoted, unquoted


class DocumentHead(Retranslated):
    """Typed where it stands.

    Signals:
        edited: fields of the persona have other values.
        face_pressed: the picture is to be changed.
    """

    edited = Signal(object)
    face_pressed = Signal()

    def __init__(self, find: FindPicture, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.face = Face(56, find)
        self.name, self.quote, self.note = TextField(), TextField(), QLabel()
        self.name.setProperty("look", "document-title")
        self.quote.setProperty("look", "document-quote")
        self.hours, self.of = QLabel(), QLabel()
        self.hours.setProperty("look", "title-calendar")
        self.of.setProperty("look", "caption")
        self.note.setProperty("look", "muted")
        self.note.setWordWrap(True)
        self.note.setContentsMargins(6, 0, 0, 0)
        for label in (self.hours, self.of, self.note):
            label.setTextFormat(Qt.TextFormat.PlainText)
        words = QVBoxLayout()
        words.setSpacing(0)
        for part in (self.name, self.quote, self.note):
            words.addWidget(part)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addStretch()
        right.addWidget(self.hours, 0, Qt.AlignmentFlag.AlignRight)
        right.addWidget(self.of, 0, Qt.AlignmentFlag.AlignRight)
        right.addStretch()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 14)
        row.setSpacing(12)
        row.addWidget(self.face)
        row.addLayout(words, 1)
        row.addLayout(right)
        self.face.clicked.connect(self.face_pressed)
        self.name.committed.connect(self._on_name)
        self.quote.committed.connect(lambda text: self.edited.emit({"quote": unquoted(text)}))
        self.retranslate()

    @override
    def retranslate(self) -> None:
        self.face.setAccessibleName(tr("personas.face"))
        self.face.setToolTip(tr("personas.face"))
        self.name.setAccessibleName(tr("personas.field.name"))
        self.quote.setAccessibleName(tr("personas.field.quote"))
        self.quote.set_hint(tr("personas.quote.hint"))
        self.note.setText(tr("personas.blank.about"))
        self.of.setText(tr("personas.hours.quarter"))

    def show_persona(self, persona: Persona | None, hours: float) -> None:
        """Show whose document it is; None is the blank template."""
        for part in (self.face, self.quote, self.hours, self.of):
            part.setVisible(persona is not None)
        self.note.setVisible(persona is None)
        self.name.setReadOnly(persona is None)
        self.name.setFocusPolicy(Qt.FocusPolicy.NoFocus if persona is None else Qt.FocusPolicy.StrongFocus)
        self.name.show_value(persona.name if persona else tr("personas.blank"))
        if persona is not None:
            self.face.show_persona(persona)
            self.quote.show_value(quoted(persona.quote))
            self.hours.setText(tr("personas.hours", hours=tenths(hours)))

    def flush(self) -> None:
        """Give what is being typed, now."""
        if not self.name.isReadOnly():
            self.name.flush()
            self.quote.flush()

    def _on_name(self, text: str) -> None:
        if text.strip():
            self.edited.emit({"name": text.strip()})
