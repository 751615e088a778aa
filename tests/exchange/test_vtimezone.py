import io
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from dateutil.tz import tzical

from app.exchange.ics.vtimezone import vtimezone

PAIRS = ["Europe/Sofia", "Europe/Dublin", "America/New_York", "Australia/Sydney", "Australia/Lord_Howe",
         "America/Santiago", "America/Nuuk", "Asia/Jerusalem", "Asia/Beirut", "Pacific/Auckland"]  # fmt: skip
FIXED = ["Asia/Kolkata", "Asia/Kathmandu", "America/Bogota", "Africa/Lagos", "Etc/GMT+5"]
IRREGULAR = ["Africa/Casablanca", "Africa/El_Aaiun", "Africa/Cairo", "Asia/Gaza"]


def rules(rows):
    return [row.removeprefix("RRULE:") for row in rows if row.startswith("RRULE")]


def differences(zone, rows, first, last):
    read = tzical(io.StringIO("\r\n".join(rows))).get()
    truth, moment, found = ZoneInfo(zone), datetime(first, 1, 1), []  # noqa: DTZ001 wall time
    while moment.year <= last:
        here = moment.replace(tzinfo=truth)
        exists = here.astimezone(UTC).astimezone(truth).replace(tzinfo=None) == moment
        if exists and here.utcoffset() != moment.replace(tzinfo=read).utcoffset():
            found.append(moment)
        moment += timedelta(hours=31)
    return found


def test_sofia_is_the_pair_that_outlook_reads():
    assert list(vtimezone("Europe/Sofia", 2027, 2028)) == [
        "BEGIN:VTIMEZONE",
        "TZID:Europe/Sofia",
        "BEGIN:DAYLIGHT",
        "DTSTART:20260329T030000",
        "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
        "TZOFFSETFROM:+0200",
        "TZOFFSETTO:+0300",
        "TZNAME:EEST",
        "END:DAYLIGHT",
        "BEGIN:STANDARD",
        "DTSTART:20261025T040000",
        "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
        "TZOFFSETFROM:+0300",
        "TZOFFSETTO:+0200",
        "TZNAME:EET",
        "END:STANDARD",
        "END:VTIMEZONE",
    ]


@pytest.mark.parametrize(
    ("zone", "wanted"),
    [
        ("America/New_York", ["FREQ=YEARLY;BYMONTH=3;BYDAY=2SU", "FREQ=YEARLY;BYMONTH=11;BYDAY=1SU"]),
        ("Australia/Sydney", ["FREQ=YEARLY;BYMONTH=4;BYDAY=1SU", "FREQ=YEARLY;BYMONTH=10;BYDAY=1SU"]),
        ("Asia/Kolkata", []),
        ("Africa/Casablanca", []),
    ],
)
def test_a_zone_has_the_rules_of_its_law(zone, wanted):
    assert rules(vtimezone(zone, 2027, 2028)) == wanted


@pytest.mark.parametrize("zone", [*PAIRS, *FIXED, *IRREGULAR])
def test_an_independent_reader_sees_the_true_clocks(zone):
    assert differences(zone, vtimezone(zone, 2026, 2029), 2026, 2029) == []


@pytest.mark.parametrize(("zone", "first", "last"), [("Europe/Istanbul", 2014, 2018), ("Europe/Moscow", 2009, 2015)])
def test_a_zone_that_changed_its_law_is_told_change_by_change(zone, first, last):
    rows = vtimezone(zone, first, last)

    assert rules(rows) == []
    assert differences(zone, rows, first, last) == []


@pytest.mark.parametrize("zone", PAIRS)
def test_a_pair_goes_on_for_a_series_without_an_end(zone):
    assert differences(zone, vtimezone(zone, 2027, 2027), 2027, 2040) == []


@pytest.mark.parametrize("zone", [*PAIRS, *FIXED, *IRREGULAR])
def test_every_zone_has_a_standard_time_and_no_lists_of_dates(zone):
    rows = vtimezone(zone, 2027, 2028)

    assert "BEGIN:STANDARD" in rows
    assert not any(row.startswith(("RDATE", "X-")) for row in rows)
    assert len(rows) < 80
