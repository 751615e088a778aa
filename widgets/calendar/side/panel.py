"""The panel beside the calendar: palette and backlog, and what the colours mean."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QStackedWidget, QTabBar, QVBoxLayout, QWidget
from typing_extensions import override

from app.calendar.plan import Plan
from widgets.calendar.dimensions import DIMENSION_TEXTS, legend
from widgets.calendar.side.backlog import BacklogPanel
from widgets.calendar.side.palette import PalettePanel
from widgets.common.drag_data import dragged_branches, dragged_keys
from widgets.common.hairline import hairline
from widgets.common.legend import Legend
from widgets.common.theme import theme
from widgets.common.words import Retranslated, tr

PALETTE, BACKLOG = 0, 1


class SidePanel(Retranslated):
    """Two tabs over one legend; events dropped anywhere on it go back to the backlog.

    Signals:
        keys_dropped: events of the agenda are to wait for a day (list of keys).
        branches_dropped: branches of the funnel are to be events that wait for a day (list of ids).
    """

    keys_dropped = Signal(object)
    branches_dropped = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._plan: Plan | None = None
        self._colour_by = "kind"
        self._waiting = 0
        self._dropping = False
        self._tab_before = PALETTE
        self.setObjectName("surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAcceptDrops(True)
        self._build()
        self.retranslate()

    def _build(self) -> None:
        self.tabs = QTabBar()
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setUsesScrollButtons(False)
        self.tabs.addTab("")
        self.tabs.addTab("")
        line = hairline()
        self.palette_panel, self.backlog = PalettePanel(), BacklogPanel()
        self.stack = QStackedWidget()
        self.stack.addWidget(self.palette_panel)
        self.stack.addWidget(self.backlog)
        self.legend = Legend()
        self._legend_room = QWidget()
        room = QVBoxLayout(self._legend_room)
        room.setContentsMargins(14, 8, 12, 12)
        room.addWidget(self.legend)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = QVBoxLayout()
        head.setContentsMargins(16, 0, 16, 0)
        head.addWidget(self.tabs)
        column.addLayout(head)
        column.addWidget(line)
        column.addWidget(self.stack, 1)
        column.addWidget(self._legend_room)
        self.tabs.currentChanged.connect(self.stack.setCurrentIndex)

    @override
    def retranslate(self) -> None:
        self.tabs.setTabText(PALETTE, tr("calendar.palette"))
        self.tabs.setTabText(
            BACKLOG, f"{tr('calendar.backlog')} {self._waiting}" if self._waiting else tr("calendar.backlog")
        )
        self.tabs.setAccessibleName(tr("calendar.panel"))
        if self._plan:
            self.show_colours(self._plan, self._colour_by)

    def show_plan(self, plan: Plan) -> None:
        """Show tactics and waiting events of a plan."""
        self._plan = plan
        self.palette_panel.show_plan(plan)
        self.show_backlog(plan)
        self.show_colours(plan, self._colour_by)

    def show_backlog(self, plan: Plan) -> None:
        """Show the waiting events of a plan."""
        before, self._waiting = self._waiting, self.backlog.show_plan(plan)
        if self._waiting != before:
            self.retranslate()

    def show_colours(self, plan: Plan, by: str) -> None:
        """Show what the colours of a side mean."""
        self._plan, self._colour_by = plan, by
        entries = legend(plan, by)
        self.legend.show_entries(tr(DIMENSION_TEXTS[by]), entries)
        self._legend_room.setVisible(bool(entries))

    def show_tab(self, tab: int) -> None:
        """Open one of the tabs."""
        self.tabs.setCurrentIndex(tab)

    def set_drop_active(self, active: bool) -> None:
        """Show while events are held above that they can be dropped here."""
        if active and not self._dropping:
            self._tab_before = self.tabs.currentIndex()
            self.show_tab(BACKLOG)
        elif self._dropping and not active:
            self.show_tab(self._tab_before)
        self._dropping = active
        self.update()

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dragged_keys(event.mimeData()) or dragged_branches(event.mimeData()):
            event.acceptProposedAction()
            self.set_drop_active(True)

    @override
    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        event.acceptProposedAction()

    @override
    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.set_drop_active(False)

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        keys, branches = dragged_keys(event.mimeData()), dragged_branches(event.mimeData())
        self.set_drop_active(False)
        event.acceptProposedAction()
        if branches:
            self.branches_dropped.emit(branches)
        else:
            self.keys_dropped.emit(keys)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._dropping:
            painter = QPainter(self)
            painter.fillRect(self.rect(), theme().color("drop"))
            painter.setPen(QPen(theme().color("accent"), 2))
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))
