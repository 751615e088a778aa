"""What one says about a stage: name, colour, what it is, what brings people in and what moves them on."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from typing_extensions import override

from app.funnel.entry_rule import ACTIVITY_TEXTS, EntryRule, described, kept_rule, read_rule
from app.funnel.stage import Stage
from app.message import Message
from widgets.common.choice import Choice, Option
from widgets.common.colour_row import ColourRow
from widgets.common.field_group import FieldGroup
from widgets.common.labelled import Labelled
from widgets.common.number_field import NumberField
from widgets.common.text_area import TextArea
from widgets.common.text_field import TextField
from widgets.common.words import tr, words

ACTIVITY_NAME_TEXTS = {
    "any": "funnel.activity.any",
    "post": "funnel.activity.post",
    "reply": "funnel.activity.reply",
    "reaction": "funnel.activity.reaction",
    "message": "funnel.activity.message",
    "visit": "funnel.activity.visit",
}
assert ACTIVITY_NAME_TEXTS.keys() == ACTIVITY_TEXTS.keys()


class StageFields(FieldGroup[Stage]):
    """Tells fields of `Stage` by their names."""

    def __init__(self) -> None:
        super().__init__()
        self.name = Labelled(TextField())
        self.colour = Labelled(ColourRow())
        self.definition = Labelled(TextArea(2))
        self.criterion, self.driver = Labelled(TextArea(2)), Labelled(TextArea(2))
        self.target = Labelled(NumberField(lambda number: tr("funnel.percent", n=number)))
        self.within = Labelled(NumberField(lambda number: tr("funnel.days", n=number)))
        for field in (self.name, self.colour, self.definition, self.criterion):
            self.column.addWidget(field)
        self.rule = RuleFields()
        self.column.addWidget(self.rule)
        self.column.addWidget(self.driver)
        self.add_row(self.target, self.within)
        self.name.field.committed.connect(lambda text: self.tell(name=text))
        self.colour.field.chosen.connect(lambda family: self.tell(colour=family))
        self.definition.field.committed.connect(lambda text: self.tell(definition=text))
        self.criterion.field.committed.connect(lambda text: self.tell(criterion=text))
        self.driver.field.committed.connect(lambda text: self.tell(driver=text))
        self.target.field.committed.connect(self._on_target)
        self.within.field.entered.connect(lambda days: self.tell(within=int(max(0, days))))
        self.rule.edited.connect(self.edited)
        self.retranslate()

    @override
    def retranslate(self) -> None:
        self.name.set_label(tr("funnel.field.name"))
        self.colour.set_label(tr("funnel.field.colour"))
        self.definition.set_label(tr("funnel.field.definition"))
        self.criterion.set_label(tr("funnel.field.criterion"))
        self.driver.set_label(tr("funnel.field.driver"))
        self.target.set_label(tr("funnel.field.target"))
        self.within.set_label(tr("funnel.field.within"))
        self.show_values()

    @override
    def show_values(self) -> None:
        if not self.things:
            return
        stage = self.things[0]
        for field in (self.colour, self.criterion, self.rule, self.driver, self.target, self.within):
            field.setVisible(not stage.is_map)
        self.definition.set_label(tr("field.notes" if stage.is_map else "funnel.field.definition"))
        self.name.field.show_value(stage.name)
        self.colour.field.show_colour(stage.colour)
        self.definition.field.show_value(stage.definition)
        self.criterion.field.show_value(stage.criterion)
        self.driver.field.show_value(stage.driver)
        if stage.target is None:
            self.target.field.show_value("")
        else:
            self.target.field.show_number(round(stage.target * 100, 2))
        if stage.within:
            self.within.field.show_number(float(stage.within))
        else:
            self.within.field.show_value("")
        self.rule.show_things([stage])

    def _on_target(self, text: str) -> None:
        from widgets.common.number_field import read_number

        value = read_number(text.replace("%", ""))
        if not text.strip():
            self.tell(target=None)
        elif value is not None:
            self.tell(target=value / 100)

    @override
    def flush(self) -> None:
        for field in (self.name, self.definition, self.criterion, self.driver, self.target, self.within):
            field.field.flush()
        self.rule.flush()


class RuleFields(FieldGroup[Stage]):
    """The entry criterion as it can be counted, and what it says in words. Tells "rule"."""

    def __init__(self) -> None:
        super().__init__()
        self.heading, self.says = QLabel(), QLabel()
        self.heading.setProperty("look", "label")
        self.says.setProperty("look", "subtitle")
        for label in (self.heading, self.says):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.says.setWordWrap(True)
        self.activity = Labelled(Choice())
        self.count, self.days, self.attendance = (Labelled(NumberField()) for _ in range(3))
        self.state = Labelled(TextField())
        self.column.addWidget(self.heading)
        self.column.addWidget(self.says)
        self.add_row(self.count, self.activity, stretch=(1, 2))
        self.add_row(self.attendance, self.days)
        self.column.addWidget(self.state)
        self.activity.field.chosen.connect(lambda key: self._change(activity=key))
        self.count.field.entered.connect(lambda value: self._change(count=int(max(0, value))))
        self.days.field.entered.connect(lambda value: self._change(days=int(max(0, value))))
        self.attendance.field.entered.connect(lambda value: self._change(attendance=int(max(0, value))))
        self.state.field.committed.connect(lambda text: self._change(state=text.strip()))
        self.retranslate()

    @override
    def retranslate(self) -> None:
        self.heading.setText(tr("funnel.field.rule"))
        self.activity.set_label(tr("funnel.field.activity"))
        self.count.set_label(tr("funnel.field.count"))
        self.days.set_label(tr("funnel.field.days"))
        self.attendance.set_label(tr("funnel.field.attendance"))
        self.state.set_label(tr("funnel.field.state"))
        self.activity.field.show_options(
            [Option(key, words(Message(text))) for key, text in ACTIVITY_NAME_TEXTS.items()]
        )
        self.show_values()

    @override
    def show_values(self) -> None:
        if not self.things:
            return
        rule = read_rule(self.things[0].rule)
        self.says.setText(words(described(rule)))
        self.activity.field.show_value(rule.activity)
        for field, number in ((self.count, rule.count), (self.days, rule.days), (self.attendance, rule.attendance)):
            if number:
                field.field.show_number(float(number))
            else:
                field.field.show_value("")
        self.state.field.show_value(rule.state)

    def _change(self, **fields: object) -> None:
        """Tell the rule with other parts; what is not asked yet is asked once."""
        rule: EntryRule = replace(read_rule(self.things[0].rule), **fields)  # type: ignore[arg-type]
        if "activity" in fields and not rule.count:
            rule = replace(rule, count=1)
        if "days" in fields and not (rule.count or rule.attendance):
            rule = replace(rule, count=1)
        self.tell(rule=kept_rule(rule))

    @override
    def flush(self) -> None:
        for field in (self.count, self.days, self.attendance, self.state):
            field.field.flush()
