"""Files of other programs: what they mean comes in, and what cannot is named with its line and reason."""

from datetime import date, time

import pytest

from app.calendar.event import Status
from app.errors import ImportRejected
from app.exchange.ics import component, reading
from app.exchange.ics.reading import read_calendar
from app.message import say
from tests.exchange.making import a_file

SOFIA = "DTSTART;TZID=Europe/Sofia:20270304T180000"


def one(entry, **options):
    (arrival,) = read_calendar(a_file(entry), **options).arrivals
    return arrival.event


def only_refusal(entry):
    incoming = read_calendar(a_file(entry))
    assert incoming.arrivals == ()
    return incoming.refused[0].why


def notes(entry, head="", **options):
    return [
        note.id.removeprefix("exchange.note.") for note in read_calendar(a_file(entry, head=head), **options).warnings
    ]


def test_an_event_comes_in_with_its_words_and_times():
    event = one(f"UID:a\n{SOFIA}\nDTEND;TZID=Europe/Sofia:20270304T193000\nSUMMARY:AMA\\, live\nDESCRIPTION:a\\nb\n"
                "URL:https://example.org\nSEQUENCE:4\nLAST-MODIFIED:20270101T000000Z")  # fmt: skip

    assert (event.uid, event.title, event.notes, event.link) == ("a", "AMA, live", "a\nb", "https://example.org")
    assert (event.day, event.at, event.minutes, event.zone) == (date(2027, 3, 4), time(18), 90, "Europe/Sofia")
    assert (event.revision, event.changed) == (4, 1_798_761_600_000_000)


def test_words_of_others_are_private_until_somebody_makes_them_public():
    assert one(f"UID:a\n{SOFIA}\nDESCRIPTION:x").public_text == ()


@pytest.mark.parametrize(
    ("times", "minutes", "days", "at"),
    [
        ("DTSTART:20270304T180000", 0, 1, time(18)),
        ("DTSTART;VALUE=DATE:20270304", 0, 1, None),
        ("DTSTART:20270304", 0, 1, None),
        ("DTSTART;VALUE=DATE:20270304\nDTEND;VALUE=DATE:20270304", 0, 1, None),
        ("DTSTART;VALUE=DATE:20270304\nDTEND;VALUE=DATE:20270307", 0, 3, None),
        ("DTSTART;VALUE=DATE:20270304\nDURATION:P2W", 0, 14, None),
        ("DTSTART:20270304T180000\nDURATION:PT1H30M", 90, 1, time(18)),
        ("DTSTART:20270304T180000\nDURATION:P1DT1H", 1500, 1, time(18)),
        ("DTSTART:20270304T180000\nDTEND:20270304T235959", 360, 1, time(18)),
        ("DTSTART:20270304T180000Z\nDTEND:20270304T185959Z", 60, 1, time(18)),
        ("DTSTART;TZID=Europe/Sofia:20270304T180000\nDTEND;TZID=Europe/Berlin:20270304T180000", 60, 1, time(18)),
        ("DTSTART;TZID=Europe/Sofia:20270304T180000\nDTEND:20270304T170000Z", 60, 1, time(18)),
        ("DTSTART:20270304T180000\nDTEND:20270306T180000", 2880, 1, time(18)),
        ("DTSTART;VALUE=DATE-TIME:20270304T1800", 0, 1, time(18)),
    ],
)
def test_lengths_are_read_in_every_form(times, minutes, days, at):
    event = one(f"UID:a\n{times}")

    assert (event.minutes, event.days, event.at) == (minutes, days, at)


def test_an_end_before_the_start_is_exchanged_with_it_and_said():
    entry = "UID:a\nDTSTART:20270304T190000\nDTEND:20270304T180000"

    assert (one(entry).at, one(entry).minutes, notes(entry)) == (time(18), 60, ["negative"])


def test_seconds_are_dropped_and_said():
    entry = "UID:a\nDTSTART:20270304T180030\nDTEND:20270304T190030"

    assert (one(entry).at, one(entry).minutes, notes(entry)) == (time(18), 60, ["seconds"])


def test_a_day_that_ends_at_a_time_is_said():
    assert notes("UID:a\nDTSTART;VALUE=DATE:20270304\nDTEND:20270305T120000") == ["mixed"]


