"""The floating bar of tools at the bottom of a wall."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGraphicsView, QToolButton
from typing_extensions import override

from app.message import Message
from widgets.common.wall.floating import TOOL, Floating
from widgets.common.words import words

BOTTOM = 16


@dataclass(frozen=True, slots=True)
class Tool:
    """One button: a mode that stays on, or something done at once. A tool without an icon is a line between groups."""

    id: str = ""
    icon: str = ""
    name: Message | None = None
    key: str = ""  # shown behind the name
    mode: bool = False


class WallToolbar(Floating):
    """Modes and things to do.

    Signals:
        chosen: a tool was pressed (its id).
    """

    chosen = Signal(str)

    def __init__(self, view: QGraphicsView, tools: Sequence[Tool]) -> None:
        super().__init__(view)
        self._tools = {tool.id: tool for tool in tools if tool.icon}
        self._buttons: dict[str, QToolButton] = {}
        for tool in tools:
            if not tool.icon:
                self.add_line()
                continue
            button = self.add_tool(tool.icon, TOOL, checkable=tool.mode)
            button.clicked.connect(lambda _=False, key=tool.id: self._on_clicked(key))
            self._buttons[tool.id] = button
        self.retranslate()

    @property
    def buttons(self) -> Mapping[str, QToolButton]:
        """The buttons by id."""
        return self._buttons

    def show_mode(self, mode: str) -> None:
        """Show which mode is on."""
        for key, tool in self._tools.items():
            if tool.mode:
                self._buttons[key].setChecked(key == mode)

    @override
    def place(self) -> None:
        self.put(bottom=BOTTOM)

    @override
    def retranslate(self) -> None:
        for key, tool in self._tools.items():
            name = words(tool.name) if tool.name else key
            self._buttons[key].setAccessibleName(name)
            self._buttons[key].setToolTip(f"{name} ({tool.key})" if tool.key else name)

    def _on_clicked(self, id: str) -> None:
        if self._tools[id].mode:
            self.show_mode(id)
        self.chosen.emit(id)
