import json
from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.calendar.kind import Channel, Kind
from app.calendar.plan import Plan
from app.errors import ImportRejected
from app.exchange.tactics_file import TACTICS_MOST, read_tactics, write_tactics
from app.funnel.stage import Stage
from app.personas.persona import Persona
from app.tactics.message import TacticMessage
from app.tactics.tactic import Tactic


@pytest.fixture
def plan():
    plan = Plan()
    plan.kinds = {"mark": Kind("mark", "Launch", marker=True), "live": Kind("live", "Live")}
    plan.channels, plan.stages = {"forum": Channel("forum", "Forum")}, {"active": Stage("active", "Activation", "live")}
    plan.personas = {"new": Persona("new", "Newcomers", "live")}
    plan.tactics = {
        "ama": Tactic(
            "ama", "Short AMA", "live", "AMA", time(17, 30), 45, 1, 1.5, 1.0, "FREQ=MONTHLY", "active", "forum",
            ("new",), 4, 3, "15 come", "Ask", (("bg", "Питайте"), ("en", "Ask us")), "End early",
            ("Invite", "Announce"), "short_live",
        )
    }  # fmt: skip
    return plan


MESSAGES = {"ama": [TacticMessage("m", "ama", "Announce", -7, "forum", (("bg", "Ела"), ("en", "Come")), 0)]}


def one(plan, **other):
    row = {"title": "Short AMA"} | other
    return read_tactics(json.dumps({"format": "sedyanka-tactics", "version": 1, "tactics": [row]}).encode(), "x", plan)


def test_what_goes_out_comes_back(plan):
    found = read_tactics(write_tactics(plan, MESSAGES, ["ama"]), "x.json", plan)

    ((tactic, messages),) = found
    before = plan.tactics["ama"]
    for name in (
        "title", "kind", "short", "at", "minutes", "days", "prep", "live", "rhythm", "stage", "channel", "personas",
        "impact", "ease", "success", "call_to_action", "public_text", "notes", "steps",
    ):  # fmt: skip
        assert getattr(tactic, name) == getattr(before, name), name
    assert [(it.name, it.day, it.channel, it.texts) for it in messages] == [
        ("Announce", -7, "forum", (("bg", "Ела"), ("en", "Come")))
    ]


def test_what_this_playbook_does_not_know_is_left_out_and_a_kind_is_found(plan):
    ((tactic, _),) = one(plan, kind="Elsewhere", stage="Nowhere", personas=["Nobody", "NEWCOMERS"])

    assert (tactic.kind, tactic.stage, tactic.personas) == ("live", "", ("new",))


@pytest.mark.parametrize(
    ("wrong", "what"),
    [
        ({"title": ""}, "title"),
        ({"title": ["x"]}, "title"),
        ({"title": "x" * 301}, "title"),
        ({"notes": "x" * 20_001}, "notes"),
        ({"prep": "much"}, "prep"),
        ({"prep": -1}, "prep"),
        ({"prep": 1e9}, "prep"),
        ({"impact": 6}, "impact"),
        ({"days": 0}, "days"),
        ({"at": "25:00"}, "at"),
        ({"at": "10:00+02"}, "at"),
        ({"rhythm": "FREQ=SOMETIMES"}, "rhythm"),
        ({"steps": "all"}, "steps"),
        ({"steps": ["x"] * 201}, "steps"),
        ({"public_text": []}, "public_text"),
        ({"messages": ["x"]}, "messages"),
        ({"messages": [{"day": 1000}]}, "day"),
        ({"messages": [{"texts": {"en": 7}}]}, "en"),
    ],
)
def test_a_tactic_that_cannot_be_believed_is_refused_with_its_place_and_reason(plan, wrong, what):
    with pytest.raises(ImportRejected) as refused:
        one(plan, **wrong)

    assert refused.value.place == "1"
    assert dict(refused.value.why.values)["what"] == what


@pytest.mark.parametrize(
    "data",
    [
        b"", b"[]", b"{}", b'{"format": "sedyanka-prompts", "version": 1, "tactics": []}', b"\xff\xfe\x00",
        b'{"format": "sedyanka-tactics", "version": 2, "tactics": []}', b"[" * 100_000,
        b'{"format": "sedyanka-tactics", "version": 1, "tactics": [1]}', b" " * (4 * 1024 * 1024 + 1),
        json.dumps({"format": "sedyanka-tactics", "version": 1, "tactics": [{}] * (TACTICS_MOST + 1)}).encode(),
    ],
    ids=range(10),
)  # fmt: skip
def test_a_file_of_something_else_is_refused(plan, data):
    with pytest.raises(ImportRejected):
        read_tactics(data, "x.json", plan)


anything = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=8),
    lambda inside: st.lists(inside, max_size=4) | st.dictionaries(st.text(max_size=8), inside, max_size=4),
    max_leaves=8,
)
NAMES = ["title", "kind", "at", "minutes", "days", "rhythm", "personas", "steps", "public_text", "messages"]


@given(st.dictionaries(st.sampled_from(NAMES), anything, max_size=6))
def test_whatever_it_holds_is_read_or_refused(row):
    plan = Plan()
    data = json.dumps({"format": "sedyanka-tactics", "version": 1, "tactics": [row]}).encode()
    try:
        found = read_tactics(data, "x.json", plan)
    except ImportRejected:
        return
    assert found[0][0].title
