"""Light Markdown: paragraphs, lists, bold and links, and nothing else. What else is written stays as it was typed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

LINKED: Final = ("http://", "https://", "mailto:")  # what an address may begin with
ITEM: Final = re.compile(r"(?:[-*+•]|(\d{1,4})[.)])[ \t]+(.*)$")
HEADING: Final = re.compile(r"#{1,6}[ \t]+(.*)$")
PIECE: Final = re.compile(
    r"\*\*(?P<bold>[^*\n]{1,2000})\*\*|\[(?P<words>[^\[\]\n]{1,500})\]\((?P<to>[^()\s]{1,2000})\)"
)


@dataclass(frozen=True, slots=True)
class Span:
    """Words that look alike."""

    text: str
    bold: bool = False
    link: str = ""  # an address that begins with one of LINKED


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, or one item of a list."""

    spans: tuple[Span, ...]
    mark: str = ""  # of an item: "•" or "3."
    level: int = 0  # of an item


def blocks_of(text: str) -> list[Block]:
    """Return what a text says; lines that belong together are one paragraph."""
    blocks: list[Block] = []
    waiting: list[str] = []

    def close() -> None:
        if waiting:
            blocks.append(Block(tuple(spans_of("\n".join(waiting)))))
            waiting.clear()

    for line in text.splitlines():
        bare = line.strip()
        item, heading = ITEM.match(bare), HEADING.match(bare)
        if item:
            close()
            indent = len(line.expandtabs(4)) - len(line.expandtabs(4).lstrip())
            mark = f"{item[1]}." if item[1] else "•"
            blocks.append(Block(tuple(spans_of(item[2])), mark, min(indent // 2, 4)))
        elif heading:
            close()
            blocks.append(Block((Span(heading[1].strip("# "), bold=True),)))
        elif bare:
            waiting.append(bare)
        else:
            close()
    close()
    return blocks


def spans_of(text: str) -> Iterator[Span]:
    """Yield the pieces of a line: bold ones, links that are safe to show, and plain words."""
    at = 0
    for found in PIECE.finditer(text):
        link = found["to"] or ""
        if link and not link.lower().startswith(LINKED):
            continue
        if found.start() > at:
            yield Span(text[at : found.start()])
        yield Span(found["bold"], bold=True) if found["bold"] else Span(found["words"], link=link)
        at = found.end()
    if at < len(text) or not text:
        yield Span(text[at:])


def plain(text: str) -> str:
    """Return a text without its marks, item by item on lines of their own."""
    lines = (f"{'  ' * it.level}{it.mark} {_words(it)}" if it.mark else _words(it) for it in blocks_of(text))
    return "\n".join(lines)


def _words(block: Block) -> str:
    return "".join(span.text for span in block.spans)
