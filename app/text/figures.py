"""Figures as people read them: thousands stand apart."""

from __future__ import annotations

from typing import Final

BETWEEN: Final = {"en": ",", "bg": "\u00a0"}  # no line breaks within a number


def grouped(value: int, language: str) -> str:
    """Write a whole number with its thousands apart: 1,234, in Bulgarian 1 234."""
    return f"{value:,}".replace(",", BETWEEN.get(language, ","))
