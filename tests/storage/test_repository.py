import json
import sqlite3
from contextlib import closing
from dataclasses import fields
from datetime import date, time
from time import monotonic

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.calendar.event import ChecklistStep, Event, MessageStatus, Override, Status
from app.errors import BugError, Gone, KnownError
from app.message import say
from app.playbook.files import Damaged
from app.playbook.playbook import Playbook
from app.purpose.kpi import Kpi, Level
from app.tactics.tactic import Tactic
from storage.tables import TABLES
from storage.values import Amount, Choice, Kept, YesNo
from tests.storage.making import MONDAY, a_step, an_event, an_override, save

FULL = an_event(
    at=time(19, 30),
    minutes=90,
    zone="Europe/Sofia",
    rrule="FREQ=WEEKLY",
    rdates=("2027-03-09T19:30", "2027-03-11T19:30"),
    personas=("нови", 'with "quotes"'),
    status=Status.READY,
    message=MessageStatus.FOLLOW_UP,
    prep=0.1 + 0.2,
    live=1e-300,
    impact=5,
    public_text=(("en", "Ask us"), ("bg", "Попитай ни\n👋")),
    fixed=True,
    changed=1_899_999_999_999_999,
    foreign='{"X-A": [1.5]}',
)


def test_a_thing_comes_back_as_it_went_in(store):
    save(store, FULL)

    assert store.of(Event).get("e1") == FULL
    assert type(store.of(Event).get("e1").status) is Status
    assert store.of(Event).get("e1").prep.hex() == (0.1 + 0.2).hex()


NUMBERS = st.one_of(st.integers(-(2**63), 2**63 - 1), st.floats(allow_nan=False), st.integers(0, 20_000))
WORDS = st.sampled_from(["planned", "idea", "dreaming", ""])


@given(
    st.sampled_from([Amount("INTEGER", "x"), Amount("REAL", "prep"), YesNo(), Choice("app.calendar.event:Status")]),
    st.one_of(*(st.lists(st.one_of(st.none(), kind), min_size=1) for kind in (NUMBERS, WORDS, NUMBERS | WORDS))),
)
def test_a_column_is_read_at_once_as_value_by_value(kept, values):
    def read(work):
        try:
            return list(work(values))
        except (ValueError, TypeError):
            return "refused"

    assert read(kept.read_all) == read(lambda values: Kept.read_all(kept, values))


def test_every_kind_of_thing_comes_back(store):
    things = [
        an_override(series="e1", cancelled=True, fields=(("title", '"x"'),)),
        a_step(done=True),
        Kpi("k", "NPS", Level.BUSINESS, baseline=None, target=40.5, due=MONDAY),
        Playbook("playbook", "Kestrel Circle", holidays=("BG", "DE"), quiet_days=(5, 6)),
    ]
    with store.change(say("step.add")):
        for thing in [an_event(), *things]:
            store.of(type(thing)).save([thing])

    assert [store.of(type(thing)).get(thing.id) for thing in things] == things


@pytest.mark.parametrize("kind", [table.kind for table in TABLES], ids=lambda kind: kind.__name__)
def test_a_new_playbook_can_be_asked_for_everything(store, kind):
    assert list(store.of(kind).all()) == []
    assert store.of(kind).count() == 0
    assert list(store.of(kind).where(**{fields(kind)[0].name: "x"})) == []


def test_what_is_asked_for_by_fields_is_found(store):
    waiting = an_event(id="e2", day=None, personas=("p",))
    save(store, FULL, waiting)
    events = store.of(Event)

    assert list(events.where(day=None)) == [waiting]
    assert list(events.where(day=MONDAY, status=Status.READY, fixed=True)) == [FULL]
    assert list(events.where(personas=("p",))) == [waiting]
    assert list(events.where(at=time(19, 30))) == [FULL]
    assert list(events.where(title="AMA", prep=0.1 + 0.2)) == [FULL, waiting]


