from datetime import date

import pytest

from app.calendar.rhythm.rule import LAST, Freq, Rule

CANONICAL = [
    "FREQ=DAILY",
    "FREQ=DAILY;INTERVAL=3;COUNT=5",
    "FREQ=WEEKLY",
    "FREQ=WEEKLY;BYDAY=WE",
    "FREQ=WEEKLY;INTERVAL=2;WKST=SU;BYDAY=MO,WE;UNTIL=20270430",
    "FREQ=MONTHLY",
    "FREQ=MONTHLY;BYMONTHDAY=15",
    "FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=12",
    "FREQ=MONTHLY;BYDAY=2TU",
    "FREQ=MONTHLY;BYDAY=-1FR",
    "FREQ=MONTHLY;INTERVAL=3;BYDAY=1MO",
    "FREQ=YEARLY",
    "FREQ=YEARLY;BYMONTH=3",
    "FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=18",
    "FREQ=YEARLY;BYMONTH=2;BYDAY=-1SU",
]


@pytest.mark.parametrize("text", CANONICAL)
def test_a_canonical_rule_reads_back_as_it_was_written(text):
    rule = Rule.parse(text)

    assert rule is not None
    assert rule.text() == text


@pytest.mark.parametrize(
    ("foreign", "canonical"),
    [
        ("BYDAY=TU,MO;FREQ=WEEKLY;INTERVAL=1", "FREQ=WEEKLY;BYDAY=MO,TU"),
        ("FREQ=WEEKLY;WKST=SU;BYDAY=WE", "FREQ=WEEKLY;BYDAY=WE"),
        ("freq=monthly;byday=tu;bysetpos=2", "FREQ=MONTHLY;BYDAY=2TU"),
        ("FREQ=MONTHLY;BYDAY=+1MO", "FREQ=MONTHLY;BYDAY=1MO"),
        ("FREQ=WEEKLY;BYDAY=WE;UNTIL=20270430T235959", "FREQ=WEEKLY;BYDAY=WE;UNTIL=20270430"),
        ("FREQ=DAILY;", "FREQ=DAILY"),
    ],
)
def test_a_rule_written_another_way_means_the_same(foreign, canonical):
    assert Rule.parse(foreign) == Rule.parse(canonical)
    assert Rule.parse(foreign).text() == canonical


@pytest.mark.parametrize(
    "text",
    [
        "",
        "FREQ=HOURLY",
        "FREQ=WEEKLY;BYDAY=1MO",
        "FREQ=MONTHLY;BYDAY=MO",
        "FREQ=MONTHLY;BYDAY=2TU,4TU",
        "FREQ=MONTHLY;BYDAY=-2FR",
        "FREQ=MONTHLY;BYMONTHDAY=1,15",
        "FREQ=MONTHLY;BYMONTHDAY=13;BYDAY=FR",
        "FREQ=MONTHLY;BYMONTH=3;BYMONTHDAY=1",
        "FREQ=YEARLY;BYMONTHDAY=15",
        "FREQ=YEARLY;BYDAY=20MO",
        "FREQ=YEARLY;BYWEEKNO=20",
        "FREQ=WEEKLY;BYDAY=XX",
        "FREQ=WEEKLY;COUNT=3;UNTIL=20270101",
        "FREQ=WEEKLY;INTERVAL=0",
        "FREQ=WEEKLY;COUNT=99999999999",
        "FREQ=WEEKLY;UNTIL=20270101T000000Z",
        "FREQ=WEEKLY;UNTIL=20270101T120000",
        "FREQ=WEEKLY;UNTIL=20271301",
        "FREQ=DAILY;FREQ=WEEKLY",
        "FREQ=DAILY;X-OWN=1",
        "INTERVAL=2",
    ],
)
def test_what_the_editor_cannot_express_is_no_rule_of_its_own(text):
    assert Rule.parse(text) is None


def test_the_end_of_a_timed_series_is_the_end_of_its_last_day():
    rule = Rule(Freq.WEEKLY, weekdays=(2,), until=date(2027, 4, 30))

    assert rule.text(timed=True) == "FREQ=WEEKLY;BYDAY=WE;UNTIL=20270430T235959"


def test_the_last_day_of_a_month_has_a_name_of_its_own():
    assert Rule.parse("FREQ=MONTHLY;BYMONTHDAY=-1").month_day == LAST
