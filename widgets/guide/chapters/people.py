"""Strikes and roles: what a member meets at the n-th strike, and who does what."""

from __future__ import annotations

from collections.abc import Sequence

from typing_extensions import override

from app.guide.cover_words import lasting
from app.guide.role import GuideRole
from app.guide.snapshot import Row
from app.guide.strikes import StrikeLevel
from widgets.common.words import tr, words
from widgets.guide.names import duty_names, person_names
from widgets.guide.rows.cells import Cell, Column, Line
from widgets.guide.table_chapter import TableChapter


class StrikesChapter(TableChapter):
    """Coach, warn, remove."""

    @override
    def lines(self) -> Sequence[Line]:
        levels = self.bench.guide.of(StrikeLevel).values()
        self.note.setText(tr("guide.strikes.count", n=len(levels)))
        lines = []
        for number, it in enumerate(levels, 1):
            lasts = tr("guide.strikes.days", n=it.days) if it.days else tr("guide.strikes.stays")
            name = tr("guide.strikes.level", n=number, name=it.name)
            told = [text for _, text in it.message if text.strip()]
            cells = (
                Cell(name, weight=500),
                Cell(it.action or "…", "text_2"),
                Cell(told[0] if told else "–"),
                Cell(lasts),
            )
            lines.append(Line(Row(StrikeLevel, it.id), cells, f"{name}, {it.action}, {lasts}"))
        return lines

    @override
    def add(self) -> None:
        self.bench.add(StrikeLevel("", tr("guide.strikes.new")))

    @override
    def retranslate(self) -> None:
        columns = (
            Column(tr("guide.strikes.name"), 2),
            Column(tr("guide.strikes.action"), 4),
            Column(tr("guide.strikes.message"), 5),
            Column(tr("guide.strikes.counts"), width=100),
        )
        self.table.set_columns(tr("guide.chapter.strikes"), columns)
        super().retranslate()


class RolesChapter(TableChapter):
    """Who approves, intervenes, answers questions and closes the loop."""

    @override
    def lines(self) -> Sequence[Line]:
        guide, lines = self.bench.guide, []
        for it in guide.of(GuideRole).values():
            does = ", ".join(duty_names(it.duties)) or "–"
            people = ", ".join(person_names(guide, it.people)) or tr("guide.roles.nobody")
            within = words(lasting(it.response)) if it.response else "–"
            cells = (
                Cell(it.name, weight=500, dot=f"category.{it.colour}.solid"),
                Cell(does, below=it.expects),
                Cell(people, below=it.contact),
                Cell(within, weight=500),
            )
            lines.append(Line(Row(GuideRole, it.id), cells, f"{it.name}, {does}, {people}, {within}"))
        return lines

    @override
    def add(self) -> None:
        self.bench.add(GuideRole("", tr("guide.roles.new")))

    @override
    def retranslate(self) -> None:
        columns = (
            Column(tr("guide.roles.name"), 3),
            Column(tr("guide.roles.does"), 6),
            Column(tr("guide.roles.people"), 3),
            Column(tr("guide.matrix.within"), width=92),
        )
        self.table.set_columns(tr("guide.chapter.roles"), columns)
        super().retranslate()
