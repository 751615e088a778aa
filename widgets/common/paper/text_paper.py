"""A document on paper: its pages, foot and outline."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from typing_extensions import override

from app.text.document import Document, on_one_line
from widgets.common.offscreen import drawing
from widgets.common.paper.flow import Strip, flow
from widgets.common.paper.frame import FOOT_LINE, MARGIN, Frame
from widgets.common.paper.pdf import About, Report, painted, with_outline
from widgets.common.paper.pieces import strips_of
from widgets.common.paper.rows import gap, row
from widgets.common.paper.runs import lines_of
from widgets.common.paper.sheet import Chapter, Mark, Rule, Sheet, left, right
from widgets.common.paper.size import Paper
from widgets.common.paper.style import COMMUNITY, FOOT, SECTION, SUBTITLE
from widgets.common.words import speaking

UPRIGHT: Final = Paper()


@dataclass(frozen=True, slots=True)
class TextPaper:
    """A document set on paper; every page can be painted anywhere."""

    document: Document
    day: date
    paper: Paper = UPRIGHT

    def pages(self) -> Iterator[Sheet]:
        """Set page after page."""
        document, frame = self.document, self._frame
        with speaking(document.language):
            head = frame.heading(document.title, document.subtitle)
            top = (head[0], head[1] + 8)
            yield from list(flow(frame, document.title, self._strips(frame.room), first=top))

    def foot(self, number: int, of: int) -> Sequence[Mark]:
        """Return the foot of a page; `of` is 0 while it is not known."""
        return tuple(self._frame.footer(number, of))

    def about(self) -> About:
        """Return what stands in the properties of the file."""
        document = self.document
        named = ": ".join(filter(None, (document.community, document.title)))
        return About(named, document.author or document.community, document.about)

    @property
    def _frame(self) -> Frame:
        document = self.document
        named = on_one_line(document.community, document.title, document.subtitle, document.made)
        return _Frame(self.paper, document.community, self.day, self.day, named)

    def _strips(self, room: float) -> Iterator[Strip]:
        for number, part in enumerate(self.document.parts):
            title = lines_of([(part.title, SECTION)], room)
            if number:
                yield gap(12, keep=True)
            yield from row([(0.0, title)], below=4, keep=True, chapter=Chapter(part.title, 0))
            yield from strips_of(part.pieces, room)


@dataclass(frozen=True, slots=True)
class _Frame(Frame):
    """A frame whose foot names the document, and whose further pages begin high."""

    named: str = ""

    @override
    def running_head(self, title: str) -> tuple[list[Mark], float]:
        base, end = MARGIN + 8, self.x + self.room
        marks: list[Mark] = [
            left(self.x, base, title, COMMUNITY, self.room * 0.6),
            right(end, base, self.community, SUBTITLE, self.room * 0.38),
            Rule(self.x, base + 6, end, base + 6, "text", 0.8),
        ]
        return marks, base + 14

    @override
    def footer(self, number: int, of: int) -> Iterator[Mark]:
        y = self.paper.height - FOOT_LINE
        base = y + 16
        yield Rule(self.x, y, self.x + self.room, y)
        yield left(self.x, base, self.named, FOOT, self.room - 60)
        yield right(self.x + self.room, base, f"{number} / {of}" if of else str(number), FOOT, 50)


def pdf_of(report: Report, document: Document, day: date, size: str) -> bytes:
    """Return a document as a PDF; `report` is told (pages painted, pages in all, "")."""
    with drawing():
        paper = TextPaper(document, day, Paper(size))
        sheets = list(paper.pages())
        return with_outline(painted(paper, sheets, report), sheets, paper.about())
