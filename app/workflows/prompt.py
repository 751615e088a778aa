"""The bank of prompts: questions, icebreakers and invitations, and when each was used."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class PromptKind(StrEnum):
    """What a text of the bank is for."""

    PROMPT = "prompt"
    ICEBREAKER = "icebreaker"
    INVITATION = "invitation"


@dataclass(frozen=True, slots=True)
class Prompt:
    """One text of one's own; those that come with the program lie in `resources/templates`."""

    id: str
    kind: PromptKind
    texts: tuple[tuple[str, str], ...]  # (language, text)
    stage: str = ""  # "awareness", "activation", "contribution", "advocacy": as in the bank
    theme: str = ""
    position: int = 0


@dataclass(frozen=True, slots=True)
class PromptUse:
    """One time that a text was used."""

    id: str
    prompt: str  # id of a Prompt, or the key of one that comes with the program
    day: date
    place: str = ""  # where, in words
