"""The half hours of a week as cells: who is in them, what is promised, what they say."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from app.guide.cover_spans import Span, both
from app.guide.cover_view import Cover
from app.guide.cover_week import DAY, Away, Shift
from app.guide.cover_words import clock
from app.guide.coverage import Absence
from app.guide.role import GuideRole
from widgets.common.elided_label import plain_tooltip
from widgets.common.words import day as day_words
from widgets.common.words import tr

STEP: Final = 30  # minutes of a cell
COLUMNS: Final = DAY // STEP
CELL: Final = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Cell:
    """What there is in one half hour; stretches are minutes of it."""

    shifts: tuple[Shift, ...] = ()
    late: tuple[Span, ...] = ()
    promised: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Shown:
    """A week as it is to be painted."""

    cover: Cover = field(default_factory=lambda: Cover((), (), (), (), 0))
    roles: Mapping[str, GuideRole] = field(default_factory=dict)
    people: Mapping[str, str] = field(default_factory=dict)  # names by id
    first: date = date(2027, 3, 1)  # a usual week is any that begins with the first weekday
    holidays: Mapping[date, str] = field(default_factory=dict)
    absences: tuple[Absence, ...] = ()
    dated: bool = False
    today: date | None = None

    def day(self, row: int) -> date:
        """Return the day of a row."""
        return self.first + timedelta(days=row)

    def weekday(self, row: int) -> int:
        """Return the weekday of a row; 0 = Monday."""
        return self.day(row).weekday()

    def is_today(self, row: int) -> bool:
        """Whether a row is today; in a usual week, the weekday of today."""
        if self.today is None:
            return False
        return self.day(row) == self.today if self.dated else self.weekday(row) == self.today.weekday()

    def holiday(self, row: int) -> str:
        """Return the holiday of a row, "" for none; a usual week has none."""
        return self.holidays.get(self.day(row), "") if self.dated else ""

    def note(self, row: int) -> str:
        """Return what is special about a day: its holiday, and who is away."""
        if not self.dated:
            return ""
        gone = [
            self.people[it.person]
            for it in self.absences
            if it.start <= self.day(row) <= it.end and it.person in self.people
        ]
        away = tr("coverage.away", people=", ".join(dict.fromkeys(gone))) if gone else ""
        return " · ".join(filter(None, (self.holiday(row), away)))


class Cells(QAbstractTableModel):
    """Seven days of 48 half hours."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.shown = Shown()
        self._cells: list[list[Cell]] = []
        self.show_week(self.shown)

    def show_week(self, shown: Shown) -> None:
        """Show another week, or the same with other hours."""
        cover = shown.cover
        self.shown = shown
        self._cells = [[_cell(cover, row * DAY + column * STEP) for column in range(COLUMNS)] for row in range(7)]
        self.dataChanged.emit(self.index(0, 0), self.index(6, COLUMNS - 1))

    def cell(self, row: int, column: int) -> Cell:
        """Return one half hour."""
        return self._cells[row][column]

    def free_until(self, row: int) -> int:
        """Return how many half hours at the beginning of a day hold nothing."""
        taken = (at for at, cell in enumerate(self._cells[row]) if cell.shifts or cell.late)
        return next(taken, COLUMNS)

    def says(self, row: int, column: int) -> str:
        """Return what is to be read out of a half hour: day, hours, who is there."""
        start = column * STEP
        name = day_words(self.shown.day(row), "dddd d MMMM" if self.shown.dated else "dddd")
        cell = self.cell(row, column)
        who = [self._named(shift) for shift in cell.shifts]
        if cell.late:
            names = dict.fromkeys(it.promise.name for it in self._gaps(row, column))
            who.append(tr("coverage.says.gap", name=", ".join(names)))
        elif not any(it.away is Away.NO for it in cell.shifts):
            who.append(tr("coverage.says.promised") if cell.promised else tr("coverage.says.nobody"))
        head = tr("coverage.says.hours", day=name, start=clock(start), end=clock(start + STEP))
        return ": ".join((", ".join(filter(None, (head, self.shown.holiday(row)))), ", ".join(who)))

    def _gaps(self, row: int, column: int) -> list[Any]:
        start = row * DAY + column * STEP
        return [it for it in self.shown.cover.gaps if _meets((it.start, it.end), start)]

    def _named(self, shift: Shift) -> str:
        role = self.shown.roles.get(shift.role)
        people = (shift.person,) if shift.person else role.people if role else ()
        names = ", ".join(self.shown.people[one] for one in people if one in self.shown.people)
        called = role.name if role else ""
        name = tr("coverage.who", role=called, people=names) if names else called
        match shift.away:
            case Away.HOLIDAY:
                return tr("coverage.says.holiday", name=name)
            case Away.ABSENT:
                return tr("coverage.says.absent", name=name)
        return name

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # the signature of Qt
        return 0 if parent.isValid() else 7

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else COLUMNS

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        match role:
            case _ if not index.isValid():
                return None
            case Qt.ItemDataRole.AccessibleTextRole:
                return self.says(index.row(), index.column())
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tooltip(self.says(index.row(), index.column()))
            case _ if role == CELL:
                return self.cell(index.row(), index.column())
        return None


def _cell(cover: Cover, start: int) -> Cell:
    shifts = sorted((it for it in cover.shifts if _meets((it.start, it.end), start)), key=lambda it: it.start)
    return Cell(tuple(shifts), _part(cover.late, start), _part(cover.promised, start))


def _part(spans: Sequence[Span], start: int) -> tuple[Span, ...]:
    near = [span for span in spans if _meets(span, start)]
    return tuple((a - start, b - start) for a, b in both([(start, start + STEP)], near)) if near else ()


def _meets(span: Span, start: int) -> bool:
    return span[0] < start + STEP and span[1] > start
