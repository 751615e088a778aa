"""Documents as Markdown that says the same in every reader: what was typed never turns into anything else."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final

from app.text.document import (
    Document,
    Heading,
    Listing,
    Pairs,
    Prose,
    Question,
    Ready,
    Table,
    Week,
    hours_said,
    on_one_line,
)
from app.text.light_markdown import Span, blocks_of

SIGNS: Final = re.compile(r"([\\`*_\[\]<>|~$]|&(?=#?\w{1,40};))")
AT_BEGINNING: Final = re.compile(r"^(\s*)([#+\-=:]|\d{1,9}(?=[.)]))")
IN_ADDRESS: Final = {ord(sign): f"%{ord(sign):02X}" for sign in '<>"\\`|*_'}


def markdown_of(document: Document) -> str:
    """Return a document as Markdown."""
    below = on_one_line(*map(escaped, (document.community, document.subtitle, document.made)))
    lines = [f"# {escaped(document.title)}", "", below, ""]
    for part in document.parts:
        lines += [f"## {escaped(part.title)}", ""]
        for piece in part.pieces:
            lines += [*WRITERS[type(piece)](piece), ""]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).rstrip() + "\n"


def escaped(text: str) -> str:
    """Return words on one line, each sign of which means itself."""
    return _line(SIGNS.sub(r"\\\1", " ".join(text.split())))


def prose(text: str) -> Iterator[str]:
    """Yield the lines of light Markdown written anew, so that nothing but its own marks is one."""
    before = ""
    for block in blocks_of(text):
        words = "".join(_span(span) for span in block.spans).replace("![", "\\![")  # a link, and no picture
        if block.mark:
            if not before:
                yield ""
            yield "   " * block.level + f"{block.mark.replace('•', '-')} " + " ".join(words.split())
        else:
            yield ""
            yield from (_line(line.strip()) + "  " for line in words.split("\n")[:-1])
            yield _line(words.split("\n")[-1].strip())
        before = block.mark


def _line(line: str) -> str:
    return AT_BEGINNING.sub(lambda found: found[1] + (found[2] + "\\" if found[2].isdigit() else "\\" + found[2]), line)


def _span(span: Span) -> str:
    words = SIGNS.sub(r"\\\1", span.text)
    if span.link:
        return f"[{words}]({span.link.translate(IN_ADDRESS)})"
    bare = words.strip()
    return words.replace(bare, f"**{bare}**", 1) if span.bold and bare else words


def _strong(text: str) -> str:
    words = escaped(text)
    return f"**{words}**" if words else ""


def _prose(piece: Prose) -> Iterator[str]:
    yield from prose(piece.text)


def _heading(piece: Heading) -> Iterator[str]:
    yield f"### {escaped(piece.text)}"


def _listing(piece: Listing) -> Iterator[str]:
    yield from (f"- {escaped(item)}" for item in piece.items)


def _table(piece: Table) -> Iterator[str]:
    yield _row(map(escaped, piece.heads))
    yield _row(["---"] * len(piece.heads))
    for group in piece.groups:
        for number, row in enumerate(group.rows):
            yield _row(["" if number else _cell(group.name, bold=True), *map(_cell, row)])


def _pairs(piece: Pairs) -> Iterator[str]:
    yield _row([escaped(piece.one), escaped(piece.other)])
    yield _row(["---", "---"])
    for pair in piece.pairs:
        yield _row([_cell(f"{pair.one}\n{pair.example}" if pair.example else pair.one), _cell(pair.other)])


def _ready(piece: Ready) -> Iterator[str]:
    yield f"### {escaped(piece.name)}"
    yield ""
    yield from (escaped(piece.note), "") if piece.note else ()
    for variant in piece.variants:
        yield from (_strong(variant.name), "") if variant.name.strip() else ()
        yield from (f"> {escaped(line)}".rstrip() for line in variant.text.splitlines())
        yield ""


def _week(piece: Week) -> Iterator[str]:
    for day, stretches in piece.days:
        yield f"- {_strong(day)}: {escaped(hours_said(stretches, piece.nobody))}"


def _question(piece: Question) -> Iterator[str]:
    yield f"### {escaped(piece.question)}"
    yield from prose(piece.answer)
    if piece.note:
        yield ""
        yield escaped(piece.note)


def _row(cells: Any) -> str:
    return f"| {' | '.join(cells)} |"


def _cell(text: str, *, bold: bool = False) -> str:
    lines = [escaped(line) for line in text.split("\n") if line.strip()]
    if bold and lines:
        lines[0] = _strong(text.partition("\n")[0]) or lines[0]
    return "<br>".join(lines)


WRITERS: Final[Mapping[type[Any], Callable[[Any], Iterator[str]]]] = {
    Heading: _heading,
    Prose: _prose,
    Listing: _listing,
    Table: _table,
    Pairs: _pairs,
    Ready: _ready,
    Week: _week,
    Question: _question,
}
