"""Keys and what they do, one after the other in a line."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget
from typing_extensions import override

from app.message import Message
from widgets.common.key_cap import KeyCap
from widgets.common.words import Retranslated, words


class KeyHints(Retranslated):
    """Caps and words, for the foot of a list."""

    def __init__(self, hints: Sequence[tuple[Sequence[str], Message]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._labels: list[tuple[QLabel, Message]] = []
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for at, (keys, message) in enumerate(hints):
            if at:
                row.addSpacing(4)
            for key in keys:
                row.addWidget(KeyCap(key))
            label = QLabel()
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setProperty("look", "caption")
            row.addWidget(label)
            self._labels.append((label, message))
        self.retranslate()

    @override
    def retranslate(self) -> None:
        for label, message in self._labels:
            label.setText(words(message))
