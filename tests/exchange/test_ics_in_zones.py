"""Zones of other programs: their own names, Windows' names, their own definitions, none at all."""

from datetime import date, time

import pytest

from app.exchange.ics.reading import read_calendar
from app.message import say
from tests.exchange.making import a_file


def definition(tzid, *observances, more=""):
    body = "\n".join(f"BEGIN:{kind}\n{rows}\nEND:{kind}" for kind, rows in observances)
    return f"BEGIN:VTIMEZONE\nTZID:{tzid}\n{more}{body}\nEND:VTIMEZONE"


def yearly(start, before, after, rule):
    return f"DTSTART:{start}\nTZOFFSETFROM:{before}\nTZOFFSETTO:{after}\nRRULE:FREQ=YEARLY;{rule}"


BERLIN = (
    ("STANDARD", yearly("16010101T030000", "+0200", "+0100", "BYMONTH=10;BYDAY=-1SU")),
    ("DAYLIGHT", yearly("16010101T020000", "+0100", "+0200", "BYMONTH=3;BYDAY=-1SU")),
)
ODD = (
    ("STANDARD", yearly("20200101T000000", "+0317", "+0217", "BYMONTH=1;BYMONTHDAY=1")),
    ("DAYLIGHT", yearly("20200601T000000", "+0217", "+0317", "BYMONTH=6;BYMONTHDAY=1")),
)


def read(tzid, head="", more="", **options):
    entry = f"UID:a\nDTSTART;TZID={tzid}:20270704T180000\nDTEND;TZID={tzid}:20270704T190000\n{more}"
    return read_calendar(a_file(entry, head=head), **options)


def zone(*arguments, **options):
    return read(*arguments, **options).arrivals[0].event.zone


@pytest.mark.parametrize(
    ("tzid", "wanted"),
    [
        ("Europe/Sofia", "Europe/Sofia"),
        ("W. Europe Standard Time", "Europe/Berlin"),
        ("FLE Standard Time", "Europe/Kiev"),
        ("/mozilla.org/20050126_1/Europe/Berlin", "Europe/Berlin"),
        ("/freeassociation.sourceforge.net/Tzfile/America/Argentina/Salta", "America/Argentina/Salta"),
        ('"tzone://Microsoft/Utc"', "UTC"),
        ('"Europe/Sofia"', "Europe/Sofia"),
    ],
)
def test_names_of_zones_are_known(tzid, wanted):
    assert zone(tzid) == wanted


@pytest.mark.parametrize("tzid", ["../../etc/passwd", "/", "x" * 5000, "Europe/Атина", "localtime"])
def test_a_name_that_is_none_is_said_and_the_time_taken_as_it_stands(tzid):
    incoming = read(tzid)
    event = incoming.arrivals[0].event

    assert (event.zone, event.at) == ("", time(18))
    assert incoming.warnings[0].id == "exchange.note.zone_unknown"


@pytest.mark.parametrize("tzid", ["Customized Time Zone", "(UTC+01:00) Amsterdam\\, Berlin"])
def test_a_definition_with_the_clocks_of_a_zone_is_that_zone(tzid):
    quoted = f'"{tzid}"' if ":" in tzid else tzid

    assert zone(quoted, definition(tzid, *BERLIN)) in {"Europe/Berlin", "Europe/Budapest"}


def test_of_zones_with_the_same_clocks_the_one_of_the_playbook_is_taken():
    assert zone("Mine", definition("Mine", *BERLIN), home="Europe/Vienna") == "Europe/Vienna"


def test_a_definition_may_name_its_place():
    assert zone("Mine", definition("Mine", *BERLIN, more="X-LIC-LOCATION:Europe/Oslo\n")) == "Europe/Oslo"


def test_a_definition_that_never_changes_is_an_offset():
    fixed = ("STANDARD", "DTSTART:19700101T000000\nTZOFFSETFROM:+0300\nTZOFFSETTO:+0300")

    assert zone("Mine", definition("Mine", fixed)) == "Etc/GMT-3"


