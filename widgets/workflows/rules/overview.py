"""All rules at once: what they suggest, ready ones to begin with, and what they did."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from app.workflows.rules.ready import Ready
from widgets.common.elided_label import ElidedLabel
from widgets.common.icons import icon, put_icon
from widgets.common.steady_scroll_bar import steady_scroll_bar
from widgets.common.theme import theme
from widgets.common.words import Retranslated, tr
from widgets.workflows.rules.row_card import LogCard, SuggestionsCard


class RulesOverview(Retranslated):
    """What stands in the middle of the page while no single rule is chosen.

    Signals:
        taken: a ready rule is to be copied (its key).
    """

    taken = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ready: Sequence[Ready] = ()
        self._there: Collection[str] = ()
        self.suggestions, self.log = SuggestionsCard(), LogCard(of_all=True)
        self.title, self.note = QLabel(), QLabel()
        self.title.setProperty("look", "h14")
        self.note.setProperty("look", "subtitle")
        self.note.setWordWrap(True)
        for label in (self.title, self.note):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self._cards = QWidget()
        self._grid = QGridLayout(self._cards)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(10)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(24, 14, 24, 18)
        column.setSpacing(12)
        column.addWidget(self.suggestions)
        column.addWidget(self.title)
        column.addWidget(self.note)
        column.addWidget(self._cards)
        column.addWidget(self.log)
        column.addStretch()
        area = QScrollArea()
        area.setObjectName("bg")
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        steady_scroll_bar(area)
        area.setWidget(body)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area)
        self.retranslate()

    def show_ready(self, ready: Sequence[Ready], there: Collection[str]) -> None:
        """Show the ready rules; `there` are the keys of those that the playbook has."""
        if (list(ready), set(there)) != (list(self._ready), set(self._there)):
            self._ready, self._there = ready, there
            self._show_cards()

    def _show_cards(self) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for at, ready in enumerate(self._ready):
            card = _ReadyCard(ready, there=ready.key in self._there)
            card.taken.connect(self.taken)
            self._grid.addWidget(card, at // 2, at % 2)
        for column in (0, 1):
            self._grid.setColumnStretch(column, 1)

    @override
    def retranslate(self) -> None:
        self.title.setText(tr("workflows.ready.title"))
        self.note.setText(tr("workflows.ready.note"))
        self._show_cards()


class _ReadyCard(QFrame):
    taken = Signal(str)

    def __init__(self, ready: Ready, *, there: bool) -> None:
        super().__init__()
        self.setProperty("look", "card")
        self._key = ready.key
        name, about = ElidedLabel(ready.name, look="strong"), QLabel(ready.about)
        about.setProperty("look", "subtitle")
        about.setTextFormat(Qt.TextFormat.PlainText)
        about.setWordWrap(True)
        add = QPushButton(tr("workflows.ready.there") if there else tr("workflows.ready.add"))
        add.setProperty("look", "small")
        add.setEnabled(not there)
        add.setAccessibleName(tr("workflows.ready.add.name", rule=ready.name))
        put_icon(add, icon("check" if there else "plus"))
        add.clicked.connect(self._on_add)
        grid = QGridLayout(self)
        grid.setContentsMargins(13, 9, 10, 10)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(2)
        grid.addWidget(name, 0, 0)
        grid.addWidget(add, 0, 1, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(about, 1, 0, 1, 2, Qt.AlignmentFlag.AlignTop)
        grid.setColumnStretch(0, 1)
        grid.setRowStretch(1, 1)
        self.setMinimumHeight(round(74 * max(1.0, theme().text_scale)))

    def _on_add(self) -> None:
        self.taken.emit(self._key)
