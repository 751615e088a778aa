"""When a rhythm ends: never, after a number of times, on a day."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from widgets.common.choice import Choice, Option
from widgets.common.day_field import DayField
from widgets.common.labelled import Labelled
from widgets.common.number_field import NumberField, read_number
from widgets.common.words import tr

END_TEXTS: Final = {
    "never": "rule_editor.end.never",
    "count": "rule_editor.end.count",
    "until": "rule_editor.end.until",
}
USUAL: Final = 12
USUAL_TIME: Final = timedelta(days=182)


class RuleEnd(QWidget):
    """The way it ends, and the number or the day beside it.

    Signals:
        changed: it ends differently.
    """

    changed = Signal()

    def __init__(self, start: date) -> None:
        super().__init__()
        self._start = start
        self.way, self.times, self.day = Labelled(Choice()), Labelled(NumberField()), Labelled(DayField("d MMM yyyy"))
        self.way.set_label(tr("rule_editor.end"))
        self.times.set_label(tr("rule_editor.end.times"))
        self.day.set_label(tr("rule_editor.end.day"))
        self.way.field.show_options([Option(key, tr(text)) for key, text in END_TEXTS.items()])
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for widget in (self.way, self.times, self.day):
            row.addWidget(widget, 1)
        self.way.field.chosen.connect(self._on_way)
        self.times.field.textEdited.connect(self.changed)
        self.day.field.dateChanged.connect(self.changed)

    def show_end(self, count: int, until: date | None) -> None:
        """Show how a rhythm ends."""
        self.way.field.show_value("count" if count else "until" if until else "never")
        self.times.field.show_number(float(count or USUAL))
        self.day.field.show_day(until)
        self._arrange()

    def count(self) -> int:
        """Return how often it happens, 0 when it does not end so."""
        return int(read_number(self.times.field.text()) or 1) if self.way.field.value() == "count" else 0

    def until(self) -> date | None:
        """Return the last day, None when it does not end so."""
        return self.day.field.day() if self.way.field.value() == "until" else None

    def _on_way(self, way: str) -> None:
        if way == "until" and self.day.field.day() is None:
            self.day.field.show_day(self._start + USUAL_TIME)
        self._arrange()
        self.changed.emit()

    def _arrange(self) -> None:
        self.times.setVisible(self.way.field.value() == "count")
        self.day.setVisible(self.way.field.value() == "until")
