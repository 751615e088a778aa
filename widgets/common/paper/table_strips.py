"""Tables on paper: their head again on each page, rows of one name together as long as that is sensible."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Final

from app.text.document import Group, Table
from widgets.common.paper.flow import Strip, together
from widgets.common.paper.rows import Column, gap, kept, row
from widgets.common.paper.runs import TIGHT, Line, lines_of
from widgets.common.paper.sheet import Mark, Rule
from widgets.common.paper.style import LABEL, Look

SIDE: Final = 6.0  # within cells
IN_TABLE: Final = Look(8.2)
NAMES: Final = Look(8.2, 600)
PRINT: Final = Look(7.5, 400, "text_muted")
ABOVE: Final = 1.6  # the words of a row
BELOW: Final = 2.2
SMALL_GROUP: Final = 80.0  # points: what is higher may be parted


def table_strips(table: Table, room: float) -> Iterator[Strip]:
    """Yield the head of a table and its rows."""
    grid = _Grid(table, room)
    yield kept(grid.head)
    for one in table.groups:
        strips = list(grid.rows(one))
        whole = sum(strip.height for strip in strips) <= SMALL_GROUP
        for number, strip in enumerate(strips):
            yield kept(strip) if whole and number < len(strips) - 1 else strip
    yield gap(8)


def cell(text: str, look: Look, room: float) -> list[Line]:
    """Return the lines of a cell; those after its first are small print."""
    first, *others = text.split("\n")
    lines = lines_of([(first, look)], room, TIGHT)
    for other in others:
        lines += lines_of([(other, PRINT)], room, TIGHT)
    return lines


def line_above(begin: float, room: float) -> Callable[[float, float, float], Iterator[Mark]]:
    """Return what draws a thin line above a row."""

    def above(x: float, y: float, _height: float) -> Iterator[Mark]:
        yield Rule(x + begin, y, x + room, y, "border")

    return above


def _reached(rows: Sequence[Sequence[Strip]], tall: float) -> int:
    """Return how many rows a name takes that is higher than the first; 0 when it is set within the first one."""
    height = 0.0
    for number, strips in enumerate(rows, 1):
        if len(strips) > 1:
            return 0
        height += strips[0].height
        if height >= tall:
            return number if number > 1 else 0
    return 0


def _print_from(table: Table) -> int:
    """Return the first column of a table with small print."""
    found = [at for one in table.groups for cells in one.rows for at, text in enumerate(cells, 1) if "\n" in text]
    return min(found, default=0)


def _beside(strip: Strip, name: Sequence[Line]) -> Strip:
    """Return a row with a name at its left that is higher than it."""

    def marks(x: float, y: float) -> Iterator[Mark]:
        yield from strip.marks(x, y)
        at = y + ABOVE
        for line in name:
            yield from line.marks(x, at)
            at += line.height

    return Strip(strip.height, marks, strip.keep, strip.again)


class _Grid:
    """The columns of one table."""

    def __init__(self, table: Table, room: float) -> None:
        self._table, self._room = table, room
        whole = sum(table.shares)
        self._widths = [room * share / whole for share in table.shares]
        self._edges = [sum(self._widths[:number]) for number in range(len(self._widths))]
        self._print_from = _print_from(table) if table.spread else 0
        self.head = self._head()

    def rows(self, group: Group) -> Iterator[Strip]:
        """Yield the rows of a group; its name reaches beside as many as it needs, and is said again on a next page."""
        name = cell(group.name, NAMES, self._widths[0] - SIDE)
        tall = ABOVE + sum(line.height for line in name)
        rows = [self._row(group, number, cells) for number, cells in enumerate(group.rows)]
        reached = _reached(rows, tall)
        if not reached:
            rows[0] = self._row(group, 0, group.rows[0], [(0.0, name)])
        for number, strips in enumerate(rows):
            if number < reached:
                strips[0] = _beside(strips[0], name) if not number else strips[0]
                strips[0] = kept(strips[0]) if number < reached - 1 else strips[0]
            yield from strips

    def _row(self, group: Group, number: int, cells: tuple[str, ...], named: Sequence[Column] = ()) -> list[Strip]:
        above = line_above(self._edges[1] if number else 0.0, self._room)
        again = self._again(group) if number else self.head
        return row([*named, *self._cells(cells)], above=ABOVE, below=BELOW, dressing=above, again=again)

    def _cells(self, cells: tuple[str, ...]) -> Iterator[Column]:
        spread = bool(self._print_from) and any("\n" in text for text in cells)
        columns = []
        for at, text in enumerate(cells, 1):
            shown = text.split("\n")[0] if spread else text
            if shown:
                columns.append((self._edges[at], cell(shown, IN_TABLE, self._widths[at] - SIDE)))
        if spread:
            self._put_below(columns, cells)
        yield from columns

    def _put_below(self, columns: list[tuple[float, list[Line]]], cells: tuple[str, ...]) -> None:
        """Add the small print of all cells below the highest of them, in every row from the same edge on."""
        said = " · ".join(line for text in cells for line in text.split("\n")[1:])
        edge = self._edges[self._print_from]
        height = max((sum(line.height for line in lines) for left, lines in columns if left >= edge), default=0.0)
        columns.append((edge, [Line((), height), *lines_of([(said, PRINT)], self._room - edge, TIGHT)]))

    def _head(self) -> Strip:
        heads = [
            (edge, lines_of([(head, LABEL)], wide - SIDE))
            for edge, wide, head in zip(self._edges, self._widths, self._table.heads, strict=True)
        ]

        def under(x: float, y: float, height: float) -> Iterator[Mark]:
            yield Rule(x, y + height - 1, x + self._room, y + height - 1, "text", 0.8)

        return row(heads, above=2, below=5, dressing=under)[0]

    def _again(self, group: Group) -> Strip:
        name = lines_of([(f"{group.name.split(chr(10))[0]} …", NAMES)], self._room)
        return together([self.head, *row([(0.0, name)], above=2.5)])
