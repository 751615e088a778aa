"""The palette: tactics to drop on a day."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QLabel, QMenu, QVBoxLayout, QWidget
from typing_extensions import override

from app.calendar.plan import Plan
from widgets.calendar.side.card_list import CardList, beside_scroll_bar
from widgets.calendar.side.palette_model import TACTIC_ID, PaletteModel
from widgets.common.drop_button import DropButton
from widgets.common.icons import icon, put_icon
from widgets.common.search_field import SearchField
from widgets.common.words import Retranslated, tr


class PalettePanel(Retranslated):
    """Tactics by family with a search line; Enter puts the chosen one on the cursor's day.

    Signals:
        tactic_taken: a tactic is wanted on the cursor's day (its id).
        edit_requested: a tactic is to be edited (its id), "" for a new one.
        delete_requested: a tactic is to go (its id).
    """

    tactic_taken = Signal(str)
    edit_requested = Signal(str)
    delete_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._plan: Plan | None = None
        self._build()
        self._arrange()
        self._connect()
        self.retranslate()

    def _build(self) -> None:
        self.search = SearchField("/")
        self.model = PaletteModel(self)
        self.list = CardList()
        self.list.setModel(self.model)
        self.nothing = QLabel()
        self.nothing.setProperty("look", "muted")
        self.nothing.setWordWrap(True)
        self.nothing.setVisible(False)
        self.new = DropButton("dashed", "")
        put_icon(self.new, icon("plus"))

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 2, 10)
        column.setSpacing(4)  # the head of the first group brings air of its own
        for part in (self.search, self.nothing, self.list, self.new):
            column.addWidget(beside_scroll_bar(part), 1 if part is self.list else 0)
        column.insertSpacing(column.count() - 1, 2)

    def _connect(self) -> None:
        self.search.textChanged.connect(self._on_searched)
        self.search.returnPressed.connect(self._on_search_entered)
        self.list.taken.connect(self.tactic_taken)
        self.list.opened.connect(self.tactic_taken)
        self.list.customContextMenuRequested.connect(self._on_menu_requested)
        self.new.clicked.connect(lambda: self.edit_requested.emit(""))

    @override
    def retranslate(self) -> None:
        self.search.set_texts(tr("calendar.palette.find"))
        self.list.setAccessibleName(tr("calendar.palette"))
        self.new.setText(tr("calendar.palette.new"))
        if self._plan:
            self.show_plan(self._plan)

    def show_plan(self, plan: Plan) -> None:
        """Show the tactics of a plan; the chosen one stays chosen."""
        self._plan = plan
        chosen = self.list.current_id()
        self.model.show_tactics(plan.tactics.values(), plan.kinds)
        row = self.model.row_of(chosen)
        if row >= 0:
            self.list.setCurrentIndex(self.model.index(row, 0))
        self._say_nothing()

    def focus_search(self) -> None:
        """Put the keyboard on the search line."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _say_nothing(self) -> None:
        empty = self.model.rowCount() == 0
        self.nothing.setVisible(empty)
        if empty:
            found = self.search.text()
            self.nothing.setText(
                tr("calendar.palette.none_found", words=found) if found else tr("calendar.palette.empty")
            )

    def _on_searched(self, text: str) -> None:
        self.model.search(text)
        self._say_nothing()

    def _on_search_entered(self) -> None:
        for row in range(self.model.rowCount()):
            index = self.model.index(row, 0)
            if index.data(TACTIC_ID):
                self.list.setCurrentIndex(index)
                self.list.setFocus(Qt.FocusReason.TabFocusReason)
                return

    def _on_menu_requested(self, place: QPoint) -> None:
        chosen = str(self.list.indexAt(place).data(TACTIC_ID) or "")
        if not chosen:
            return
        menu = QMenu(self)
        menu.addAction(icon("calendar-plus"), tr("calendar.palette.add"), lambda: self.tactic_taken.emit(chosen))
        menu.addAction(icon("pencil"), tr("calendar.palette.edit"), lambda: self.edit_requested.emit(chosen))
        menu.addAction(icon("trash-2"), tr("calendar.palette.delete"), lambda: self.delete_requested.emit(chosen))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.list.viewport().mapToGlobal(place))
