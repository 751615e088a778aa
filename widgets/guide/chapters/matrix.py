"""The escalation matrix: what is done about each scenario, by how grave it is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from typing_extensions import override

from app.guide.cover_words import lasting
from app.guide.escalation import Escalation, Scenario, Severity
from app.guide.matrix import add_scenario
from app.guide.snapshot import Guide, Row
from widgets.common.words import tr, words
from widgets.guide.bench import Bench
from widgets.guide.names import told_names
from widgets.guide.rows.cells import Cell, Column, Line
from widgets.guide.table_chapter import TableChapter

SIGNS: Final[Mapping[Severity, str]] = {
    Severity.LOW: "circle",
    Severity.MEDIUM: "triangle-alert",
    Severity.HIGH: "circle-alert",
}
SEVERITY_TEXTS: Final[Mapping[Severity, str]] = {
    Severity.LOW: "guide.severity.low",
    Severity.MEDIUM: "guide.severity.medium",
    Severity.HIGH: "guide.severity.high",
}
ROUTE_TEXTS: Final[Mapping[str, str]] = {
    "": "guide.route.here",
    "support": "guide.route.support",
    "legal": "guide.route.legal",
    "pr": "guide.route.pr",
    "product": "guide.route.product",
}


class MatrixChapter(TableChapter):
    """A row for each scenario and severity; scenarios are put in order, severities stand in their own."""

    def __init__(self, bench: Bench) -> None:
        super().__init__(bench)
        self.table.list.order_of = self._scenario_of

    def _scenario_of(self, row: Row) -> Row:
        thing = self.bench.guide.get(*row)
        return Row(Scenario, thing.scenario) if isinstance(thing, Escalation) else row

    @override
    def lines(self) -> Sequence[Line]:
        guide = self.bench.guide
        scenarios = guide.of(Scenario)
        self.note.setText(tr("guide.matrix.count", n=len(scenarios)))
        return [line for it in scenarios.values() for line in _lines_of(guide, it)]

    @override
    def add(self) -> None:
        made: list[str] = []
        if self.bench.run(lambda store: made.append(add_scenario(store, tr("guide.matrix.new")))):
            self.bench.open(Row(Escalation, made[0]))

    @override
    def retranslate(self) -> None:
        columns = (
            Column(tr("guide.matrix.scenario"), 3),
            Column(tr("guide.matrix.severity"), width=104),
            Column(tr("guide.matrix.action"), 4),
            Column(tr("guide.matrix.told"), 3),
            Column(tr("guide.matrix.within"), width=92),
        )
        self.table.set_columns(tr("guide.chapter.escalation"), columns)
        super().retranslate()


def _lines_of(guide: Guide, scenario: Scenario) -> Iterator[Line]:
    rows = guide.rows_of(scenario.id)
    if not rows:
        nothing = Cell(tr("guide.matrix.nothing"), "text_muted")
        yield Line(Row(Scenario, scenario.id), (Cell(scenario.name, weight=500), Cell(), nothing), scenario.name)
    for number, it in enumerate(rows):
        severity, within = tr(SEVERITY_TEXTS[it.severity]), words(lasting(it.within)) if it.within else "–"
        told = ", ".join(told_names(guide, it.told)) or tr("guide.matrix.nobody")
        if it.route:
            told = tr("guide.matrix.routed", told=told, where=tr(ROUTE_TEXTS[it.route]))
        cells = (
            Cell() if number else Cell(scenario.name, weight=500),
            Cell(severity, pill=it.severity.value, sign=SIGNS[it.severity]),
            Cell(it.action or "…", "text_2"),
            Cell(told),
            Cell(within, weight=500),
        )
        spoken = f"{scenario.name}, {severity}, {it.action}, {told}, {within}"
        yield Line(Row(Escalation, it.id), cells, spoken, joined=number > 0)
