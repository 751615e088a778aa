"""What came back."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Response:
    """One filled form."""

    id: str
    form: str
    version: int
    at: int  # UTC microseconds
    source: str = ""  # typed, pasted, or the name of the file
    ext: str = ""  # the source's own id, so that the same file brings nothing twice
    member: str = ""  # "" when nobody is named
    persona: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """What one response says to one question."""

    id: str
    response: str
    question: str
    value: float | None = None
    text: str = ""
    choices: tuple[str, ...] = ()  # ids of Choices, in order
    themes: tuple[str, ...] = ()
    urgency: str = ""
    kind: str = ""
    persona: str = ""
    by_hand: tuple[str, ...] = ()  # which of the four a person set


@dataclass(frozen=True, slots=True)
class TagRule:
    """One visible rule: an answer or a post with one of the words gets the tag."""

    id: str
    sets: str  # theme, urgency, kind or persona
    value: str
    words: tuple[str, ...] = ()
    used: bool = True
    position: int = 0
    key: str = ""
