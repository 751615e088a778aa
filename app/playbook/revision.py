"""Revisions: long texts as they were, kept outside undo until somebody erases them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Revision:
    """What a document said at one instant."""

    id: str
    of_kind: str  # "guide", "persona"
    of_id: str
    at: int  # UTC microseconds
    text: str  # in the form that its topic writes and reads
