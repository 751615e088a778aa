"""How often what happened, month by month: numbers on a ground that is the darker the more there are."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QStyledItemDelegate, QStyleOptionViewItem, QTableView
from typing_extensions import override

from app.guide.incident_log import Line, totals
from widgets.common.keyboard_focus import KeyboardFocus, shows_focus
from widgets.common.painting import LEFT, paint_focus, paint_text
from widgets.common.theme import theme
from widgets.common.words import capital, day, tr

Index = QModelIndex | QPersistentModelIndex
NOWHERE: Final = QModelIndex()
ROW: Final = 24
NAME: Final = 200
MOST: Final = 7  # scenarios: the others are in the sum
FEW: Final = 5  # where it is always so few, none of it is much
DARK: Final = 0.8  # from there on words on the ground are white


class Overview(QTableView):
    """A row a scenario, a column a month, sums at the end.

    Signals:
        pressed: a number was pressed (id of a scenario or None for all, first day of a month or None for all).
    """

    pressed = Signal(object, object)

    def __init__(self) -> None:
        super().__init__()
        self.numbers = _Numbers(self)
        self.setModel(self.numbers)
        self.setItemDelegate(_Painter(self))
        self.setProperty("look", "sheet")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.horizontalHeader().hide()
        self.verticalHeader().hide()
        self.horizontalHeader().setMinimumSectionSize(1)
        self.verticalHeader().setMinimumSectionSize(1)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        KeyboardFocus(self)
        self.clicked.connect(self._on_pressed)
        theme().changed.connect(self.fit)

    def show_lines(self, lines: Sequence[Line], names: Sequence[str], months: Sequence[date]) -> None:
        """Show how often the scenarios of some names happened."""
        self.numbers.show_lines(lines, names, months)
        self.fit()

    def fit(self) -> None:
        """Give each month as much room as the next."""
        high = round(ROW * max(1.0, theme().text_scale))
        rows, columns = self.numbers.rowCount(), self.numbers.columnCount()
        for row in range(rows):
            self.setRowHeight(row, high)
        self.setFixedHeight(rows * high)
        if columns < 2:
            return
        width = self.viewport().width()
        name = min(theme().wide(NAME), width // 3)
        for column in range(1, columns):
            self.setColumnWidth(column, (width - name) // (columns - 1))
        self.setColumnWidth(0, width - (columns - 1) * ((width - name) // (columns - 1)))

    def _on_pressed(self, index: Index) -> None:
        self.pressed.emit(self.numbers.scenario(index.row()), self.numbers.month(index.column()))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self.currentIndex().isValid():
            self._on_pressed(self.currentIndex())
        else:
            super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()


class _Numbers(QAbstractTableModel):
    """The first row holds the months, the last one the sums."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._lines: Sequence[Line] = ()
        self._names: Sequence[str] = ()
        self._months: Sequence[date] = ()
        self._sums: list[int] = []

    def show_lines(self, lines: Sequence[Line], names: Sequence[str], months: Sequence[date]) -> None:
        self.beginResetModel()
        self._lines, self._names, self._months = lines[:MOST], names[:MOST], months
        self._sums = totals(lines) or [0] * len(months)
        self.endResetModel()

    @property
    def most(self) -> int:
        """The largest number of one scenario in one month."""
        return max((count for line in self._lines for count in line.counts), default=0)

    def scenario(self, row: int) -> str | None:
        """Return the scenario of a row, None for all."""
        return self._lines[row - 1].scenario if 0 < row <= len(self._lines) else None

    def month(self, column: int) -> date | None:
        """Return the month of a column, None for all."""
        return self._months[column - 1] if 0 < column <= len(self._months) else None

    def number(self, row: int, column: int) -> int | None:
        """Return the number in a place, None where there is none."""
        if row == 0 or column == 0:
            return None
        counts = self._lines[row - 1].counts if row <= len(self._lines) else self._sums
        return sum(counts) if column > len(self._months) else counts[column - 1]

    def text(self, row: int, column: int) -> str:
        """Return what is written in a place."""
        if row == 0:
            month = self.month(column)
            return capital(day(month, "MMM")) if month else tr("incidents.sum") if column else ""
        if column == 0:
            return self._names[row - 1] if row <= len(self._lines) else tr("incidents.sum")
        return str(self.number(row, column) or "·")

    def is_sum(self, row: int, column: int) -> bool:
        """Whether a place holds a sum."""
        return row > len(self._lines) or column > len(self._months)

    @override
    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._lines) + 2

    @override
    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._months) + 2

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, column = index.row(), index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self.text(row, column)
        number = self.number(row, column)
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole) and number is not None:
            month = self.month(column)
            when = capital(day(month, "MMMM yyyy")) if month else tr("incidents.sum")
            return tr("incidents.number", name=self.text(row, 0), month=when, n=number)
        return self.text(row, column) if role == Qt.ItemDataRole.AccessibleTextRole else None


class _Painter(QStyledItemDelegate):
    def __init__(self, view: Overview) -> None:
        super().__init__(view)
        self._numbers = view.numbers

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row, column, rect = index.row(), index.column(), QRect(option.rect)
        number, text = self._numbers.number(row, column), self._numbers.text(row, column)
        role, weight = "text_2", 400
        if row == 0 or number == 0:
            role = "text_muted"
        elif self._numbers.is_sum(row, column):
            role, weight = "text", 600
        elif number:
            value = number / max(self._numbers.most, FEW)
            painter.fillRect(rect.adjusted(1, 1, -1, -1), _ground(value))
            role = "category.welcome.on_solid" if value > DARK else "text"
        place = rect.adjusted(0, 0, -6, 0) if column == 0 else rect
        align = LEFT if column == 0 else Qt.AlignmentFlag.AlignCenter
        paint_text(painter, place, text, theme().font("caption" if row == 0 else "small", weight), role, align)
        if shows_focus(option):
            paint_focus(painter, rect, 3)


def _ground(value: float) -> QColor:
    """Return the ground of a number between 0 and 1: raised mixed with a blue."""
    least, most, share = theme().color("raised"), theme().family("welcome"), 0.8 * value
    parts = zip(least.getRgb()[:3], most.getRgb()[:3], strict=True)  # type: ignore[index]
    red, green, blue = (round(a + (b - a) * share) for a, b in parts)
    return QColor(red, green, blue)
