"""All shortcuts on one sheet, made from the actions that there are now."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from app.message import Message
from widgets.common.action import MENUS
from widgets.common.dialog_frame import DialogFrame
from widgets.common.key_cap import KeyCap, key_text
from widgets.common.page import Page
from widgets.common.words import tr, words
from widgets.shell.action_set import ActionSet
from widgets.shell.menus import MENU_TEXTS

WIDTH: Final = 928
COLUMNS: Final = 2
Line = tuple[str, tuple[str, ...]]


class ShortcutSheet(DialogFrame):
    """Groups as in the menus, side by side."""

    def __init__(self, actions: ActionSet, page: Page | None = None) -> None:
        super().__init__("keyboard", WIDTH)
        self._actions = actions
        self._page = page
        self._scroll = QScrollArea()
        self._scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
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
        groups = [(tr("shell.shortcuts.page"), list(self._of_page()))]
        groups += [(words(Message(MENU_TEXTS[menu])), list(self._of_menu(menu))) for menu in MENUS]
        heights = [0] * COLUMNS
        stacks = [QVBoxLayout() for _ in range(COLUMNS)]
        for title, lines in groups:
            if not lines:
                continue
            shortest = heights.index(min(heights))
            heights[shortest] += len(lines) + 2
            stacks[shortest].addWidget(_title(title))
            stacks[shortest].addSpacing(6)
            stacks[shortest].addLayout(_grid(lines))
            stacks[shortest].addSpacing(18)
        for stack in stacks:
            stack.setSpacing(0)
            stack.addStretch()
            columns.addLayout(stack, 1)
        self._scroll.setWidget(sheet)

    def _of_page(self) -> Iterator[Line]:
        for text, caps in (self._page.keys() if self._page is not None else {}).items():
            yield words(Message(text)), caps

    def _of_menu(self, menu: str) -> Iterator[Line]:
        for record in self._actions.records():
            keys = self._actions.keys(record)
            if keys and (record.menu or "go") == menu:
                yield words(Message(record.text)).rstrip("…"), keys

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


def _grid(lines: Sequence[Line]) -> QGridLayout:
    grid = QGridLayout()
    grid.setColumnStretch(0, 1)
    grid.setHorizontalSpacing(12)
    grid.setVerticalSpacing(5)
    for row, (name, keys) in enumerate(lines):
        text = QLabel(name)
        text.setTextFormat(Qt.TextFormat.PlainText)
        text.setWordWrap(True)
        text.setAccessibleName(f"{name}: {key_text(keys[0])}")
        grid.addWidget(text, row, 0)
        caps = QHBoxLayout()
        caps.setSpacing(4)
        for cap in keys[:2]:
            caps.addWidget(KeyCap(cap))
        grid.addLayout(caps, row, 1, Qt.AlignmentFlag.AlignRight)
    return grid