def test_some_are_those_that_are_there(store):
    save(store, *(an_event(id=f"e{i:04}") for i in range(1200)))
    wanted = [f"e{i:04}" for i in range(0, 2000, 2)]

    assert [event.id for event in store.of(Event).some(wanted)] == [one for one in wanted if one < "e1200"]
    assert list(store.of(Event).some([])) == []


def test_all_come_in_order_of_their_ids(store):
    save(store, an_event(id="b"), an_event(id="c"), an_event(id="a"))

    assert [event.id for event in store.of(Event).all()] == ["a", "b", "c"]


def test_a_thing_that_is_not_there_is_gone(store):
    with pytest.raises(Gone):
        store.of(Event).get("e9")


def test_a_part_of_a_thing_that_is_gone_cannot_be_added(store):
    with pytest.raises(Gone), store.change(say("step.add")):
        store.of(ChecklistStep).save([a_step(event="gone")])

    assert store.of(ChecklistStep).count() == 0


def test_parts_may_be_saved_before_what_they_belong_to(store):
    with store.change(say("step.add")):
        store.of(Override).save([an_override()])
        store.of(Event).save([an_event()])

    assert store.of(Override).count() == 1


def test_deleting_what_is_not_there_is_no_error(store):
    save(store, an_event())

    with store.change(say("step.delete")):
        store.of(Event).delete(["e9", "e1"])

    assert store.of(Event).count() == 0


def test_nothing_is_written_outside_a_change(store):
    with pytest.raises(BugError):
        store.of(Event).save([an_event()])
    with pytest.raises(BugError):
        store.of(Event).delete(["e1"])


def test_reading_goes_on_while_what_was_read_is_changed(store):
    save(store, *(an_event(id=f"e{i}") for i in range(10)))

    with store.change(say("step.move")):
        for event in store.of(Event).all():
            store.of(Event).save([event.moved_to(None)])

    assert {event.day for event in store.of(Event).all()} == {None}


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("status", "dreaming"),
        ("day", "soon"),
        ("personas", "[1]"),
        ("public_text", '{"a"'),
        ("at", "25:00"),
        ("day", "9999-12-31"),
        ("at", "10:00+02:00"),
        ("days", 2**62),
        ("minutes", 2**62),
        ("prep", float("inf")),
        ("rdates", '["soon"]'),
        ("changed", -1),
        ("personas", '["\\ud800"]'),
    ],
)
def test_a_value_that_nobody_would_have_written_is_damage_and_no_crash(store, path, column, value):
    save(store, an_event())
    with sqlite3.connect(path) as foreign:
        foreign.execute(f"UPDATE event SET {column} = ?", (value,))
    foreign.close()

    with pytest.raises(Damaged):
        store.of(Event).get("e1")


HOSTILE_RULES = (
    "FREQ=WEEKLY;UNTIL=99991231", "FREQ=WEEKLY;UNTIL=99991231T235959Z", "FREQ=WEEKLY;UNTIL=20270101Z",
    "FREQ=WEEKLY;UNTIL=2027131T100000", "FREQ=WEEKLY;INTERVAL=" + "9" * 5000, "FREQ=DAILY;COUNT=" + "9" * 4000,
    "garbage", "FREQ=HOURLY", "FREQ=WEEKLY;INTERVAL=2\r", "FREQ=WEEKLY;BYDAY=" + "MO," * 350_000 + "MO",
    "FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13\n" * 21, "FREQ=WEEKLY;INTERVAL=\u0662", "FREQ=DAILY\nEXRULE:x",
)  # fmt: skip


