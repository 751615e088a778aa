"""Tone and voice: how the community speaks, do and don't side by side, and here beside marketing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QMenu
from typing_extensions import override

from app.guide.snapshot import Row
from app.guide.tone import ToneLine, ToneShape
from widgets.common.icons import icon
from widgets.common.words import tr
from widgets.guide.bench import Bench
from widgets.guide.chapter_view import ChapterView
from widgets.guide.rows.cells import Cell, Column, Line
from widgets.guide.rows.face import CardsFace, TableFace
from widgets.guide.rows.view import RowTable

SHAPE_TEXTS: Final = {
    ToneShape.STATEMENT: "guide.tone.add.statement",
    ToneShape.PAIR: "guide.tone.add.pair",
    ToneShape.CONTRAST: "guide.tone.add.contrast",
}
SIGNS: Final = {ToneShape.STATEMENT: "quote", ToneShape.PAIR: "check", ToneShape.CONTRAST: "megaphone"}


class ToneChapter(ChapterView):
    """Three tables, each there while it has rows; + asks what is to be added."""

    def __init__(self, bench: Bench) -> None:
        super().__init__(bench)
        pairs = (("success_soft", "success_text", "check"), ("danger_soft", "danger_text", "x"))
        contrasts = (("accent_soft", "accent_soft_text", "users"), ("sunken", "text_2", "megaphone"))
        self.tables = {
            ToneShape.STATEMENT: RowTable(bench, TableFace(head=False)),
            ToneShape.PAIR: RowTable(bench, CardsFace(pairs)),
            ToneShape.CONTRAST: RowTable(bench, CardsFace(contrasts)),
        }
        for table in self.tables.values():
            self.body.addWidget(table)
        self.retranslate()

    def _lines(self, shape: ToneShape) -> Sequence[Line]:
        there = [it for it in self.bench.guide.of(ToneLine).values() if it.shape is shape]
        return [_line(it) for it in there]

    @override
    def show_rows(self) -> None:
        for shape, table in self.tables.items():
            table.show_lines(self._lines(shape))
        empty = not self.bench.guide.of(ToneLine)
        self.note.setText(tr("guide.tone.nothing") if empty else "")

    @override
    def add(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for shape, text in SHAPE_TEXTS.items():
            menu.addAction(icon(SIGNS[shape]), tr(text), lambda shape=shape: self.add_line(shape))
        menu.popup(self.plus.mapToGlobal(self.plus.rect().bottomLeft()))

    def add_line(self, shape: ToneShape) -> None:
        """Add a line of a shape and let it be written."""
        self.bench.add(ToneLine("", shape, ""))

    @override
    def show_chosen(self, row: Row | None) -> None:
        for table in self.tables.values():
            table.list.show_chosen(row)

    @override
    def place_of(self, row: Row) -> QRect | None:
        for table in self.tables.values():
            place = table.place_of(row)
            if place is not None:
                return place.translated(table.mapTo(self, QPoint()))
        return super().place_of(row)

    @override
    def take_keyboard(self, row: Row) -> bool:
        return any(table.list.take_keyboard(row) for table in self.tables.values())

    @override
    def retranslate(self) -> None:
        columns = {
            ToneShape.STATEMENT: (tr("guide.tone.statements"),),
            ToneShape.PAIR: (tr("guide.tone.do"), tr("guide.tone.dont")),
            ToneShape.CONTRAST: (tr("guide.tone.here"), tr("guide.tone.marketing")),
        }
        for shape, titles in columns.items():
            self.tables[shape].set_columns(", ".join(titles), [Column(title) for title in titles])
        super().retranslate()


def _line(it: ToneLine) -> Line:
    row = Row(ToneLine, it.id)
    example = tr("guide.tone.example", text=it.example) if it.example else ""
    if it.shape is ToneShape.STATEMENT:
        return Line(row, (Cell(it.text or "…", weight=500, below=example),), it.text)
    spoken = {
        ToneShape.PAIR: tr("guide.tone.pair.spoken", do=it.text, dont=it.other),
        ToneShape.CONTRAST: tr("guide.tone.contrast.spoken", here=it.text, there=it.other),
    }[it.shape]
    return Line(row, (Cell(it.text or "…", below=example), Cell(it.other or "…")), spoken)
