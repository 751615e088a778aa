"""What the page shows before there is a board."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout
from typing_extensions import override

from widgets.common.icons import icon, put_icon
from widgets.common.paragraph import Paragraph
from widgets.common.theme import theme
from widgets.common.words import Retranslated, tr

STARTER_TEXTS: Final = {
    "product-users": "purpose.starter.product-users",
    "founders-creators": "purpose.starter.founders-creators",
    "customer-admins": "purpose.starter.customer-admins",
    "journey": "purpose.starter.journey",
}
STARTER_ICONS: Final = {
    "product-users": "rocket",
    "founders-creators": "lightbulb",
    "customer-admins": "users",
    "journey": "route",
}


class NoBoard(Retranslated):
    """One sentence, an empty board, or one to start from.

    Signals:
        add_requested: an empty board.
        template_requested: a starter board (its key).
    """

    add_requested = Signal()
    template_requested = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("bg")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.sentence = Paragraph(look="lead")
        self.sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.sentence.setFixedWidth(theme().wide(460))
        self.empty = QPushButton()
        put_icon(self.empty, icon("plus"))
        self.starters = {key: QPushButton() for key in STARTER_TEXTS}
        column = QVBoxLayout(self)
        column.setSpacing(10)
        column.addStretch(2)
        middle = QHBoxLayout()  # aligned in the column, it would not get the height of its lines
        middle.addWidget(self.sentence)
        column.addLayout(middle)
        column.addSpacing(8)
        for key, button in self.starters.items():
            put_icon(button, icon(STARTER_ICONS[key]))
            button.setMinimumWidth(300)
            button.clicked.connect(lambda _=False, key=key: self.template_requested.emit(key))
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        self.empty.setMinimumWidth(300)
        column.addWidget(self.empty, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
        self.empty.clicked.connect(self.add_requested)
        self.retranslate()

    @override
    def retranslate(self) -> None:
        self.sentence.setText(tr("purpose.no_board"))
        self.empty.setText(tr("purpose.no_board.empty"))
        self.empty.setAccessibleName(tr("purpose.no_board.empty"))
        for key, button in self.starters.items():
            button.setText(tr(STARTER_TEXTS[key]))
            button.setAccessibleName(button.text())
