"""The names above the list; a press on one sorts by it."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from widgets.common.painting import LEFT, RIGHT, paint_icon, paint_text
from widgets.common.steady_scroll_bar import WIDTH
from widgets.common.theme import theme
from widgets.common.words import tr
from widgets.tasks.row_delegate import columns

HEIGHT: Final = 28
SIGN: Final = 12


class ColumnNames(QWidget):
    """The names where the rows have their columns, an arrow beside the one that sorts.

    Signals:
        sort_chosen: tasks are to be sorted by "title", "due", "priority" or "effort", or the other way round.
    """

    sort_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._by, self._back = "due", False
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        theme().changed.connect(self._fit)
        self._fit()

    def show_sort(self, by: str, *, back: bool) -> None:
        """Show by what tasks are sorted, and whether the other way round."""
        self._by, self._back = by, back
        self.update()

    def _fit(self) -> None:
        self.setFixedHeight(round(HEIGHT * max(1.0, theme().text_scale)))
        self.update()

    def _names(self) -> list[tuple[str, QRect, str]]:
        """Return what each name sorts by, "" for nothing, where it is, and the name."""
        _, title, place, due, priority, steps, work = columns(self.rect().adjusted(0, 0, -WIDTH, 0))
        return [
            ("title", title, tr("tasks.head.task")),
            ("", place, tr("tasks.head.from")),
            ("due", due, tr("tasks.head.due")),
            ("priority", priority, tr("tasks.head.priority")),
            ("", steps, tr("tasks.head.steps")),
            ("effort", work, tr("tasks.head.effort")),
        ]

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        place = event.position().toPoint()
        for by, rect, _ in self._names():
            if by and rect.contains(place):
                self.sort_chosen.emit(by)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, font = QPainter(self), theme().font_px(11, 600)
        for by, rect, name in self._names():
            last = by == "effort"
            paint_text(painter, rect, name, font, "text_muted", RIGHT if last else LEFT)
            if by and by == self._by:
                width = painter.fontMetrics().horizontalAdvance(name)
                x = rect.right() - width - SIGN - 4 if last else rect.left() + min(width, rect.width()) + 4
                sign = "arrow-down" if self._back else "arrow-up"
                paint_icon(painter, QRect(x, rect.top(), SIGN, rect.height()), sign, "text_muted", SIGN)
