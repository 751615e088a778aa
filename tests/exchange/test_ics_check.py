"""The check finds every fault that it is there for: each is made in a file that is right."""

import pytest

from app.errors import BugError
from app.exchange.ics import writing
from app.exchange.ics.check import problems
from app.exchange.ics.choice import Profile
from app.exchange.ics.writing import write_calendar
from app.message import say
from tests.exchange.making import a_plan, a_series, an_event, an_override, cancelled, full

GOOD = full(
    a_plan(
        a_series(rrule="FREQ=WEEKLY;BYDAY=TH;UNTIL=20270430T235959"),
        an_override("2027-03-11T18:00", title="Guests"),
        cancelled("2027-03-18T18:00"),
        an_event(id="e2", at=None, minutes=0, days=2, zone=""),
    )
)

FAULTS = [
    ("line_end", b"SUMMARY:Guests\r\n", b"SUMMARY:Guests\n"),
    ("line_end", b"SUMMARY:Guests\r\n", b"SUMMARY:Guests\r\n\r\n"),
    ("line_end", b"END:VCALENDAR\r\n", b"END:VCALENDAR"),
    ("long", b"SUMMARY:Guests", b"SUMMARY:" + b"x" * 80),
    ("fold", b"SUMMARY:Guests", "SUMMARY:Ж".encode()[:-1] + b"\r\n " + "Ж".encode()[-1:]),
    ("calendar", b"END:VCALENDAR\r\n", b"END:VEVENT\r\n"),
    ("calendar", b"END:VCALENDAR\r\n", b"END:VCALENDAR\r\nBEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"),
    ("needs", b"PRODID:-//Sedyanka//Community playbook//EN\r\n", b""),
    ("needs", b"X-WR-CALNAME:Kestrel Circle\r\n", b""),
    ("value", b"VERSION:2.0", b"VERSION:1.0"),
    ("method", b"VERSION:2.0\r\n", b"VERSION:2.0\r\nMETHOD:REQUEST\r\n"),
    ("value", b"VERSION:2.0\r\n", b"VERSION:2.0\r\nREFRESH-INTERVAL:PT12H\r\n"),
    ("needs", b"UID:e2@sedyanka\r\n", b""),
    ("needs", b"DTSTART;VALUE=DATE:20270304\r\n", b""),
    ("needs", b"DTSTAMP:20270101T120000Z\r\n", b""),
    ("value", b"DTSTAMP:20270101T120000Z\r\n", b"DTSTAMP:20270101T120000\r\n"),
    ("value", b"CREATED:20270101T120000Z\r\n", b"CREATED:yesterday\r\n"),
    ("once", b"SUMMARY:Guests\r\n", b"SUMMARY:Guests\r\nSUMMARY:Again\r\n"),
    ("once", b"DTEND;VALUE=DATE:20270306\r\n", b"DTEND;VALUE=DATE:20270306\r\nDURATION:P2D\r\n"),
    ("value", b"DTEND;VALUE=DATE:20270306", b"DTEND;VALUE=DATE:20270304"),
    ("value", b"DTEND;VALUE=DATE:20270306", b"DTEND:20270306T000000"),
    ("value", b"DTEND;VALUE=DATE:20270306", b"DTEND;VALUE=DATE:20270231"),
    ("value", b"DTSTART;VALUE=DATE:20270304", b"DTSTART:20270304"),
    ("until", b"UNTIL=20270430T205959Z", b"UNTIL=20270430"),
    ("until", b"UNTIL=20270430T205959Z", b"UNTIL=20270430T205959"),
    ("until", b"UNTIL=20270430T205959Z", b"UNTIL=20270430T205959Z;COUNT=3"),
    ("until", b"RRULE:FREQ=WEEKLY;", b"RRULE:FREQ=WEEKLY\\;"),
    ("type", b"EXDATE;TZID=Europe/Sofia:20270318T180000", b"EXDATE;VALUE=DATE:20270318"),
    ("type", b"EXDATE;TZID=Europe/Sofia:20270318T180000", b"EXDATE:20270318T160000Z"),
    ("type", b"RECURRENCE-ID;TZID=Europe/Sofia:20270311T180000", b"RECURRENCE-ID:20270311T160000Z"),
    ("twice", b"UID:e2@sedyanka", b"UID:e1@sedyanka"),
    ("zone", b"TZID:Europe/Sofia", b"TZID:Europe/Athens"),
    ("zone", b"TZOFFSETFROM:+0200", b"TZOFFSETFROM:2"),
    ("zone", b"RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU", b"RDATE:20280326T030000"),
    ("zone", b"BEGIN:STANDARD", b"BEGIN:DAYLIGHT"),
    ("zone", b"DTSTART:20260329T030000", b"DTSTART:20260329T030000Z"),
    ("escape", b"SUMMARY:Guests", b"SUMMARY:Guests, friends"),
    ("escape", b"SUMMARY:Guests", b"SUMMARY:C:\\temp"),
    ("escape", b"SUMMARY:Guests", b"SUMMARY:Guests\\"),
    ("value", b"X-SEDYANKA-OWN;VALUE=TEXT:title", b"X-SEDYANKA-OWN:title"),
    ("line", b"SUMMARY:Guests", b"Guests"),
    ("needs", b"SUMMARY:Guests\r\n", b"SUMMARY:Guests\r\nBEGIN:VALARM\r\nACTION:DISPLAY\r\nEND:VALARM\r\n"),
]


@pytest.mark.parametrize(("fault", "good", "bad"), FAULTS)
def test_a_fault_is_found(fault, good, bad):
    assert good in GOOD

    found = problems(GOOD.replace(good, bad))

    assert f"exchange.problem.{fault}" in {problem.id for problem in found}


def test_a_file_that_is_right_has_no_problems():
    assert problems(GOOD) == []


def test_a_problem_names_its_line():
    data = GOOD.replace(b"SUMMARY:Guests", b"SUMMARY:Guests, friends")
    line = data[: data.index(b"Guests, friends")].count(b"\r\n") + 1

    assert problems(data) == [say("exchange.problem.escape", line=line, name="SUMMARY")]


def test_nothing_wrong_ever_leaves(monkeypatch):
    monkeypatch.setattr(writing, "problems", lambda _: [say("exchange.problem.line", line=1)])

    with pytest.raises(BugError):
        write_calendar(a_plan(an_event()), Profile.FULL)
