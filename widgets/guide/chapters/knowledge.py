"""Resources and frequent questions: what moderators point to."""

from __future__ import annotations

from collections.abc import Sequence

from typing_extensions import override

from app.guide.knowledge import KnownAnswer, Resource
from app.guide.snapshot import Row
from widgets.common.words import day, tr
from widgets.guide.names import person_names
from widgets.guide.rows.cells import Cell, Column, Line
from widgets.guide.table_chapter import TableChapter


class ResourcesChapter(TableChapter):
    """Documents to start with; an address is shown and copied, never opened by itself."""

    @override
    def lines(self) -> Sequence[Line]:
        lines = []
        for it in self.bench.guide.of(Resource).values():
            cells = (Cell(it.name, weight=500), Cell(it.notes, "text_2"), Cell(it.address or "–", "text_2"))
            lines.append(Line(Row(Resource, it.id), cells, f"{it.name}, {it.notes}, {it.address}"))
        self.note.setText(tr("guide.resources.count", n=len(lines)))
        return lines

    @override
    def add(self) -> None:
        self.bench.add(Resource("", tr("guide.resources.new")))

    @override
    def retranslate(self) -> None:
        columns = (
            Column(tr("guide.resources.name"), 3),
            Column(tr("guide.resources.notes"), 4),
            Column(tr("guide.resources.address"), 3),
        )
        self.table.set_columns(tr("guide.chapter.resources"), columns)
        super().retranslate()


class AnswersChapter(TableChapter):
    """Each question with its one answer, and who confirmed it when."""

    @override
    def lines(self) -> Sequence[Line]:
        guide, lines = self.bench.guide, []
        for it in guide.of(KnownAnswer).values():
            by = ", ".join(person_names(guide, [it.confirmed_by])) if it.confirmed_by else ""
            when = day(it.confirmed, "d MMM yyyy") if it.confirmed else ""
            confirmed = Cell(when or by, below=by if when else "") if when or by else _unconfirmed()
            cells = (Cell(it.question, weight=500), Cell(it.answer or "…", "text_2"), confirmed)
            lines.append(Line(Row(KnownAnswer, it.id), cells, f"{it.question}, {it.answer}, {confirmed.text}"))
        self.note.setText(tr("guide.answers.count", n=len(lines)))
        return lines

    @override
    def add(self) -> None:
        self.bench.add(KnownAnswer("", tr("guide.answers.new")))

    @override
    def retranslate(self) -> None:
        columns = (
            Column(tr("guide.answers.question"), 3),
            Column(tr("guide.answers.answer"), 5),
            Column(tr("guide.answers.confirmed"), width=128),
        )
        self.table.set_columns(tr("guide.chapter.answers"), columns)
        super().retranslate()


def _unconfirmed() -> Cell:
    return Cell(tr("guide.answers.unconfirmed"), "text_muted")
