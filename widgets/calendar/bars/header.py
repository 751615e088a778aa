"""The head of the calendar page: which days, how they are shown, and out with them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QToolButton, QWidget
from typing_extensions import override

from app.message import say
from widgets.common.action import Action
from widgets.common.action_menu import action_menu, pop_up_below
from widgets.common.drop_button import DropButton
from widgets.common.icons import icon, put_icon
from widgets.common.page_header import PageHeader
from widgets.common.tab_order import in_order
from widgets.common.view_switch import ViewSwitch
from widgets.common.words import Retranslated, tr

VIEW_TEXTS: Final = {
    "quarter": say("calendar.view.quarter"),
    "month": say("calendar.view.month"),
    "agenda": say("calendar.view.agenda"),
    "matrix": say("calendar.view.matrix"),
}


class CalendarHeader(Retranslated):
    """Back, today and on; the days in words; the views; Export.

    Signals:
        turn_requested: the time before (-1) or after (1) is wanted.
        today_requested: today is wanted.
        view_chosen: another view is wanted ("quarter", "month", "agenda" or "matrix").
    """

    turn_requested = Signal(int)
    today_requested = Signal()
    view_chosen = Signal(str)

    def __init__(self, exports: Sequence[Action], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._exports = exports
        self._build()
        self._arrange()
        self._connect()
        self.retranslate()

    def _build(self) -> None:
        self.frame = PageHeader(56, self)
        self.back, self.on = QToolButton(), QToolButton()
        for button, name in ((self.back, "chevron-left"), (self.on, "chevron-right")):
            button.setProperty("look", "framed")
            button.setIcon(icon(name))
            button.setFixedSize(28, 30)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.today = QPushButton()
        self.views = ViewSwitch(say("calendar.view"), VIEW_TEXTS)
        self.export = DropButton("drop")
        put_icon(self.export, icon("upload"))

    def _arrange(self) -> None:
        self.setFixedHeight(self.frame.height())
        for button in (self.back, self.today, self.on):
            self.frame.add_left(button)
        for widget in (self.views, self.export):
            self.frame.add_action(widget)
        in_order(self.back, self.today, self.on)

    def _connect(self) -> None:
        self.back.clicked.connect(lambda: self.turn_requested.emit(-1))
        self.on.clicked.connect(lambda: self.turn_requested.emit(1))
        self.today.clicked.connect(self.today_requested)
        self.views.chosen.connect(self.view_chosen)
        self.export.clicked.connect(self._on_export_clicked)

    @override
    def retranslate(self) -> None:
        for button, name in ((self.back, tr("calendar.previous")), (self.on, tr("calendar.next"))):
            button.setAccessibleName(name)
            button.setToolTip(name)
        self.today.setText(tr("calendar.today"))
        self.today.setAccessibleName(tr("calendar.today"))
        self.export.setText(tr("calendar.export"))
        self.export.setAccessibleName(tr("calendar.export"))

    def show_state(self, view: str, title: str, subtitle: str) -> None:
        """Show which view of which days is open."""
        self.views.show_value(view)
        self.frame.set_texts(title, subtitle)

    def _on_export_clicked(self) -> None:
        pop_up_below(action_menu(self, self._exports), self.export)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.frame.setGeometry(0, 0, self.width(), self.frame.height())
        self.views.fit_window()