def test_a_single_event_of_unheard_of_clocks_comes_in_at_its_instant():
    event = read("Odd", definition("Odd", *ODD), home="Europe/Sofia").arrivals[0].event

    assert (event.day, event.at, event.zone, event.minutes) == (date(2027, 7, 4), time(17, 43), "Europe/Sofia", 60)


def test_a_series_of_unheard_of_clocks_is_refused():
    incoming = read("Odd", definition("Odd", *ODD), "RRULE:FREQ=WEEKLY")

    assert incoming.arrivals == ()
    assert incoming.refused[0].why == say("exchange.refused.zone", zone="Odd")


def test_a_definition_that_says_otherwise_than_its_name_is_said():
    incoming = read("Europe/Sofia", definition("Europe/Sofia", *BERLIN))

    assert incoming.arrivals[0].event.zone == "Europe/Sofia"
    assert [note.id for note in incoming.warnings] == ["exchange.note.zone_differs"]


@pytest.mark.parametrize(
    "broken",
    [
        "DTSTART:x\nTZOFFSETFROM:+0100\nTZOFFSETTO:+0100",
        "DTSTART:20200101T000000\nTZOFFSETFROM:1\nTZOFFSETTO:2",
        "DTSTART:20200101T000000\nTZOFFSETFROM:+0100\nTZOFFSETTO:+0100\nRRULE:FREQ=SECONDLY",
        "DTSTART:20200101T000000\nTZOFFSETFROM:+0100\nTZOFFSETTO:+0100\nRDATE:" + "20210101T000000," * 2001,
    ],
)
def test_a_broken_or_hostile_definition_harms_nothing(broken):
    assert zone("Mine", definition("Mine", ("STANDARD", broken))) == ""


def test_a_single_time_in_utc_is_shown_at_home():
    incoming = read_calendar(a_file("UID:a\nDTSTART:20270304T160000Z"), home="Europe/Sofia")
    event = incoming.arrivals[0].event

    assert (event.at, event.zone) == (time(18), "Europe/Sofia")


def test_a_series_in_utc_stays_there_and_that_is_said():
    incoming = read_calendar(a_file("UID:a\nDTSTART:20270304T160000Z\nRRULE:FREQ=WEEKLY"), home="Europe/Sofia")

    assert incoming.arrivals[0].event.zone == "UTC"
    assert [note.id for note in incoming.warnings] == ["exchange.note.utc_series"]


def test_a_calendar_says_where_its_floating_times_and_its_utc_are_at_home():
    data = a_file("UID:a\nDTSTART:20270304T160000Z", "UID:b\nDTSTART:20270304T160000", head="X-WR-TIMEZONE:Europe/Oslo")
    utc, floating = (arrival.event for arrival in read_calendar(data, home="Europe/Sofia").arrivals)

    assert (utc.at, utc.zone) == (time(17), "Europe/Oslo")
    assert (floating.at, floating.zone) == (time(16), "Europe/Oslo")


def test_floating_stays_floating_without_such_a_hint():
    assert read_calendar(a_file("UID:a\nDTSTART:20270304T160000"), home="Europe/Sofia").arrivals[0].event.zone == ""


def test_utc_and_a_zone_at_once_mean_the_zone_and_that_is_said():
    incoming = read_calendar(a_file("UID:a\nDTSTART;TZID=Europe/Berlin:20270304T160000Z"))

    assert (incoming.arrivals[0].event.at, incoming.arrivals[0].event.zone) == (time(16), "Europe/Berlin")
    assert [note.id for note in incoming.warnings] == ["exchange.note.zone_twice"]


def test_the_last_evening_of_time_does_not_come_home_as_a_morning_after_it():
    data = a_file("UID:a\nSUMMARY:Late\nDTSTART:23991231T235900Z")

    assert len(read_calendar(data, home="America/New_York").arrivals) == 1
    incoming = read_calendar(data, home="Europe/Sofia")

    assert incoming.arrivals == ()
    assert [(row.what, row.why.id) for row in incoming.refused] == [("Late", "exchange.refused.time")]
