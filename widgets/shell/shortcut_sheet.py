"""All shortcuts on one sheet, made from the actions that there are now."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from app.message import Message
from widgets.common.action import MENUS, Action
from widgets.common.dialog_frame import DialogFrame
from widgets.common.key_cap import KeyCap, key_text
from widgets.common.words import tr, words
from widgets.shell.action_set import ActionSet
from widgets.shell.menus import MENU_TEXTS

WIDTH: Final = 928
COLUMNS: Final = 2


class ShortcutSheet(DialogFrame):
    """Groups as in the menus, side by side."""

    def __init__(self, actions: ActionSet) -> None:
        super().__init__("keyboard", WIDTH)
        self._actions = actions
        self._scroll = QScrollArea()
        self._scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._scroll.setMinimumHeight(420)
        self.body.setContentsMargins(20, 12, 8, 12)
        self.body.addWidget(self._scroll)
        self.cancel.hide()
        self._fill()

    def _fill(self) -> None:
        self.set_texts(tr("shell.shortcuts"), tr("shell.shortcuts.note"))
        self.set_stake("", tr("common.close"))
        self._scroll.setAccessibleName(tr("shell.shortcuts"))
        sheet = QWidget()
        sheet.setObjectName("surface")
        columns = QHBoxLayout(sheet)
        columns.setContentsMargins(0, 0, 12, 0)
        columns.setSpacing(32)
        groups = [(menu, records) for menu in MENUS if (records := list(self._of_menu(menu)))]
        heights = [0] * COLUMNS
        stacks = [QVBoxLayout() for _ in range(COLUMNS)]
        for menu, records in groups:
            shortest = heights.index(min(heights))
            heights[shortest] += len(records) + 2
            stacks[shortest].addWidget(_title(words(Message(MENU_TEXTS[menu]))))
            stacks[shortest].addSpacing(6)
            stacks[shortest].addLayout(_lines(records))
            stacks[shortest].addSpacing(18)
        for stack in stacks:
            stack.setSpacing(0)
            stack.addStretch()
            columns.addLayout(stack, 1)
        self._scroll.setWidget(sheet)

    def _of_menu(self, menu: str) -> Iterator[Action]:
        for record in self._actions.records():
            if record.shortcuts and (record.menu or "go") == menu:
                yield record

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._fill()


def _title(text: str) -> QLabel:
    label = QLabel(text.upper())
    label.setProperty("look", "group")
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setFixedHeight(label.sizeHint().height())
    return label


def _lines(records: list[Action]) -> QGridLayout:
    grid = QGridLayout()
    grid.setColumnStretch(0, 1)
    grid.setHorizontalSpacing(12)
    grid.setVerticalSpacing(5)
    for row, record in enumerate(records):
        text = QLabel(words(Message(record.text)).rstrip("…"))
        text.setTextFormat(Qt.TextFormat.PlainText)
        text.setAccessibleName(f"{text.text()}: {key_text(record.shortcuts[0])}")
        grid.addWidget(text, row, 0)
        caps = QHBoxLayout()
        caps.setSpacing(4)
        for keys in record.shortcuts[:2]:
            caps.addWidget(KeyCap(keys))
        grid.addLayout(caps, row, 1, Qt.AlignmentFlag.AlignRight)
    return grid
