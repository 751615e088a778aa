"""The printed plan as a whole: its pages, and what a reader of files tells about it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from widgets.common.paper.frame import Frame, span
from widgets.common.paper.pdf import About
from widgets.common.paper.sheet import Mark, Sheet
from widgets.common.paper.size import Paper
from widgets.common.words import speaking, tr
from widgets.printing.agenda_pages import agenda_pages
from widgets.printing.manuscript import Manuscript
from widgets.printing.matrix_pages import matrix_pages
from widgets.printing.month_pages import month_pages
from widgets.printing.options import PaperOptions, Part
from widgets.printing.quarter_pages import quarter_pages


@dataclass(frozen=True, slots=True)
class Document:
    """A plan set on paper; every page can be painted anywhere."""

    manuscript: Manuscript
    options: PaperOptions

    @property
    def paper(self) -> Paper:
        """The paper of all pages."""
        return self.options.paper

    @property
    def frame(self) -> Frame:
        """The frame of all pages."""
        return Frame(self.options.paper, self.manuscript.community, self.manuscript.first, self.manuscript.last)

    def pages(self) -> Iterator[Sheet]:
        """Set page after page, each as it is asked for."""
        options, frame = self.options, self.frame
        agenda_follows = Part.AGENDA in options.parts
        chapters = {
            Part.QUARTER: lambda: quarter_pages(self.manuscript, frame, agenda_follows=agenda_follows),
            Part.MONTHS: lambda: month_pages(self.manuscript, frame, agenda_follows=agenda_follows),
            Part.AGENDA: lambda: agenda_pages(self.manuscript, frame, options),
            Part.MATRIX: lambda: matrix_pages(self.manuscript, frame),
        }
        for part in Part:
            if part in options.parts:
                yield from _spoken(chapters[part], options.language)

    def foot(self, number: int, of: int) -> tuple[Mark, ...]:
        """Return the foot of a page; `of` is 0 while it is not known."""
        with speaking(self.options.language):
            return tuple(self.frame.footer(number, of))

    def about(self) -> About:
        """Return title, author and subject in the language of the paper."""
        with speaking(self.options.language):
            dates = span(self.manuscript.first, self.manuscript.last, "d MMMM")
            title = tr("printing.title", community=self.manuscript.community, span=dates)
            author = self.manuscript.lead if self.options.names and not self.options.public else ""
            return About(title, author or self.manuscript.community, tr("printing.subject"))


def _spoken(chapter: object, language: str) -> Iterator[Sheet]:
    """Ask for each page in the language of the paper, and let the window speak its own between them."""
    with speaking(language):
        pages = iter(chapter())  # type: ignore[operator]
    while True:
        with speaking(language):
            page = next(pages, None)
        if page is None:
            return
        yield page
