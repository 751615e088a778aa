"""What the rules have to say, in no language yet: the screen and the command line find the words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Message:
    """An id of the text catalogue and the values of its blanks; `n` chooses the plural form.

    A blank may be filled by another message: "every 2 weeks on {days}".
    """

    id: str
    values: tuple[tuple[str, Value], ...] = ()


Value = str | int | float | date | Message


def say(id: str, /, **values: Value) -> Message:
    """Return a message; numbers and days stay what they are, so that each language writes them its own way."""
    return Message(id, tuple(values.items()))
