"""Out and in again is what it was: the law of the full calendar."""

from collections import Counter
from dataclasses import replace
from datetime import date, time, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.calendar.event import ChecklistStep, Event, MessageStatus, Override, Status
from app.calendar.kind import Kind
from app.calendar.overridden import as_fields
from app.calendar.rhythm.expand import starts_of
from app.calendar.start import written
from app.exchange.ics.merge import Fate
from app.purpose.kpi import Kpi, Level
from app.tactics.tactic import Tactic
from tests.exchange.making import a_plan, a_series, an_event, an_override, cancelled, full, imported

WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc"], include_characters="\n\t"), max_size=40)
LINES = st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), min_size=1, max_size=40)
DAYS = st.dates(date(2026, 6, 1), date(2028, 6, 1))
TIMES = st.builds(time, st.integers(0, 23), st.integers(0, 59))
HOURS = st.integers(0, 400).map(lambda quarter: quarter / 4) | st.just(0.1 + 0.2)
MOMENTS = st.integers(0, 2_000_000_000_000_000)
ZONES = st.sampled_from(["Europe/Sofia", "America/New_York", "Australia/Sydney", "Asia/Kolkata", "UTC", ""])
RULES = st.sampled_from([
    "", "FREQ=WEEKLY;BYDAY=MO,TH", "FREQ=DAILY;INTERVAL=3;COUNT=20", "FREQ=MONTHLY;BYMONTHDAY=-1", "FREQ=YEARLY",
    "FREQ=MONTHLY;BYDAY=-1FR", "FREQ=WEEKLY;UNTIL={until}", "FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13",
    "FREQ=DAILY;COUNT=9\nFREQ=WEEKLY;UNTIL={until}", "FREQ=DAILY;UNTIL={until}\nEXRULE:FREQ=WEEKLY;BYDAY=SU",
])  # fmt: skip


@st.composite
def events(draw):
    all_day = draw(st.booleans())
    day = draw(DAYS)
    until = f"{day + timedelta(days=draw(st.integers(0, 200))):%Y%m%d}" + ("" if all_day else "T235959")
    further = st.lists(DAYS.map(lambda other: written((other, None if all_day else time(9)))), max_size=3)
    fields = dict(  # noqa: C408  (names read as those of the event)
        id="e1", title=draw(WORDS), kind=draw(st.sampled_from(["ama", "mod", "launch"])), day=day,
        at=None if all_day else draw(TIMES), minutes=draw(st.integers(0, 3000)), days=draw(st.integers(1, 90)),
        zone=draw(ZONES), rrule=draw(RULES).format(until=until), rdates=tuple(sorted(set(draw(further)))),
        split_from=draw(st.sampled_from(["", "e9"])), short=draw(LINES)[:14],
        tactic=draw(st.sampled_from(["", "t1"])), program=draw(st.sampled_from(["", "g1"])),
        personas=tuple(draw(st.lists(st.sampled_from(["p1", "p2"]), unique=True))),
        stage=draw(st.sampled_from(["", "s1"])), channel=draw(st.sampled_from(["", "c1"])),
        owner=draw(st.sampled_from(["", "w1"])), status=draw(st.sampled_from(Status)),
        message=draw(st.sampled_from(MessageStatus)), prep=draw(HOURS), live=draw(HOURS),
        impact=draw(st.integers(0, 5)), ease=draw(st.integers(0, 5)), kpi=draw(st.sampled_from(["", "k1"])),
        success=draw(WORDS), call_to_action=draw(WORDS), public_text=tuple(draw(
            st.dictionaries(st.sampled_from(["en", "bg"]), WORDS).map(lambda texts: texts.items()))),
        notes=draw(WORDS), link=draw(st.sampled_from(["", "https://example.org/a?b=1", "room 4, floor 2", "x:\n"])),
        fixed=draw(st.booleans()), uid=draw(st.sampled_from(["", "abc@example.org", "o;dd, u\\id"])),
        revision=draw(st.integers(0, 99)), created=draw(MOMENTS), changed=draw(MOMENTS),
        foreign=draw(st.sampled_from(["", '{"lines": ["LOCATION:Hall\\\\, 1", "X-A;B=c:d", "CATEGORIES:x,y"]}'])),
    )  # fmt: skip
    assert fields.keys() == set(Event.__slots__)  # what is not drawn is not tested
    return Event(**fields)


