from datetime import date, datetime, time, timedelta

import pytest
from dateutil.rrule import rrulestr
from hypothesis import given, settings
from hypothesis import strategies as st

from app.calendar.rhythm.expand_raw import window
from app.calendar.rhythm.raw_rule import read_raw, refusal
from app.calendar.rhythm.rule import WEEKDAYS, Freq, Rule

# Examples of RFC 5545 3.8.5.3, with what follows from its tables where it prints no dates.
EXAMPLES = [
    ("FREQ=YEARLY;BYDAY=20MO;COUNT=3", "19970519", "19970519 19980518 19990517"),
    ("FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO;COUNT=3", "19970512", "19970512 19980511 19990517"),
    ("FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO;WKST=SU;COUNT=3", "19970512", "19970512 19980518 19990517"),
    ("FREQ=YEARLY;BYWEEKNO=20;COUNT=3", "19970512", "19970512 19980511 19990517"),
    ("FREQ=YEARLY;BYWEEKNO=53;BYDAY=FR;COUNT=2", "20200101", "20210101 20270101"),
    ("FREQ=YEARLY;BYWEEKNO=-1;BYDAY=MO;COUNT=3", "20240101", "20241223 20251222 20261228"),
    ("FREQ=YEARLY;BYWEEKNO=1;BYDAY=MO;COUNT=3", "20240102", "20241230 20251229 20270104"),
    ("FREQ=YEARLY;BYYEARDAY=1,100,-1;COUNT=4", "20240101", "20240101 20240409 20241231 20250101"),
    ("FREQ=YEARLY;INTERVAL=2;BYMONTH=1,2;COUNT=4", "19970310", "19990110 19990210 20010110 20010210"),
    (
        "FREQ=YEARLY;INTERVAL=4;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8;COUNT=3",
        "19961105",
        "19961105 20001107 20041102",
    ),
    ("FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13;COUNT=3", "19970902", "19980213 19980313 19981113"),
    ("FREQ=MONTHLY;BYDAY=SA;BYMONTHDAY=7,8,9,10,11,12,13;COUNT=3", "19970913", "19970913 19971011 19971108"),
    ("FREQ=MONTHLY;BYDAY=TU,WE,TH;BYSETPOS=3;COUNT=3", "19970904", "19970904 19971007 19971106"),
    ("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2;COUNT=3", "19970929", "19970929 19971030 19971127"),
    ("FREQ=MONTHLY;BYDAY=2TU,4TU;COUNT=4", "20270309", "20270309 20270323 20270413 20270427"),
    ("FREQ=MONTHLY;BYMONTHDAY=1,-1;COUNT=4", "19970930", "19970930 19971001 19971031 19971101"),
    ("FREQ=MONTHLY;INTERVAL=18;BYMONTHDAY=10,11;COUNT=3", "19970910", "19970910 19970911 19990310"),
    ("FREQ=WEEKLY;BYDAY=MO,WE,FR;BYSETPOS=-1;COUNT=2", "20270308", "20270312 20270319"),
    ("FREQ=WEEKLY;BYMONTH=3;BYDAY=WE;COUNT=5", "20270317", "20270317 20270324 20270331 20280301 20280308"),
    ("FREQ=DAILY;BYMONTH=1;BYDAY=SU;COUNT=3", "20270105", "20270110 20270117 20270124"),
    ("FREQ=DAILY;INTERVAL=10;COUNT=3", "19970902", "19970902 19970912 19970922"),
]


@pytest.mark.parametrize(("text", "start", "expected"), EXAMPLES)
def test_examples_of_the_standard(text, start, expected):
    day = date.fromisoformat(start)
    rule = read_raw(text)

    assert [f"{found:%Y%m%d}" for found, _ in window(rule, day, None, "", day, date(2100, 1, 1))] == expected.split()


