"""Series of other programs: the page shows what an independent reader finds in the file."""

from datetime import date

import pytest

from app.calendar.overridden import own_fields
from app.exchange.ics.reading import read_calendar
from app.message import say
from tests.exchange.making import a_file, a_plan, imported, independent, shown

FIRST, LAST = date(2027, 1, 1), date(2028, 6, 30)
SOFIA = "UID:a\nDTSTART;TZID=Europe/Sofia:20270304T180000\nDTEND;TZID=Europe/Sofia:20270304T190000"
WEEKLY = f"{SOFIA}\nRRULE:FREQ=WEEKLY;BYDAY=TH;UNTIL=20271230T160000Z"
DAYS = "UID:a\nDTSTART;VALUE=DATE:20270304\nDTEND;VALUE=DATE:20270306"
HEAD = ("UID:a\nRECURRENCE-ID;TZID=Europe/Sofia:20270318T180000\nDTSTART;TZID=Europe/Sofia:{start}\n"
        "DTEND;TZID=Europe/Sofia:{end}")  # fmt: skip


def change(start, end, more="", original="20270318T180000", range_=""):
    head = HEAD.replace("20270318T180000", original).replace("RECURRENCE-ID", f"RECURRENCE-ID{range_}")
    return head.format(start=start, end=end) + more


SAME = [
    [WEEKLY],
    [f"{SOFIA}\nRRULE:FREQ=WEEKLY;BYDAY=TH;COUNT=10"],
    [f"{SOFIA}\nRRULE:FREQ=MONTHLY;BYDAY=1TH;COUNT=10\nRRULE:FREQ=MONTHLY;BYMONTHDAY=20;COUNT=5"],
    [f"{SOFIA}\nRRULE:FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;COUNT=6"],
    [f"{SOFIA}\nRRULE:FREQ=MONTHLY;BYMONTHDAY=31;COUNT=6"],
    [f"{SOFIA}\nRRULE:FREQ=YEARLY;BYMONTH=3,9;BYDAY=1TH;COUNT=4"],
    [f"{SOFIA}\nRRULE:FREQ=DAILY;BYHOUR=9,18;COUNT=30"],
    [f"{SOFIA}\nRRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=SU,TH;WKST=SU;COUNT=9"],
    [f"{SOFIA}\nRDATE;TZID=Europe/Sofia:20270410T100000,20270411T100000"],
    [f"{SOFIA}\nRDATE:20270410T100000Z\nRRULE:FREQ=WEEKLY;COUNT=2"],
    [f"{SOFIA}\nRDATE;VALUE=PERIOD;TZID=Europe/Sofia:20270410T100000/20270410T130000,20270412T100000/PT15M"],
    [f"{WEEKLY}\nEXDATE;TZID=Europe/Sofia:20270311T180000\nEXDATE;TZID=Europe/Sofia:20270325T180000"],
    [f"{WEEKLY}\nEXDATE:20270311T160000Z,20270401T150000Z"],
    [f"{WEEKLY}\nEXDATE;TZID=Europe/Berlin:20270311T170000"],
    [f"{WEEKLY}\nEXDATE;VALUE=DATE:20270311"],
    [f"{SOFIA}\nRRULE:FREQ=DAILY;BYHOUR=9,18;COUNT=30\nEXDATE;VALUE=DATE:20270311"],
    [f"{DAYS}\nRRULE:FREQ=WEEKLY;COUNT=5\nEXDATE;VALUE=DATE:20270318"],
    [f"{DAYS}\nRRULE:FREQ=WEEKLY;UNTIL=20270401T215959Z"],
    ["UID:a\nDTSTART:20270304T180000\nDURATION:PT1H\nRRULE:FREQ=WEEKLY;UNTIL=20270401T180000"],
    [WEEKLY, change("20270319T180000", "20270319T193000", "\nSUMMARY:moved")],
    [WEEKLY, change("20270318T180000", "20270318T190000", "\nSTATUS:CANCELLED")],
    [WEEKLY, change("20280319T180000", "20280319T193000")],
    [WEEKLY, "UID:a\nRECURRENCE-ID:20270318T160000Z\nDTSTART:20270318T170000Z\nDTEND:20270318T180000Z"],
    [f"{WEEKLY}\nSEQUENCE:1", change("20270319T100000", "20270319T110000", "\nSEQUENCE:2"),
     change("20270320T100000", "20270320T110000", "\nSEQUENCE:3")],
    [SOFIA, change("20270318T180000", "20270318T190000")],
    [WEEKLY, change("20270318T200000", "20270318T213000", "\nSUMMARY:later", range_=";RANGE=THISANDFUTURE")],
    [WEEKLY, change("20270319T180000", "20270319T190000", range_=";RANGE=THISANDFUTURE")],
    [f"{SOFIA}\nRRULE:FREQ=DAILY;COUNT=20",
     change("20270310T110000", "20270310T120000", original="20270310T180000", range_=";RANGE=THISANDFUTURE"),
     change("20270316T210000", "20270316T220000", original="20270316T180000", range_=";RANGE=THISANDFUTURE"),
     change("20270318T090000", "20270318T110000")],
    [f"{SOFIA}\nRRULE:FREQ=MONTHLY;BYDAY=1TH;COUNT=8",
     change("20270505T100000", "20270505T110000", original="20270506T180000", range_=";RANGE=THISANDFUTURE")],
    [f"{WEEKLY}\nEXDATE;TZID=Europe/Sofia:20270401T180000",
     change("20270317T180000", "20270317T190000", range_=";RANGE=THISANDFUTURE")],
]  # fmt: skip


