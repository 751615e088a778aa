"""The action plan: each part read out of the records, with words for what belongs to none, and its gaps marked."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from app.plans.action_plan import PARTS, PLAN, Line, PlanPart, action_plan
from app.text.document import Document
from widgets.common.labelled import Labelled
from widgets.common.light_area import LightArea
from widgets.common.link_rows import Row, Rows
from widgets.common.nav_list import NavRow
from widgets.common.words import Retranslated, tr, words
from widgets.plans.bench import PlansBench
from widgets.plans.list_tab import ListTab
from widgets.plans.taking_out import writer
from widgets.records.record_editor import open_records

WIDTH: Final = 860
PART_TEXTS: Final = {
    "segments": "plans.part.segments",
    "methods": "plans.part.methods",
    "timing": "plans.part.timing",
    "feedback": "plans.part.feedback",
    "reporting": "plans.part.reporting",
    "measures": "plans.part.measures",
    "effort": "plans.part.effort",
}
ICONS: Final = {
    "persona": "users", "audience": "user", "channel": "megaphone", "tactic": "bookmark", "program": "layers",
    "event": "calendar", "procedure": "clipboard-check", "kpi": "gauge", "matrix": "scale",
}  # fmt: skip
PAGES: Final = {
    "persona": "personas", "event": "calendar", "kpi": "purpose", "audience": "plans", "procedure": "plans",
    "matrix": "calendar", "tactic": "plans",
}  # fmt: skip
MATRIX: Final = "view:matrix"  # of the calendar
RECORDS: Final = ("program", "channel")  # edited where they are named


class PartCard(Retranslated):
    """A part: its lines, then its words."""

    def __init__(self, bench: PlansBench, key: str) -> None:
        super().__init__()
        self._bench, self.key = bench, key
        self.rows, self.words = Rows(), Labelled(LightArea(2))
        frame = QFrame()
        frame.setProperty("look", "card")
        column = QVBoxLayout(frame)
        column.setContentsMargins(16, 8, 16, 14)
        column.setSpacing(8)
        column.addWidget(self.rows)
        column.addWidget(self.words)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)
        self.words.field.committed.connect(lambda text: bench.write(PLAN, key, text))
        self.retranslate()

    @override
    def retranslate(self) -> None:
        self.words.set_label(tr("plans.in_words"))
        self.words.field.setAccessibleName(f"{tr(PART_TEXTS[self.key])}: {tr('plans.in_words')}")

    def show_part(self, part: PlanPart) -> None:
        """Show what the records say; what is being typed stays."""
        self.rows.show_rows(tr(PART_TEXTS[self.key]), [_row(line) for line in part.lines])
        self.rows.setVisible(True)
        self.words.field.show_value(self._bench.plans.text(PLAN, self.key))


class ActionTab(ListTab):
    """Seven parts below each other; the list at the left says where something is missing."""

    def __init__(self, bench: PlansBench) -> None:
        super().__init__(bench)
        self.cards = {key: PartCard(bench, key) for key in PARTS}
        self._gaps = 0
        paper = QWidget()
        paper.setMaximumWidth(WIDTH)
        column = QVBoxLayout(paper)
        column.setContentsMargins(24, 16, 24, 24)
        column.setSpacing(14)
        for card in self.cards.values():
            column.addWidget(card)
            card.rows.pressed.connect(self._go_to)
        column.addStretch()
        self.area = QScrollArea()
        self.area.setWidget(paper)
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.stand_beside(self.area)
        self.list.chosen.connect(self._scroll_to)
        self.list.opened.connect(lambda key: self.cards[key].words.field.setFocus(Qt.FocusReason.OtherFocusReason))
        self.retranslate()

    @override
    def retranslate(self) -> None:
        self.list.setAccessibleName(tr("plans.tab.action"))
        self.show_plans()

    @override
    def subtitle(self) -> str:
        return tr("plans.action.subtitle", n=self._gaps) if self._gaps else tr("plans.action.whole")

    @override
    def show_plans(self) -> None:
        parts = action_plan(self.bench.plans)
        self._gaps = sum(part.gaps for part in parts)
        rows = []
        for part in parts:
            self.cards[part.key].show_part(part)
            sign, says = ("triangle-alert", tr("plans.gaps", n=part.gaps)) if part.gaps else ("", "")
            rows.append(NavRow(part.key, tr(PART_TEXTS[part.key]), sign=sign, sign_role="warning", says=says))
        self.list.show_rows(rows, self.list.key() or next(iter(PARTS)))

    @override
    def show_thing(self, id: str) -> bool:
        plan, part = self.bench.plans.part_of.get(id, (PLAN, id))
        if plan != PLAN or part not in PARTS:
            return False
        self.list.choose(part)
        self._scroll_to(part)
        return True

    @override
    def document(self) -> Document | None:
        return writer(self.bench).action() if self.bench.is_open() else None

    @override
    def flush(self) -> None:
        for card in self.cards.values():
            card.words.field.flush()

    @override
    def regions(self) -> Sequence[QWidget]:
        return (self.list, self.area)

    def _scroll_to(self, key: str) -> None:
        self.area.verticalScrollBar().setValue(self.cards[key].y() - 12)

    def _go_to(self, ref: tuple[str, str]) -> None:
        if ref[0] in RECORDS:
            open_records(self.bench.store, ref[0], self.list, ref[1])
        else:
            self.bench.desk.go(PAGES[ref[0]], MATRIX if ref[0] == "matrix" else ref[1])


def _row(line: Line) -> Row:
    text = line.title if isinstance(line.title, str) else words(line.title)
    said = [it if isinstance(it, str) else words(it) for it in line.detail if it]
    if line.gap:
        return Row("triangle-alert", "warning", text, " · ".join([words(line.gap), *said]), _target(line))
    sign = ICONS[line.ref[0]] if line.ref else "circle"
    return Row(sign, "text_muted", text, " · ".join(said), _target(line))


def _target(line: Line) -> tuple[str, str] | None:
    return line.ref if line.ref and (line.ref[0] in PAGES or line.ref[0] in RECORDS) else None
