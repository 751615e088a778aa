"""Rules of calendar files that exporters break, each held against our bytes."""

import re
from dataclasses import replace
from datetime import date, time

import icalendar
import pytest

from app.calendar.event import ChecklistStep, Status
from app.exchange.ics.check import problems
from app.exchange.ics.choice import Profile
from app.exchange.ics.writing import write_calendar
from app.message import say
from tests.exchange.making import a_plan, a_series, an_event, an_override, cancelled, full, lines, members, put

LONG = "Какво да попитате? 🎉 " * 30


def everything():
    return a_plan(
        a_series(title=LONG, notes=f"C:\\new; a, b\n{LONG}", public_text=(("bg", LONG),)),
        an_override("2027-03-11T18:00", day=date(2027, 3, 12)),
        cancelled("2027-03-18T18:00"),
        an_event(id="e2", at=None, minutes=0, days=3, zone="", title="Week"),
        an_event(id="e3", rrule="FREQ=MONTHLY;BYMONTHDAY=-1;UNTIL=20270630T235959", zone="America/New_York"),
        an_event(id="e4", zone=""),
        an_event(id="e5", zone="UTC"),
        an_event(id="e6", minutes=0),
        an_event(id="e7", day=None),
        ChecklistStep("c1", "e1", 0, "Invite; the guest, now"),
    )


@pytest.fixture(params=[full, members], ids=["full", "members"])
def data(request):
    return request.param(everything())


def test_a_file_has_no_problems_and_icalendar_reads_it(data):
    (calendar,) = icalendar.Calendar.from_ical(data, multiple=True)

    assert problems(data) == []
    assert all(not component.errors for component in calendar.walk())


def test_lines_end_with_crlf_and_nothing_else(data):
    assert data.endswith(b"END:VCALENDAR\r\n")
    assert re.sub(rb"\r\n", b"", data).count(b"\n") == 0
    assert re.sub(rb"\r\n", b"", data).count(b"\r") == 0


def test_no_row_is_longer_than_75_octets_or_parts_a_letter(data):
    for row in data.split(b"\r\n"):
        row.decode("utf-8")
        assert len(row) <= 75


def test_the_calendar_says_what_it_is(data):
    assert lines(data, "VERSION") == ["VERSION:2.0"]
    assert lines(data, "PRODID") == ["PRODID:-//Sedyanka//Community playbook//EN"]
    assert lines(data, "METHOD") == []  # else some take the file for an invitation
    assert data.count(b"BEGIN:VCALENDAR") == 1


def test_the_name_is_there_for_both_kinds_of_programs():
    written = write_calendar(everything(), Profile.MEMBERS, about=lambda message: f"About, {message.values[0][1]}")

    assert lines(written.data, "NAME") == ["NAME:Kestrel Circle"]
    assert lines(written.data, "X-WR-CALNAME") == ["X-WR-CALNAME:Kestrel Circle"]
    assert lines(written.data, "X-WR-CALDESC") == ["X-WR-CALDESC:About\\, Kestrel Circle"]
    assert written.data.count(b"\r\nDESCRIPTION:About\\, Kestrel Circle\r\n") == 1


def test_a_community_without_a_name_is_not_told_of_with_a_hole():
    written = write_calendar(a_plan(an_event(), name=""), Profile.MEMBERS, about=lambda message: message.id)

    assert lines(written.data, "X-WR-CALNAME") == lines(written.data, "X-WR-CALDESC") == []


def test_every_entry_has_a_uid_that_stays_and_a_stamp_of_its_last_change(data):
    assert set(lines(data, "UID")) >= {f"UID:e{number}@sedyanka" for number in (1, 2, 3)}
    assert set(lines(data, "DTSTAMP")) == {"DTSTAMP:20270101T120000Z"}
    assert data.count(b"UID:") == data.count(b"DTSTAMP:") == data.count(b"BEGIN:VEVENT") + data.count(b"BEGIN:VTODO")


