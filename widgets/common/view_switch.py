"""Chooses in which way a page shows its things."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from app.message import Message
from widgets.common.choice import Choice, Option
from widgets.common.segmented import Segmented
from widgets.common.words import Retranslated, words

FOLD_BELOW: Final = 1280  # window width below which the views are a drop-down list


class ViewSwitch(Retranslated):
    """The views side by side, or as a drop-down list in a narrow window.

    Signals:
        chosen: another view is wanted (its id).
    """

    chosen = Signal(str)

    def __init__(self, name: Message, texts: Mapping[str, Message], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._texts = name, dict(texts)
        self.buttons = Segmented(list(texts))
        self.list = Choice()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.buttons)
        row.addWidget(self.list)
        self.list.hide()
        self.buttons.chosen.connect(self.chosen)
        self.list.chosen.connect(self.chosen)
        self.retranslate()

    def show_value(self, view: str) -> None:
        """Show which view is open."""
        self.buttons.set_value(view)
        self.list.show_value(view)

    def fit_window(self) -> None:
        """Fold into a list when the window is narrow; the header calls it when it is resized."""
        narrow = self.window().width() < FOLD_BELOW
        self.buttons.setVisible(not narrow)
        self.list.setVisible(narrow)

    @override
    def retranslate(self) -> None:
        texts = {key: words(text) for key, text in self._texts.items()}
        self.buttons.set_texts(list(texts.values()))
        self.list.show_options([Option(key, text) for key, text in texts.items()])
        for part in (self.buttons, self.list):
            part.setAccessibleName(words(self._name))
