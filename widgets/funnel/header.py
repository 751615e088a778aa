"""The head of the funnel page: its name, the views, Tidy and Export."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from app.message import say
from widgets.common.action import Action
from widgets.common.action_menu import action_menu, pop_up_below
from widgets.common.drop_button import DropButton
from widgets.common.icons import icon, put_icon
from widgets.common.page_header import PageHeader
from widgets.common.view_switch import ViewSwitch
from widgets.common.words import Retranslated, tr

MAP, OUTLINE, TABLE = "map", "outline", "table"
LONGEST: Final = 24  # letters of a name that the button shows
VIEW_TEXTS: Final = {
    MAP: say("funnel.view.map"),
    OUTLINE: say("funnel.view.outline"),
    TABLE: say("funnel.view.table"),
}


class FunnelHeader(Retranslated):
    """Title and subtitle, the three views, what brings order and what goes out.

    Signals:
        view_chosen: another view is wanted ("map", "outline" or "table").
        tidy_requested: everything shall be seen, in order.
        maps_requested: another map is wanted, or something is to be done with the one that is shown.
    """

    view_chosen = Signal(str)
    tidy_requested = Signal()
    maps_requested = Signal()

    def __init__(self, exports: Sequence[Action], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._exports = exports
        self.frame = PageHeader()
        self._name = ""
        self.maps = DropButton("drop")
        self.maps.setProperty("look", "ghost")
        put_icon(self.maps, icon("network"))
        self.maps.hide()
        self.views = ViewSwitch(say("funnel.view"), VIEW_TEXTS)
        self.tidy = QPushButton()
        self.tidy.setProperty("look", "ghost")
        put_icon(self.tidy, icon("maximize"))
        self.export = DropButton("drop")
        put_icon(self.export, icon("upload"))
        for widget in (self.maps, self.views, self.tidy, self.export):
            self.frame.add_action(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.frame)
        self.setFixedHeight(self.frame.height())
        self.views.chosen.connect(self.view_chosen)
        self.tidy.clicked.connect(self.tidy_requested)
        self.maps.clicked.connect(self.maps_requested)
        self.export.clicked.connect(self._on_export_clicked)
        self.retranslate()

    @override
    def retranslate(self) -> None:
        self.frame.set_texts(tr("page.funnel"), tr("funnel.about"))
        for button, text in ((self.tidy, tr("funnel.tidy")), (self.export, tr("funnel.export"))):
            button.setText(text)
            button.setAccessibleName(text)
        self._show_name()

    def show_view(self, view: str) -> None:
        """Show which view is open."""
        self.views.show_value(view)
        self.tidy.setVisible(view == MAP)

    def show_map(self, name: str, *, several: bool) -> None:
        """Show which map is open, "" for the funnel, when there is more than the funnel."""
        self._name = name
        self.maps.setVisible(several)
        self._show_name()

    def _show_name(self) -> None:
        name = self._name or tr("page.funnel")
        shown = name if len(name) <= LONGEST else f"{name[: LONGEST - 1]}…"
        self.maps.setText(shown.replace("&", "&&"))
        self.maps.setAccessibleName(tr("funnel.map.open", name=name))

    def _on_export_clicked(self) -> None:
        pop_up_below(action_menu(self, self._exports), self.export)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.views.fit_window()
