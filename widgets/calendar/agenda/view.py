"""The agenda: the plan as a list, week by week."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, timedelta

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QRect, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from app.calendar.filter import EventFilter
from app.calendar.occurrence import Key, Occurrence
from app.calendar.plan import Plan
from app.calendar.quarter import Quarter
from widgets.calendar.agenda.delegate import AgendaDelegate
from widgets.calendar.agenda.list_view import AgendaList
from widgets.calendar.agenda.loads import Thing, loads_after
from widgets.calendar.agenda.model import AgendaModel, EventRow, WeekRow
from widgets.calendar.canvas.contract import CalendarCanvas
from widgets.common.words import tr


class AgendaView(CalendarCanvas):
    """The same intents, selection and keys as the painted views, over a list that screen readers walk."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: Callable[[Occurrence], bool] | EventFilter | None = None
        self._plan: Plan | None = None
        self._quarter: Quarter | None = None
        self._today: date | None = None
        self._from_today = True
        self._quiet = False
        self.model = AgendaModel(self)
        self.list = AgendaList(self)
        self.list.setModel(self.model)
        self.delegate = AgendaDelegate(self.model, self.list)
        self.list.setItemDelegate(self.delegate)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.list)
        self.setFocusProxy(self.list)
        self.setAcceptDrops(False)
        self._connect()
        self.retranslate()

    def _connect(self) -> None:
        self.list.selectionModel().selectionChanged.connect(self._on_selection_changed)
        self.list.selectionModel().currentChanged.connect(self._on_current_changed)
        self.list.opened.connect(lambda: self._with_current(self.open_requested.emit))
        self.list.moved.connect(self._on_moved)
        self.list.resized.connect(self._on_resized)
        self.list.deleted.connect(lambda: self._with_held(self.delete_requested.emit))
        self.list.dropped_keys.connect(self._on_dropped_keys)
        self.list.dropped_thing.connect(self.drop_requested)
        self.list.dropped_branches.connect(self.branches_dropped)
        self.list.dropped_tasks.connect(self.tasks_dropped)
        self.list.hovered.connect(self._on_hovered)
        self.list.customContextMenuRequested.connect(
            lambda place: self.menu_requested.emit(self.list.viewport().mapToGlobal(place))
        )

    @override
    def retranslate(self) -> None:
        self.list.setAccessibleName(tr("calendar.view.agenda"))
        self.refresh()

    def set_from_today(self, on: bool) -> None:
        """Begin with today, or with the first day of the quarter."""
        self._from_today = on
        self.refresh()

    def occurrences(self) -> list[Occurrence]:
        """Return the events that are listed."""
        if self._plan is None or self._quarter is None:
            return []
        found = self._plan.occurrences(self.first_day(), self._quarter.end)
        shown = self._shown
        if isinstance(shown, EventFilter):
            return [it for it in found if shown.matches(it, self._plan)]
        return [it for it in found if shown is None or shown(it)]

    def first_day(self) -> date:
        """Return the day that the list begins with."""
        first = self._quarter.first if self._quarter else date(2027, 1, 1)
        today = self._today
        inside = self._quarter is not None and today is not None and self._quarter.contains(today)
        return today if self._from_today and inside and today else first

    @override
    def show_plan(
        self,
        plan: Plan,
        quarter: Quarter,
        shown: Callable[[Occurrence], bool] | EventFilter | None = None,
        today: date | None = None,
        colour_by: str = "kind",
    ) -> None:
        self._plan, self._quarter, self._shown, self._today = plan, quarter, shown, today
        self.delegate.today, self.delegate.colour_by = today, colour_by
        self.refresh()

    @override
    def refresh(self) -> None:
        if self._plan is None or self._quarter is None:
            return
        selected, current = self.selection(), self._current_key()
        self._quiet = True
        self.model.show_weeks(self._plan, self._quarter.rows, self.first_day(), self.occurrences())
        self._quiet = False
        self.select(selected)
        rows = self.model.rows_of([current]) if current else []
        if rows:
            self.list.selectionModel().setCurrentIndex(
                self.model.index(rows[0], 0), QItemSelectionModel.SelectionFlag.NoUpdate
            )

    @override
    def select(self, keys: Iterable[Key]) -> None:
        self._selected = list(keys)
        rows = QItemSelection()
        for row in self.model.rows_of(self._selected):
            rows.select(self.model.index(row, 0), self.model.index(row, 0))
        self._quiet = True
        self.list.selectionModel().select(rows, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self._quiet = False

    @override
    def meant(self) -> list[Key]:
        current, keys = self._current_key(), self.selection()
        if current is None or (keys and current not in keys):
            return keys
        return [current, *(key for key in keys if key != current)]

    @override
    def set_cursor_day(self, day: date) -> None:
        self._cursor = day
        row = self.model.row_on(day)
        if row >= 0:
            self._go_to(row)

    @override
    def reveal(self, key: Key) -> None:
        for row in self.model.rows_of([key])[:1]:
            self._go_to(row)

    @override
    def anchor(self, key: Key) -> QRect:
        for row in self.model.rows_of([key])[:1]:
            rect = self.list.visualRect(self.model.index(row, 0))
            return QRect(self.list.viewport().mapToGlobal(rect.topLeft()), rect.size())
        return QRect()

    @override
    def set_highlight(self, keys: Iterable[Key]) -> None:
        self.delegate.highlight = frozenset(keys)
        self.list.viewport().update()

    def _go_to(self, row: int) -> None:
        """Make a row current and show it, with the head of its week when it is the first."""
        index = self.model.index(row, 0)
        self.list.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
        if row and isinstance(self.model.row_at(index.siblingAtRow(row - 1)), WeekRow):
            self.list.scrollTo(index.siblingAtRow(row - 1))
        self.list.scrollTo(index)

    def _current_key(self) -> Key | None:
        row = self.model.row_at(self.list.currentIndex())
        return row.occurrence.key if isinstance(row, EventRow) else None

    def _with_current(self, tell: Callable[[Key], None]) -> None:
        key = self._current_key()
        if key:
            tell(key)

    def _with_held(self, tell: Callable[[list[Key]], None]) -> None:
        if self.meant():
            tell(self.meant())

    def _on_selection_changed(self) -> None:
        if self._quiet:
            return
        rows = sorted(self.list.selectionModel().selectedIndexes(), key=lambda index: index.row())
        chosen = [self.model.row_at(index) for index in rows]
        self._selected = [row.occurrence.key for row in chosen if isinstance(row, EventRow)]
        self.selection_changed.emit(self.selection())

    def _on_current_changed(self) -> None:
        row = self.model.row_at(self.list.currentIndex())
        if isinstance(row, EventRow) and not self._quiet:
            self._cursor = row.day
            self.day_changed.emit(row.day)

    def _on_moved(self, days: int) -> None:
        held = self.meant()
        it = self._plan.occurrence(held[0]) if held and self._plan else None
        if it:
            self.move_requested.emit(held, it.day + timedelta(days=days), self.anchor(held[0]))

    def _on_resized(self, days: int) -> None:
        key = self._current_key()
        if key:
            self.resize_requested.emit(key, 0, days, self.anchor(key))

    def _on_dropped_keys(self, keys: list[Key], day: date, copying: bool) -> None:
        if copying:
            self.copy_requested.emit(keys, day)
        else:
            self.move_requested.emit(keys, day, self.anchor(keys[0]))

    def _on_hovered(self, day: date | None, held: list[Key] | Thing | None, copying: bool) -> None:
        self.delegate.drop_day = day
        self.delegate.preview = {}
        if self._plan and self._quarter and day and held:
            self.delegate.preview = loads_after(self._plan, self._quarter.rows, day, held, copying=copying)
        self.list.viewport().update()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)