@pytest.mark.parametrize("rule", HOSTILE_RULES, ids=lambda rule: rule[:30])
def test_a_rule_that_would_not_come_in_is_damage_in_a_file_and_refused_in_a_change(store, path, rule):
    save(store, an_event(), Tactic("t", "AMA", "ama"))
    for thing in (an_event(rrule=rule), Tactic("t", "AMA", "ama", rhythm=rule)):
        with pytest.raises(KnownError) as refused:
            save(store, thing)
        assert refused.value.what == say("rule.refused")
    with closing(sqlite3.connect(path)) as foreign, foreign:
        foreign.execute("UPDATE event SET rrule = ?", (rule,))
        foreign.execute("UPDATE tactic SET rhythm = ?", (rule,))

    for kind in (Event, Tactic):
        began = monotonic()
        with pytest.raises(Damaged):
            list(store.of(kind).all())
        assert monotonic() - began < 0.5


def test_the_same_rule_is_looked_at_once(store, monkeypatch):
    looked = []
    monkeypatch.setattr("storage.values.refusal", lambda rule: looked.append(rule))

    save(store, *(an_event(id=f"e{number}", rrule="FREQ=WEEKLY;INTERVAL=77") for number in range(300)))
    assert len(list(store.of(Event).all())) == 300

    assert len(looked) == 1


STRANGE_FIELDS = (
    ("day", "5"), ("day", '"9999-12-31"'), ("at", '"99:00"'), ("days", "99999999999"), ("prep", "NaN"), ("nope", "1"),
    ("title", "x"), ("title", "5"), ("title", "[" * 100_000), ("status", '"dreaming"'), ("personas", "[[[]]]"),
    ("public_text", "7"), ("zone", '"../x"'), (1, 2), ("title", '"\\ud800"'),
    ("rrule", '"FREQ=HOURLY"'), ("rdates", '["2027-03-01"]'),
)  # fmt: skip


@pytest.mark.parametrize("field", STRANGE_FIELDS, ids=lambda field: str(field)[:30])
def test_an_occurrence_of_its_own_that_no_event_could_be_is_damage_and_no_crash(store, path, field):
    save(store, an_event(rrule="FREQ=WEEKLY"), an_override(fields=(("title", '"x"'),)))
    with sqlite3.connect(path) as foreign:
        foreign.execute("UPDATE override SET fields = ?", (json.dumps([field]),))
    foreign.close()

    with pytest.raises(Damaged):
        store.of(Override).get("o1")


@pytest.mark.parametrize("original", ["", "x", "2027-03-01T99:00", "9999-12-31"])
def test_an_occurrence_without_a_start_is_damage_and_no_crash(store, path, original):
    save(store, an_event(rrule="FREQ=WEEKLY"), an_override())
    with sqlite3.connect(path) as foreign:
        foreign.execute("UPDATE override SET original = ?", (original,))
    foreign.close()

    with pytest.raises(Damaged):
        store.of(Override).get("o1")


def test_a_text_that_is_no_text_is_damage_and_no_crash(store, path):
    save(store, an_event())
    with sqlite3.connect(path) as foreign:
        foreign.execute("UPDATE event SET title = CAST(x'ff' AS TEXT)")
    foreign.close()

    with pytest.raises(Damaged):
        list(store.of(Event).all())


def test_a_day_is_kept_in_any_year_that_can_be_counted_on_from(store):
    save(store, an_event(day=date(1000, 1, 1)), an_event(id="e2", day=date(8999, 12, 31)))

    for day in (date(9000, 1, 1), date(999, 12, 31)):
        with pytest.raises(KnownError) as refused:
            save(store, an_event(id="e3", day=day))
        assert refused.value.what == say("storage.beyond")
    assert [event.day.year for event in store.of(Event).all()] == [1000, 8999]


def test_half_an_emoji_does_not_cost_the_edit(store):
    save(store, step="step.add")
    with store.change(say("step.rename", title="Party \ud83c")):
        store.of(Event).save([an_event(id="e2")])
    assert store.next_undo() == say("step.rename", title="Party ?")
    save(store, an_event(title="Party \ud83c", notes="\ud83c\udf89 \udf89", public_text=(("en", "\ud83c"),)))

    kept = store.of(Event).get("e1")

    assert (kept.title, kept.notes, kept.public_text) == ("Party \ufffd", "🎉 \ufffd", (("en", "\ufffd"),))
