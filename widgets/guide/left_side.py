"""What stands at the left of the guide: its chapters, a new one, and a place for its public version."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout
from typing_extensions import override

from widgets.common.icons import icon, put_icon
from widgets.common.theme import theme
from widgets.common.words import Retranslated, tr
from widgets.guide.bench import Bench
from widgets.guide.chapter_list import ChapterList

LEFT: Final = 196


class LeftSide(Retranslated):
    """`foot` is the layout at the bottom that takes a card.

    Signals:
        add_requested: a new chapter is wanted.
    """

    add_requested = Signal()

    def __init__(self, bench: Bench) -> None:
        super().__init__()
        self.list, self.new = ChapterList(bench), QPushButton()
        self.new.setProperty("look", "ghost")
        put_icon(self.new, icon("plus", "text_muted"))
        self.new.clicked.connect(self.add_requested)
        self.foot = QVBoxLayout()
        self.foot.setContentsMargins(4, 0, 4, 6)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 12, 8, 8)
        column.setSpacing(4)
        column.addWidget(self.list, 1)
        column.addWidget(self.new, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(self.foot)
        theme().changed.connect(self._fit)
        self._fit()
        self.retranslate()

    def _fit(self) -> None:
        self.setFixedWidth(theme().wide(LEFT))

    @override
    def retranslate(self) -> None:
        self.new.setText(tr("guide.new"))
        self.new.setAccessibleName(tr("guide.action.chapter"))