@pytest.mark.parametrize(
    ("entry", "why"),
    [
        ("UID:a\nSUMMARY:x", say("exchange.refused.no_start")),
        ("DTSTART:tomorrow", say("exchange.refused.time", name="DTSTART", text="tomorrow")),
        ("DTSTART:20270231T100000", say("exchange.refused.time", name="DTSTART", text="20270231T100000")),
        ("DTSTART:00010101T100000", say("exchange.refused.time", name="DTSTART", text="00010101T100000")),
        (f"{SOFIA}\nDTEND:noon", say("exchange.refused.time", name="DTEND", text="noon")),
        (f"{SOFIA}\nDURATION:1h", say("exchange.refused.time", name="DURATION", text="1h")),
        (f"{SOFIA}\nDURATION:P99999999D", say("exchange.refused.time", name="DURATION", text="P99999999D")),
        (f"{SOFIA}\nDTEND:20470304T180000Z", say("exchange.refused.long")),
        (f"{SOFIA}\nRRULE:FREQ=SECONDLY", say("rule.refused.often")),
        (f"{SOFIA}\nRRULE:FREQ=DAILY;INTERVAL=0", say("rule.refused.interval", n=999)),
        (f"{SOFIA}\nRRULE:FREQ=DAILY;COUNT=1000000000", say("rule.refused.count", n=10_000)),
        (f"{SOFIA}\nRRULE:FREQ=DAILY;UNTIL=never", say("exchange.refused.rule", rule="FREQ=DAILY;UNTIL=never")),
        (f"{SOFIA}\nRRULE:FREQ=DAILY;UNTIL=20260101T000000Z", say("exchange.refused.ended")),
        (f"{SOFIA}\nRRULE:FREQ=DAILY\nEXDATE:soon", say("exchange.refused.time", name="EXDATE", text="soon")),
        (f"{SOFIA}\nRDATE:" + ",".join(["20270305T180000"] * 2001), say("exchange.refused.dates", n=2000)),
        (f"{SOFIA}\nRDATE;VALUE=PERIOD:20270305T180000/P", say("exchange.refused.time", name="RDATE", text="P")),
    ],
)
def test_what_cannot_come_in_says_why(entry, why):
    assert only_refusal(entry) == why


def test_one_bad_event_loses_nothing_of_the_rest():
    data = a_file(f"UID:a\n{SOFIA}\nSUMMARY:First", "UID:b\nDTSTART:bad\nSUMMARY:Bad", f"UID:c\n{SOFIA}\nSUMMARY:Last")

    incoming = read_calendar(data)

    assert [arrival.event.title for arrival in incoming.arrivals] == ["First", "Last"]
    assert [(refused.line, refused.what) for refused in incoming.refused] == [(9, "Bad")]


def test_an_event_without_an_end_line_is_refused_and_the_next_one_lives():
    data = a_file(f"UID:a\n{SOFIA}").replace(b"END:VEVENT", f"BEGIN:VEVENT\r\nUID:b\r\n{SOFIA}\r\nEND:VEVENT".encode())

    incoming = read_calendar(data)

    assert [arrival.event.uid for arrival in incoming.arrivals] == ["b"]
    assert incoming.refused[0].why == say("exchange.refused.not_closed")


def test_a_file_that_is_cut_off_gives_what_is_whole():
    data = a_file(f"UID:a\n{SOFIA}\nSUMMARY:a", f"UID:b\n{SOFIA}\nSUMMARY:b")

    incoming = read_calendar(data[: data.index(b"SUMMARY:b")])

    assert [arrival.event.uid for arrival in incoming.arrivals] == ["a"]
    assert [refused.why for refused in incoming.refused] == [say("exchange.refused.not_closed")]
    assert say("exchange.note.cut_off") in incoming.warnings


def test_a_line_that_cannot_be_read_costs_only_itself():
    entry = f"UID:a\n{SOFIA}\nSUMMARY:x\nand more\nDESCRIPTION:y"

    assert (one(entry).title, one(entry).notes, notes(entry)) == ("x", "y", ["broken_line"])


@pytest.mark.parametrize("mark", [b"\xef\xbb\xbf", b"\r\n\r\n"])
def test_what_stands_before_the_calendar_does_no_harm(mark):
    assert len(read_calendar(mark + a_file(f"UID:a\n{SOFIA}")).arrivals) == 1


def test_utf_16_and_bytes_of_another_alphabet_are_read():
    data = a_file(f"UID:a\n{SOFIA}\nSUMMARY:Среща")

    assert read_calendar(data.decode().encode("utf-16")).arrivals[0].event.title == "Среща"
    assert len(read_calendar(data.decode().encode("cp1251")).arrivals) == 1


def test_several_calendars_in_one_file_come_in_together():
    data = a_file(f"UID:a\n{SOFIA}") + a_file(f"UID:b\n{SOFIA}") + a_file(f"UID:a\n{SOFIA}")

    incoming = read_calendar(data)

    assert [arrival.event.uid for arrival in incoming.arrivals] == ["a", "b"]
    assert [refused.why for refused in incoming.refused] == [say("exchange.refused.twin", line=4)]


