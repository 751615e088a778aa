"""Lays what a source tells beside what is there, in short transactions, and counts what is new; dry, it only counts."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import Any, Final

from app.activity.batch import REFUSED_MOST, Counts
from app.activity.incoming import Block, InActivity, InFigure, Refused, Space
from app.activity.kind import ActivityKind
from app.activity.wish import ImportWish
from storage.activity import before
from storage.activity.people import ERASED, NEW, UNCHANGED, UPDATED, People, Places
from storage.activity.turns import Turns

ASKED: Final = 1_000  # rows that are looked for at once
THERE: Final = """SELECT a.ext, a.identity, a.kind, a.at, a.place, a.thread, a.target, coalesce(t.words, '')
FROM json_each(?) AS wanted CROSS JOIN activity AS a ON a.space = ? AND a.ext = wanted.value
LEFT JOIN activity_text AS t ON t.space = a.space AND t.ext = a.ext"""
ADD: Final = "INSERT INTO activity VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
ADD_TEXT: Final = "INSERT INTO activity_text VALUES (?, ?, ?, ?)"
FIGURE_THERE: Final = "SELECT value FROM figure WHERE space = ? AND measure = ? AND day = ?"
Row = tuple[Any, ...]  # ext, identity, kind, at, place, thread, target, words


class Laying:
    """One import of one export into one space."""

    def __init__(
        self, turns: Turns, space: Space, number: int, batch: int, wish: ImportWish, mark: Callable[[str], str]
    ) -> None:
        self._turns, self._number, self._batch, self._wish = turns, number, batch, wish
        self._people = People(turns, space, number, batch, wish, mark)
        self._places = Places(turns, number, batch, dry=wish.dry)
        self._empty = not turns.raw.execute("SELECT 1 FROM activity WHERE space = ? LIMIT 1", (number,)).fetchone()
        self._seen: set[int] = set()  # hashes of what was told: a million ids would take twice the memory
        self._figures: dict[tuple[str, str], int] = {}
        self._fates = [0, 0, 0]
        self._kinds: Counter[int] = Counter()
        self._erased = self._refused = 0
        self.refused: list[Refused] = []
        self.first: int | None = None
        self.last: int | None = None

    def lay(self, block: Block) -> None:
        """Take in a part of what a source tells."""
        self._refused += len(block.refused)
        self.refused += block.refused[: REFUSED_MOST - len(self.refused)]
        self._places.lay(block.places)
        self._people.lay(block.people)
        if block.activities:
            self._lay_activities(block.activities)
        if block.figures:
            self._lay_figures(block.figures)

    @property
    def counts(self) -> Counts:
        """How many were new, updated and unchanged, people and figures among them."""
        people = Counter(self._people.fates.values())
        figures = Counter(self._figures.values())
        new, updated, unchanged = (people[it] + figures[it] + self._fates[it] for it in (NEW, UPDATED, UNCHANGED))
        told, places = len(self._people.fates), len(self._places.told)
        kinds = tuple(sorted(self._kinds.items()))
        return Counts(new, updated, unchanged, self._refused, told, places, self._erased, kinds)

    def _lay_activities(self, activities: Sequence[InActivity]) -> None:
        rows = self._rows(activities)
        self._people.write()  # those who were never told of
        times = [row[3] for row in rows if row[3] is not None]
        if times:
            first, last = min(times), max(times)
            self.first = first if self.first is None else min(self.first, first)
            self.last = last if self.last is None else max(self.last, last)
        self._kinds.update([row[2] for row in rows])
        if self._empty:
            self._add(rows)
            return
        for at in range(0, len(rows), ASKED):
            self._compare(rows[at : at + ASKED])

    def _rows(self, activities: Sequence[InActivity]) -> list[Row]:
        """Return rows of those that were not told before in this import: what comes first counts."""
        who, where, seen = self._people, self._places, self._seen
        direct, since = "direct_text" not in self._wish.kept, self._wish.text_since
        rows = list[Row]()
        for ext, person, kind, at, place, thread, target, said in activities:
            mark = hash(ext)
            if mark in seen:
                continue
            seen.add(mark)
            identity, other = who[person], who[target] if target else 0
            if identity == ERASED:
                self._erased += 1
                continue
            hidden = (direct and kind == ActivityKind.DIRECT) or (since and at is not None and at < since)
            text = "" if hidden else said
            rows.append((ext, identity, int(kind), at, where[place], thread, other if other != ERASED else 0, text))
        return rows

    def _compare(self, rows: list[Row]) -> None:
        wanted = json.dumps([row[0] for row in rows], ensure_ascii=False)
        there = {row[0]: row for row in self._turns.raw.execute(THERE, (wanted, self._number))}
        new, changed, now = list[Row](), list[Row](), list[Row]()
        for row in rows:
            known = there.get(row[0])
            if known is None:
                new.append(row)
            elif known != row:
                merged = _merged(known, row)
                if merged != known:
                    changed.append(known)
                    now.append(merged)
        self._fates[UNCHANGED] += len(rows) - len(new) - len(changed)
        self._fates[UPDATED] += len(changed)
        self._add(new)
        if changed and not self._wish.dry:
            self._change(changed, now)

    def _add(self, rows: list[Row]) -> None:
        self._fates[NEW] += len(rows)
        if self._wish.dry:
            return
        space, batch = self._number, self._batch
        for piece in self._turns.pieces(rows):
            self._turns.raw.executemany(ADD, [(space, *row[:7], batch) for row in piece])
            self._turns.raw.executemany(ADD_TEXT, [(space, row[0], row[7], batch) for row in piece if row[7]])

    def _change(self, changed: list[Row], now: list[Row]) -> None:
        space, batch = self._number, self._batch
        words = [(old, new) for old, new in zip(changed, now, strict=True) if old[7] != new[7]]
        with self._turns.turn() as raw:
            before.keep(raw, batch, before.ACTIVITY, [(space, *row[:7]) for row in changed])
            before.change(raw, before.ACTIVITY, [(space, *row[:7]) for row in now])
            before.keep(raw, batch, before.TEXT, [(space, old[0], old[7]) for old, _ in words if old[7]])
            before.change(raw, before.TEXT, [(space, new[0], new[7]) for old, new in words if old[7]])
            raw.executemany(ADD_TEXT, [(space, new[0], new[7], batch) for old, new in words if not old[7]])

    def _lay_figures(self, figures: Iterable[InFigure]) -> None:
        new, changed, now = list[Row](), list[Row](), list[Row]()
        for measure, day, value in figures:
            if (measure, day) in self._figures:
                continue
            known = self._turns.raw.execute(FIGURE_THERE, (self._number, measure, day)).fetchone()
            row = (self._number, measure, day, float(value))
            if known is None:
                new.append((*row, self._batch))
            elif known[0] != value:
                changed.append((*row[:3], known[0]))
                now.append(row)
            fate = NEW if known is None else UNCHANGED if known[0] == value else UPDATED
            self._figures[measure, day] = fate
        if self._wish.dry:
            return
        for piece in self._turns.pieces(new):
            self._turns.raw.executemany("INSERT INTO figure VALUES (?, ?, ?, ?, ?)", piece)
        if changed:
            with self._turns.turn() as raw:
                before.keep(raw, self._batch, before.FIGURE, changed)
                before.change(raw, before.FIGURE, now)


def _merged(known: Row, row: Row) -> Row:
    """Return what is known after it was told once more; empty means not told."""
    at = row[3] if row[3] is not None else known[3]
    return (row[0], row[1], row[2], at, *(new or old for new, old in zip(row[4:], known[4:], strict=True)))
