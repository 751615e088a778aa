"""Damaged and hostile calendar files: only ImportRejected or lists of refusals come out, and soon.

Seeds are files of our own and pieces that broke other programs; each run mutates them from a fresh, told chance.
`make fuzz` runs for a minute.
"""

import random
import time
from datetime import date

import pytest

from app.calendar.event import Event
from app.calendar.rhythm.expand import occurrences_of
from app.errors import ImportRejected
from app.exchange.ics.choice import Profile
from app.exchange.ics.merge import compare
from app.exchange.ics.reading import read_calendar
from app.exchange.ics.writing import write_calendar
from tests.exchange.making import (
    THURSDAY,
    a_file,
    a_plan,
    a_series,
    an_event,
    an_override,
    cancelled,
    full,
    ids,
    imported,
    members,
)
from tests.exchange.test_ics_in_series import SAME
from tests.exchange.test_ics_in_zones import BERLIN, definition

SLOWEST = 5.0  # seconds for one small file, on a busy machine; some milliseconds are usual
PLAN = a_plan(
    a_series(rrule="FREQ=MONTHLY;BYDAY=2TU,4TU", day=date(2027, 3, 9)),
    an_override("2027-03-23T18:00", title="x"),
    cancelled("2027-04-13T18:00"),
    an_event(id="e2", day=None),
    an_event(id="e3", at=None, zone="", foreign='{"lines": ["LOCATION:x", "CATEGORIES:y"]}'),
)
SEEDS = [
    full(PLAN),
    full(PLAN, split=True),
    members(PLAN),
    a_file("UID:a\nDTSTART;TZID=Mine:20270304T180000", head=definition("Mine", *BERLIN)),
    *[a_file(*entries) for entries in SAME],
]
NASTY = b"""
BEGIN:VEVENT
END:VEVENT
BEGIN:VCALENDAR
END:VCALENDAR
BEGIN:VTIMEZONE
RRULE:FREQ=SECONDLY
RRULE:FREQ=DAILY;INTERVAL=0
RRULE:FREQ=DAILY;COUNT=999999999
RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30
RRULE:FREQ=YEARLY;BYDAY=MO,TU,WE;BYHOUR=1,2,3;BYMINUTE=1,2
DTSTART:00000000T000000
DTSTART:99991231T235959Z
DTSTART;VALUE=DATE:15830101
DTSTART:23991231T235959
DURATION:P999999999W
DURATION:-PT0S
RDATE;VALUE=PERIOD:20270304/P
RECURRENCE-ID;RANGE=THISANDFUTURE:20270318T160000Z
EXDATE:20270318
TZID:../../x
UID:
SEQUENCE:-1
SEQUENCE:99999999999999999999
X-SEDYANKA-KIND;VALUE=TEXT:x
X-SEDYANKA-RECORD;VALUE=TEXT:{"is":"kind"\\,"id":3}
X-SEDYANKA-AT;VALUE=TEXT:99:99
X-SEDYANKA-RDATES;VALUE=TEXT:never
X-SEDYANKA-RRULE;VALUE=TEXT:FREQ=SECONDLY
X-SEDYANKA-MINUTES;VALUE=TEXT:-99999999999
X-SEDYANKA-DAYS;VALUE=TEXT:99999999999
X-SEDYANKA-ZONE;VALUE=TEXT:../../x
X-SEDYANKA-OWN;VALUE=TEXT:day at minutes id uid nonsense
X-SEDYANKA-PART-OF;VALUE=TEXT:e1@sedyanka
X-SEDYANKA-CREATED;VALUE=TEXT:999999999999999999999
X-SEDYANKA-PREP;VALUE=TEXT:nan
X-SEDYANKA-UID;VALUE=TEXT:\\n
X-SEDYANKA-ID;VALUE=TEXT:
;:,\\"^
9999999999999999999999999
""".strip().split(b"\n")
NASTY += [b"\x00", b"\xff\xfe"]