def test_a_late_window_holds_what_an_early_one_holds():
    for text, start, _ in EXAMPLES:
        rule, day = read_raw(text), date.fromisoformat(start)
        everything = window(rule, day, None, "", day, date(2100, 1, 1))
        for ahead in (1, 40, 400, 900):
            low = day + timedelta(days=ahead)
            assert list(window(rule, day, None, "", low, date(2100, 1, 1))) == [it for it in everything if it[0] >= low]


def test_times_of_a_rule_multiply_its_days():
    rule = read_raw("FREQ=DAILY;BYHOUR=9,17;BYMINUTE=0,30;COUNT=5")

    found = window(rule, date(2027, 3, 10), time(9), "", date(2027, 3, 10), date(2027, 3, 11))

    assert [at for _, at in found] == [time(9), time(9, 30), time(17), time(17, 30), time(9)]


def test_an_instant_as_end_counts_in_the_zone_of_the_series():
    rule = read_raw("FREQ=WEEKLY;BYMONTH=3,4;BYDAY=WE;UNTIL=20270331T210000Z")
    until = [
        window(rule, date(2027, 3, 17), time(23, 30), zone, date(2027, 3, 1), date(2027, 5, 1))[-1][0].day
        for zone in ("Europe/Sofia", "Asia/Tokyo", "America/New_York")
    ]

    assert until == [31, 31, 24]


def test_a_rule_that_never_happens_ends_with_its_window():
    never = read_raw("FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30")

    assert window(never, date(2020, 1, 1), None, "", date(2027, 1, 1), date(2027, 12, 31)) == ()


WHY = [
    ("FREQ=HOURLY", "rule.refused.often"),
    ("FREQ=SECONDLY;INTERVAL=1", "rule.refused.often"),
    ("FREQ=WEEKLY;INTERVAL=1000", "rule.refused.interval"),
    ("FREQ=WEEKLY;INTERVAL=0", "rule.refused.interval"),
    ("FREQ=DAILY;COUNT=10001", "rule.refused.count"),
    ("FREQ=DAILY;COUNT=-1", "rule.refused.count"),
    ("FREQ=DAILY;COUNT=2;UNTIL=20270101", "rule.refused.count"),
    ("FREQ=DAILY;BYHOUR=1,2,3,4,5,6,7,8,9,10,11,12;BYMINUTE=" + ",".join(map(str, range(60))), "rule.refused.choices"),
    ("FREQ=DAILY;BYSECOND=5", "rule.refused.part"),
    ("FREQ=MONTHLY;SKIP=BACKWARD", "rule.refused.part"),
    ("FREQ=WEEKLY;BYMONTHDAY=1", "rule.refused.together"),
    ("FREQ=MONTHLY;BYWEEKNO=3", "rule.refused.together"),
    ("FREQ=DAILY;BYYEARDAY=3", "rule.refused.together"),
    ("FREQ=WEEKLY;BYDAY=1MO", "rule.refused.together"),
    ("FREQ=YEARLY;BYWEEKNO=20;BYDAY=1MO", "rule.refused.together"),
    ("FREQ=YEARLY;BYMONTHDAY=29", "rule.refused.together"),
    ("FREQ=YEARLY;BYWEEKNO=20;INTERVAL=2", "rule.refused.together"),
    ("FREQ=MONTHLY;BYSETPOS=1", "rule.refused.together"),
    ("FREQ=MONTHLY;BYMONTHDAY=32", "rule.refused.unreadable"),
    ("FREQ=MONTHLY;BYMONTHDAY=0", "rule.refused.unreadable"),
    ("FREQ=NEVER", "rule.refused.unreadable"),
    ("FREQ=DAILY;UNTIL=tomorrow", "rule.refused.unreadable"),
    ("FREQ=DAILY;UNTIL=99991231", "rule.refused.unreadable"),
    ("FREQ=DAILY;UNTIL=20270101Z", "rule.refused.unreadable"),
    ("FREQ=DAILY;UNTIL=2027131T100000", "rule.refused.unreadable"),
    ("FREQ=DAILY;INTERVAL=" + "9" * 5000, "rule.refused.unreadable"),
    ("FREQ=DAILY;INTERVAL=2\r", "rule.refused.unreadable"),
    ("FREQ=DAILY\n" * 21, "rule.refused.lines"),
    ("FREQ=DAILY;BYHOUR=8,9,10,11,12;BYMINUTE=0,10,20,30,40", "rule.refused.times"),
    ("DAILY", "rule.refused.unreadable"),
    ("FREQ=DAILY\nEXRULE:FREQ=HOURLY", "rule.refused.often"),
]


