"""Promises and absences as short lists; a row is edited in the inspector."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import Any, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout
from typing_extensions import override

from app.guide.absences import add_absence, delete_absence
from app.guide.cover_words import lasting, promised_hours
from app.guide.coverage import Absence, Promise
from app.guide.snapshot import Row
from app.message import say
from app.playbook.playbook import PLAYBOOK_ID, Person, Playbook
from widgets.common.card import Card
from widgets.common.icons import icon
from widgets.common.nav_list import NavList, NavRow
from widgets.common.words import Retranslated, day, tr, words
from widgets.guide.bench import Bench

PAST: Final = timedelta(days=28)  # absences that are over are shown so long


class _Rows(Retranslated):
    """A head with +, and a card of rows."""

    kind: type[Any] = Promise

    def __init__(self, bench: Bench) -> None:
        super().__init__()
        self.bench = bench
        self.title, self.none, self.plus, self.list, self.card = QLabel(), QLabel(), QToolButton(), NavList(), Card()
        self.title.setProperty("look", "strong-small")
        self.none.setProperty("look", "subtitle")
        self.none.setWordWrap(True)
        for label in (self.title, self.none):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.plus.setIcon(icon("plus", "text_muted"))
        self.plus.setFixedSize(24, 24)
        self.plus.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.plus.clicked.connect(self.add)
        self.list.clicked.connect(self._on_clicked)
        self.list.opened.connect(self._open)
        self.list.deleted.connect(self.delete)
        self.list.chosen.connect(self._on_chosen)
        self.card.body.setContentsMargins(4, 4, 4, 4)
        self.card.body.addWidget(self.list)
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.plus)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self.card)
        column.addWidget(self.none)
        self.retranslate()

    def rows(self) -> Sequence[NavRow]:
        """Return what is listed now."""
        raise NotImplementedError

    def add(self) -> None:
        """Add one and edit it."""
        raise NotImplementedError

    def delete(self, id: str) -> None:
        """Take one away."""
        raise NotImplementedError

    def show_guide(self) -> None:
        """Show what the guide holds now."""
        rows, chosen = self.rows(), self.bench.chosen
        key = chosen.id if chosen and chosen.kind is self.kind else ""
        self.list.show_rows(list(rows), key)
        high = sum(self.list.sizeHintForRow(row) for row in range(len(rows)))
        self.list.setFixedHeight(high + 2 * self.list.frameWidth())
        self.card.setVisible(bool(rows))
        self.none.setVisible(not rows)

    def has(self, id: str) -> bool:
        """Whether one is listed."""
        return id in self.bench.guide.of(self.kind)

    def show_chosen(self, id: str) -> None:
        """Mark the row that is edited, "" for none."""
        if id:
            self.list.choose(id)
        else:
            self.list.clearSelection()

    def _on_clicked(self) -> None:
        self._open(self.list.key())

    def _on_chosen(self, key: str) -> None:
        self.bench.choose(Row(self.kind, key))

    def _open(self, key: str) -> None:
        if key:
            self.bench.open(Row(self.kind, key))


class PromiseList(_Rows):
    """Within what time somebody looks, and when that is promised."""

    kind = Promise

    @override
    def rows(self) -> Sequence[NavRow]:
        first = getattr(self.bench.guide.get(Playbook, PLAYBOOK_ID), "first_weekday", 0)
        rows = []
        for it in self.bench.guide.of(Promise).values():
            within = tr("coverage.within", within=words(lasting(it.within)))
            count = " · ".join((within, words(promised_hours(it, first))))
            rows.append(NavRow(it.id, it.name, count=count, icon="hourglass"))
        return rows

    @override
    def add(self) -> None:
        self.bench.add(Promise("", tr("coverage.promise.new"), 120))

    @override
    def delete(self, id: str) -> None:
        self.bench.delete(Row(Promise, id))

    @override
    def retranslate(self) -> None:
        self.title.setText(tr("coverage.promises"))
        self.list.setAccessibleName(tr("coverage.promises"))
        self.none.setText(tr("coverage.promises.none"))
        self.plus.setToolTip(tr("coverage.promise.add"))
        self.plus.setAccessibleName(tr("coverage.promise.add"))


class AbsenceList(_Rows):
    """Who is away, from when on."""

    kind = Absence

    @override
    def rows(self) -> Sequence[NavRow]:
        guide, since = self.bench.guide, self.bench.today() - PAST
        rows = []
        for it in guide.of(Absence).values():
            if it.end < since:
                continue
            person = guide.get(Person, it.person)
            text = " · ".join(filter(None, (person.name if person else tr("coverage.somebody"), it.why)))
            rows.append(NavRow(it.id, text, count=_days(it), icon="calendar-clock"))
        return rows

    @override
    def add(self) -> None:
        made: list[str] = []
        person, today = next(iter(self.bench.guide.of(Person)), ""), self.bench.today()
        if self.bench.run(lambda store: made.append(add_absence(store, person, today))):
            self.bench.open(Row(Absence, made[0]))

    @override
    def delete(self, id: str) -> None:
        if self.bench.run(lambda store: delete_absence(store, id)):
            self.bench.desk.tell(say("guide.deleted"), undo=True)

    @override
    def retranslate(self) -> None:
        self.title.setText(tr("coverage.absences"))
        self.list.setAccessibleName(tr("coverage.absences"))
        self.none.setText(tr("coverage.absences.none"))
        self.plus.setToolTip(tr("coverage.absence.add"))
        self.plus.setAccessibleName(tr("coverage.absence.add"))


def _days(absence: Absence) -> str:
    """Return 3 Mar, 10–13 Mar, or 30 Mar – 2 Apr."""
    first, last = absence.start, absence.end
    if first == last:
        return day(first)
    if (first.year, first.month) == (last.year, last.month):
        return f"{day(first, 'd')}–{day(last)}"
    return f"{day(first)} – {day(last)}"
