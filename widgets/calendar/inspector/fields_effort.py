"""What an event takes, and what it is to bring."""

from __future__ import annotations

from typing_extensions import override

from widgets.calendar.inspector.event_fields import EventFields
from widgets.common.choice import Choice
from widgets.common.labelled import Labelled
from widgets.common.level_options import level_options
from widgets.common.named_options import named_options
from widgets.common.number_field import NumberField
from widgets.common.text_field import TextField
from widgets.common.words import tr


def _hours(figures: str) -> str:
    return tr("calendar.hours", hours=figures)


class EffortFields(EventFields):
    """Hours before and on the day; KPI."""

    def __init__(self) -> None:
        super().__init__()
        self.prep, self.live, self.kpi = (
            Labelled(NumberField(_hours)),
            Labelled(NumberField(_hours)),
            Labelled(Choice()),
        )
        self.add_row(self.prep, self.live, self.kpi, stretch=(3, 3, 5))
        for name, hours in (("prep", self.prep), ("live", self.live)):
            hours.field.entered.connect(lambda value, name=name, hours=hours: self._on_hours(hours, name, value))
            hours.field.refused.connect(lambda _, hours=hours: hours.set_error(tr("field.hours.wrong")))
        self.kpi.field.chosen.connect(lambda key: self.tell(kpi=key))
        self.kpi.field.manage_requested.connect(lambda: self.manage_requested.emit("kpi", self.kpi))
        self.retranslate()

    def _on_hours(self, field: Labelled[NumberField], name: str, value: float) -> None:
        field.set_error("")
        self.tell(**{name: value})

    @override
    def retranslate(self) -> None:
        self.prep.set_label(tr("field.prep"))
        self.live.set_label(tr("field.live"))
        self.kpi.set_label(tr("field.kpi"))
        self.show_values()

    @override
    def show_values(self) -> None:
        if self.plan is None or not self.things:
            return
        for field, number in (
            (self.prep, self.shared(lambda event: event.prep)),
            (self.live, self.shared(lambda event: event.live)),
        ):
            field.set_error("")
            field.field.show_number(number)
        self.kpi.field.show_options(named_options(self.plan.kpis.values()), tr("field.kpi.manage"))
        self.kpi.field.show_value(self.shared(lambda event: event.kpi))

    @override
    def flush(self) -> None:
        for field in (self.prep, self.live):
            field.field.flush()


class PurposeFields(EventFields):
    """Program, measure of success, impact and ease."""

    def __init__(self) -> None:
        super().__init__()
        self.program, self.success = Labelled(Choice()), Labelled(TextField())
        self.impact, self.ease = Labelled(Choice()), Labelled(Choice())
        self.column.addWidget(self.program)
        self.column.addWidget(self.success)
        self.add_row(self.impact, self.ease)
        self.program.field.chosen.connect(lambda key: self.tell(program=key))
        self.program.field.manage_requested.connect(lambda: self.manage_requested.emit("program", self.program))
        self.success.field.committed.connect(lambda text: self.tell(success=text))
        self.impact.field.chosen.connect(lambda level: self.tell(impact=int(level)))
        self.ease.field.chosen.connect(lambda level: self.tell(ease=int(level)))
        self.retranslate()

    @override
    def retranslate(self) -> None:
        self.program.set_label(tr("field.program"))
        self.success.set_label(tr("field.success"))
        self.impact.set_label(tr("field.impact"))
        self.ease.set_label(tr("field.ease"))
        self.show_values()

    @override
    def show_values(self) -> None:
        if self.plan is None or not self.things:
            return
        self.program.field.show_options(named_options(self.plan.programs.values()), tr("field.program.manage"))
        self.program.field.show_value(self.shared(lambda event: event.program))
        self.success.field.show_value(self.shared(lambda event: event.success))
        for choice, level in (
            (self.impact, self.shared(lambda event: event.impact)),
            (self.ease, self.shared(lambda event: event.ease)),
        ):
            choice.field.show_options(level_options())
            choice.field.show_value(None if level is None else str(level))

    @override
    def flush(self) -> None:
        self.success.field.flush()
