"""Fields for the blanks of messages that nobody but a person can fill."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from app.workflows.sequence import SequenceStep
from widgets.common.elided_label import ElidedLabel
from widgets.common.text_field import TextField
from widgets.common.words import Retranslated, tr
from widgets.workflows.sequences.wording import blank_name

ROWS: Final = 4  # before it scrolls
ROW: Final = 40
NAME: Final = 200

Blank = tuple[str, str]  # step, and the name of its blank


class BlanksFields(Retranslated):
    """One line for each blank of each message; hidden while there is none. What was typed stays while others come."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.fields: dict[Blank, TextField] = {}
        self._before: Mapping[str, Mapping[str, str]] = {}
        self._shown: list[Blank] = []
        self._title, self._about = QLabel(), QLabel()
        self._title.setProperty("look", "label")
        self._about.setProperty("look", "setting-note")
        self._about.setWordWrap(True)
        self._inside = QWidget()
        self._grid = QGridLayout(self._inside)
        self._grid.setContentsMargins(0, 0, 4, 0)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(1, 1)
        self._area = QScrollArea()
        self._area.setWidget(self._inside)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for widget in (self._title, self._area, self._about):
            column.addWidget(widget)
        self.hide()
        self.retranslate()

    @override
    def retranslate(self) -> None:
        self._title.setText(tr("sequences.blanks.open"))
        self._about.setText(tr("sequences.blanks.open.about"))

    def propose(self, before: Mapping[str, Mapping[str, str]]) -> None:
        """Write into empty fields what was written there the last time."""
        self._before = before
        for (step, blank), field in self.fields.items():
            if not field.text():
                field.setText(before.get(step, {}).get(blank, ""))

    def show_open(self, blanks: Sequence[tuple[SequenceStep, str]]) -> None:
        """Ask for just these blanks."""
        wanted = [(step.id, blank) for step, blank in blanks]
        if wanted == self._shown:
            return
        self._shown = wanted
        while item := self._grid.takeAt(0):
            if (widget := item.widget()) is not None:
                widget.hide()
        for row, (step, blank) in enumerate(blanks):
            words = f"{step.name}: {blank_name(blank)}"
            name = ElidedLabel(look="second")
            name.setText(words)
            name.setFixedWidth(NAME)
            field = self.fields.setdefault((step.id, blank), TextField(self._inside))
            field.setAccessibleName(words)
            if not field.text():
                field.setText(self._before.get(step.id, {}).get(blank, ""))
            self._grid.addWidget(name, row, 0)
            self._grid.addWidget(field, row, 1)
            field.show()
        self._area.setFixedHeight(min(ROWS, max(1, len(blanks))) * ROW)
        self.setVisible(bool(blanks))

    def given(self) -> dict[str, dict[str, str]]:
        """Return what was written, by step."""
        found: dict[str, dict[str, str]] = {}
        for step, blank in self._shown:
            text = self.fields[step, blank].text().strip()
            if text:
                found.setdefault(step, {})[blank] = text
        return found
