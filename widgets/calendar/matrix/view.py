"""The matrix: what a quarter and the backlog hold, weighed by impact and ease."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import Final

from PySide6.QtCore import QItemSelectionModel, QRect, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from app.calendar.event import Event
from app.calendar.filter import EventFilter
from app.calendar.occurrence import Key, Occurrence
from app.calendar.plan import Plan
from app.calendar.quarter import Quarter
from app.calendar.ranking import Quadrant, Ref, Scored, weighed
from app.message import say
from widgets.calendar.canvas.contract import CalendarCanvas
from widgets.calendar.colour_by import NONE, colouring
from widgets.calendar.matrix.plot import MatrixPlot
from widgets.calendar.matrix.ranking_list import RankingList
from widgets.common.hairline import hairline
from widgets.common.key_hints import KeyHints
from widgets.common.paragraph import Paragraph
from widgets.common.words import tr

LIST: Final = 252


class MatrixView(CalendarCanvas):
    """The field, and the list with its tray beside it; one thing is selected in both."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._plan: Plan | None = None
        self._quarter: Quarter | None = None
        self._shown: Callable[[Occurrence], bool] | EventFilter | None = None
        self._colour_by = "kind"
        self._chosen: Ref | None = None
        self.plot, self.list, self.note = MatrixPlot(), RankingList(), Paragraph(look="setting-note")
        self.hints = KeyHints([(("←↑→↓",), say("calendar.matrix.hint.score"))])
        self._arrange()
        self._connect()
        self.setFocusProxy(self.plot)
        self.setAcceptDrops(False)
        self.retranslate()

    def _arrange(self) -> None:
        line = hairline(upright=True)
        self.side = QWidget()
        self.side.setFixedWidth(LIST)
        column = QVBoxLayout(self.side)
        column.setContentsMargins(4, 6, 0, 12)
        column.setSpacing(8)
        column.addWidget(self.list, 1)
        below = QVBoxLayout()
        below.setContentsMargins(10, 0, 12, 0)
        below.setSpacing(8)
        below.addWidget(self.note)
        below.addWidget(self.hints, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(below)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.plot, 1)
        row.addWidget(line)
        row.addWidget(self.side)

    def _connect(self) -> None:
        self.plot.chosen.connect(self.choose)
        self.plot.walked.connect(self._walk)
        self.plot.opened.connect(self.open_thing)
        self.plot.score_wanted.connect(self.score_requested)
        self.plot.menu_wanted.connect(self.menu_requested)
        self.plot.more_wanted.connect(self._open_more)
        self.plot.over_tray = lambda place: self.side.rect().contains(self.side.mapFromGlobal(place))
        self.list.selectionModel().currentChanged.connect(self._on_current)
        self.list.opened.connect(self.open_thing)
        self.list.nudged.connect(self.plot.nudge)
        self.list.cleared.connect(self.clear_chosen)
        self.list.customContextMenuRequested.connect(
            lambda place: self.menu_requested.emit(self.list.viewport().mapToGlobal(place))
        )

    @override
    def retranslate(self) -> None:
        self.list.setAccessibleName(tr("calendar.matrix.ranking"))
        self.refresh()

    @override
    def show_plan(
        self,
        plan: Plan,
        quarter: Quarter,
        shown: Callable[[Occurrence], bool] | EventFilter | None = None,
        today: date | None = None,
        colour_by: str = "kind",
    ) -> None:
        self._plan, self._quarter, self._shown, self._colour_by = plan, quarter, shown, colour_by
        self.refresh()

    @override
    def refresh(self) -> None:
        if self._plan is None or self._quarter is None:
            return
        things = weighed(self._plan, self._quarter.first, self._quarter.last, self._passes())
        of_event = colouring(self._plan, self._colour_by)

        def family(event: Event | None) -> str:
            return of_event(event) if event else NONE

        self.list.delegate.family = family
        self.plot.show_things(things, family)
        self.list.rows.show_things(things)
        if self.list.rows.row_of(self._chosen) < 0:
            self._chosen = None
        aside = sum(it.rated and it.quadrant is Quadrant.NOT_NOW and it.day is not None for it in things)
        self.note.setText(tr("calendar.matrix.not_now.planned", n=aside) if aside else tr("calendar.matrix.tray.hint"))
        self.note.setFixedHeight(self.note.heightForWidth(LIST - 26))
        self._show_chosen()

    def _passes(self) -> Callable[[Occurrence], bool] | None:
        shown, plan = self._shown, self._plan
        if isinstance(shown, EventFilter) and plan is not None:
            return lambda it: shown.matches(it, plan)
        return None if shown is None or isinstance(shown, EventFilter) else shown

    # --- what is selected ---

    def chosen(self) -> Scored | None:
        """Return what is selected, a program too."""
        return next((it for it in self.list.rows.things() if it.ref == self._chosen), None)

    @override
    def select(self, keys: Iterable[Key]) -> None:
        self._selected = list(keys)
        self._chosen = ("event", self._selected[0][0]) if self._selected else None
        self._show_chosen()

    @override
    def reveal(self, key: Key) -> None:
        self.select([key])
        row = self.list.rows.row_of(self._chosen)
        if row >= 0:
            self.list.scrollTo(self.list.rows.index(row, 0))

    @override
    def anchor(self, key: Key) -> QRect:
        pill = self.plot.pill_of(("event", key[0]))
        return QRect(self.plot.mapToGlobal(pill.rect.topLeft()), pill.rect.size()) if pill else QRect()

    @override
    def set_highlight(self, keys: Iterable[Key]) -> None:
        self.plot.show_selected(self._chosen, {("event", key[0]) for key in keys})

    def choose(self, thing: Scored | None) -> None:
        """Select something, or nothing."""
        self._chosen = thing.ref if thing else None
        self._selected = [thing.key] if thing and thing.key else []
        self._show_chosen()
        self.selection_changed.emit(self.selection())

    def _open_more(self, things: Sequence[Scored], anchor: QRect) -> None:
        from widgets.calendar.matrix.laid_here import open_laid_here

        open_laid_here(self, [it.ref for it in things], anchor)

    def _walk(self, by: int) -> None:
        things = self.list.rows.things()
        if things:
            now = next((n for n, it in enumerate(things) if it.ref == self._chosen), -1 if by > 0 else 0)
            self.choose(things[(now + by) % len(things)])

    def _show_chosen(self) -> None:
        self.plot.show_selected(self._chosen)
        row = self.list.rows.row_of(self._chosen)
        index = self.list.rows.index(row, 0)
        model = self.list.selectionModel()
        model.blockSignals(True)
        model.setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        model.blockSignals(False)
        if index.isValid():
            self.list.scrollTo(index)
        self.list.viewport().update()

    def _on_current(self) -> None:
        thing = self.list.rows.thing(self.list.currentIndex().row())
        if thing and thing.ref != self._chosen:
            self.choose(thing)

    def open_thing(self, thing: Scored) -> None:
        """Let something be looked at."""
        if thing.ref != self._chosen:
            self.choose(thing)
        if thing.key:
            self.open_requested.emit(thing.key)
        else:
            self.program_requested.emit(thing.ref[1], self.note)

    def clear_chosen(self) -> None:
        """Take the score of what is selected away."""
        thing = self.chosen()
        if thing and (thing.impact or thing.ease):
            self.score_requested.emit(thing.ref, 0, 0)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        self.plot.setFocus(Qt.FocusReason.OtherFocusReason)
