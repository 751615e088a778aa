"""What the communication plan says to everybody: words that belong to no audience."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout
from typing_extensions import override

from app.plans.messages import PLAN, WORDS
from widgets.common.labelled import Labelled
from widgets.common.light_area import LightArea
from widgets.common.words import Retranslated, tr
from widgets.plans.bench import PlansBench

WORD_TEXTS: Final = {
    "purpose": "plans.words.purpose",
    "approval": "plans.words.approval",
    "rhythm": "plans.words.rhythm",
    "records": "plans.words.records",
}


class PlanWords(Retranslated):
    """Four fields, two beside each other."""

    def __init__(self, bench: PlansBench) -> None:
        super().__init__()
        self._bench = bench
        self.fields = {part: Labelled(LightArea(2)) for part in WORDS}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(8)
        for at, (part, field) in enumerate(self.fields.items()):
            grid.addWidget(field, at // 2, at % 2, Qt.AlignmentFlag.AlignTop)
            field.field.committed.connect(lambda text, part=part: bench.write(PLAN, part, text))
        self.retranslate()

    @override
    def retranslate(self) -> None:
        for part, field in self.fields.items():
            field.set_label(tr(WORD_TEXTS[part]))

    def show_words(self) -> None:
        """Show what the snapshot holds now; what is being typed stays."""
        for part, field in self.fields.items():
            field.field.show_value(self._bench.plans.text(PLAN, part))

    def flush(self) -> None:
        """Give what is being typed, now."""
        for field in self.fields.values():
            field.field.flush()