def test_a_uid_that_came_in_goes_out_again():
    assert lines(full(a_plan(an_event(uid="abc@example.org"))), "UID") == ["UID:abc@example.org"]


def test_the_same_plan_is_the_same_file_to_the_byte():
    turned = everything()
    turned.events = dict(reversed(turned.events.items()))

    assert full(everything()) == full(everything()) == full(turned)


def test_a_change_touches_only_its_own_event():
    before, after = everything(), everything()
    put(after, replace(before.events["e2"], title="Weeks", revision=1, changed=1_800_000_000_000_000))

    rows = [set(full(plan).split(b"\r\n")) for plan in (before, after)]

    new = {b"SUMMARY:Weeks", b"SEQUENCE:1", b"DTSTAMP:20270115T080000Z", b"LAST-MODIFIED:20270115T080000Z"}
    assert rows[1] - rows[0] == new


def test_a_whole_day_ends_with_the_day_after(data):
    assert "DTSTART;VALUE=DATE:20270304" in lines(data, "DTSTART")
    assert "DTEND;VALUE=DATE:20270307" in lines(data, "DTEND")


def test_a_moment_has_no_end():
    assert lines(full(a_plan(an_event(minutes=0))), "DTEND") == []
    assert lines(full(a_plan(an_event(minutes=0))), "DURATION") == []


def test_an_end_past_midnight_is_on_the_next_day():
    data = full(a_plan(an_event(at=time(23), minutes=90)))

    assert lines(data, "DTEND") == ["DTEND;TZID=Europe/Sofia:20270305T003000"]


@pytest.mark.parametrize(
    ("fields", "until"),
    [
        ({"zone": "Europe/Sofia", "rrule": "FREQ=DAILY;UNTIL=20270430T235959"}, "UNTIL=20270430T205959Z"),
        ({"zone": "Europe/Sofia", "rrule": "FREQ=DAILY;UNTIL=20271130T235959"}, "UNTIL=20271130T215959Z"),
        ({"zone": "Europe/Sofia", "rrule": "FREQ=DAILY;UNTIL=20270430"}, "UNTIL=20270430T205959Z"),
        ({"zone": "UTC", "rrule": "FREQ=DAILY;UNTIL=20270430T235959"}, "UNTIL=20270430T235959Z"),
        ({"zone": "", "rrule": "FREQ=DAILY;UNTIL=20270430T235959"}, "UNTIL=20270430T235959"),
        ({"zone": "", "at": None, "rrule": "FREQ=DAILY;UNTIL=20270430"}, "UNTIL=20270430"),
        ({"zone": "", "at": None, "rrule": "FREQ=DAILY;UNTIL=20270430T235959"}, "UNTIL=20270430"),
    ],
)
def test_until_is_a_day_for_days_and_an_instant_where_there_is_a_zone(fields, until):
    (rule,) = lines(full(a_plan(an_event(**fields))), "RRULE")

    assert rule == f"RRULE:FREQ=DAILY;{until}"


def test_a_cancelled_occurrence_has_the_type_and_the_zone_of_the_start():
    assert lines(full(a_plan(a_series(), cancelled("2027-03-11T18:00"))), "EXDATE") == [
        "EXDATE;TZID=Europe/Sofia:20270311T180000"
    ]
    days = a_plan(a_series(at=None, zone=""), cancelled("2027-03-11"))
    assert lines(full(days), "EXDATE") == ["EXDATE;VALUE=DATE:20270311"]


def test_a_changed_occurrence_has_the_uid_of_its_series_and_its_original_start(data):
    assert lines(data, "RECURRENCE-ID") == ["RECURRENCE-ID;TZID=Europe/Sofia:20270311T180000"]
    assert lines(data, "UID").count("UID:e1@sedyanka") == 2


