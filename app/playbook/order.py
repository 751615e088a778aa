"""Lists that a person puts in order: what lies in one keeps its row as its position."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Final

from app.store import Store

UNPLACED: Final = -1  # the position of what is put into a list


def save_order(store: Store, ordered: Sequence[Any]) -> None:
    """Save those things of one kind whose row is another now, inside a change; what is new comes unplaced."""
    if ordered:
        fresh = [replace(it, position=row) for row, it in enumerate(ordered) if it.position != row]
        store.of(type(ordered[0])).save(fresh)
