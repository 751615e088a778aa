"""Tells below the chapters that there is a public version, and shows it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout
from typing_extensions import override

from widgets.common.icons import icon, put_icon
from widgets.common.words import Retranslated, tr


class PublicCard(Retranslated):
    """A few words and a button.

    Signals:
        preview_requested: the public version is to be shown.
    """

    preview_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.name, self.about, self.button = QLabel(), QLabel(), QPushButton()
        self.name.setProperty("look", "strong")
        self.about.setProperty("look", "caption")
        self.about.setWordWrap(True)
        for label in (self.name, self.about):
            label.setTextFormat(Qt.TextFormat.PlainText)
        put_icon(self.button, icon("eye"))
        self.button.clicked.connect(self.preview_requested)
        card = QFrame()
        card.setProperty("look", "card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(12, 10, 12, 12)
        inside.setSpacing(6)
        inside.addWidget(self.name)
        inside.addWidget(self.about)
        inside.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(card)
        self.retranslate()

    @override
    def retranslate(self) -> None:
        self.name.setText(tr("handover.version.public"))
        self.about.setText(tr("handover.card"))
        self.button.setText(tr("handover.preview"))
        self.button.setAccessibleName(tr("handover.preview.public"))
