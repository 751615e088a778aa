"""Compares the logs of a playbook and of its copies: what happened since."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final

from app.message import Message
from storage.undo import Step
from storage.wording import read

MOST_NAMED: Final = 20


@dataclass(frozen=True, slots=True)
class Steps:
    """The log of one file."""

    next: int  # number of the step to come; none is used twice
    steps: tuple[Step, ...] = ()

    @classmethod
    def of(cls, raw: sqlite3.Connection) -> Steps | None:
        """Read a log; None when it cannot be read, or is of another version."""
        try:
            (number,) = raw.execute("SELECT id FROM open_step").fetchone()
            return cls(number, tuple(Step(*row) for row in raw.execute("SELECT * FROM step ORDER BY id")))
        except (sqlite3.Error, TypeError):
            return None

    @property
    def stamp(self) -> str:
        """Text that is another one after every change, undo and redo."""
        latest = max((step.changed for step in self.steps), default=0)
        return f"{self.next} {len(self.steps)} {latest} {sum(step.undone for step in self.steps)}"


def since(now: Steps | None, then: Steps | None) -> tuple[Step, ...] | None:
    """Return the steps of a file that a copy of it does not have as they are; None when that cannot be told."""
    if now is None or then is None or now.next < then.next:
        return None
    known = {(step.id, step.made) for step in then.steps}
    reaches_back = not now.steps or now.steps[0].id <= then.next or now.next == then.next
    if not reaches_back or (known and not any((step.id, step.made) in known for step in now.steps)):
        return None
    same = {(step.id, step.changed, step.undone) for step in then.steps}
    return tuple(step for step in now.steps if (step.id, step.changed, step.undone) not in same)


def named(steps: tuple[Step, ...]) -> tuple[tuple[datetime, Message], ...]:
    """Return when the latest of the steps were made, and their names, oldest first."""
    return tuple((instant(step.changed), read(step.name)) for step in steps[-MOST_NAMED:])


def instant(micros: int) -> datetime:
    """Return an instant of the log; the file may be anybody's, so what is none is the beginning of time."""
    try:
        return datetime.fromtimestamp(micros / 1_000_000, UTC)
    except (ValueError, OverflowError, OSError):
        return datetime.fromtimestamp(0, UTC)
