"""The backlog: events that wait for a day."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QMenu, QVBoxLayout, QWidget
from typing_extensions import override

from app.calendar.plan import Plan
from widgets.calendar.side.backlog_model import EVENT_ID, BacklogModel
from widgets.calendar.side.card_list import CardList, beside_scroll_bar
from widgets.common.icons import icon
from widgets.common.words import Retranslated, tr


class BacklogPanel(Retranslated):
    """A line to add an idea, then the waiting events; Enter plans the chosen one on the cursor's day.

    Signals:
        event_taken: an event is to be planned on the cursor's day (its id).
        open_requested: an event is to be edited (its id).
        delete_requested: an event is to go (its id).
        add_requested: a new event is to wait (its title).
    """

    event_taken = Signal(str)
    open_requested = Signal(str)
    delete_requested = Signal(str)
    add_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._build()
        self._arrange()
        self._connect()
        self.retranslate()

    def _build(self) -> None:
        self.line = QLineEdit()
        self.line.addAction(icon("plus", "text_muted"), QLineEdit.ActionPosition.LeadingPosition)
        self.model = BacklogModel(self)
        self.list = CardList()
        self.list.setModel(self.model)
        self.empty = QLabel()
        self.empty.setProperty("look", "muted")
        self.empty.setWordWrap(True)

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 2, 10)
        column.setSpacing(6)
        column.addWidget(beside_scroll_bar(self.line))
        column.addWidget(beside_scroll_bar(self.empty))
        column.addSpacing(4)
        column.addWidget(self.list, 1)

    def _connect(self) -> None:
        self.line.returnPressed.connect(self._on_line_entered)
        self.list.taken.connect(self.event_taken)
        self.list.opened.connect(self.open_requested)
        self.list.customContextMenuRequested.connect(self._on_menu_requested)

    @override
    def retranslate(self) -> None:
        self.line.setPlaceholderText(tr("calendar.backlog.add"))
        self.line.setAccessibleName(tr("calendar.backlog.add"))
        self.list.setAccessibleName(tr("calendar.backlog"))
        self.empty.setText(tr("calendar.backlog.empty"))
        self.list.viewport().update()

    def show_plan(self, plan: Plan) -> int:
        """Show the waiting events of a plan; return how many they are."""
        chosen = self.list.current_id()
        self.model.show_events(plan.backlog(), plan.kinds)
        row = self.model.row_of(chosen)
        if row >= 0:
            self.list.setCurrentIndex(self.model.index(row, 0))
        there = self.model.rowCount() > 0
        self.empty.setVisible(not there)
        self.list.setFocusPolicy(Qt.FocusPolicy.StrongFocus if there else Qt.FocusPolicy.NoFocus)
        return self.model.rowCount()

    def _on_line_entered(self) -> None:
        title = self.line.text().strip()
        if title:
            self.line.clear()
            self.add_requested.emit(title)

    def _on_menu_requested(self, place: QPoint) -> None:
        chosen = str(self.list.indexAt(place).data(EVENT_ID) or "")
        if not chosen:
            return
        menu = QMenu(self)
        menu.addAction(icon("pencil"), tr("calendar.backlog.open"), lambda: self.open_requested.emit(chosen))
        menu.addAction(icon("calendar-plus"), tr("calendar.backlog.plan"), lambda: self.event_taken.emit(chosen))
        menu.addAction(icon("trash-2"), tr("calendar.backlog.delete"), lambda: self.delete_requested.emit(chosen))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.list.viewport().mapToGlobal(place))
