"""A titled group of settings: one row each, with its control at the right."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from widgets.common.card import Card
from widgets.common.hairline import hairline
from widgets.common.icon_label import IconLabel


@dataclass(frozen=True, slots=True)
class Row:
    """One setting on screen."""

    title: QLabel
    note: QLabel
    frame: QWidget

    def set_texts(self, title: str, note: str = "") -> None:
        """Say what is set and what it does."""
        self.title.setText(title)
        self.note.setText(note)
        self.note.setVisible(bool(note))


class Section(QWidget):
    """Rows of 48 px in one card."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heading = plain_label("h14")
        self.rows: list[Row] = []
        self._card = Card()
        self._column = self._card.body
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 18)
        whole.setSpacing(8)
        whole.addWidget(self.heading)
        whole.addWidget(self._card)

    def add_row(self, *controls: QWidget, travels: bool = False) -> Row:
        """Add a setting; `travels` marks what belongs to the playbook."""
        if self.rows:
            line = hairline()
            self._column.addWidget(line)
        frame = QWidget()
        frame.setMinimumHeight(48)
        across = QHBoxLayout(frame)
        across.setContentsMargins(13, 7, 13, 7)
        across.setSpacing(8)
        title, note = plain_label(""), plain_label("setting-note")
        note.setWordWrap(True)
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(title)
        if travels:
            head.addWidget(IconLabel("file", "text_muted", 14))
        head.addStretch()
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addStretch()
        words.addLayout(head)
        words.addWidget(note)
        words.addStretch()
        across.addLayout(words, 1)
        across.addSpacing(16)
        for control in controls:
            across.addWidget(control, 0, Qt.AlignmentFlag.AlignVCenter)
        self._column.addWidget(frame)
        row = Row(title, note, frame)
        self.rows.append(row)
        return row

    def retranslate(self) -> None:
        """Set every text anew."""

    def show_matching(self, words: str) -> bool:
        """Hide the rows that do not hold the words; return whether any does."""
        found = False
        for row in self.rows:
            fits = words.casefold() in f"{row.title.text()} {row.note.text()} {self.heading.text()}".casefold()
            row.frame.setVisible(fits)
            found = found or fits
        self.setVisible(found)
        return found


def plain_label(look: str) -> QLabel:
    """Return a label that shows its text letter by letter."""
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    if look:
        label.setProperty("look", look)
    return label
