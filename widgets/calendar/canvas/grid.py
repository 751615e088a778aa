"""Where the days lie: pure geometry of weeks in rows and weekdays in columns."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import QPoint, QRect

DAYS = 7
SATURDAY = 5


@dataclass(frozen=True, slots=True)
class Grid:
    """Rows of seven days; y is counted from the top of the first row, the weekday header lies above it."""

    rows: tuple[date, ...]  # first day of each row
    columns: tuple[int, ...]  # left edge of each of the seven columns, and the right edge of the last
    tops: tuple[int, ...]  # top edge of each row, and the bottom edge of the last

    @property
    def first(self) -> date:
        """The first day that has a place."""
        return self.rows[0]

    @property
    def last(self) -> date:
        """The last day that has a place."""
        return self.rows[-1] + timedelta(days=DAYS - 1)

    @property
    def height(self) -> int:
        """How high all rows are together."""
        return self.tops[-1]

    def place(self, day: date) -> tuple[int, int] | None:
        """Return row and column of a day, or None when it is not here."""
        row, column = divmod((day - self.rows[0]).days, DAYS)
        return (row, column) if 0 <= row < len(self.rows) else None

    def day(self, row: int, column: int) -> date:
        """Return the day at a row and a column."""
        return self.rows[row] + timedelta(days=column)

    def row_rect(self, row: int) -> QRect:
        """Return a whole row with its gutter."""
        return QRect(0, self.tops[row], self.columns[-1], self.tops[row + 1] - self.tops[row])

    def gutter_rect(self, row: int) -> QRect:
        """Return the part of a row that tells of the week."""
        return QRect(0, self.tops[row], self.columns[0], self.tops[row + 1] - self.tops[row])

    def cell(self, row: int, first: int, last: int | None = None) -> QRect:
        """Return the place of one day, or of the days from one column to another."""
        left, right = self.columns[first], self.columns[(first if last is None else last) + 1]
        return QRect(left, self.tops[row], right - left, self.tops[row + 1] - self.tops[row])

    def row_at(self, y: int) -> int | None:
        """Return the row at a height, or None beside the rows."""
        if not 0 <= y < self.tops[-1]:
            return None
        return next(row for row in range(len(self.rows)) if y < self.tops[row + 1])

    def day_at(self, point: QPoint) -> date | None:
        """Return the day at a point, or None in the gutter and beside the days."""
        row = self.row_at(point.y())
        if row is None or not self.columns[0] <= point.x() < self.columns[-1]:
            return None
        return self.day(row, next(column for column in range(DAYS) if point.x() < self.columns[column + 1]))


def lay_grid(rows: tuple[date, ...], width: int, gutter: int, row_height: float, weekend: float) -> Grid:
    """Divide a width among the weekdays, a weekend day getting `weekend` of a working day's share."""
    shares = [weekend if (rows[0] + timedelta(days=column)).weekday() >= SATURDAY else 1.0 for column in range(DAYS)]
    unit = max(0, width - gutter) / sum(shares)
    edges, x = [gutter], float(gutter)
    for share in shares:
        x += share * unit
        edges.append(round(x))
    tops = tuple(round(row * row_height) for row in range(len(rows) + 1))
    return Grid(rows, tuple(edges), tops)
