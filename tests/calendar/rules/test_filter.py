from datetime import time

import pytest

from app.calendar.event import Status
from app.calendar.filter import KEYS, EventFilter
from app.calendar.kind import Channel, Kind
from app.calendar.occurrence import Occurrence
from app.calendar.plan import Plan
from app.calendar.program import Program
from app.funnel.stage import Stage
from app.personas.persona import Persona
from app.playbook.playbook import Person
from tests.calendar.rules.builders import an_event


@pytest.fixture
def plan():
    plan = Plan()
    plan.kinds = {"k1": Kind("k1", "AMA / Q&A", live=True), "k2": Kind("k2", "Newsletter")}
    plan.personas = {"p1": Persona("p1", "New owners"), "p2": Persona("p2", "Творци")}
    plan.stages = {"s1": Stage("s1", "Activation")}
    plan.channels = {"c1": Channel("c1", "Forum")}
    plan.people = {"m1": Person("m1", "Mila D.")}
    plan.programs = {"g1": Program("g1", "Spring")}
    return plan


EVENT = an_event(
    kind="k1", personas=("p1", "p2"), stage="s1", channel="c1", owner="m1", program="g1", at=time(17),
    status=Status.READY, title="Въпроси към основателите", notes="Call the guest early",
    public_text=(("en", "Bring a question"),),
)  # fmt: skip
PLAIN = an_event(id="e2", kind="k2", title="Digest")


def passes(plan, event, *terms):
    assert event.day
    return EventFilter(terms).matches(Occurrence(event, event.day, event.at, ""), plan)


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("kind", "k1"), ("kind", "ama / q&a"), ("persona", "p2"), ("persona", "творци"), ("stage", "Activation"),
        ("channel", "forum"), ("owner", "Mila D."), ("program", "g1"), ("status", "ready"), ("series", "e1"),
        ("live", "yes"), ("text", "основател"), ("text", "GUEST call"), ("text", "question"),
    ],
)  # fmt: skip
def test_a_term_holds_by_id_name_or_text(plan, key, value):
    assert passes(plan, EVENT, (key, value))
    assert not passes(plan, PLAIN, (key, value))
    assert not passes(plan, EVENT, (key, "something else"))


@pytest.mark.parametrize("key", ["persona", "stage", "channel", "owner", "program"])
def test_an_empty_value_stands_for_none(plan, key):
    assert passes(plan, PLAIN, (key, ""))
    assert not passes(plan, EVENT, (key, ""))


def test_one_key_twice_means_or_and_two_keys_mean_and(plan):
    assert passes(plan, EVENT, ("kind", "k2"), ("kind", "k1"))
    assert passes(plan, PLAIN, ("kind", "k2"), ("kind", "k1"))
    assert not passes(plan, EVENT, ("kind", "k1"), ("status", "done"))


def test_without_terms_all_passes(plan):
    assert passes(plan, PLAIN)
    assert not EventFilter()


def test_a_part_of_a_series_belongs_to_the_series_it_came_from(plan):
    assert passes(plan, an_event(id="child", split_from="e1"), ("series", "e1"))


def test_the_keys_are_those_of_the_command_line():
    assert {"kind", "persona", "stage", "channel", "owner", "status", "program", "series"} <= set(KEYS)
