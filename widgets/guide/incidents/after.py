"""What came of an incident: the strike of its member, and the tasks that follow it up."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout
from typing_extensions import override

from app.guide.incident import Incident
from app.guide.incident_actions import follow_up, give_strike, proposed, take_strike_back
from app.guide.incident_answer import deadline, promise_of
from app.guide.incident_log import Log
from app.guide.strikes import StrikeLevel
from app.guide.striking import before
from app.members.member import Member
from app.message import say
from app.tasks.task import Task
from widgets.common.choice import Choice, Option
from widgets.common.hairline import hairline
from widgets.common.link_rows import Row, Rows
from widgets.common.paragraph import Paragraph
from widgets.common.words import Retranslated, clock, day, tr
from widgets.guide.bench import Bench
from widgets.guide.incidents.words import scenario_name, strike_given


class StrikePart(Retranslated):
    """How many strikes the member has, which one comes next, and the one that was given."""

    def __init__(self, bench: Bench) -> None:
        super().__init__()
        self.bench = bench
        self.incident: Incident | None = None
        self.heading, self.state, self.level = QLabel(), Paragraph(look="second"), Choice()
        self.heading.setProperty("look", "strong")
        self.heading.setTextFormat(Qt.TextFormat.PlainText)
        self.give, self.back = QPushButton(), QPushButton()
        self.give.clicked.connect(self._on_give)
        self.back.clicked.connect(self._on_back)
        self.level.chosen.connect(self._on_level)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.level, 1)
        row.addWidget(self.give, 1)
        row.addWidget(self.back)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 0)
        column.setSpacing(6)
        column.addWidget(hairline())
        column.addSpacing(6)
        for widget in (self.heading, self.state):
            column.addWidget(widget)
        column.addLayout(row)
        self.retranslate()

    def show_incident(self, incident: Incident) -> None:
        """Show the strikes of its member."""
        self.incident = incident
        self.retranslate()

    @override
    def retranslate(self) -> None:
        self.heading.setText(tr("incidents.strike"))
        self.back.setText(tr("incidents.strike.take_back"))
        self.back.setAccessibleName(self.back.text())
        self.level.setAccessibleName(tr("incidents.strike.level"))
        incident = self.incident
        if incident is None:
            return
        guide = self.bench.guide
        levels = guide.of(StrikeLevel)
        following, given = proposed(guide, incident), bool(incident.level)
        self.level.show_options([Option(it.id, it.name) for it in levels.values()])
        self.level.show_value(incident.level)
        self.state.setText(self._says(incident, following))
        self.give.setText(tr("incidents.strike.give", name=following.name) if following else "")
        self.give.setAccessibleName(self.give.text())
        self.give.setVisible(not given and following is not None and bool(incident.member))
        self.level.setVisible(given)
        self.back.setVisible(given)

    def _says(self, incident: Incident, following: StrikeLevel | None) -> str:
        if not incident.member:
            return tr("incidents.strike.nobody")
        if following is None:
            return tr("incidents.strike.no_levels")
        there = before(self.bench.guide.of(Incident).values(), incident)
        if incident.level:
            return strike_given(self.bench.guide, incident, self.bench.today())
        return tr("incidents.strike.counts", n=len(there)) if there else tr("incidents.strike.first")

    def _on_give(self) -> None:
        self._run(give_strike)

    def _on_back(self) -> None:
        self._run(take_strike_back)

    def _on_level(self, level: str) -> None:
        incident = self.incident
        if incident is not None:
            self.bench.run(lambda store: give_strike(store, incident.id, level))

    def _run(self, action: object) -> None:
        incident = self.incident
        if incident is not None and callable(action):
            self.bench.run(lambda store: action(store, incident.id))


class FollowUps(Retranslated):
    """The tasks that came of it, and a new one.

    Signals:
        made: there is one more.
    """

    made = Signal()

    def __init__(self, bench: Bench) -> None:
        super().__init__()
        self.bench = bench
        self.incident: Incident | None = None
        self.rows, self.make = Rows(ruled=True), QPushButton()
        self.rows.pressed.connect(self._on_pressed)
        self.make.clicked.connect(self._on_make)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.rows)
        column.addWidget(self.make)
        self.retranslate()

    def show_incident(self, incident: Incident) -> None:
        """Show what follows it up."""
        self.incident = incident
        self.retranslate()

    @override
    def retranslate(self) -> None:
        incident = self.incident
        if incident is None:
            return
        tasks = Log.of(self.bench.guide, self.bench.store).follow_ups.get(incident.id, [])
        self.rows.show_rows(tr("incidents.follow_up"), [_row(task) for task in tasks])
        promise = promise_of(self.bench.guide, incident)
        until = ""
        if promise and promise.within:
            due, at = deadline(incident, promise.within)
            until = f"{day(due)} {clock(at)}" if at else day(due)
        self.make.setText(tr("incidents.follow_up.due", due=until) if until else tr("incidents.follow_up.make"))
        self.make.setAccessibleName(self.make.text())

    def _on_pressed(self, task: str) -> None:
        self.bench.desk.go("tasks", task)

    def _on_make(self) -> None:
        incident = self.incident
        if incident is None:
            return
        member = next(iter(self.bench.store.of(Member).some([incident.member])), None)
        scenario = scenario_name(self.bench.guide, incident)
        title = tr("incidents.follow_up.title", scenario=scenario)
        if member is not None:
            title = tr("incidents.follow_up.of", title=title, member=member.name)
        if self.bench.run(lambda store: follow_up(store, incident.id, title)):
            self.bench.desk.tell(say("incidents.follow_up.made", title=title), undo=True)
            self.made.emit()


def _row(task: Task) -> Row:
    due = "" if task.due is None else f"{day(task.due)} {clock(task.due_at)}" if task.due_at else day(task.due)
    said = tr("incidents.follow_up.done") if task.finished else tr("incidents.follow_up.until", due=due) if due else ""
    return Row("circle-check" if task.finished else "circle", "text_muted", task.title, said, task.id)
