"""The quarter on one page."""

from __future__ import annotations

from collections.abc import Iterator

from widgets.common.paper.frame import Frame
from widgets.common.paper.sheet import Chapter, Sheet
from widgets.common.words import tr
from widgets.printing.crowded_pages import crowded_pages
from widgets.printing.legend import Legend
from widgets.printing.manuscript import Manuscript
from widgets.printing.measure_words import subtitle
from widgets.printing.week_grid import QUARTER, WeekGrid


def quarter_pages(manuscript: Manuscript, frame: Frame, *, agenda_follows: bool) -> Iterator[Sheet]:
    """Yield the page of the quarter; days too full for it are listed behind it, unless the agenda holds them."""
    title = tr("printing.quarter")
    marks, top = frame.heading(title, subtitle(manuscript))
    legend = Legend(manuscript, frame.room)
    height = frame.bottom - top - legend.height - 10
    rows = manuscript.rows
    grid = WeekGrid(manuscript, QUARTER, frame.x, top, frame.room, height, rows, manuscript.first, manuscript.last)
    marks += grid.marks()
    marks += legend.marks(frame.x, grid.bottom + 8)
    yield Sheet(frame.paper.width, frame.paper.height, tuple(marks), (Chapter(title),))
    if grid.crowded and not agenda_follows:
        yield from crowded_pages(manuscript, frame, grid.crowded)
