"""A chapter that is one table of rows."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect
from typing_extensions import override

from app.guide.snapshot import Row
from widgets.guide.bench import Bench
from widgets.guide.chapter_view import ChapterView
from widgets.guide.rows.cells import Line
from widgets.guide.rows.face import TableFace
from widgets.guide.rows.view import RowTable


class TableChapter(ChapterView):
    """A kind of chapter says its `lines`, and in `retranslate` the columns of its `table`."""

    def __init__(self, bench: Bench, face: TableFace | None = None) -> None:
        super().__init__(bench)
        self.table = RowTable(bench, face)
        self.body.addWidget(self.table)
        self.retranslate()

    def lines(self) -> Sequence[Line]:
        """Return the rows as they are now."""
        raise NotImplementedError

    @override
    def show_rows(self) -> None:
        self.table.show_lines(self.lines())

    @override
    def show_chosen(self, row: Row | None) -> None:
        self.table.list.show_chosen(row)

    @override
    def place_of(self, row: Row) -> QRect | None:
        place = self.table.place_of(row)
        return place.translated(self.table.pos()) if place else super().place_of(row)

    @override
    def take_keyboard(self, row: Row) -> bool:
        return self.table.list.take_keyboard(row)
