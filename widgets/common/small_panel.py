"""A question with one or two fields, in a panel beside what it is about."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from widgets.common.popover import Popover
from widgets.common.theme import theme
from widgets.common.words import tr

WIDTH = 320


class SmallPanel(QWidget):
    """Title, a line about it, fields, and the buttons; Enter takes it, Esc leaves everything as it was.

    Signals:
        entered: the answer is to be taken.
    """

    entered = Signal()

    def __init__(self, title: str, about: str, accept: str) -> None:
        super().__init__()
        self.setFixedWidth(theme().wide(WIDTH))
        self.title, self.about = QLabel(title), QLabel(about)
        self.title.setProperty("look", "strong")
        self.about.setProperty("look", "subtitle")
        for label in (self.title, self.about):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        self.about.setVisible(bool(about))
        self.fields = QVBoxLayout()
        self.fields.setSpacing(9)
        self.cancel, self.accept = QPushButton(tr("common.cancel")), QPushButton(accept)
        for button in (self.cancel, self.accept):
            button.setAccessibleName(button.text())
        self.accept.setProperty("look", "strong")
        buttons = QHBoxLayout()
        buttons.addStretch()
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.accept)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 12)
        column.setSpacing(9)
        column.addWidget(self.title)
        column.addWidget(self.about)
        column.addLayout(self.fields)
        column.addLayout(buttons)
        self.accept.clicked.connect(self.entered)

    @override
    def sizeHint(self) -> QSize:
        return QSize(self.width(), self.heightForWidth(self.width()))  # what wraps needs more than its own hint says

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
        elif self.cancel.hasFocus():
            self.cancel.click()
        else:
            self.entered.emit()


def open_small(panel: SmallPanel, beside: QWidget, anchor: QRect, take: Callable[[], bool]) -> Popover:
    """Show a question beside a rectangle of a widget; `take` says whether it was answered well enough to close."""
    popover = Popover(panel, beside)

    def accept() -> None:
        if take():
            popover.close()

    panel.entered.connect(accept)
    panel.cancel.clicked.connect(popover.dismiss)
    popover.open_at(anchor, beside)
    return popover
