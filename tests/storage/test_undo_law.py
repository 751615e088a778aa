"""The law of undo: whatever was done, taking all of it back gives the database before, doing it again the one after."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import date, timedelta
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from app.calendar.event import ChecklistStep, Event, Override
from app.errors import Gone
from app.message import say
from app.playbook.link import Link
from app.playbook.playbook import WeekCapacity
from storage.playbooks import SqlPlaybooks
from tests.storage.acting import DEEDS, settle
from tests.storage.acting import carry_out as carry_out_deed
from tests.storage.conftest import Clock
from tests.storage.making import MONDAY, a_step, an_event, everything

Act = Callable[[Any], None]
EVENTS = st.sampled_from(["e1", "e2", "e3"])
FLOATS = st.floats(-1e9, 1e9) | st.sampled_from([0.1 + 0.2, 5e-324, -0.0, 1e9])
TEXTS = st.sampled_from(["AMA", "Пулс"]) | st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
DAYS = st.none() | st.integers(0, 30).map(lambda days: MONDAY + timedelta(days=days))
WEEKS = [date(2027, 3, 1), date(2027, 3, 8)]


class Failed(Exception):
    """The change goes wrong on purpose."""


def save_event(id: str, title: str, prep: float, day: date | None, texts: list[tuple[str, str]]) -> Act:
    event = an_event(id=id, title=title, prep=prep, day=day, public_text=tuple(texts))
    return lambda store: store.of(Event).save([event])


def save_part(id: str, event: str, text: str) -> Act:
    def act(store: Any) -> None:
        if next(store.of(Event).some([event]), None):
            store.of(ChecklistStep).save([a_step(id=id, event=event, text=text)])

    return act


def save_override(event: str, day: date | None, cancelled: bool) -> Act:
    def act(store: Any) -> None:
        original = str(day or MONDAY)
        if next(store.of(Event).some([event]), None) and not list(store.of(Override).where(series=event)):
            store.of(Override).save([Override(f"o-{event}", event, original, cancelled)])

    return act


def do(deed: int, seed: int, text: str) -> Act:
    return lambda store: carry_out_deed(store, DEEDS[deed], seed, text)


def swap_weeks(store: Any) -> None:
    weeks = store.of(WeekCapacity)
    there = list(weeks.all()) or [WeekCapacity(f"w{place}", week, 1.5) for place, week in enumerate(WEEKS)]
    weeks.save([replace(week, week=week.week + timedelta(days=7000)) for week in there])
    days = [week.week for week in there]
    weeks.save([replace(week, week=day) for week, day in zip(there, days[1:] + days[:1], strict=True)])


def relink(id: str) -> Act:
    def act(store: Any) -> None:
        store.of(Link).delete(link.id for link in store.of(Link).all())
        store.of(Link).save([Link(id, "program", "p", "kpi", "k", "serves")])

    return act


DONE_ON_PAGES = st.builds(do, st.integers(0, len(DEEDS) - 1), st.integers(0, 2**16), TEXTS)
ACTS: st.SearchStrategy[Act] = st.one_of(
    *[DONE_ON_PAGES] * 6,
    st.builds(save_event, EVENTS, TEXTS, FLOATS, DAYS, st.lists(st.tuples(TEXTS, TEXTS), max_size=2)),
    st.builds(save_part, st.sampled_from(["c1", "c2", "c3"]), EVENTS, TEXTS),
    st.builds(save_override, EVENTS, DAYS, st.booleans()),
    st.lists(EVENTS, max_size=3).map(lambda ids: lambda store: store.of(Event).delete(ids)),
    st.just(swap_weeks),
    st.sampled_from(["l1", "l2"]).map(relink),
)
CHANGES = st.tuples(
    st.lists(ACTS, min_size=1, max_size=4),
    st.sampled_from([None, None, "typing", "other"]),  # merge key
    st.sampled_from(["", "", "", "inner", "inner fails", "fails"]),
    st.sampled_from([0, 1, 6]),  # seconds that pass before
)
MOVES = st.one_of(CHANGES, CHANGES, CHANGES, st.sampled_from(["undo", "redo", "publish"]))


def carry_out(store: Any, acts: list[Act], merge: str | None, way: str) -> None:
    with suppress(Failed, Gone), store.change(say("step.some"), merge=merge):
        for act in acts:
            act(store)
        if way.startswith("inner"):
            with suppress(Failed), store.change(say("step.inner")):
                acts[0](store)
                store.of(Event).delete(["e2"])
                if way == "inner fails":
                    raise Failed
        if way == "fails":
            raise Failed


def publish(store: Any) -> None:
    store.stage(Event, [an_event(id="e1", title="staged"), an_event(id="e9")])
    store.stage(ChecklistStep, [a_step(id="c9", event="e9")])
    with store.change(say("step.import")):
        store.publish([Event, ChecklistStep])


def make_move(store: Any, clock: Clock, move: Any) -> None:
    match move:
        case "undo":
            store.undo()
        case "redo":
            store.redo()
        case "publish":
            publish(store)
        case (acts, merge, way, seconds):
            clock.forward(seconds=seconds)
            carry_out(store, acts, merge, way)


@settings(max_examples=100, deadline=None)
@given(st.lists(MOVES, max_size=12))
def test_undo_of_everything_is_the_database_before_and_redo_the_one_after(moves):
    with TemporaryDirectory() as folder:
        path, clock, numbers = Path(folder) / "p.sedyanka", Clock(), count(1)
        store = SqlPlaybooks(Path(folder), now=clock, new_id=lambda: f"n{next(numbers):06}").create(path)
        settle(store)
        try:
            before = everything(path)
            for move in moves:
                make_move(store, clock, move)
            while store.redo():
                pass

            down = [everything(path)]
            while store.undo():
                down.append(everything(path))
            up = [everything(path)]
            while store.redo():
                up.append(everything(path))

            assert down[-1] == before
            assert up == down[::-1]
        finally:
            store.close()
