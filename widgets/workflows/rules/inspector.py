"""How a rule acts: its name, whether it asks, how often, and when it keeps still."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QFrame, QGridLayout, QHBoxLayout, QLabel, QRadioButton, QVBoxLayout, QWidget
from typing_extensions import override

from app.workflows.rule import Firing, Rule
from app.workflows.rules.pacing import HOLIDAY, WEEKEND
from widgets.common.choice import Choice, Option
from widgets.common.field_group import FieldGroup
from widgets.common.hairline import hairline
from widgets.common.icon_label import IconLabel
from widgets.common.inspector_frame import InspectorFrame
from widgets.common.labelled import Labelled
from widgets.common.text_field import TextField
from widgets.common.words import tr

FIRING_TEXTS: Final[Mapping[Firing, tuple[str, str]]] = {
    Firing.ASK: ("workflows.firing.ask", "workflows.firing.ask.note"),
    Firing.TELL: ("workflows.firing.tell", "workflows.firing.tell.note"),
    Firing.QUIET: ("workflows.firing.quiet", "workflows.firing.quiet.note"),
}
QUIET_TEXTS: Final[Mapping[tuple[str, ...], str]] = {
    (): "workflows.quiet.never",
    (WEEKEND,): "workflows.quiet.weekend",
    (HOLIDAY,): "workflows.quiet.holiday",
    (WEEKEND, HOLIDAY): "workflows.quiet.both",
}
LIMITS: Final = (0, 1, 2, 3, 5, 10, 20)


class RuleInspector(InspectorFrame):
    """The fields beside the sentence."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.fields = RuleFields()
        self.promise = _Promise()
        self.effect = _Effect()
        self.fill((self.fields, self.promise, self.effect))
        self.retranslate()

    def show_rule(self, rule: Rule | None, done: int, waiting: int, month: str) -> None:
        """Show how a rule acts, and how often it did this month."""
        self.head.show_what(tr("workflows.rule") if rule else "", "ops", "zap", active=rule is not None)
        self.show_fields(something=rule is not None)
        if rule is not None:
            self.fields.show_things([rule])
            self.effect.show_counts(month, done, waiting)

    def flush(self) -> None:
        """Give what is being typed, now."""
        self.fields.flush()

    @override
    def retranslate(self) -> None:
        self.empty.set_texts(tr("workflows.rule.none"))
        self.promise.retranslate()
        self.effect.retranslate()


