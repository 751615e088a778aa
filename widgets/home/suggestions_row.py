"""A row of the home page that is there while rules suggest something."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout
from typing_extensions import override

from app.store import Store
from app.workflows.suggested import suggested
from widgets.common.elided_label import ElidedLabel
from widgets.common.icon_label import IconLabel
from widgets.common.words import Retranslated, tr

SOON: Final = 300  # ms: rules act after a change, and what they only suggest is told by nobody


class SuggestionsRow(Retranslated):
    """One line that leads to the suggestions.

    Signals:
        opened: what is to be shown (id of a page, id of a thing).
    """

    opened = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self._store: Store | None = None
        self._found = (0, "")
        self.text = ElidedLabel()
        self.look = QPushButton()
        self.look.setProperty("look", "small")
        self.look.clicked.connect(lambda: self.opened.emit("workflows", "rules"))
        card = QFrame()
        card.setProperty("look", "card")
        row = QHBoxLayout(card)
        row.setContentsMargins(14, 6, 10, 6)
        row.setSpacing(10)
        row.addWidget(IconLabel("zap", "accent"))
        row.addWidget(self.text, 1)
        row.addWidget(self.look)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 14, 24, 0)
        column.addWidget(card)
        self._later = QTimer(self, singleShot=True, interval=SOON)
        self._later.timeout.connect(self._count)
        self.hide()

    def look_at(self, store: Store | None) -> None:
        """Count what rules suggest in a playbook, now and after they have acted on what changed."""
        self._store = store
        self._count()
        self._later.start()

    def _count(self) -> None:
        self._found = suggested(self._store) if self._store is not None else (0, "")
        self.setVisible(self._found[0] > 0)
        self.retranslate()

    @override
    def retranslate(self) -> None:
        many, rule = self._found
        one = tr("home.suggested.by", rule=rule, n=many)
        self.text.setText(one if rule else tr("home.suggested", n=many))
        self.look.setText(tr("home.suggested.look"))
        self.look.setAccessibleName(self.text.text())
