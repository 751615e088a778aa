"""Forms: questions that are asked the same way each time."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class QuestionKind(StrEnum):
    """How a question is answered."""

    NPS = "nps"
    RATING = "rating"
    MOOD = "mood"
    ONE = "one"
    SEVERAL = "several"
    ORDER = "order"
    DROP_DOWN = "drop_down"
    NUMBER = "number"
    SHORT = "short"
    LONG = "long"
    DATE = "date"
    CONSENT = "consent"
    HEADING = "heading"


@dataclass(frozen=True, slots=True)
class Form:
    """One form; texts are pairs of language and text."""

    id: str
    name: str
    titles: tuple[tuple[str, str], ...] = ()
    intros: tuple[tuple[str, str], ...] = ()
    thanks: tuple[tuple[str, str], ...] = ()
    version: int = 1  # of what was handed out last
    published: int = 0  # instant in UTC microseconds, 0 while it is a draft
    event: str = ""  # id of the event of the calendar that asks it
    archived: bool = False
    position: int = 0
    key: str = ""
    created: int = 0
    changed: int = 0


@dataclass(frozen=True, slots=True)
class Question:
    """One question of a form."""

    id: str
    form: str
    kind: QuestionKind
    texts: tuple[tuple[str, str], ...] = ()
    lows: tuple[tuple[str, str], ...] = ()  # what stands at the low end
    highs: tuple[tuple[str, str], ...] = ()
    least: int = 0
    most: int = 0
    must: bool = False
    pass_over: bool = False  # "cannot say" is offered
    when: tuple[str, ...] = ()  # shown only if: id of a question, operator, value
    kpi: str = ""  # id of the Kpi that its mean counts into
    position: int = 0
    since: int = 1  # version of the form
    until: int = 0  # last version that asks it, 0 while it is asked
    key: str = ""


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing that can be chosen."""

    id: str
    question: str
    texts: tuple[tuple[str, str], ...] = ()
    free: bool = False  # "something else…", with words of one's own
    position: int = 0
    key: str = ""
