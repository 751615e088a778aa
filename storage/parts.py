"""Further promises of the store: each contract of `app`, and the class that keeps it."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any, Final, TypeVar

from storage.writing import Writer

T = TypeVar("T")
KEEPERS: Final = {
    "app.activity.log:ActivityLog": "storage.activity.log:SqlActivityLog",
    "app.health.questions:HealthQuestions": "storage.activity.questions:SqlHealthQuestions",
}


@dataclass(frozen=True, slots=True)
class Lent:
    """What a part of the store works with."""

    path: Path
    raw: sqlite3.Connection
    writer: Writer
    beside: dict[type, set[str]]  # takes what was changed outside undo


def made(contract: Callable[..., T], lent: Lent) -> T:
    """Make what keeps a promise."""
    module, _, name = KEEPERS[f"{contract.__module__}:{contract.__qualname__}"].partition(":")
    keeper: Any = getattr(import_module(module), name)
    kept: T = keeper(lent)
    return kept
