"""The list at the left: the personas in their order, new ones, the archived ones under a fold, the blank template."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from app.personas.completeness import Completeness
from app.personas.persona import Persona
from app.personas.snapshot import BLANK
from widgets.common.elided_label import ElidedLabel
from widgets.common.reorder_drag import DropLine
from widgets.common.theme import theme
from widgets.common.words import Retranslated, tr
from widgets.personas.face import FindPicture
from widgets.personas.persona_row import PersonaRow, PlainRow

LEFT: Final = 228
MOST_SCALE: Final = 1.25
ADVISED: Final = (2, 6)


class PersonaList(Retranslated):
    """Rows as buttons; one of them is chosen.

    Signals:
        chosen: another persona, or BLANK for the template (its id).
        new_requested: a persona is to be added.
        moved: a persona is to stand elsewhere (id, row).
        menu_requested: what can be done with the chosen one is wanted (a place on the screen).
    """

    chosen = Signal(str)
    new_requested = Signal()
    moved = Signal(str, int)
    menu_requested = Signal(object)

    def __init__(self, find: FindPicture, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._find, self._folded, self._now = find, True, ""
        self._people: Sequence[Persona] = ()
        self._away: Sequence[Persona] = ()
        self._complete: Mapping[str, Completeness] = {}
        self.rows: dict[str, PersonaRow] = {}
        self.count, self.advised = QLabel(), ElidedLabel()
        self.count.setProperty("look", "strong-small")
        self.advised.setProperty("look", "setting-note")
        self.count.setTextFormat(Qt.TextFormat.PlainText)
        self.advised.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.new, self.fold, self.blank = PlainRow("plus"), PlainRow("chevron-right"), PlainRow("layout-template")
        self.blank.setCheckable(True)
        self._build()
        self.new.clicked.connect(self.new_requested)
        self.fold.clicked.connect(self._on_fold)
        self.blank.clicked.connect(lambda: self.chosen.emit(BLANK))
        for row in (self.new, self.fold, self.blank):
            row.walked.connect(self._walk)
        self.retranslate()

    def _build(self) -> None:
        theme().changed.connect(self._fit)
        self._fit()
        head = QHBoxLayout()
        head.setContentsMargins(9, 3, 9, 5)
        head.addWidget(self.count)
        head.addWidget(self.advised, 1)
        self._body = QWidget()
        self._column = QVBoxLayout(self._body)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self._line = DropLine(self._body)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setWidget(self._body)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(10, 12, 10, 8)
        outer.setSpacing(4)
        outer.addLayout(head)
        outer.addWidget(self.area, 1)
        outer.addWidget(self.blank)

    @override
    def retranslate(self) -> None:
        self.setAccessibleName(tr("personas.list"))
        self.new.set_words(tr("personas.new"))
        self.blank.set_words(tr("personas.blank"))
        self.advised.setText(tr("personas.advised", least=ADVISED[0], most=ADVISED[1]))
        self._fill()

    def show_personas(
        self, people: Sequence[Persona], away: Sequence[Persona], complete: Mapping[str, Completeness], now: str
    ) -> None:
        """Show the personas, those that are archived, how complete each is, and which one is chosen."""
        same = (list(people), list(away), dict(complete)) == (self._people, self._away, self._complete)
        self._people, self._away, self._complete = list(people), list(away), dict(complete)
        if any(it.id == now for it in away):
            same, self._folded = same and not self._folded, False
        self._now = now
        if not same:
            self._fill()
        for key, row in self.rows.items():
            row.setChecked(key == now)
        self.blank.setChecked(now == BLANK)

    def focus_now(self) -> None:
        """Put the keyboard on the chosen row."""
        (self.rows.get(self._now) or self.new).setFocus(Qt.FocusReason.OtherFocusReason)

    def _fill(self) -> None:
        held = next((key for key, row in self.rows.items() if row.hasFocus()), "")
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None and widget not in (self.new, self.fold):
                widget.hide()
                widget.deleteLater()
        self.rows = {it.id: self._row(it) for it in self._people}
        for row in self.rows.values():
            self._column.addWidget(row)
        self._column.addWidget(self.new)
        self.fold.setVisible(bool(self._away))
        self._column.addWidget(self.fold)
        self.fold.set_words(tr("personas.archived", n=len(self._away)))
        self.fold.set_icon("chevron-right" if self._folded else "chevron-down")
        if not self._folded:
            for persona in self._away:
                self.rows[persona.id] = self._row(persona)
                self._column.addWidget(self.rows[persona.id])
        self._column.addStretch()
        self.count.setText(tr("personas.count", n=len(self._people)))
        if held in self.rows:
            self.rows[held].setFocus(Qt.FocusReason.OtherFocusReason)

    def _fit(self) -> None:
        """Grow with the text, as far as the document keeps its room."""
        self.setFixedWidth(round(LEFT * min(MOST_SCALE, max(1.0, theme().text_scale))))

    def _row(self, persona: Persona) -> PersonaRow:
        row = PersonaRow(persona, self._complete.get(persona.id, Completeness(0)), persona.summary, self._find)
        row.setChecked(persona.id == self._now)
        row.clicked.connect(lambda: self._on_pressed(persona.id))
        row.walked.connect(self._walk)
        row.menu_requested.connect(self.menu_requested)
        if not persona.archived:
            row.shifted.connect(lambda step: self._shift(persona.id, step))
            row.drag.moved.connect(self._show_line)
            row.drag.dropped.connect(lambda place: self.moved.emit(persona.id, self._row_at(place, persona.id)))
            row.drag.ended.connect(self._line.hide)
        return row

    def _on_pressed(self, persona: str) -> None:
        self.rows[persona].setChecked(True)
        self.chosen.emit(persona)

    def _on_fold(self) -> None:
        self._folded = not self._folded
        self._fill()

    def _shift(self, persona: str, step: int) -> None:
        at = [it.id for it in self._people].index(persona) + step
        if 0 <= at < len(self._people):
            self.moved.emit(persona, at)

    def _walk(self, step: int) -> None:
        stops: list[QWidget] = [*(self.rows[it.id] for it in self._people), self.new]
        if self._away:
            stops += [self.fold, *(row for key, row in self.rows.items() if row.persona.archived)]
        stops.append(self.blank)
        at = next((row for row, stop in enumerate(stops) if stop.hasFocus()), 0) + step
        if not 0 <= at < len(stops):
            return
        stop = stops[at]
        stop.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if isinstance(stop, PersonaRow):
            self._on_pressed(stop.persona.id)

    def _row_at(self, place: QPoint, held: str = "") -> int:
        """Return before which of the other rows a place on the screen is."""
        y = self._body.mapFromGlobal(place).y()
        others = [self.rows[it.id] for it in self._people if it.id != held]
        return sum(row.geometry().center().y() < y for row in others)

    def _show_line(self, place: QPoint) -> None:
        rows = [self.rows[it.id] for it in self._people]
        at = self._row_at(place)
        y = rows[at].y() - 1 if at < len(rows) else rows[-1].geometry().bottom() + 2
        self._line.stand(4, y, self._body.width() - 8, upright=False)