def test_events_without_a_calendar_around_them_come_in():
    assert read_calendar(f"BEGIN:VEVENT\r\nUID:a\r\n{SOFIA}\r\nEND:VEVENT\r\n".encode()).arrivals[0].event.uid == "a"


@pytest.mark.parametrize(
    "data", [b"", b"\x00" * 100, b"PK\x03\x04", "напълно друго".encode(), b"BEGIN:VCARD\r\nEND:VCARD"]
)
def test_what_is_no_calendar_is_rejected(data):
    with pytest.raises(ImportRejected) as caught:
        read_calendar(data, file="a.txt")

    assert caught.value.why == say("exchange.no_calendar")


def test_limits_are_kept(monkeypatch):
    with pytest.raises(ImportRejected):
        read_calendar(b"BEGIN:VCALENDAR\r\n" + b"BEGIN:X\r\n" * 5)
    monkeypatch.setattr(component, "MOST", 10)
    with pytest.raises(ImportRejected):
        read_calendar(a_file(*[f"UID:{n}\n{SOFIA}" for n in range(10)]))
    monkeypatch.setattr(reading, "BYTES_MOST", 100)
    with pytest.raises(ImportRejected):
        read_calendar(a_file(f"UID:a\n{SOFIA}"))


def test_far_too_many_parts_are_refused_before_anything_is_read(monkeypatch):
    monkeypatch.setattr(component, "MOST", 10)
    told = []

    with pytest.raises(ImportRejected) as caught:
        read_calendar(a_file(*[f"UID:{n}\n{SOFIA}" for n in range(12)]), lambda *step: told.append(step))

    assert told == []
    assert caught.value.place == "44"  # the tenth event begins there, the calendar is a part too
    assert caught.value.why == say("exchange.too_many_parts", n=10)


def test_many_entries_are_said(monkeypatch):
    monkeypatch.setattr(reading, "MANY", 2)

    assert say("exchange.note.many", n=3) in read_calendar(a_file(*[f"UID:{n}\n{SOFIA}" for n in range(3)])).warnings


def test_an_event_without_a_uid_gets_one_that_stays():
    first, again = (one(f"{SOFIA}\nSUMMARY:x\nDTSTAMP:2027010{n}T000000Z") for n in (1, 2))

    assert first.uid.startswith("no-uid-")
    assert first.uid == again.uid
    assert one(f"{SOFIA}\nSUMMARY:y").uid != first.uid


def test_of_two_with_the_same_uid_the_newer_comes_in_and_the_other_is_named():
    incoming = read_calendar(a_file(f"UID:a\n{SOFIA}\nSUMMARY:old", f"UID:a\n{SOFIA}\nSUMMARY:new\nSEQUENCE:2"))

    assert [arrival.event.title for arrival in incoming.arrivals] == ["new"]
    assert [(refused.what, refused.line) for refused in incoming.refused] == [("old", 4)]


def test_what_is_no_event_is_counted():
    rest = "BEGIN:VTODO\nUID:t\nEND:VTODO\nBEGIN:VJOURNAL\nUID:j\nEND:VJOURNAL\nBEGIN:VFREEBUSY\nEND:VFREEBUSY"
    alarm = "BEGIN:VALARM\nACTION:NONE\nTRIGGER;VALUE=DATE-TIME:19760401T005545Z\nEND:VALARM"

    assert set(read_calendar(a_file(f"UID:a\n{SOFIA}\n{alarm}", head=rest)).warnings) == {
        say("exchange.ignored.todo", n=1),
        say("exchange.ignored.journal", n=1),
        say("exchange.ignored.freebusy", n=1),
        say("exchange.ignored.alarm", n=1),
    }


@pytest.mark.parametrize(
    ("status", "wanted"),
    [("CONFIRMED", Status.PLANNED), ("TENTATIVE", Status.IDEA), ("CANCELLED", Status.SKIPPED), ("x", Status.PLANNED)],
)
def test_a_status_becomes_one_of_ours(status, wanted):
    assert one(f"UID:a\n{SOFIA}\nSTATUS:{status}").status is wanted


def test_what_is_not_understood_is_kept():
    event = one(f"UID:a\n{SOFIA}\nLOCATION:Hall\nX-FOO;A=b:c\\,d\nATTACH;ENCODING=BASE64:{'A' * 20_000}\nCLASS:PUBLIC")

    assert event.foreign == '{"lines": ["LOCATION:Hall", "X-FOO;A=b:c\\\\,d", "CLASS:PUBLIC"]}'


def test_progress_is_told_and_ends_at_the_end():
    told = []
    read_calendar(a_file(*[f"UID:{n}\n{SOFIA}" for n in range(5)]), lambda done, of: told.append(done / of))

    assert told == sorted(told)
    assert told[-1] == 1
