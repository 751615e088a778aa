"""What moderators point to: documents, and the one answer to a question that comes again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Resource:
    """A document to start with."""

    id: str
    name: str
    address: str = ""  # shown and copied, never opened by itself
    notes: str = ""
    language: str = ""
    public: bool = True
    position: int = 0


@dataclass(frozen=True, slots=True)
class KnownAnswer:
    """A frequent question with its one confirmed answer."""

    id: str
    question: str
    answer: str = ""
    similar: tuple[str, ...] = ()  # threads or wordings of the same question
    confirmed_by: str = ""  # id of a Person
    confirmed: date | None = None
    public: bool = True
    position: int = 0
