"""Chapters of the moderation guide: the built ones, and free ones."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Chapter:
    """One chapter; what the built ones hold lies in tables of its own."""

    id: str
    name: str
    key: str = ""  # "tone", "escalation", "strikes", "roles", "coverage", "replies", "resources", "answers"; "" = free
    text: str = ""  # light Markdown: all of a free chapter, the introduction of a built one
    position: int = 0
    public: bool = True  # whether the public version has it
