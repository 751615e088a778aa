"""Whatever is done to a series, its occurrences are those that a list of rows predicts; and undo brings all back."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import count
from pathlib import Path
from typing import Any

from hypothesis import example, given, settings
from hypothesis import strategies as st

from app.calendar import actions
from app.calendar.event import Event, Override, Scope
from app.calendar.occurrence import Key, Occurrence
from app.calendar.plan import Plan
from app.store import Store
from storage.playbooks import SqlPlaybooks
from tests.calendar.rules.builders import a_series

FIRST, LAST = date(2026, 1, 1), date(2029, 1, 1)


@dataclass(frozen=True)
class Row:
    """One occurrence as a person would note it."""

    series: int
    rank: int
    day: date
    at: time | None
    title: str
    length: int


class Rows:
    """The naive model: no rules, only rows; those of a series keep their order."""

    def __init__(self, occurrences: list[Occurrence]) -> None:
        self.rows = [
            Row(0, rank, it.day, it.at, it.event.title, it.length)
            for rank, it in enumerate(sorted(occurrences, key=lambda it: it.original))
        ]
        self.series = 1

    def chosen(self, row: Row, scope: Scope) -> list[Row]:
        if scope is Scope.ONLY_THIS:
            return [row]
        return [it for it in self.rows if it.series == row.series and (scope is Scope.ALL or it.rank >= row.rank)]

    def stretch(self, row: Row, scope: Scope, days: int) -> None:
        """Whole days grow by days and times by minutes: of a mixed series those change that are like the one held."""
        if days:
            like = {it for it in self.rows if (it.at is None) == (row.at is None)}
            length = row.length + days
            self.change(row, scope, lambda it: {"length": length} if it in like else {})

    def change(self, row: Row, scope: Scope, fields: Callable[[Row], dict[str, Any]]) -> None:
        chosen = self.chosen(row, scope)
        series = row.series
        if scope is Scope.FOLLOWING:
            series, self.series = self.series, self.series + 1
        changed = {it: replace(it, series=series, **fields(it)) for it in chosen}
        self.rows = [changed.get(it, it) for it in self.rows]

    def remove(self, row: Row, scope: Scope) -> None:
        gone = self.chosen(row, scope)
        self.rows = [it for it in self.rows if it not in gone]

    def slip(self, day: date, days: int) -> None:
        self.rows = [replace(it, day=it.day + timedelta(days=days)) if it.day >= day else it for it in self.rows]

    def seen(self) -> list[tuple[str, str, str, int]]:
        return sorted((str(it.day), str(it.at), it.title, it.length) for it in self.rows)


def seen(store: Store) -> list[tuple[str, str, str, int]]:
    found = Plan.read(store).occurrences(FIRST, LAST)
    return sorted((str(it.day), str(it.at), it.event.title, it.length) for it in found)


def everything(store: Store) -> tuple[list[Event], list[Override]]:
    return sorted(store.of(Event).all(), key=str), sorted(store.of(Override).all(), key=str)


weekday = st.sampled_from(["MO", "TU", "WE", "TH", "FR", "SA", "SU"])
rhythm = st.one_of(
    st.sampled_from(["FREQ=DAILY;INTERVAL=3", "FREQ=WEEKLY", "FREQ=WEEKLY;INTERVAL=2"]),
    st.builds(
        lambda days, gap, start: f"FREQ=WEEKLY;INTERVAL={gap};WKST={start};BYDAY={','.join(days)}",
        st.lists(weekday, min_size=1, max_size=3, unique=True), st.integers(1, 3), weekday,
    ),
)  # fmt: skip
ending = st.sampled_from([";COUNT=6", ";COUNT=9", ";UNTIL=20270520", ";UNTIL=20270520T235959"])
scope = st.sampled_from(list(Scope))
deed = st.one_of(
    st.tuples(st.just("move"), st.integers(-20, 20)),
    st.tuples(st.just("title"), st.sampled_from(["Demo", "Café"])),
    st.tuples(st.just("at"), st.sampled_from([time(9), time(18, 30)])),
    st.tuples(st.just("end"), st.integers(0, 2)),
    st.tuples(st.just("delete"), st.none()),
)
slip = st.tuples(st.dates(date(2027, 3, 1), date(2027, 6, 1)), st.integers(-10, 10).filter(bool))
deeds = st.lists(st.tuples(deed, scope, st.integers(0, 30)), min_size=1, max_size=6)


def do(store: Store, rows: Rows, key: Key, row: Row, what: str, how: Any, scope: Scope) -> None:
    match what:
        case "move":
            actions.move(store, [key], how, scope)
            rows.change(row, scope, lambda it: {"day": it.day + timedelta(days=how)}) if how else None
        case "title":
            actions.edit(store, key, scope, title=how)
            rows.change(row, scope, lambda _: {"title": how})
        case "at":
            actions.edit(store, key, scope, at=how, minutes=60)
            rows.change(row, scope, lambda _: {"at": how, "length": 1})
        case "end":
            actions.resize(store, key, 0, how, scope)
            rows.stretch(row, scope, how)
        case "delete":
            actions.delete(store, [key], scope)
            rows.remove(row, scope)


def pick(store: Store, rows: Rows, number: int) -> tuple[Key, Row]:
    """Return a row and the key under which the program knows it: the same place in the same series."""
    row = rows.rows[number % len(rows.rows)]
    same = sorted(it.rank for it in rows.rows if it.series == row.series)
    by_event: dict[str, list[Occurrence]] = {}
    for it in Plan.read(store).occurrences(FIRST, LAST):
        by_event.setdefault(it.event.id, []).append(it)
    ours = {it.rank: (str(it.day), str(it.at), it.title, it.length) for it in rows.rows if it.series == row.series}
    for found in by_event.values():
        found.sort(key=lambda it: it.original)
        if [(str(it.day), str(it.at), it.event.title, it.length) for it in found] == [ours[rank] for rank in same]:
            return found[same.index(row.rank)].key, row
    raise AssertionError((row, by_event))


@settings(max_examples=60, deadline=None)
@given(rhythm, ending, st.booleans(), st.booleans(), deeds, slip)
@example(  # parted at a further date, with fewer occurrences left than there were before it
    "FREQ=WEEKLY", ";COUNT=6", False, True, [(("delete", None), Scope.FOLLOWING, 17)], (date(2027, 3, 11), 1)
)
def test_any_edits_end_where_the_rows_say(rule, end, timed, further, todo, slip):
    day = date(2027, 3, 10)
    at = time(17) if timed else None
    rdates = (("2027-03-13T17:00" if timed else "2027-03-13"),) if further else ()
    with tempfile.TemporaryDirectory() as folder:
        ticks = count()  # a minute between any two looks at the clock: no step folds into the one before
        clock = lambda: datetime(2027, 3, 1, tzinfo=UTC) + timedelta(minutes=next(ticks))  # noqa: E731
        store = SqlPlaybooks(Path(folder), now=clock).create(Path(folder) / "p.sedyanka")
        actions.add_event(store, a_series(rule + end, day, at=at, minutes=60 if timed else 0, rdates=rdates))
        rows = Rows(Plan.read(store).occurrences(FIRST, LAST))
        assert rows.seen() == seen(store)
        states = [everything(store)]

        for (what, how), of, number in todo:
            if not rows.rows:
                break
            key, row = pick(store, rows, number)
            do(store, rows, key, row, what, how, of)
            assert rows.seen() == seen(store)
            if everything(store) != states[-1]:
                states.append(everything(store))

        actions.shift_after(store, slip[0], slip[1])
        rows.slip(*slip)
        assert rows.seen() == seen(store)
        if everything(store) != states[-1]:
            states.append(everything(store))

        for state in reversed(states[:-1]):
            store.undo()
            assert everything(store) == state
        for state in states[1:]:
            store.redo()
            assert everything(store) == state
        store.close()
