"""The log of incidents in the middle of the guide: filters, what happened month by month, and the list."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Final

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from app.calendar.holidays import holidays
from app.guide.escalation import Scenario
from app.guide.incident import Incident
from app.guide.incident_actions import log_incident
from app.guide.incident_answer import is_overdue, promise_of
from app.guide.incident_log import Log, LogFilter, Wanted, months_to
from app.guide.snapshot import Row
from app.members.member import Member
from app.playbook.playbook import PLAYBOOK_ID, Playbook
from app.tasks.today import clocks
from widgets.common.card import Card
from widgets.common.empty_state import EmptyState
from widgets.common.filter_chip import FilterChip
from widgets.common.icons import icon, put_icon
from widgets.common.steady_scroll_bar import WIDTH, steady_scroll_bar
from widgets.common.words import tr
from widgets.guide.bench import Bench
from widgets.guide.chapter_view import ChapterView
from widgets.guide.incidents.overview import Overview
from widgets.guide.incidents.table import LogTable
from widgets.guide.incidents.words import WANTED_TEXTS

MONTHS: Final = 6
SIDE: Final = 20
TOP: Final = 16


class IncidentLog(ChapterView):
    """What stands beside the chapters under the key "incidents"."""

    def __init__(self, bench: Bench) -> None:
        super().__init__(bench)
        self.wanted = LogFilter()
        self.who, self.what, self.state, self.clear = FilterChip(), FilterChip(), FilterChip(), QPushButton()
        self.new, self.overview, self.card = QPushButton(), Overview(), Card()
        self.table, self.empty, self.area = LogTable(bench), EmptyState(), QScrollArea()
        self.plus.hide()
        self.intro.hide()
        self.title.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.title.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        put_icon(self.new, icon("plus"))
        self.new.clicked.connect(self.add)
        self.head.addWidget(self.new)
        self._arrange()
        self._connect()
        self.show_rows()

    def _arrange(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(6)
        for chip in (self.who, self.what, self.state):
            row.addWidget(chip)
        self.clear.setProperty("look", "link")
        row.addWidget(self.clear)
        row.addStretch()
        self.card.body.setContentsMargins(13, 6, 13, 8)
        self.card.body.addWidget(self.overview)
        self.card.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)  # as high as its lines
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 16)
        column.setSpacing(12)
        column.addWidget(self.card)
        column.addWidget(self.table)
        column.addWidget(self.empty, 1)
        column.addStretch()
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setWidgetResizable(True)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setWidget(inside)
        steady_scroll_bar(self.area)
        self.body.addLayout(row)
        self.body.addWidget(self.area, 1)
        outer = self.layout()
        if isinstance(outer, QVBoxLayout):
            outer.setContentsMargins(SIDE, TOP, SIDE - WIDTH, 0)
            self.head.setContentsMargins(0, 0, WIDTH, 0)
            outer.setStretchFactor(self.body, 1)

    def _connect(self) -> None:
        for chip in (self.who, self.what, self.state):
            chip.chosen.connect(self._on_chip)
        self.clear.clicked.connect(self._on_clear)
        self.empty.asked.connect(self._on_empty)
        self.overview.pressed.connect(self._on_number)

    def _on_chip(self) -> None:
        states = tuple(Wanted(key) for key in self.state.keys)
        self.filter(replace(self.wanted, members=self.who.keys, scenarios=self.what.keys, states=states))

    def filter(self, wanted: LogFilter) -> None:
        """Show only some of what happened."""
        self.wanted = wanted
        self.show_rows()

    @override
    def show_guide(self) -> None:
        self.show_rows()

    @override
    def show_rows(self) -> None:
        bench = self.bench
        log, now = Log.of(bench.guide, bench.store), self._now()
        names = {it.id: it.name for it in bench.store.of(Member).all()}
        shown = log.found(self.wanted)
        self._write(log, now)
        self._show_chips(log, names)
        months = months_to(now.date(), MONTHS)
        lines = log.overview(months, self.wanted)
        scenarios = bench.guide.of(Scenario)
        titles = [scenarios[it.scenario].name if it.scenario else tr("incidents.scenario.none") for it in lines]
        self.overview.show_lines(lines, titles, months)
        self.card.setVisible(bool(lines))
        self.table.show_log(log, shown, names, now, self._holidays(shown))
        self.empty.setVisible(not shown)
        self.clear.setVisible(bool(self.wanted))

    def _now(self) -> datetime:
        book = self.bench.guide.get(Playbook, PLAYBOOK_ID)
        return self.bench.store.now().astimezone(clocks(book.zone if book else ""))

    def _holidays(self, shown: list[Incident]) -> set[date]:
        book = self.bench.guide.get(Playbook, PLAYBOOK_ID)
        if book is None or not book.holidays or not shown:
            return set()
        last = max(it.day for it in shown)
        first = max(min(it.day for it in shown), last - timedelta(days=3 * 366))
        return set(holidays(book.holidays, first, last))

    def _write(self, log: Log, now: datetime) -> None:
        self.title.setText(tr("incidents.title"))
        self.title.setAccessibleName(tr("incidents.title"))
        everything = log.guide.of(Incident).values()
        late = sum(is_overdue(it, promise_of(log.guide, it), now) for it in everything)
        parts = [tr("incidents.count", n=len(everything)) if everything else ""]
        parts.append(tr("incidents.count.open", n=sum(not it.closed for it in everything)) if everything else "")
        parts.append(tr("incidents.count.overdue", n=late) if late else "")
        self.note.setText(" · ".join(filter(None, parts)))
        self.new.setText(tr("incidents.new"))
        self.new.setAccessibleName(tr("incidents.new"))
        self.clear.setText(tr("incidents.clear"))
        self.clear.setAccessibleName(tr("incidents.clear"))
        self.overview.setAccessibleName(tr("incidents.overview"))
        self.table.write_columns()
        if self.wanted:
            self.empty.set_texts(tr("incidents.none_found"), tr("incidents.clear"))
        else:
            self.empty.set_texts(tr("incidents.none"), tr("incidents.new"))

    def _show_chips(self, log: Log, names: dict[str, str]) -> None:
        there = log.guide.of(Incident).values()
        seen = sorted({it.member for it in there if it.member in names}, key=lambda it: names[it].casefold())
        self.who.set_caption(tr("incidents.head.member"))
        self.who.set_choices([(it, names[it], "") for it in seen])
        self.what.set_caption(tr("incidents.scenario"))
        self.what.set_choices([(it.id, it.name, "") for it in log.guide.of(Scenario).values()])
        self.state.set_caption(tr("incidents.state"))
        self.state.set_choices([(str(state), tr(WANTED_TEXTS[state]), "") for state in Wanted])
        self.who.set_keys(self.wanted.members)
        self.what.set_keys(self.wanted.scenarios)
        self.state.set_keys([str(state) for state in self.wanted.states])

    @override
    def add(self) -> None:
        now = self._now()
        made: list[str] = []
        new = Incident("", now.date(), now.time().replace(second=0, microsecond=0, tzinfo=None))
        if self.bench.run(lambda store: made.append(log_incident(store, new))):
            self._on_clear()
            self.bench.open(Row(Incident, made[0]))

    def _on_clear(self) -> None:
        self.filter(LogFilter())

    def _on_empty(self) -> None:
        if self.wanted:
            self._on_clear()
        else:
            self.add()

    def _on_number(self, scenario: str | None, month: date | None) -> None:
        scenarios = () if scenario is None else (scenario,)
        if (self.wanted.scenarios, self.wanted.month) == (scenarios, month):
            scenarios, month = (), None
        self.filter(replace(self.wanted, scenarios=scenarios, month=month))

    @override
    def show_chosen(self, row: Row | None) -> None:
        self.table.list.show_chosen(row)

    @override
    def place_of(self, row: Row) -> QRect | None:
        return self.table.place_of(row)

    @override
    def take_keyboard(self, row: Row) -> bool:
        if row.id not in {it.id for it in Log(self.bench.guide).found(self.wanted)}:
            self._on_clear()
        taken = self.table.list.take_keyboard(row)
        place = self.table.place_of(row)
        if place:
            self.area.ensureVisible(0, self.table.y() + place.center().y(), 0, 80)
        return taken
