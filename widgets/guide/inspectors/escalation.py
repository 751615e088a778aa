"""What edits a row of the escalation matrix, with its scenario."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QPushButton
from typing_extensions import override

from app.guide.escalation import Escalation, Scenario, Severity
from app.guide.matrix import add_row, missing, set_severity
from app.guide.reply import Reply
from app.guide.snapshot import SEVERITIES, Row
from app.message import say
from widgets.common.choice import Choice, Option
from widgets.common.field_group import FieldGroup
from widgets.common.icons import icon, put_icon
from widgets.common.labelled import Labelled
from widgets.common.named_options import named_options
from widgets.common.segmented import Segmented
from widgets.common.words import tr
from widgets.guide.bench import Bench
from widgets.guide.chapters.matrix import ROUTE_TEXTS, SEVERITY_TEXTS
from widgets.guide.incidents.seen import SeenBefore
from widgets.guide.inspector import GuideInspector
from widgets.guide.inspectors.chips import ChipFields
from widgets.guide.inspectors.fields import PlainFields
from widgets.guide.names import tellable


class ScenarioName(PlainFields):
    """What the scenario is called."""

    def __init__(self) -> None:
        super().__init__()
        self.line("name", needed=True)
        self.retranslate()

    @override
    def retranslate(self) -> None:
        self.label({"name": tr("guide.matrix.scenario")})


class ScenarioMore(PlainFields):
    """By which the scenario is recognised, and who may read it."""

    def __init__(self) -> None:
        super().__init__()
        self.area("signs")
        self.tick("public")
        self.retranslate()

    @override
    def retranslate(self) -> None:
        self.label({"signs": tr("guide.matrix.signs"), "public": tr("guide.field.public")})


class SeverityField(FieldGroup[Escalation]):
    """How grave: the row is of another severity, or the one that there is already is led to."""

    def __init__(self) -> None:
        super().__init__()
        self.severity = Labelled(Segmented(SEVERITIES))
        self.column.addWidget(self.severity)
        self.severity.field.chosen.connect(lambda key: self.tell(severity=Severity(key)))
        self.retranslate()

    @override
    def retranslate(self) -> None:
        self.severity.set_label(tr("guide.matrix.severity"))
        self.severity.field.set_texts([tr(SEVERITY_TEXTS[it]) for it in SEVERITIES])

    @override
    def show_values(self) -> None:
        for row in self.things:
            self.severity.field.set_value(row.severity)


class MoveFields(PlainFields):
    """The first move."""

    def __init__(self) -> None:
        super().__init__()
        self.area("action")
        self.retranslate()

    @override
    def retranslate(self) -> None:
        self.label({"action": tr("guide.matrix.action")})


class AfterFields(PlainFields):
    """Within what time, how after hours, where it goes, what is answered, whether it earns a strike."""

    def __init__(self, bench: Bench) -> None:
        super().__init__()
        self.bench = bench
        self.route, self.reply = Labelled(Choice()), Labelled(Choice())
        self.place(self.time("within"), self.route)
        self.area("after_hours", 1)
        self.column.addWidget(self.reply)
        self.tick("strike")
        self.route.field.chosen.connect(lambda key: self.tell(route=key))
        self.reply.field.chosen.connect(lambda key: self.tell(reply=key))
        self.retranslate()

    @override
    def retranslate(self) -> None:
        self.route.set_label(tr("guide.matrix.route"))
        self.route.field.show_options([Option(key, tr(text)) for key, text in ROUTE_TEXTS.items()])
        self.reply.set_label(tr("guide.matrix.reply"))
        self.label({
            "within": tr("guide.matrix.within"),
            "after_hours": tr("guide.matrix.after"),
            "strike": tr("guide.matrix.strike"),
        })  # fmt: skip

    @override
    def show_values(self) -> None:
        super().show_values()
        for row in self.things:
            self.route.field.show_value(row.route)
            self.reply.field.show_options(named_options(self.bench.guide.of(Reply).values(), "quote"))
            self.reply.field.show_value(row.reply)


class EscalationInspector(GuideInspector):
    """One row of the matrix; what is changed of the scenario shows in all its rows."""

    def __init__(self, bench: Bench) -> None:
        super().__init__(bench)
        self.name, self.severity, self.action = ScenarioName(), SeverityField(), MoveFields()
        self.told = ChipFields(
            "told", lambda chosen: tellable(bench.guide, chosen), say("guide.told.add"), say("guide.told.words")
        )
        self.after, self.more = AfterFields(bench), ScenarioMore()
        self.another, self.use, self.seen = QPushButton(), QPushButton(), SeenBefore(bench)
        put_icon(self.another, icon("plus"))
        self.fill_with(
            self.name, self.severity, self.action, self.told, self.after, self.more,
            below=(self.another, self.use, self.seen), apart=(self.name, self.more, self.severity),
        )  # fmt: skip
        for group in (self.name, self.more):
            group.edited.connect(self._save_scenario)
        self.severity.edited.connect(self._on_severity)
        self.another.clicked.connect(self.add_severity)
        self.use.clicked.connect(self._show_reply)

    @property
    def scenario(self) -> Scenario | None:
        """The scenario of the row."""
        row = self.thing()
        return self.bench.guide.get(Scenario, row.scenario) if row else None

    def add_severity(self) -> None:
        """Say what is done when the scenario is of a severity that nothing is said about yet."""
        scenario = self.scenario
        if scenario is None:
            return
        made: list[str] = []

        def add(store: Any) -> None:
            made.append(add_row(store, scenario.id, missing(store, scenario.id)[0]))

        if self.bench.run(add):
            self.bench.open(Row(Escalation, made[0]))

    def _on_severity(self, fields: dict[str, Any]) -> None:
        row, led = self.row, list[str]()
        if row and self.bench.run(lambda store: led.append(set_severity(store, row.id, fields["severity"]))):
            self.bench.choose(Row(Escalation, led[0]))

    def _save_scenario(self, fields: dict[str, Any]) -> None:
        if self.scenario:
            self.bench.edit(Row(Scenario, self.scenario.id), **fields)

    def _show_reply(self) -> None:
        row = self.thing()
        if row is not None and row.reply in self.bench.guide.of(Reply):
            self.bench.led.emit(Row(Reply, row.reply))

    @override
    def show_head(self, thing: Escalation) -> None:
        self.head.show_what(tr("guide.inspector.escalation"), "ops", "arrow-up-right", active=True)
        self.head.duplicate.hide()  # there is one of each severity

    @override
    def show_more(self, thing: Escalation) -> None:
        scenario, guide = self.scenario, self.bench.guide
        for group in (self.name, self.more):
            group.show_things([scenario] if scenario else [])
        self.severity.show_things([thing])
        self.another.setVisible(len(guide.rows_of(thing.scenario)) < len(SEVERITIES))
        self.use.setVisible(thing.reply in guide.of(Reply))
        self.seen.show_scenario(thing.scenario, thing.severity)

    @override
    def retranslate(self) -> None:
        self.another.setText(tr("guide.matrix.another"))
        self.use.setText(tr("guide.matrix.show_reply"))
        for button in (self.another, self.use):
            button.setAccessibleName(button.text())
        self.told.chips.set_label(tr("guide.matrix.told"))
        super().retranslate()


class ScenarioInspector(GuideInspector):
    """A scenario about which nothing is said yet."""

    def __init__(self, bench: Bench) -> None:
        super().__init__(bench)
        self.another = QPushButton()
        put_icon(self.another, icon("plus"))
        self.another.clicked.connect(self.add_severity)
        self.seen = SeenBefore(bench)
        self.fill_with(ScenarioName(), ScenarioMore(), below=(self.another, self.seen))

    def add_severity(self) -> None:
        """Say what is done when the scenario is of the least severity that is not told of."""
        row, made = self.row, list[str]()

        def add(store: Any) -> None:
            if row:
                made.append(add_row(store, row.id, missing(store, row.id)[0]))

        if self.bench.run(add) and made:
            self.bench.open(Row(Escalation, made[0]))

    @override
    def show_head(self, thing: Scenario) -> None:
        self.head.show_what(tr("guide.inspector.scenario"), "ops", "arrow-up-right", active=True)
        self.seen.show_scenario(thing.id)

    @override
    def retranslate(self) -> None:
        self.another.setText(tr("guide.matrix.another"))
        self.another.setAccessibleName(self.another.text())
        super().retranslate()