def starts(found):
    return sorted((start, minutes) for _, start, minutes in found.elements())


@pytest.mark.parametrize("entries", SAME)
def test_the_page_shows_what_an_independent_reader_finds(entries):
    data = a_file(*(entry if "SUMMARY" in entry else f"{entry}\nSUMMARY:AMA" for entry in entries))
    plan, done = imported(data)

    assert len(done.refused) == any("SEQUENCE:3" in entry for entry in entries)
    assert starts(shown(plan, FIRST, LAST)) == starts(independent(data, FIRST, LAST))


def only(*entries):
    (arrival,) = read_calendar(a_file(*entries)).arrivals
    return arrival


def test_until_is_kept_as_wall_time():
    assert only(WEEKLY).event.rrule == "FREQ=WEEKLY;BYDAY=TH;UNTIL=20271230T180000"


def test_a_day_that_ends_a_rule_of_times_is_included_and_said():
    plan, done = imported(a_file(f"{SOFIA}\nRRULE:FREQ=WEEKLY;UNTIL=20270318"))

    assert len(shown(plan, FIRST, LAST)) == 3
    assert [note.id for note in done.warnings] == ["exchange.note.until_day"]


def test_a_first_day_that_the_rule_does_not_give_is_shown_and_said():
    data = a_file(f"{SOFIA}\nRRULE:FREQ=WEEKLY;BYDAY=MO;COUNT=3")
    plan, done = imported(data)

    assert shown(plan, FIRST, LAST) == independent(data, FIRST, LAST)
    assert [note.id for note in done.warnings] == ["exchange.note.off_rule"]


def test_only_what_differs_is_kept_of_an_occurrence():
    arrival = only(WEEKLY + "\nSUMMARY:a", change("20270319T180000", "20270319T190000", "\nSUMMARY:a"))

    assert {one.original: own_fields(one) for one in arrival.overrides} == {
        "2027-03-18T18:00": {"day": date(2027, 3, 19)}
    }


def test_an_occurrence_whose_series_is_not_there_is_an_event_by_itself():
    entry = change("20270319T180000", "20270319T190000")
    plan, _ = imported(a_file(entry, entry.replace("20270318", "20270325").replace("20270319", "20270326")))

    assert sorted(event.day for event in plan.events.values()) == [date(2027, 3, 19), date(2027, 3, 26)]
    assert {event.uid for event in plan.events.values()} == {"a"}


