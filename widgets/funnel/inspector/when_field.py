"""When something that a branch became takes place; leads there, or asks to put it in the calendar."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import Final

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QMenu, QWidget

from app.calendar.rhythm.rule_words import in_words
from app.funnel.results import Result
from widgets.common.field_button import FieldButton
from widgets.common.icons import icon
from widgets.common.words import day, tr, words

LISTED: Final = 8  # days in the menu


class WhenField(FieldButton):
    """The next day and the rhythm; a press lists the days, or asks for one while there is none.

    Signals:
        open_requested: an event is to be shown in the calendar (name of its table, id).
        schedule_requested: the branch is to be put in the calendar.
    """

    open_requested = Signal(str, str)
    schedule_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._days: list[tuple[date, Result]] = []
        self._events: list[Result] = []
        self.menu_shown: QMenu | None = None
        self.setIcon(icon("calendar", "text_muted"))
        self.clicked.connect(self._on_clicked)

    def show_results(self, results: Sequence[Result], today: date) -> None:
        """Show when the events among what a branch became take place, what is to come before what was."""
        self._events = [it for it in results if it.kind == "event" and not it.gone]
        days = sorted(((at, it) for it in self._events for at in it.days), key=lambda pair: pair[0])
        self._days = [pair for pair in days if pair[0] >= today] or days[-1:]
        said = self._said()
        self.show_value(said, "\n".join([said, *(_rhythm(it) for it in self._events if it.rule)][:LISTED]))

    def _said(self) -> str:
        if not self._events:
            return tr("funnel.when.never")
        if not self._days:
            return tr("funnel.when.waiting")
        first, held = self._days[0]
        said = day(first, "ddd d MMM")
        if held.rule:
            return tr("funnel.when.rhythm", day=said, rhythm=_rhythm(held))
        more = len(self._days) - 1
        return tr("funnel.more_days", days=said, n=more) if more else said

    def _on_clicked(self) -> None:
        if not self._events:
            self.schedule_requested.emit()
            return
        menu = self.menu_shown = QMenu(self)
        waiting = [(tr("funnel.result.no_day"), it) for it in self._events if not it.days]
        rows = [(day(at, "ddd d MMM"), it) for at, it in self._days[:LISTED]]
        for said, it in (*rows, *waiting[:LISTED]):
            text = tr("funnel.when.row", day=said, title=it.title).replace("&", "&&")
            entry = menu.addAction(icon(it.icon, f"category.{it.family}.solid"), text)
            entry.triggered.connect(partial(self._on_day, it))
        menu.addSeparator()
        more = menu.addAction(icon("calendar-plus"), tr("funnel.schedule"))
        more.triggered.connect(lambda _=False: self.schedule_requested.emit())
        menu.popup(self.mapToGlobal(QPoint(0, self.height() + 2)))

    def _on_day(self, result: Result, _: bool = False) -> None:
        self.open_requested.emit(result.kind, result.id)


def _rhythm(result: Result) -> str:
    return words(in_words(result.rule, result.begins))
