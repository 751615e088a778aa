import itertools
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.calendar.event import Event
from app.calendar.plan import Plan
from app.calendar.program import Program
from app.calendar.quarter import Quarter
from app.calendar.ranking import Quadrant, Scored, rank_of, ranked, weighed
from app.calendar.scoring import score
from app.message import say
from storage.store import SqlStore
from tests.calendar.page.builders import NOW, START, an_event, fill

QUARTER = Quarter(START)


@pytest.fixture
def store(tmp_path):
    store = SqlStore(tmp_path / "kestrel.sedyanka", now=lambda: NOW)
    fill(store)
    yield store
    store.close()


def _change(store):
    return store.change(say("step.add", title="it"))


def refs(store, shown=None):
    return [it.ref for it in weighed(Plan.read(store), QUARTER.first, QUARTER.last, shown)]


scored = st.builds(
    Scored,
    ref=st.tuples(st.just("event"), st.text(min_size=1, max_size=3)),
    title=st.text(max_size=4),
    impact=st.integers(0, 5),
    ease=st.integers(0, 5),
)


@given(st.lists(scored, unique_by=lambda it: it.ref))
def test_nothing_ranks_above_what_scores_more_and_what_has_no_score_has_no_rank(things):
    order = ranked(things)

    rated = [it for it in order if it.rated]
    assert order[: len(rated)] == rated
    assert all(one.score >= other.score for one, other in itertools.pairwise(rated))
    assert [rank_of(things, it.ref) for it in order] == [*range(1, len(rated) + 1), *[0] * (len(order) - len(rated))]


@pytest.mark.parametrize(
    ("impact", "ease", "quadrant"),
    [(5, 5, Quadrant.QUICK_WIN), (3, 2, Quadrant.BIG_BET), (2, 3, Quadrant.FILL_IN), (2, 2, Quadrant.NOT_NOW)],
)
def test_the_middle_counts_as_high(impact, ease, quadrant):
    assert Scored(("event", "a"), "A", impact, ease).quadrant is quadrant


def test_a_series_is_weighed_once_and_what_waits_for_a_day_is_weighed_too(store):
    assert sorted(refs(store)) == [("event", "ama"), ("event", "idea"), ("event", "prompt"), ("program", "answers")]


def test_with_a_filter_a_program_counts_when_one_of_its_events_is_shown(store):
    with _change(store):
        store.of(Event).save([an_event(program="answers")])

    assert refs(store, lambda it: it.event.id == "ama") == [("event", "ama"), ("program", "answers")]
    assert refs(store, lambda it: it.event.id == "idea") == [("event", "idea")]


def test_a_program_out_of_the_quarter_is_not_weighed(store):
    with _change(store):
        store.of(Program).save([Program("answers", "Members answer members", end=date(2026, 1, 1))])

    assert ("program", "answers") not in refs(store)


def test_a_score_is_given_to_the_whole_series_in_one_step_and_taken_back(store):
    score(store, ("event", "prompt"), 4, 9)

    plan = Plan.read(store)
    assert {(it.event.impact, it.event.ease) for it in plan.of_events(QUARTER.first, QUARTER.last)["prompt"]} == {
        (4, 5)
    }

    store.undo()
    assert store.of(Event).get("prompt").impact == 0


def test_a_program_is_scored_and_loses_its_score(store):
    score(store, ("program", "answers"), 2, 3)
    assert (store.of(Program).get("answers").impact, store.of(Program).get("answers").ease) == (2, 3)

    score(store, ("program", "answers"), 0, 0)
    assert store.of(Program).get("answers").impact == 0
