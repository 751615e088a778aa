"""How often a scenario was seen, and whether it was answered in time: below its fields."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtWidgets import QVBoxLayout
from typing_extensions import override

from app.calendar.holidays import holidays
from app.guide.escalation import Severity
from app.guide.incident import Incident
from app.guide.incident_answer import Answer, answer_of, promise_of
from app.guide.incident_log import Log
from app.guide.snapshot import Row as GuideRow
from app.playbook.playbook import PLAYBOOK_ID, Playbook
from widgets.common.link_rows import Row, Rows
from widgets.common.words import Retranslated, tr
from widgets.guide.bench import Bench
from widgets.guide.incidents.words import ROLES, answered, when

SIGNS: Final[Mapping[Answer, str]] = {
    Answer.NOTED: "circle-check",
    Answer.IN_TIME: "circle-check",
    Answer.LATE: "triangle-alert",
    Answer.WAITING: "circle",
}


class SeenBefore(Retranslated):
    """A heading "Seen 2 times" with a line each, the latest on top; a line leads to the log."""

    def __init__(self, bench: Bench) -> None:
        super().__init__()
        self.bench = bench
        self._what: tuple[str, Severity | None] = ("", None)
        self.rows = Rows(ruled=True)
        self.rows.pressed.connect(self._on_pressed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.rows)

    def show_scenario(self, scenario: str, severity: Severity | None = None) -> None:
        """Show how often a scenario was seen, or only as grave as this."""
        self._what = (scenario, severity)
        self.retranslate()

    @override
    def retranslate(self) -> None:
        scenario, severity = self._what
        there = Log(self.bench.guide).seen(scenario) if scenario else []
        seen = [it for it in there if severity in {None, it.severity}]
        self.rows.show_rows(tr("incidents.seen", n=len(seen)), [self._row(it) for it in reversed(seen)])

    def _row(self, it: Incident) -> Row:
        guide = self.bench.guide
        book = guide.get(Playbook, PLAYBOOK_ID)
        off = holidays(book.holidays, it.day, it.day) if book and book.holidays else {}
        answer = answer_of(it, promise_of(guide, it))
        text, _ = answered(guide, it, off)
        return Row(SIGNS[answer], ROLES[answer], when(it, year=it.day.year != self.bench.today().year), text, it.id)

    def _on_pressed(self, incident: str) -> None:
        self.bench.open(GuideRow(Incident, incident))
