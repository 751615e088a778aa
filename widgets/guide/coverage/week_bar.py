"""Which week is shown: a usual one or one of the calendar, with hours of its own or the usual ones."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QToolButton
from typing_extensions import override

from widgets.common.flow_layout import FlowLayout
from widgets.common.icons import icon
from widgets.common.segmented import Segmented
from widgets.common.words import Retranslated, day, tr

USUAL, DATED = "usual", "dated"
WEEK = timedelta(days=7)


class WeekBar(Retranslated):
    """Chooses a week.

    Signals:
        chosen: another week is to be shown (its first day, None for a usual one).
        own_wanted: the week is to have hours of its own, or the usual ones again (a bool).
    """

    chosen = Signal(object)
    own_wanted = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.week: date | None = None
        self._today = date(2027, 3, 1)  # the first day of this week
        self._own = False
        self.sort = Segmented((USUAL, DATED))
        self.sort.chosen.connect(self._on_sort)
        self.back, self.on = QToolButton(), QToolButton()
        self.name, self.own = QLabel(), QPushButton()
        self.name.setTextFormat(Qt.TextFormat.PlainText)
        self.name.setProperty("look", "medium-small")
        self.name.setMinimumHeight(30)
        self.own.clicked.connect(self._on_own)
        row = FlowLayout(self, spacing=6)
        row.addWidget(self.sort)
        self.back.clicked.connect(self._step_back)
        self.on.clicked.connect(self._step_on)
        for button, sign in ((self.back, "chevron-left"), (self.on, "chevron-right")):
            button.setIcon(icon(sign, "text_2"))
            button.setIconSize(QSize(16, 16))
            button.setFixedSize(26, 30)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        for widget in (self.back, self.name, self.on, self.own):
            row.addWidget(widget)
        self.retranslate()

    def show_week(self, week: date | None, this_week: date, *, own: bool) -> None:
        """Show which week is chosen, and whether it has hours of its own."""
        self.week, self._today, self._own = week, this_week, own
        self.sort.set_value(DATED if week else USUAL)
        for widget in (self.back, self.name, self.on, self.own):
            widget.setVisible(week is not None)
        if week is not None:
            last = week + timedelta(days=6)
            first = day(week, "d" if week.month == last.month else "d MMM")
            self.name.setText(tr("coverage.week", first=first, last=day(last, "d MMM yyyy")))
        self.own.setText(tr("coverage.back_to_usual") if own else tr("coverage.give_own"))
        self.own.setAccessibleName(self.own.text())
        self.own.setToolTip("" if own else tr("coverage.give_own.tip"))

    def _on_sort(self, key: str) -> None:
        self.chosen.emit(self._today if key == DATED else None)

    def _step_back(self) -> None:
        self.chosen.emit(self.week - WEEK if self.week else None)

    def _step_on(self) -> None:
        self.chosen.emit(self.week + WEEK if self.week else None)

    def _on_own(self) -> None:
        self.own_wanted.emit(not self._own)

    @override
    def retranslate(self) -> None:
        self.sort.set_texts((tr("coverage.usual"), tr("coverage.dated")))
        self.sort.setAccessibleName(tr("coverage.which"))
        for button, text in ((self.back, tr("coverage.before")), (self.on, tr("coverage.after"))):
            button.setToolTip(text)
            button.setAccessibleName(text)
        self.show_week(self.week, self._today, own=self._own)
