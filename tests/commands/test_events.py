from datetime import date, time

import pytest

from app.calendar.event import Event
from app.message import say
from storage.playbooks import SqlPlaybooks

CONTRACT = {"id", "uid", "title", "start", "end", "all_day", "tz", "kind", "status"}


def add(typed, **fields):
    store = SqlPlaybooks().open(typed.file("k.sedyanka"))
    with store.change(say("step.add", title="x")):
        store.of(Event).save([Event(**{"id": "x1", "title": "Extra", "kind": ""} | fields)])
    store.close()


def test_the_quarter_is_listed_in_order_of_time(sample):
    rows = sample.json("events", "k.sedyanka")

    assert len(rows) == 69
    assert all(row.keys() >= CONTRACT for row in rows)
    assert [row["start"][:10] for row in rows] == sorted(row["start"][:10] for row in rows)


def test_a_timed_event_tells_its_offset_and_a_whole_day_its_day_after(sample):
    rows = {
        row["title"]: row for row in sample.json("events", "k.sedyanka", "--from", "2027-03-22", "--to", "2027-03-29")
    }

    assert rows["Office hours"]["start"] == "2027-03-24T16:00:00+02:00"
    assert rows["Office hours"]["end"] == "2027-03-24T17:00:00+02:00"
    assert rows["Office hours"]["tz"] == "Europe/Sofia"
    tidy = rows["7-day tidy calendar challenge"]
    assert (tidy["start"], tidy["end"], tidy["all_day"], tidy["tz"]) == ("2027-03-22", "2027-03-29", True, "")


def test_summer_time_changes_the_offset_and_not_the_hour(sample):
    starts = [row["start"] for row in sample.json("events", "k.sedyanka") if row["title"] == "Office hours"]

    assert {start[11:16] for start in starts} == {"16:00"}
    assert {start[-6:] for start in starts} == {"+02:00", "+03:00"}


def test_a_floating_time_has_no_offset_and_utc_has_one(sample):
    noon = time(12)
    add(sample, id="f", title="Floating", day=date(2027, 3, 13), at=noon, minutes=30)
    add(sample, id="u", title="Utc", day=date(2027, 3, 13), at=noon, minutes=30, zone="UTC")

    rows = {
        row["title"]: row for row in sample.json("events", "k.sedyanka", "--from", "2027-03-13", "--to", "2027-03-14")
    }
    assert (rows["Floating"]["start"], rows["Floating"]["end"]) == ("2027-03-13T12:00:00", "2027-03-13T12:30:00")
    assert rows["Utc"]["start"] == "2027-03-13T12:00:00+00:00"


def test_to_is_exclusive(sample):
    rows = sample.json("events", "k.sedyanka", "--from", "2027-03-10", "--to", "2027-03-11")

    assert [row["title"] for row in rows] == ["Office hours"]


def test_one_key_twice_means_or_and_two_keys_mean_and(sample):
    either = sample.json("events", "k.sedyanka", "--filter", "kind=Poll", "--filter", "kind=pilot")
    both = sample.json("events", "k.sedyanka", "--filter", "kind=Poll", "--filter", "status=done")

    assert {row["kind"] for row in either} == {"Poll", "Pilot"}
    assert both == []


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--filter", "colour=red"), "‘colour=red’ is no filter."),
        (("--filter", "kind"), "‘kind’ is no filter."),
        (("--from", "2027-03-10", "--to", "2027-03-10"), "There is no day from 2027-03-10"),
    ],
)
def test_a_wrong_question_is_refused(sample, words, told):
    assert sample("events", "k.sedyanka", *words) == 2
    assert sample.err[0].startswith(told)


def test_people_get_a_line_for_each(sample):
    assert sample("events", "k.sedyanka", "--from", "2027-03-10", "--to", "2027-03-12") == 0

    assert sample.out == ["2027-03-10  16:00  Office hours", "2027-03-11  17:00  AMA with founders"]


def test_reading_works_beside_a_window_and_writing_does_not(sample):
    window = SqlPlaybooks().open(sample.file("k.sedyanka"))
    sample.file("a.ics").write_text("BEGIN:VCALENDAR\nEND:VCALENDAR\n")

    assert sample("events", "k.sedyanka") == 0
    assert sample("export", "k.sedyanka", "--ics", "b.ics") == 0
    assert sample("backup", "k.sedyanka") == 0
    assert sample("verify", "k.sedyanka") == 0
    assert sample("import", "k.sedyanka", "a.ics") == 2
    assert "k.sedyanka" in sample.err[0]
    window.close()


def test_what_is_not_there_or_no_playbook_is_told_in_one_line(typed):
    typed.file("note.txt").write_text("hello")

    for name in ("none.sedyanka", "note.txt"):
        for command in ("events", "verify", "backup"):
            assert typed(command, name) == 2
            assert len(typed.err) == 1
    assert typed.files() == ["note.txt"]


def test_days_to_look_at_are_days_of_the_playbook_and_times_keep_their_own_offset(sample):
    add(sample, id="u", title="Late", day=date(2027, 3, 13), at=time(22, 30), minutes=30, zone="UTC")
    add(sample, id="n", title="Abroad", day=date(2027, 3, 13), at=time(20), minutes=60, zone="America/New_York")

    days = ("events", "k.sedyanka", "--from", "2027-03-14", "--to", "2027-03-15", "--filter", "text=a")
    rows = {row["title"]: row for row in sample.json(*days)}

    assert (rows["Late"]["start"], rows["Late"]["end"]) == ("2027-03-13T22:30:00+00:00", "2027-03-13T23:00:00+00:00")
    assert (rows["Abroad"]["start"], rows["Abroad"]["tz"]) == ("2027-03-13T20:00:00-05:00", "America/New_York")
    before = sample.json("events", "k.sedyanka", "--from", "2027-03-13", "--to", "2027-03-14")
    assert {"Late", "Abroad"}.isdisjoint(row["title"] for row in before)
    sample(*days)
    assert [line for line in sample.out if "Late" in line or "Abroad" in line] == [
        "2027-03-14  00:30  Late",
        "2027-03-14  03:00  Abroad",
    ]


def test_a_night_in_which_clocks_change_ends_when_its_own_clocks_say(sample):
    add(sample, id="n", title="Night", day=date(2027, 3, 27), at=time(22), minutes=480, zone="Europe/Sofia")

    [row] = sample.json("events", "k.sedyanka", "--filter", "text=night", "--from", "2027-03-27", "--to", "2027-03-28")

    assert (row["start"], row["end"]) == ("2027-03-27T22:00:00+02:00", "2027-03-28T06:00:00+03:00")
