"""Who is there in a week, as bars with the hours in words beside them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from app.text.document import Stretch, Week, hours_said
from widgets.common.paper.flow import Strip
from widgets.common.paper.rows import gap, kept, row
from widgets.common.paper.runs import Line, lines_of
from widgets.common.paper.sheet import Box, Mark, Rule
from widgets.common.paper.style import LEGEND, MUTED, SMALL, shade, width

DAYS: Final = 30.0  # for the names of the days
BAR: Final = 240.0  # a whole day
TALL: Final = 10.0
HOURS: Final = 24
SQUARE: Final = 7.0


def week_strips(week: Week, room: float) -> Iterator[Strip]:
    """Yield the legend, a bar for each day, and the hours below."""
    yield from _legend(week, room)
    text = DAYS + BAR + 14
    for day, stretches in week.days:
        said = lines_of([(hours_said(stretches, week.nobody), SMALL)], room - text)
        name = lines_of([(day, SMALL)], DAYS)
        for strip in row([(0.0, name), (text, said)], above=1, below=1, dressing=_Bar(stretches)):
            yield kept(strip)
    hours = [
        (DAYS + BAR * hour / HOURS - (width(f"{hour:02d}", MUTED) / 2 if hour else 0), hour)
        for hour in (0, 6, 12, 18, 24)
    ]
    yield from row([(0.0, [Line(tuple((x, f"{hour:02d}", MUTED) for x, hour in hours), 12)])])
    yield gap(6)


def _legend(week: Week, room: float) -> Iterator[Strip]:
    lines: list[list[tuple[float, str, str]]] = [[]]
    x = 0.0
    for who, colour in week.legend:
        wide = SQUARE + 5 + width(who, LEGEND)
        if x and x + wide > room:
            lines.append([])
            x = 0.0
        lines[-1].append((x, who, colour))
        x += wide + 16
    for line in lines:
        words = Line(tuple((x + SQUARE + 5, who, LEGEND) for x, who, _ in line), 12)

        def squares(x: float, y: float, _height: float, line: list[tuple[float, str, str]] = line) -> Iterator[Mark]:
            for left, _, colour in line:
                yield Box(x + left, y + 2.5, SQUARE, SQUARE, shade(colour, "solid"), radius=1.5)

        yield from row([(0.0, [words])], below=2, dressing=squares, keep=True)


class _Bar:
    """The hours of a day behind its row."""

    def __init__(self, stretches: tuple[Stretch, ...]) -> None:
        self._stretches = stretches

    def __call__(self, x: float, y: float, _height: float) -> Iterator[Mark]:
        left, top = x + DAYS, y + 2
        yield Box(left, top, BAR, TALL, "sunken")
        for one in self._stretches:
            begin, end = max(0, one.start), min(HOURS * 60, one.end)
            yield Box(left + BAR * begin / 1440, top, BAR * (end - begin) / 1440, TALL, shade(one.colour, "solid"))
        for hour in range(1, HOURS):
            line = left + BAR * hour / HOURS
            yield Rule(line, top, line, top + TALL, "raised", 0.5 if hour % 6 else 1.2)
