"""A document as what it says, in no form yet: screen, paper, page and Markdown are made of it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Heading:
    """Names what follows within a part."""

    text: str


@dataclass(frozen=True, slots=True)
class Prose:
    """Running text in light Markdown."""

    text: str
    small: bool = False


@dataclass(frozen=True, slots=True)
class Listing:
    """Short lines of equal rank."""

    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """Rows of a table that share what stands at their left."""

    name: str
    rows: tuple[tuple[str, ...], ...]  # lines of a cell after its first are small print


@dataclass(frozen=True, slots=True)
class Table:
    """A table whose first column names its rows."""

    heads: tuple[str, ...]
    groups: tuple[Group, ...]
    shares: tuple[float, ...]  # of the width, one a column
    spread: bool = False  # whether the small print of a row may stand below it as one line


@dataclass(frozen=True, slots=True)
class Pair:
    """Something to do and something not to do, or two ways of saying it."""

    one: str
    other: str
    example: str = ""


@dataclass(frozen=True, slots=True)
class Pairs:
    """Two columns that are read against each other."""

    one: str
    other: str
    pairs: tuple[Pair, ...]
    opposed: bool = True  # whether the second is wrong


@dataclass(frozen=True, slots=True)
class Variant:
    """One wording, with placeholders such as {name}."""

    name: str
    language: str
    text: str


@dataclass(frozen=True, slots=True)
class Ready:
    """A text to copy, in one or more wordings."""

    name: str
    note: str
    variants: tuple[Variant, ...]


@dataclass(frozen=True, slots=True)
class Stretch:
    """Somebody is there; minutes after midnight."""

    start: int
    end: int
    who: str
    colour: str


@dataclass(frozen=True, slots=True)
class Week:
    """Who is there on which day."""

    days: tuple[tuple[str, tuple[Stretch, ...]], ...]  # (name of the day, what lies on it)
    legend: tuple[tuple[str, str], ...]  # (who, in full; colour)
    nobody: str  # what is said of a day without anybody


@dataclass(frozen=True, slots=True)
class Question:
    """A question with its one answer, in light Markdown."""

    question: str
    answer: str
    note: str = ""


Piece = Heading | Prose | Listing | Table | Pairs | Ready | Week | Question


@dataclass(frozen=True, slots=True)
class Part:
    """A chapter."""

    id: str
    title: str
    pieces: tuple[Piece, ...]
    language: str = ""  # of its content


@dataclass(frozen=True, slots=True)
class Document:
    """A whole document."""

    title: str
    subtitle: str
    community: str
    author: str
    about: str  # one line for the properties of a file
    made: str  # the day, in words
    language: str  # of what is not content: headings of tables and the like
    content: str  # language of the content
    parts: tuple[Part, ...]


def on_one_line(*said: str) -> str:
    """Write what is said of a document on one line; a community without a name leaves no gap in it."""
    return " · ".join(filter(None, said))


def hours_said(stretches: tuple[Stretch, ...], nobody: str) -> str:
    """Say who is there on a day and when, each once."""
    hours: dict[str, list[str]] = {}
    for it in stretches:
        hours.setdefault(it.who, []).append(f"{clock(it.start)}–{clock(it.end)}")
    return "; ".join(f"{who} {', '.join(spans)}".strip() for who, spans in hours.items()) or nobody


def clock(minutes: int) -> str:
    """Write minutes after midnight as on a clock."""
    return f"{minutes // 60:02d}:{minutes % 60:02d}"
