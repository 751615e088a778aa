"""Says rhythms in words; the words themselves are in the catalogue."""

from __future__ import annotations

from datetime import date

from app.message import Message, say


def in_words(text: str, start: date | None) -> Message:
    """Return a rhythm in words."""
    return say("rule.foreign", rule=text)