OWN_FIELDS = st.fixed_dictionaries(
    {},
    optional={
        "day": DAYS, "at": TIMES, "minutes": st.integers(0, 600), "title": WORDS, "notes": WORDS,
        "status": st.sampled_from(Status), "personas": st.sampled_from([(), ("p1",), ("p1", "p2")]),
        "owner": st.sampled_from(["", "w1"]), "kind": st.sampled_from(["ama", "mod"]), "prep": HOURS,
        "public_text": st.just((("en", "Come"),)), "fixed": st.booleans(),
    },
)  # fmt: skip


@st.composite
def plans(draw):
    event = draw(events())
    if event.day and not event.repeats:
        return a_plan(event, *draw(checklists()))
    starts = starts_of(event, event.day, event.day + timedelta(days=400))[:30]
    chosen = draw(st.lists(st.sampled_from(starts), unique=True, max_size=4)) if starts else []
    overrides = []
    for start in chosen:
        gone = draw(st.booleans())
        fields = {} if gone else draw(OWN_FIELDS.filter(lambda own: event.at is not None or "at" not in own))
        overrides.append(Override(f"o{written(start)}", "e1", written(start), gone, as_fields(fields)))
    return a_plan(event, *overrides, *draw(checklists()))


def checklists():
    steps = st.lists(st.tuples(LINES, st.booleans()), max_size=3)
    return steps.map(lambda rows: [ChecklistStep(f"c{at}", "e1", at, *row) for at, row in enumerate(rows)])


def content(plan):
    """Everything a plan is, but for the ids and stamps of overrides, which a file has no room for."""
    overrides = {
        one.original: (one.cancelled, one.fields, one.foreign) for one in plan.overrides.get("e1", {}).values()
    }
    steps = [(step.text, step.done) for step in plan.checklist.get("e1", [])]
    return list(plan.events.values()), overrides, steps


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(plans())
def test_out_and_in_is_what_it_was(plan):
    again, done = imported(full(plan))

    assert done.refused == ()
    assert content(again) == content(plan)


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(plans())
def test_our_own_file_brings_nothing_new_to_the_plan_it_came_from(plan):
    before = content(plan)
    _, done = imported(full(plan), plan)

    assert Counter(row.fate for row in done.rows) == {Fate.UNCHANGED: 1}
    assert content(plan) == before
    assert done.save == done.delete == ()


@pytest.mark.parametrize("fields", [{}, {"at": None, "days": 3, "zone": ""}, {"rrule": "FREQ=WEEKLY", "minutes": 0}])
def test_an_idea_without_a_day_comes_back_as_one(fields):
    event = an_event(day=None, **{"rrule": ""} | fields)
    again, done = imported(full(a_plan(event, ChecklistStep("c", "e1", 0, "Ask"))))

    assert content(again) == content(a_plan(event, ChecklistStep("c", "e1", 0, "Ask")))
    assert done.refused == ()


def test_things_that_are_missing_come_along_as_they_were():
    plan = a_plan(
        an_event(kind="duty", kpi="k2", tactic="t2", personas=("p1", "p3"), owner="w2"),
        Kind("duty", "Night duty", family="live", icon="moon", members=False, marker=True, position=7),
        Kpi("k2", "Answers", Level.BUSINESS, "%", 1.5, 3.0, date(2027, 5, 1)),
        Tactic("t2", "Swap", "duty", at=time(9, 30), personas=("p1",), public_text=(("en", "x"),), steps=("a", "b")),
    )
    again, _ = imported(full(plan))

    assert again.kinds["duty"] == replace(plan.kinds["duty"], position=again.kinds["duty"].position)
    assert again.kpis["k2"] == replace(plan.kpis["k2"], position=1)
    assert again.tactics["t2"] == replace(plan.tactics["t2"], position=1)


def test_a_series_of_the_full_calendar_survives_a_change_of_the_playbook():
    plan = a_plan(a_series(stage="s1"), an_override("2027-03-11T18:00", stage="s1"), cancelled("2027-03-18T18:00"))
    data = full(plan)
    other = a_plan()
    other.stages = {"s7": replace(plan.stages["s1"], id="s7")}

    again, _ = imported(data, other)

    assert again.events["e1"].stage == "s7"
    assert again.overrides["e1"]["2027-03-11T18:00"].fields == (("stage", '"s7"'),)
