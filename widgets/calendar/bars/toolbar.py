"""The bar below the head: what colours mean, which events are shown, and how many hours a week has."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QVBoxLayout, QWidget
from typing_extensions import override

from app.calendar.filter import EventFilter
from app.calendar.plan import Plan
from widgets.calendar.bars.filter_bar import FilterBar
from widgets.calendar.dimensions import DIMENSION_TEXTS
from widgets.common.drop_button import DropButton
from widgets.common.hairline import hairline
from widgets.common.icons import icon, put_icon
from widgets.common.toolbar_end import ToolbarEnd
from widgets.common.words import Retranslated, hours, tr


class CalendarToolbar(Retranslated):
    """40 px; in the agenda it begins with "From today" and ends with the way to search.

    Signals:
        colour_chosen: events are to be coloured by another side.
        from_today_chosen: the agenda is to begin today, or at the first day.
        capacity_requested: the hours of the weeks are to be changed.
        find_requested: events are to be searched.
    """

    colour_chosen = Signal(str)
    from_today_chosen = Signal(bool)
    capacity_requested = Signal()
    find_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colour_by = "kind"
        self._capacity = 8.0
        self._view = "quarter"
        self._build()
        self._arrange()
        self._connect()
        self.retranslate()

    def _build(self) -> None:
        self.label = QLabel()
        self.label.setProperty("look", "caption")
        self.colour = DropButton("side")
        put_icon(self.colour, icon("palette"), 14)
        self.label.setBuddy(self.colour)
        self.rule = QFrame()
        self.rule.setProperty("look", "strong-line")
        self.rule.setFixedSize(1, 18)
        self.from_today = DropButton("filter", "")
        self.from_today.setCheckable(True)
        self.from_today.setChecked(True)
        put_icon(self.from_today, icon("funnel", "text_2", "accent_soft_text"), 12)
        self.filters = FilterBar()
        self.capacity = ToolbarEnd("gauge")
        self.search = ToolbarEnd("search", "Ctrl+F")

    def _arrange(self) -> None:
        self.setFixedHeight(41)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        host = QWidget()
        self._row = QHBoxLayout(host)
        self._row.setContentsMargins(16, 0, 16, 0)
        self._row.setSpacing(6)
        for widget in (self.label, self.colour):
            self._row.addWidget(widget)
        self._row.addSpacing(4)
        self._row.addWidget(self.rule)
        self._row.addSpacing(4)
        self._row.addWidget(self.from_today)
        self._row.addWidget(self.filters, 1)
        self._row.addWidget(self.capacity)
        self._row.addWidget(self.search)
        line = hairline()
        column.addWidget(host, 1)
        column.addWidget(line)
        self.show_view("quarter")

    def _connect(self) -> None:
        self.colour.clicked.connect(self._on_colour_clicked)
        self.from_today.clicked.connect(self.from_today_chosen)
        self.capacity.clicked.connect(self.capacity_requested)
        self.search.clicked.connect(self.find_requested)

    @override
    def retranslate(self) -> None:
        self.label.setText(tr("calendar.colour_by"))
        self.from_today.setText(tr("calendar.from_today"))
        self.from_today.setAccessibleName(tr("calendar.from_today"))
        self.search.show_words(tr("calendar.find.in_list"), "")
        self.show_colour(self._colour_by)
        self.show_capacity(self._capacity)

    def show_view(self, view: str) -> None:
        """Show what belongs to a view."""
        agenda = view == "agenda"
        for widget in (self.label, self.colour, self.rule, self.capacity):
            widget.setVisible(not agenda)
        for shown in (self.from_today, self.search):
            shown.setVisible(agenda)
        side = 24 if agenda else 16
        self._row.setContentsMargins(side - 8 if agenda else side, 0, side, 0)

    def show_colour(self, by: str) -> None:
        """Show by what events are coloured."""
        self._colour_by = by
        name = tr(DIMENSION_TEXTS[by])
        self.colour.setText(name)
        self.colour.setAccessibleName(f"{tr('calendar.colour_by')}: {name}")

    def show_capacity(self, value: float) -> None:
        """Show how many hours a usual week has."""
        self._capacity = value
        shown = hours(value).removesuffix(".0").removesuffix(",0")
        self.capacity.show_words(tr("calendar.capacity"), tr("calendar.capacity.week", hours=shown))
        self.capacity.setToolTip(tr("calendar.capacity.tip"))

    def show_filter(self, plan: Plan | None, chosen: EventFilter) -> None:
        """Show which events are shown."""
        self.filters.show_filter(plan, chosen)

    def _on_colour_clicked(self) -> None:
        menu = QMenu(self)
        group = QActionGroup(menu)
        for by, text in DIMENSION_TEXTS.items():
            action = menu.addAction(tr(text), partial(self.colour_chosen.emit, by))
            action.setCheckable(True)
            action.setChecked(by == self._colour_by)
            group.addAction(action)
        menu.popup(self.colour.mapToGlobal(self.colour.rect().bottomLeft()))
        menu.aboutToHide.connect(menu.deleteLater)