class RuleFields(FieldGroup[Rule]):
    """Name, firing, limits."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = Labelled(TextField())
        self.when = QLabel()
        self.when.setProperty("look", "label")
        self.group = QButtonGroup(self)
        self.choices = {firing: QRadioButton() for firing in FIRING_TEXTS}
        self._notes: dict[Firing, QLabel] = {}
        self.most, self.again, self.quiet = Labelled(Choice()), Labelled(Choice()), Labelled(Choice())
        self.column.addWidget(self.name)
        self.column.addWidget(self.when)
        self._add_firing()
        self.add_row(self.most, self.again)
        self.column.addWidget(self.quiet)
        self.name.field.committed.connect(lambda name: self.tell(name=name))
        self.group.buttonClicked.connect(self._on_firing)
        self.most.field.chosen.connect(lambda most: self.tell(most=int(most)))
        self.again.field.chosen.connect(lambda again: self.tell(again=again == "again"))
        self.quiet.field.chosen.connect(lambda quiet: self.tell(quiet=tuple(filter(None, quiet.split(" ")))))
        self.retranslate()

    def _add_firing(self) -> None:
        for firing, button in self.choices.items():
            self.group.addButton(button)
            note = self._notes[firing] = QLabel()
            note.setProperty("look", "caption")
            note.setTextFormat(Qt.TextFormat.PlainText)
            note.setWordWrap(True)
            note.setContentsMargins(24, 0, 0, 0)
            block = QVBoxLayout()
            block.setSpacing(0)
            block.addWidget(button)
            block.addWidget(note)
            self.column.addLayout(block)
        line = hairline()
        self.column.addSpacing(3)
        self.column.addWidget(line)
        self.column.addSpacing(3)

    @override
    def show_values(self) -> None:
        if not self.things:
            return
        rule = self.things[0]
        self.name.field.show_value(rule.name)
        self.choices[rule.firing].setChecked(True)
        limits = sorted({*LIMITS, rule.most})
        self.most.field.show_options([Option(str(it), _limit(it)) for it in limits])
        self.most.field.show_value(str(rule.most))
        self.again.field.show_value("again" if rule.again else "once")
        kept = tuple(it for it in (WEEKEND, HOLIDAY) if it in rule.quiet)
        self.quiet.field.show_value(" ".join(kept))

    @override
    def flush(self) -> None:
        self.name.field.flush()

    def _on_firing(self) -> None:
        firing = next(firing for firing, button in self.choices.items() if button.isChecked())
        if self.things and firing is not self.things[0].firing:
            self.tell(firing=firing)

    @override
    def retranslate(self) -> None:
        self.name.set_label(tr("workflows.name"))
        self.when.setText(tr("workflows.firing"))
        for firing, (text, note) in FIRING_TEXTS.items():
            self.choices[firing].setText(tr(text))
            self.choices[firing].setAccessibleDescription(tr(note))
            self._notes[firing].setText(tr(note))
        self.most.set_label(tr("workflows.most"))
        self.again.set_label(tr("workflows.again"))
        self.again.field.show_options(
            [Option("once", tr("workflows.again.once")), Option("again", tr("workflows.again.again"))]
        )
        self.quiet.set_label(tr("workflows.quiet"))
        self.quiet.field.show_options([Option(" ".join(key), tr(text)) for key, text in QUIET_TEXTS.items()])
        self.show_values()


def _limit(most: int) -> str:
    return tr("workflows.most.a_day", n=most) if most else tr("workflows.most.any")


class _Promise(QFrame):
    """What rules never do."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "note-quiet")
        self._text = QLabel()
        self._text.setProperty("look", "step")
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setWordWrap(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 8, 10, 8)
        row.setSpacing(9)
        row.addWidget(IconLabel("lock", "text_2", 14), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._text, 1)

    def retranslate(self) -> None:
        self._text.setText(tr("workflows.promise"))


class _Effect(QWidget):
    """How often a rule acted this month."""

    def __init__(self) -> None:
        super().__init__()
        self._shown = ("", 0, 0)
        self._title = QLabel()
        self._title.setProperty("look", "strong")
        self._cards = [_Figure(), _Figure()]
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 6, 0, 0)
        grid.setSpacing(8)
        grid.addWidget(self._title, 0, 0, 1, 2)
        for column, card in enumerate(self._cards):
            grid.addWidget(card, 1, column)

    def show_counts(self, month: str, done: int, waiting: int) -> None:
        self._shown = (month, done, waiting)
        self.retranslate()

    def retranslate(self) -> None:
        month, done, waiting = self._shown
        self._title.setText(tr("workflows.effect", month=month))
        self._cards[0].show_count(done, tr("workflows.effect.done", n=done))
        self._cards[1].show_count(waiting, tr("workflows.effect.waiting"))


class _Figure(QFrame):
    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "card")
        self._count, self._text = QLabel(), QLabel()
        self._count.setProperty("look", "title")
        self._text.setProperty("look", "caption")
        for label in (self._count, self._text):
            label.setTextFormat(Qt.TextFormat.PlainText)
        column = QVBoxLayout(self)
        column.setContentsMargins(11, 7, 11, 8)
        column.setSpacing(0)
        column.addWidget(self._count)
        column.addWidget(self._text)

    def show_count(self, count: int, text: str) -> None:
        self._count.setText(str(count))
        self._text.setText(text)