@pytest.mark.parametrize(("text", "why"), WHY)
def test_what_is_refused_has_a_reason(text, why):
    assert refusal(text).id == why


def test_what_is_taken_has_none():
    assert refusal("FREQ=YEARLY;BYWEEKNO=20\nRRULE:FREQ=DAILY;COUNT=10000\nEXRULE:FREQ=WEEKLY") is None


weekdays = st.lists(st.sampled_from(WEEKDAYS), min_size=1, max_size=4, unique=True).map(",".join)
ordinals = st.lists(
    st.builds(lambda number, day: f"{number}{day}", st.sampled_from([1, 2, 4, 5, -1, -2]), st.sampled_from(WEEKDAYS)),
    min_size=1, max_size=3, unique=True,
).map(",".join)  # fmt: skip
month_days = st.lists(st.sampled_from([1, 2, 15, 30, 31, -1, -30]), min_size=1, max_size=3, unique=True)
positions = st.sampled_from(["", ";BYSETPOS=1", ";BYSETPOS=-1", ";BYSETPOS=2,3"])
monthly = st.builds(
    lambda days, position: f"FREQ=MONTHLY;{days}{position}",
    st.one_of(
        weekdays.map("BYDAY={}".format), ordinals.map("BYDAY={}".format),
        month_days.map(lambda days: f"BYMONTHDAY={','.join(map(str, days))}"),
    ),
    positions,
)  # fmt: skip
months = st.lists(st.integers(1, 12), min_size=1, max_size=3, unique=True).map(
    lambda numbers: ",".join(map(str, numbers))
)
daily = st.builds(lambda months, days: f"FREQ=DAILY;BYMONTH={months};BYDAY={days}", months, weekdays)
yearly = st.builds(lambda months, days: f"FREQ=YEARLY;BYMONTH={months};BYDAY={days}", months, ordinals)
foreign = st.builds("{}{}{}".format, st.one_of(monthly, daily, yearly), st.sampled_from(["", ";INTERVAL=2"]),
                    st.sampled_from(["", ";COUNT=7", ";UNTIL=20241115"]))  # fmt: skip


editable = st.builds(
    Rule,
    st.sampled_from(Freq),
    interval=st.sampled_from([1, 2, 999]),
    weekdays=st.sets(st.integers(0, 6), max_size=3).map(lambda days: tuple(sorted(days))),
    ordinal=st.sampled_from([0, 1, 5, -1]),
    month_day=st.sampled_from([0, 1, 31, -1]),
    month=st.sampled_from([0, 2, 12]),
    count=st.sampled_from([0, 1, 10_000]),
    until=st.sampled_from([None, date(1000, 1, 1), date(8999, 12, 31)]),
    week_start=st.integers(0, 6),
)


@settings(max_examples=500, deadline=None)
@given(editable, st.booleans())
def test_what_the_editor_can_express_is_taken(rule, timed):
    text = rule.text(timed=timed)
    if Rule.parse(text):
        assert refusal(text) is None


@settings(max_examples=200, deadline=None)
@given(foreign, st.dates(date(2020, 1, 1), date(2023, 12, 31)))
def test_rules_that_dateutil_reads_well_are_read_the_same(text, start):
    last = start + timedelta(days=900)
    midnight = datetime.combine(start, time())

    found = window(read_raw(text), start, None, "", start, last)

    known = rrulestr(text, dtstart=midnight).between(midnight, datetime.combine(last, time()), inc=True)
    assert [day for day, _ in found] == [moment.date() for moment in known]
