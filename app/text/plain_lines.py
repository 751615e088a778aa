"""What a part of a document says, line by line and without any form: for comparing."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final

from app.text.document import Heading, Listing, Pairs, Part, Prose, Question, Ready, Table, Week, hours_said
from app.text.light_markdown import plain


def plain_lines(part: Part) -> list[str]:
    """Return the lines of a part, its title first."""
    lines = [part.title]
    for piece in part.pieces:
        lines += [" ".join(line.split()) for line in SAYERS[type(piece)](piece)]
    return [line for line in lines if line]


def _joined(*texts: str) -> str:
    return " · ".join(" · ".join(line.strip() for line in text.split("\n") if line.strip()) for text in texts if text)


def _heading(piece: Heading) -> Iterator[str]:
    yield piece.text


def _prose(piece: Prose) -> Iterator[str]:
    yield from plain(piece.text).split("\n")


def _listing(piece: Listing) -> Iterator[str]:
    yield from piece.items


def _table(piece: Table) -> Iterator[str]:
    for group in piece.groups:
        name, *more = group.name.split("\n")
        yield _joined(name, *more)
        for row in group.rows:
            yield _joined(name, *row)


def _pairs(piece: Pairs) -> Iterator[str]:
    for pair in piece.pairs:
        yield _joined(f"{piece.one}: {pair.one}", f"{piece.other}: {pair.other}" if pair.other else "", pair.example)


def _ready(piece: Ready) -> Iterator[str]:
    yield _joined(piece.name, piece.note)
    for variant in piece.variants:
        yield f"{_joined(piece.name, variant.name)}: {variant.text}"


def _week(piece: Week) -> Iterator[str]:
    for day, stretches in piece.days:
        yield f"{day}: {hours_said(stretches, piece.nobody)}"


def _question(piece: Question) -> Iterator[str]:
    yield _joined(piece.question, plain(piece.answer), piece.note)


SAYERS: Final[Mapping[type[Any], Callable[[Any], Iterator[str]]]] = {
    Heading: _heading,
    Prose: _prose,
    Listing: _listing,
    Table: _table,
    Pairs: _pairs,
    Ready: _ready,
    Week: _week,
    Question: _question,
}
