"""A number that a person types: hours, how many times."""

from __future__ import annotations

from collections.abc import Callable
from string import ascii_letters
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from widgets.common.text_field import TextField
from widgets.common.words import locale

LETTERS: Final = ascii_letters + "абвгдежзийклмнопрстуфхцчшщъьюя ."
MOST: Final = 10_000


class NumberField(TextField):
    """Takes 2.5, 2,5 and 2:30, with or without its unit; gives numbers only.

    Signals:
        entered: the number that was typed.
        refused: what was typed is no number (the text).
    """

    entered = Signal(float)
    refused = Signal(str)

    def __init__(self, unit: Callable[[str], str] = str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._unit = unit
        self.committed.connect(self._on_committed)

    def show_number(self, value: float | None) -> None:
        """Show a number with its unit, None for several different ones."""
        self.show_value(None if value is None else self._unit(locale().toString(round(value, 2), "g", 6)))

    def _on_committed(self, text: str) -> None:
        value = read_number(text)
        if value is None:
            self.refused.emit(text)
        else:
            self.entered.emit(value)


def read_number(text: str) -> float | None:
    """Return the number at the beginning of a text, 0 for nothing; None when there is none or it is absurd."""
    figures = text.strip().casefold().replace(",", ".").rstrip(LETTERS).strip()
    if not figures:
        return 0.0
    whole, colon, minutes = figures.partition(":")
    try:
        value = int(whole or 0) + int(minutes or 0) / 60 if colon else float(figures)
    except ValueError:
        return None
    return value if 0 <= value <= MOST else None
