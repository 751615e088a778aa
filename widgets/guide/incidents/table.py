"""The log as a table, the latest on top."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime

from app.guide.incident import Incident
from app.guide.incident_answer import is_overdue, promise_of
from app.guide.incident_log import Log
from app.guide.snapshot import Row
from widgets.common.words import tr
from widgets.guide.bench import Bench
from widgets.guide.chapters.matrix import SIGNS
from widgets.guide.incidents.words import (
    answered,
    follow_ups,
    scenario_name,
    severity_name,
    strike_given,
    when,
)
from widgets.guide.rows.cells import Cell, Column, Line
from widgets.guide.rows.view import RowTable


class LogTable(RowTable):
    """When, what, who, how grave, answered, and what came of it."""

    def __init__(self, bench: Bench) -> None:
        super().__init__(bench)
        self.write_columns()

    def write_columns(self) -> None:
        """Write the titles."""
        self.set_columns(
            tr("incidents.title"),
            (
                Column(tr("incidents.head.when"), width=118),
                Column(tr("incidents.head.what"), share=5),
                Column(tr("incidents.head.member"), share=2),
                Column(tr("incidents.head.severity"), width=104),
                Column(tr("incidents.head.answered"), share=4),
            ),
        )

    def show_log(
        self,
        log: Log,
        shown: Iterable[Incident],
        members: Mapping[str, str],
        now: datetime,
        holidays: Iterable[date],
    ) -> None:
        """Show some of what happened."""
        off = set(holidays)
        self.show_lines([_line(log, it, members, now, off) for it in shown])


def _line(log: Log, it: Incident, members: Mapping[str, str], now: datetime, holidays: set[date]) -> Line:
    guide, today = log.guide, now.date()
    overdue = is_overdue(it, promise_of(guide, it), now)
    answer, role = answered(guide, it, holidays, overdue=overdue)
    member = members.get(it.member, tr("incidents.member.gone") if it.member else "–")
    strike = strike_given(guide, it, today)
    date_ = when(it, year=it.day.year != today.year)
    first = next((line for line in it.what.split("\n") if line.strip()), "")
    after = " · ".join(filter(None, (strike, follow_ups(log, it), tr("incidents.closed") if it.closed else "")))
    scenario, severity = scenario_name(guide, it), severity_name(it.severity)
    cells = (
        Cell(date_, "text_2"),
        Cell(scenario, weight=500, below=first),
        Cell(member),
        Cell(severity, sign=SIGNS[it.severity], pill=str(it.severity)),
        Cell(answer, role, below=after),
    )
    spoken = ", ".join(filter(None, (date_, scenario, member, severity, first, answer, after)))
    return Line(Row(Incident, it.id), cells, spoken)