def test_a_series_that_changed_on_the_way_becomes_one_for_each_stretch():
    entry = change("20270318T200000", "20270318T210000", "\nSUMMARY:later", range_=";RANGE=THISANDFUTURE")
    one, other = (arrival.event for arrival in read_calendar(a_file(f"{WEEKLY}\nSUMMARY:AMA", entry)).arrivals)

    assert (one.title, one.rrule) == ("AMA", "FREQ=WEEKLY;BYDAY=TH;UNTIL=20270311T180000")
    assert (other.title, other.rrule) == ("later", "FREQ=WEEKLY;BYDAY=TH;UNTIL=20271230T200000")
    assert (one.uid, other.uid) == ("a", "a-R20270318T1800")


def test_a_stretch_that_no_rule_describes_is_written_out_and_that_is_said():
    entry = change("20270505T100000", "20270505T110000", original="20270506T180000", range_=";RANGE=THISANDFUTURE")
    incoming = read_calendar(a_file(f"{SOFIA}\nRRULE:FREQ=MONTHLY;BYDAY=1TH", entry))

    assert len(incoming.arrivals[1].event.rdates) > 100
    assert [note.id for note in incoming.warnings] == ["exchange.note.cut"]


def test_a_change_from_some_day_on_that_cannot_be_followed_is_refused():
    entry = change("20270318T200000", "20270318T210000", range_=";RANGE=THISANDFUTURE")
    incoming = read_calendar(a_file(f"{SOFIA}\nRRULE:FREQ=WEEKLY\nRRULE:FREQ=MONTHLY", entry))

    assert incoming.arrivals == ()
    assert {refused.why for refused in incoming.refused} == {say("exchange.refused.following")}


def test_an_exception_that_misses_its_day_by_hours_is_said():
    incoming = read_calendar(a_file(f"{WEEKLY}\nEXDATE;TZID=Europe/Sofia:20270311T170000"))

    assert [note.id for note in incoming.warnings] == ["exchange.note.exception"]


def test_a_rule_inside_of_an_occurrence_is_said():
    entry = change("20270319T180000", "20270319T190000", "\nRRULE:FREQ=DAILY")

    assert [note.id for note in read_calendar(a_file(WEEKLY, entry)).warnings] == ["exchange.note.inner_rule"]


def test_a_leftover_of_an_older_series_is_refused():
    entry = change("20270319T180000", "20270319T190000", "\nRRULE:FREQ=DAILY", original="20270319T180000")
    incoming = read_calendar(a_file(f"{WEEKLY}\nSEQUENCE:2", entry))

    assert [refused.why for refused in incoming.refused] == [say("exchange.refused.stale")]
    assert incoming.arrivals[0].overrides == ()


def test_days_that_a_rule_takes_out_are_not_shown():
    plan, _ = imported(a_file(f"{SOFIA}\nRRULE:FREQ=DAILY;COUNT=60\nEXRULE:FREQ=WEEKLY;BYDAY=SA,SU"))

    assert {date.fromisoformat(start[:10]).weekday() for _, start, _ in shown(plan, FIRST, LAST)} == {0, 1, 2, 3, 4}


def test_a_rule_may_be_written_carelessly():
    assert only(f"{SOFIA}\nRRULE:freq=weekly; byday=th; count=3;").event.rrule == "FREQ=WEEKLY;BYDAY=TH;COUNT=3"


def test_rules_that_the_editor_cannot_express_are_kept_as_they_are():
    rule = "FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13"

    assert only(f"{SOFIA}\nRRULE:{rule}").event.rrule == rule
    assert imported(a_file(f"{SOFIA}\nRRULE:{rule};COUNT=-1"), a_plan())[1].rows[0].event.rrule == rule
