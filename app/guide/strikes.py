"""Strikes: coach, warn, remove."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class StrikeLevel:
    """What a member meets at the n-th strike that still counts."""

    id: str
    name: str
    action: str = ""
    message: tuple[tuple[str, str], ...] = ()  # (language, text)
    days: int = 0  # after which the strike counts no more; 0 = never
    position: int = 0
