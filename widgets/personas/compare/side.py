"""What the chosen chip is about: who says it, and why that is the same; or what is missing, and what would help."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from app.personas.compare import Comparison, Overlap
from app.personas.ideas import Idea
from app.personas.persona import Persona
from widgets.common.hairline import hairline
from widgets.common.inspector_frame import InspectorFrame
from widgets.common.link_rows import Row, Rows
from widgets.common.words import tr
from widgets.personas.compare.chip import CompareChip, Look
from widgets.personas.compare.overlap_map import OverlapMap
from widgets.personas.idea_list import IdeaList


class CompareSide(InspectorFrame):
    """One set of parts for everything; those that say nothing are hidden.

    Signals:
        confirmed, parted, taken_back: what a person says of the match that is shown.
        fix_requested: what is missing is to be written, or the card edited.
        thing_requested: something that answers it is to be shown ((page, id)).
        planned: an idea is to be planned (the Idea).
    """

    confirmed = Signal()
    parted = Signal()
    taken_back = Signal()
    fix_requested = Signal()
    thing_requested = Signal(object)
    planned = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.chip = QVBoxLayout()
        self.about, self.why = _text("second"), _text("caption")
        self.yes, self.no, self.back, self.fix = QPushButton(), QPushButton(), QPushButton(), QPushButton()
        self.ideas, self.answers, self.map = IdeaList(), Rows(ruled=True), OverlapMap()
        self.map_title = QLabel()
        self.map_title.setProperty("look", "strong")
        self._line = hairline()
        self.fill((self._head_part(), self.answers, self.ideas, self._line, self.map_title, self.map))
        self.yes.clicked.connect(self.confirmed)
        self.no.clicked.connect(self.parted)
        self.back.clicked.connect(self.taken_back)
        self.fix.clicked.connect(self.fix_requested)
        self.answers.pressed.connect(self.thing_requested)
        self.ideas.planned.connect(self.planned)
        self.retranslate()

    def _head_part(self) -> QWidget:
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(self.chip)
        column.addWidget(self.about)
        column.addWidget(self.why)
        row = QHBoxLayout()
        row.setSpacing(6)
        for button in (self.yes, self.no, self.back, self.fix):
            button.setProperty("look", "small")
            row.addWidget(button)
        row.addStretch()
        column.addLayout(row)
        return part

    @override
    def retranslate(self) -> None:
        self.empty.set_texts(tr("personas.compare.empty"))
        self.yes.setText(tr("personas.compare.same"))
        self.no.setText(tr("personas.compare.different"))
        self.back.setText(tr("personas.compare.back"))
        self.map_title.setText(tr("personas.compare.map"))

    def show_map(self, personas: Sequence[Persona], found: Comparison) -> None:
        """Show how much they share."""
        self.map.show_comparison(personas, found)
        shown = 2 <= len(personas) <= 3
        self.map_title.setVisible(shown)
        self._line.setVisible(shown)

    def show_nothing(self) -> None:
        """Show only how much they share."""
        self.head.show_what(tr("personas.compare"), "ops", "users", active=False)
        self._show_chip(None)
        self._say(tr("personas.compare.empty"), "")
        self._offer(verdict=None, fix="")
        self.answers.show_rows("", [])
        self.ideas.show_ideas("", [], [])
        self.show_fields(something=True)

    def show_overlap(self, overlap: Overlap, words: str, note: str, names: Sequence[str]) -> None:
        """Show what several say, and the words by which that was found."""
        self.head.show_what(tr("personas.compare.overlap"), "ops", "users", active=True)
        self._show_chip(CompareChip(words, note, Look.SHARED))
        said = tr("personas.compare.shared", who=tr("personas.and").join(names))
        pairs = ", ".join(one if one == other else f"{one} ~ {other}" for one, other in overlap.words)
        if overlap.confirmed:
            why = tr("personas.compare.confirmed")
        else:
            why = tr("personas.compare.why", words=pairs) if pairs else tr("personas.compare.equal")
        self._say(said, why)
        self._offer(verdict=overlap.confirmed, fix="")

    def show_card(self, words: str, who: str) -> None:
        """Show what one says alone."""
        self.head.show_what(tr("personas.compare.alone"), "ops", "user", active=True)
        self._show_chip(CompareChip(words, "", Look.PLAIN))
        self._say(tr("personas.compare.only", who=who), "")
        self._offer(verdict=None, fix=tr("personas.compare.edit"))

    def show_gap(self, words: str, about: str, fix: str) -> None:
        """Show what is missing, and how it is mended."""
        self.head.show_what(tr("personas.compare.gap"), "ops", "triangle-alert", active=True)
        self._show_chip(CompareChip(words, "", Look.GAP))
        self._say(about, "")
        self._offer(verdict=None, fix=fix)

    def show_help(self, answers: Sequence[Row], ideas: Sequence[Idea], personas: Sequence[str]) -> None:
        """Show what answers it already, and what could."""
        self.answers.show_rows(tr("personas.compare.answers", n=len(answers)), answers)
        self.ideas.show_ideas(tr("personas.ideas"), ideas, personas)
        self.show_fields(something=True)

    def _show_chip(self, chip: CompareChip | None) -> None:
        while (item := self.chip.takeAt(0)) is not None:
            if old := item.widget():
                old.hide()
                old.deleteLater()
        if chip is not None:
            chip.setEnabled(False)
            self.chip.addWidget(chip)

    def _say(self, about: str, why: str) -> None:
        self.about.setText(about)
        self.why.setText(why)
        self.why.setVisible(bool(why))
        for button in (self.head.duplicate, self.head.delete):
            button.hide()

    def _offer(self, *, verdict: bool | None, fix: str) -> None:
        self.yes.setVisible(verdict is False)
        self.no.setVisible(verdict is not None)
        self.back.setVisible(verdict is True)
        self.fix.setVisible(bool(fix))
        self.fix.setText(fix)


def _text(look: str) -> QLabel:
    label = QLabel()
    label.setProperty("look", look)
    label.setWordWrap(True)
    return label
