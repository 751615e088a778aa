"""What is the same on every page: margins, heading, footer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from widgets.common.paper.sheet import Mark, Rule, left, right
from widgets.common.paper.size import Paper
from widgets.common.paper.style import COMMUNITY, FOOT, SECTION, SUBTITLE, TITLE
from widgets.common.words import day as day_text
from widgets.common.words import tr

MARGIN = 34.0
FOOT_LINE = 41.0  # above the lower edge


@dataclass(frozen=True, slots=True)
class Frame:
    """The frame of all pages of one document."""

    paper: Paper
    community: str
    first: date
    last: date

    @property
    def x(self) -> float:
        """Left edge of the text."""
        return MARGIN

    @property
    def room(self) -> float:
        """Width of the text."""
        return self.paper.width - 2 * MARGIN

    @property
    def bottom(self) -> float:
        """Where the text has to end."""
        return self.paper.height - FOOT_LINE - 9

    def heading(self, title: str, subtitle: str) -> tuple[list[Mark], float]:
        """Return the heading of a chapter, and where what follows begins."""
        base, x = MARGIN + 20, self.x
        aside = right(x + self.room, base, self.community, COMMUNITY, self.room * 0.4)
        marks: list[Mark] = [
            left(x, base, title, TITLE, aside.x - x - 12),
            left(x, base + 18, subtitle, SUBTITLE, self.room * 0.6),
            aside,
            right(x + self.room, base + 18, span(self.first, self.last, "d MMMM"), SUBTITLE, self.room * 0.4),
        ]
        return marks, base + 29

    def running_head(self, title: str) -> tuple[list[Mark], float]:
        """Return the heading of a page on which a chapter goes on, and where what follows begins."""
        base = MARGIN + 13
        marks: list[Mark] = [
            left(self.x, base, title, SECTION, self.room * 0.6),
            right(self.x + self.room, base, self.community, COMMUNITY, self.room * 0.38),
            Rule(self.x, base + 8, self.x + self.room, base + 8, "text", 1),
        ]
        return marks, base + 18

    def footer(self, number: int, of: int) -> Iterator[Mark]:
        """Yield the foot of a page; `of` is 0 while the number of pages is not known."""
        y = self.paper.height - FOOT_LINE
        base = y + 7 + 9
        yield Rule(self.x, y, self.x + self.room, y)
        whole = tr("printing.footer", community=self.community, span=span(self.first, self.last, "d MMM"))
        yield left(self.x, base, whole, FOOT, self.room - 60)
        page = f"{number} / {of}" if of else str(number)
        yield right(self.x + self.room, base, page, FOOT, 50)


def span(first: date, last: date, pattern: str) -> str:
    """Write a stretch of days by a pattern that begins with the day; what both ends share is said once."""
    if first == last:
        return day_text(first, f"{pattern} yyyy")
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day} – {day_text(last, f'{pattern} yyyy')}"
    if first.year == last.year:
        return f"{day_text(first, pattern)} – {day_text(last, f'{pattern} yyyy')}"
    return f"{day_text(first, f'{pattern} yyyy')} – {day_text(last, f'{pattern} yyyy')}"
