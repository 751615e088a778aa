"""A value of a KPI: any number, with or without its unit, or nothing."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from widgets.common.text_field import TextField
from widgets.common.words import locale

LARGEST: Final = 1e15
FIGURES: Final = set("0123456789.-+eE")


class AmountField(TextField):
    """Takes 41, 41 %, 2,5 and -3.

    Signals:
        entered: the number, or None for an emptied field.
        refused: what was typed is no number (the text).
    """

    entered = Signal(object)
    refused = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.committed.connect(self._on_committed)

    def show_amount(self, value: float | None) -> None:
        """Show a number, nothing for None."""
        self.show_value("" if value is None else locale().toString(round(value, 4), "g", 10))

    def _on_committed(self, text: str) -> None:
        if not text.strip():
            self.entered.emit(None)
            return
        value = read_amount(text)
        if value is None:
            self.refused.emit(text)
        else:
            self.entered.emit(value)


def read_amount(text: str) -> float | None:
    """Return the number in a text, None when there is none or it is absurd."""
    figures = "".join(text.split()).replace(",", ".").replace("−", "-")
    end = len(figures)
    while end and figures[end - 1] not in "0123456789":
        end -= 1
    if not set(figures[:end]) <= FIGURES:
        return None
    try:
        value = float(figures[:end])
    except ValueError:
        return None
    return value if abs(value) <= LARGEST else None
