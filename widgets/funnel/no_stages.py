"""What the page shows while the funnel has no stage."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout
from typing_extensions import override

from widgets.common.empty_state import EmptyState
from widgets.common.words import Retranslated, tr


class NoStages(Retranslated):
    """One sentence, and four stages to begin with.

    Signals:
        begin_requested: the usual stages are wanted.
    """

    begin_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.state = EmptyState()
        column = QVBoxLayout(self)
        column.addWidget(self.state)
        self.state.asked.connect(self.begin_requested)
        self.retranslate()

    @override
    def retranslate(self) -> None:
        self.state.set_texts(tr("funnel.empty"), tr("funnel.empty.do"))