def test_every_zone_that_is_named_is_defined_once_and_no_other(data):
    zones = {"Europe/Sofia", "America/New_York"}

    assert re.findall(r"\r\nTZID:(.*?)\r\n", data.decode()) == sorted(zones)
    assert set(re.findall(rb"TZID=([^:;]+)", data)) == {zone.encode() for zone in zones}


def test_utc_is_written_with_a_z_and_floating_times_with_nothing(data):
    assert "DTSTART:20270304T180000Z" in lines(data, "DTSTART")
    assert "DTSTART:20270304T180000" in lines(data, "DTSTART")


def test_words_are_escaped_and_rules_are_not():
    data = full(a_plan(a_series(title="a, b; c\\n\nd", rrule="FREQ=WEEKLY;BYDAY=MO,TH")))

    assert lines(data, "SUMMARY") == ["SUMMARY:a\\, b\\; c\\\\n\\nd"]
    assert lines(data, "RRULE") == ["RRULE:FREQ=WEEKLY;BYDAY=MO,TH"]


def test_names_with_commas_stay_one_category():
    plan = a_plan(an_event(kind="ama", personas=("p1",)))
    plan.kinds["ama"] = plan.kinds["ama"].__class__("ama", "Questions, answers")

    assert lines(full(plan), "CATEGORIES") == ["CATEGORIES:Questions\\, answers,Busy managers"]


def test_a_status_is_one_that_programs_know():
    def status(value):
        return lines(full(a_plan(an_event(status=value))), "STATUS")

    assert status(Status.IDEA) == ["STATUS:TENTATIVE"]
    assert status(Status.READY) == ["STATUS:CONFIRMED"]
    assert status(Status.SKIPPED) == ["STATUS:CANCELLED"]


def test_whole_days_keep_nobody_busy(data):
    assert data.count(b"TRANSP:TRANSPARENT") == 1


def test_lines_of_our_own_are_text(data):
    assert all(";VALUE=TEXT" in row for row in re.findall(r"X-SEDYANKA[^:]*:", data.decode().replace("\r\n ", "")))


def test_a_zone_that_is_unknown_here_goes_out_floating_with_a_word():
    written = write_calendar(a_plan(an_event(zone="Moon/Base")), Profile.FULL)

    assert lines(written.data, "DTSTART") == ["DTSTART:20270304T180000"]
    unknown = say("exchange.zone_unknown", title="AMA", zone="Moon/Base")
    assert written.warnings == (unknown, say("exchange.floating", n=1))


def test_what_came_in_goes_out_again_but_never_as_a_line_of_ours():
    foreign = '{"lines": ["LOCATION:Hall 1", "X-FOO:bar", "END:VEVENT", "DTSTART:19990101T000000", "UID:evil"]}'
    data = full(a_plan(an_event(foreign=foreign)))

    assert lines(data, "LOCATION") + lines(data, "X-FOO") == ["LOCATION:Hall 1", "X-FOO:bar"]
    assert lines(data, "UID") == ["UID:e1@sedyanka"]
    assert data.count(b"END:VEVENT") == len(lines(data, "DTSTART")) == 1


@pytest.mark.parametrize("foreign", ["[", "[]", "{}", '{"lines": 3}', '{"lines": [3]}', "null"])
def test_damaged_leftovers_of_an_import_lose_no_event(foreign):
    assert lines(full(a_plan(an_event(foreign=foreign))), "SUMMARY") == ["SUMMARY:AMA"]


def test_a_link_is_a_uri_and_stands_in_the_description_too():
    data = members(a_plan(an_event(link="https://example.org/a?b=1,2")))

    assert lines(data, "URL") == ["URL:https://example.org/a?b=1,2"]
    assert lines(data, "DESCRIPTION") == ["DESCRIPTION:https://example.org/a?b=1\\,2"]
    assert lines(members(a_plan(an_event(link="room 4"))), "URL") == []


def test_an_empty_plan_is_a_valid_file():
    assert problems(full(a_plan())) == []