def mutated(chance: random.Random) -> bytes:
    data = bytearray(chance.choice(SEEDS))
    for _ in range(chance.randint(1, 8)):
        at, end = sorted(chance.randrange(len(data) + 1) for _ in range(2))
        match chance.randrange(7):
            case 0:
                data[at : at + chance.randint(1, 60)] = b""
            case 1:
                data[at:at] = chance.choice(NASTY) + b"\r\n"
            case 2:
                line = data.find(b"\r\n", at) + 2
                data[line:line] = chance.choice(NASTY) + b"\r\n"
            case 3:
                data[at : at + 1] = bytes([chance.randrange(256)])
            case 4:
                data[at:at] = data[at : min(end, at + 400)]
            case 5:
                other = chance.choice(SEEDS)
                begin = chance.randrange(len(other))
                data[at:at] = other[begin : begin + 200]
            case _:
                del data[max(at, 1) :]
        if not data:
            data += b"\n"
    return bytes(data)


def bring(data: bytes) -> None:
    """Everything that a file goes through: read, compared, shown, written and read once more."""
    try:
        incoming = read_calendar(data, home="Europe/Sofia")
    except ImportRejected:
        return
    plan, done = imported(data)
    for event in plan.events.values():
        occurrences_of(event, plan.overrides.get(event.id, {}), THURSDAY, THURSDAY.replace(year=2028))
    assert all(isinstance(row.event, Event) for row in done.rows)
    for profile in Profile:
        again = read_calendar(write_calendar(plan, profile).data)
        assert again.refused == (), again.refused
    assert len(compare(incoming, a_plan(), ids()).rows) == len(done.rows)


def test_fuzz_damaged_calendars_only_ever_refuse(pytestconfig):
    seconds = pytestconfig.getoption("--fuzz-seconds")
    seed = random.SystemRandom().randrange(2**32)
    chance, end, tried = random.Random(seed), time.monotonic() + seconds, 0
    while time.monotonic() < end or tried < 50:
        data, begun = mutated(chance), time.monotonic()
        try:
            bring(data)
        except Exception as error:  # noqa: BLE001  whatever it is, its file is told
            pytest.fail(f"seed {seed}, file {tried}: {error!r}\n{data!r}")
        assert time.monotonic() - begun < SLOWEST, f"seed {seed}, file {tried} is slow: {data!r}"
        tried += 1
    print(f"{tried} damaged calendars, seed {seed}")


@pytest.mark.parametrize("nasty", NASTY)
@pytest.mark.parametrize("seed", SEEDS[:4], ids=["full", "split", "members", "zone"])
def test_fuzz_every_nasty_line_in_every_place(seed, nasty):
    rows = seed.split(b"\r\n")
    for at in range(0, len(rows), 7):
        bring(b"\r\n".join([*rows[:at], nasty, *rows[at:]]))


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=DAILY;COUNT=10000",
        "FREQ=DAILY;UNTIL=23991231T000000Z",
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29;INTERVAL=999",
        "FREQ=DAILY;BYMONTHDAY=31;BYDAY=5MO",
        "FREQ=DAILY;INTERVAL=999;BYMONTH=2;BYMONTHDAY=31",
        "FREQ=DAILY;BYHOUR=0,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23;BYMINUTE=0,10,20,30,40,50",
        "FREQ=MONTHLY;BYSETPOS=366;BYDAY=MO",
    ],
)
def test_fuzz_rules_that_never_end_or_never_match_take_no_time(rule):
    begun = time.monotonic()

    bring(a_file(*[f"UID:{number}\nDTSTART:15830101T100000Z\nRRULE:{rule}" for number in range(10)]))

    assert time.monotonic() - begun < 10 * SLOWEST


def test_fuzz_a_million_nested_beginnings_are_rejected_at_once():
    begun = time.monotonic()

    with pytest.raises(ImportRejected):
        read_calendar(b"BEGIN:VCALENDAR\r\n" + b"BEGIN:VEVENT\r\n" * 1_000_000)
    with pytest.raises(ImportRejected):
        read_calendar(b"BEGIN:X\r\n" * 1_000_000)

    assert time.monotonic() - begun < 30
