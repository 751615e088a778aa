"""Tone and voice: how the community speaks."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class ToneShape(StrEnum):
    """What a line of the tone says."""

    STATEMENT = "statement"  # "Warm, brief, never sarcastic"
    PAIR = "pair"  # do and don't
    CONTRAST = "contrast"  # here and in marketing


@dataclass(frozen=True, slots=True)
class ToneLine:
    """One line: a statement, a do with its don't, or how we speak here and how marketing does."""

    id: str
    shape: ToneShape
    text: str  # the statement, the do, or how we speak here
    other: str = ""  # the don't, or how marketing speaks
    example: str = ""
    position: int = 0
