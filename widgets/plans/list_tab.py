"""A tab with a list at the left and what is chosen there beside it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from widgets.common.action_menu import action_menu
from widgets.common.hairline import hairline
from widgets.common.icons import icon, put_icon
from widgets.common.nav_list import NavList
from widgets.plans.bench import PlansBench
from widgets.plans.tab import Tab

LEFT: Final = 232


class ListTab(Tab):
    """The list keeps the keyboard and has the menu of what can be done here."""

    def __init__(self, bench: PlansBench) -> None:
        super().__init__(bench)
        self.list = NavList()
        self.left = QVBoxLayout()
        self.left.setContentsMargins(8, 8, 8, 12)
        self.left.setSpacing(8)
        self.left.addWidget(self.list, 1)
        self.list.customContextMenuRequested.connect(self._show_menu)

    def stand_beside(self, main: QWidget) -> None:
        """Let something fill the rest of the tab."""
        side = QWidget()
        side.setFixedWidth(LEFT)
        side.setLayout(self.left)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(side)
        row.addWidget(hairline(upright=True))
        row.addWidget(main, 1)

    def add_below(self, sign: str, look: str = "dashed", role: str = "text_2") -> QPushButton:
        """Put a button below the list."""
        button = QPushButton()
        button.setProperty("look", look)
        put_icon(button, icon(sign, role))
        self.left.addWidget(button)
        return button

    def is_chosen(self) -> bool:
        """Return whether something of the list is chosen."""
        return bool(self.list.key())

    def _show_menu(self, place: QPoint) -> None:
        there = self.commands()
        if there:
            action_menu(self, there).popup(self.list.viewport().mapToGlobal(place))

    @override
    def take_keyboard(self) -> None:
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def regions(self) -> Sequence[QWidget]:
        return (self.list,)


def named(button: QPushButton, text: str) -> None:
    """Give a button its words, for eyes and ears."""
    button.setText(text)
    button.setAccessibleName(text)
