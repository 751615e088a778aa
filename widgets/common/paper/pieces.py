"""The pieces of a document as strips of a page."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any, Final, cast

from app.text.document import Heading, Listing, Pairs, Piece, Prose, Question, Ready, Table, Variant
from app.text.document import Week as WeekPiece
from app.text.light_markdown import blocks_of
from widgets.common.paper.flow import Strip
from widgets.common.paper.rows import Column, gap, group, kept, row
from widgets.common.paper.runs import OPEN, TIGHT, Line, lines_of, runs_of, with_placeholders
from widgets.common.paper.sheet import Box, Chapter, Mark, Rule
from widgets.common.paper.style import BODY, MUTED, SMALL, STRONG, Look, width
from widgets.common.paper.table_strips import IN_TABLE, PRINT, cell, line_above, table_strips
from widgets.common.paper.week_strips import week_strips

MEASURE: Final = 500.0  # longest line of running text
ANSWER: Final = Look(9)
INDENT: Final = 11.0
BETWEEN: Final = 14.0  # columns
WORDINGS: Final = 3  # side by side
INTRODUCTION: Final = 4  # lines that stay with what follows
LEAST: Final = 0.2  # of the room, for one of the wordings
WITH_EXAMPLES: Final = 0.58  # of the room, for what to do when examples stand below it
STEP: Final = 8.0  # points from the lowest wording to the tallest
TRIES: Final = 8
NAMED: Final = Look(8.2, 600, "text_muted")  # what a wording is called, before its words


def strips_of(pieces: Sequence[Piece], room: float) -> Iterator[Strip]:
    """Yield the strips of pieces in so much room."""
    for kind, alike in groupby(pieces, type):
        if kind is Question:
            yield from _questions(cast("Sequence[Question]", list(alike)), room)
        else:
            for piece in alike:
                yield from MAKERS[kind](piece, room)


def prose_lines(text: str, look: Look, room: float, leading: float = OPEN) -> Iterator[tuple[float, Line, float]]:
    """Yield the lines of light Markdown with their left edges and the room above each."""
    for number, block in enumerate(blocks_of(text)):
        edge = INDENT * (block.level + 1) if block.mark else 0.0
        lines = lines_of(runs_of(block.spans, look), room - edge, leading)
        for at, line in enumerate(lines):
            above = 0.0 if at or not number else (1.5 if block.mark else 4.0)
            if block.mark and not at:
                yield edge, Line(((-INDENT, block.mark, look), *line.words), line.height), above
            else:
                yield edge, line, above


def _prose(piece: Prose, room: float) -> Iterator[Strip]:
    look = SMALL if piece.small else BODY
    strips = []
    lines = list(prose_lines(piece.text, look, room))
    if len(lines) > 1:  # one line may be longer than lines from whose end the eye has to find the next one
        lines = list(prose_lines(piece.text, look, min(room, MEASURE)))
    for edge, line, above in lines:
        strips += row([(edge, [line])], above=above)
    introduces = len(strips) <= INTRODUCTION
    yield from (kept(it) if introduces else it for it in strips)
    yield gap(4, keep=introduces)


def _heading(piece: Heading, room: float) -> Iterator[Strip]:
    yield from row([(0.0, lines_of([(piece.text, STRONG)], room))], above=5, below=2, keep=True)


def _listing(piece: Listing, room: float) -> Iterator[Strip]:
    """Yield lines of equal rank, short ones two by two."""
    half = (room - BETWEEN) / 2
    items = [" ".join(item.split()) for item in piece.items]
    short = len(items) > 1 and all(width(item, BODY) <= half - INDENT for item in items)
    for first in range(0, len(items), 2 if short else 1):
        beside = items[first : first + 2] if short else items[first : first + 1]
        wide = half if short else min(room, MEASURE)
        yield from row([(at * (half + BETWEEN) + INDENT, _item(it, wide)) for at, it in enumerate(beside)], above=1)
    yield gap(7)


def _item(item: str, room: float) -> list[Line]:
    lines = lines_of([(item, BODY)], room - INDENT)
    return [Line(((-INDENT, "•", BODY), *lines[0].words), lines[0].height), *lines[1:]] if lines else []


def _titled(title: str, note: str, room: float) -> list[Line]:
    """Return a title with what is noted of it behind it."""
    return lines_of([(title, STRONG), *([(f"  {note}", MUTED)] if note else [])], room, TIGHT)


def _pairs(piece: Pairs, room: float) -> Iterator[Strip]:
    wide = (room - BETWEEN) * (WITH_EXAMPLES if any(it.example for it in piece.pairs) else 0.5)
    other = wide + BETWEEN
    tones = ("success", "danger") if piece.opposed else ("border_strong", "border_strong")

    def over(x: float, y: float, _height: float) -> Iterator[Mark]:
        yield Box(x, y, wide, 2, tones[0])
        yield Box(x + other, y, room - other, 2, tones[1])

    heads: list[Column] = [
        (0.0, lines_of([(piece.one, STRONG)], wide)),
        (other, lines_of([(piece.other, STRONG)], room - other)),
    ]
    head = row(heads, above=6, below=3, dressing=over)[0]
    yield Strip(head.height, head.marks, keep=True)

    def lines(x: float, y: float, _height: float) -> Iterator[Mark]:
        yield Rule(x, y, x + wide, y)
        yield Rule(x + other, y, x + room, y)

    for pair in piece.pairs:
        left = cell(f"{pair.one}\n{pair.example}" if pair.example else pair.one, BODY, wide)
        yield from row(
            [(0.0, left), (other, cell(pair.other, BODY, room - other))], above=3, below=3, dressing=lines, again=head
        )
    yield gap(9)


def _ready(piece: Ready, room: float) -> Iterator[Strip]:
    title = _titled(piece.name, piece.note, room)
    strips = row([(0.0, title)], above=3, below=1, dressing=line_above(0.0, room), chapter=Chapter(piece.name, 1))
    for first in range(0, len(piece.variants), WORDINGS):
        strips += row(_beside(piece.variants[first : first + WORDINGS], room), below=3)
    yield from group(strips)


def _beside(variants: Sequence[Variant], room: float) -> list[Column]:
    """Return wordings side by side, the long ones with more room, so that they end together."""
    left = room - BETWEEN * (len(variants) - 1)
    lengths = [max(len(it.name) + len(it.text), 1) for it in variants]
    shares = [max(length / sum(lengths), LEAST) for length in lengths]
    widths = [left * share / sum(shares) for share in shares]
    columns = [_wording(it, wide, named=len(variants) > 1) for it, wide in zip(variants, widths, strict=True)]
    for _ in range(TRIES):
        tall = max(range(len(columns)), key=lambda at: len(columns[at]))
        low = min(range(len(columns)), key=lambda at: len(columns[at]))
        if len(columns[low]) == len(columns[tall]) or widths[low] - STEP < left * LEAST / 2:
            break
        tried = [wide + STEP * ((at == tall) - (at == low)) for at, wide in enumerate(widths)]
        lines = [_wording(it, wide, named=True) for it, wide in zip(variants, tried, strict=True)]
        if max(map(len, lines)) > len(columns[tall]):
            break
        widths, columns = tried, lines
    edges = [sum(widths[:at]) + BETWEEN * at for at in range(len(widths))]
    return list(zip(edges, columns, strict=True))


def _wording(variant: Variant, room: float, *, named: bool) -> list[Line]:
    name = [(f"{variant.name} ", NAMED)] if named and variant.name.strip() else []
    return lines_of([*name, *with_placeholders(variant.text, IN_TABLE)], room, TIGHT)


def _questions(pieces: Sequence[Question], room: float) -> Iterator[Strip]:
    """Yield questions two by two: short lines are read faster, and take less paper."""
    wide = (room - BETWEEN) / 2
    for first in range(0, len(pieces), 2):
        beside = [((wide + BETWEEN) * at, _asked(it, wide)) for at, it in enumerate(pieces[first : first + 2])]
        yield from row(beside, above=3, below=5)


def _asked(piece: Question, room: float) -> list[Line]:
    lines = lines_of([(piece.question, STRONG)], room, TIGHT)
    for edge, line, above in prose_lines(piece.answer, ANSWER, room, TIGHT):
        moved = tuple((x + edge, words, look) for x, words, look in line.words)
        lines.append(Line(moved, line.height + above))
    return lines + (lines_of([(piece.note, PRINT)], room, TIGHT) if piece.note else [])


MAKERS: Final[Mapping[type[Any], Callable[[Any, float], Iterator[Strip]]]] = {
    Heading: _heading,
    Prose: _prose,
    Listing: _listing,
    Table: table_strips,
    Pairs: _pairs,
    Ready: _ready,
    WeekPiece: week_strips,
}
