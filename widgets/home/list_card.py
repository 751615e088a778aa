"""A card whose body is a list, with a link at the right of its head."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QPushButton
from typing_extensions import override

from widgets.common.card import Card
from widgets.home.row_list import RowList

HEAD = 47  # with the lines of the card


class ListCard(Card):
    """As high as its rows when there is room.

    Signals:
        link_pressed: the link in the head was pressed.
    """

    link_pressed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.list = RowList()
        self.link = QPushButton()
        self.link.setProperty("look", "link")
        self.link.setCursor(Qt.CursorShape.PointingHandCursor)
        self.link.clicked.connect(self.link_pressed)
        self.head.addWidget(self.link)
        self.body.setContentsMargins(0, 0, 0, 1)
        self.body.setSpacing(0)
        self.body.addWidget(self.list, 1)

    def set_texts(self, title: str, note: str, link: str) -> None:
        """Write the head."""
        self.set_title(title, note)
        self.link.setText(link)
        self.link.setAccessibleName(link)
        self.list.setAccessibleName(f"{title}, {note}" if note else title)

    @override
    def sizeHint(self) -> QSize:
        return QSize(300, HEAD + self.list.natural_height())

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(200, HEAD + 76)
