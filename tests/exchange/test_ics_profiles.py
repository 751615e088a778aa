"""What goes out to whom."""

from dataclasses import replace
from datetime import date, time

import pytest

from app.calendar.event import ChecklistStep, MessageStatus, Status
from app.calendar.filter import EventFilter
from app.exchange.ics.choice import Choice, Profile
from app.exchange.ics.writing import write_calendar
from app.message import say
from tests.exchange.making import a_plan, a_series, an_event, an_override, full, independent, lines, members, shown

SECRET = "canary"
PRIVATE = {
    "short": SECRET, "tactic": "t1", "program": "g1", "personas": ("p1",), "stage": "s1", "channel": "c1",
    "owner": "w1",
    "message": MessageStatus.SENT, "prep": 7.25, "live": 3.75, "impact": 5, "ease": 4, "kpi": "k1", "success": SECRET,
    "call_to_action": SECRET, "notes": SECRET, "fixed": True,
    "foreign": f'{{"lines": ["X-NOTE:{SECRET}", "LOCATION:{SECRET}", "ATTENDEE:mailto:{SECRET}@example.org"]}}',
}  # fmt: skip


def outcome(plan, profile=Profile.MEMBERS, **choice):
    return write_calendar(plan, profile, Choice(**choice))


def test_members_get_title_time_public_text_and_link_and_nothing_else():
    event = an_event(**PRIVATE, link="https://example.org/a", public_text=(("en", "Come"), ("bg", "Елате")))
    data = members(a_plan(event, ChecklistStep("c", "e1", 0, SECRET), language="bg"))

    entry = data.decode().partition("BEGIN:VEVENT\r\n")[2].partition("END:VEVENT")[0]
    assert [row.partition(":")[0].partition(";")[0] for row in entry.replace("\r\n ", "").split("\r\n")[:-1]] == [
        "UID", "DTSTAMP", "CREATED", "LAST-MODIFIED", "SEQUENCE", "DTSTART", "DTEND", "SUMMARY", "DESCRIPTION", "URL",
    ]  # fmt: skip
    assert lines(data, "DESCRIPTION") == ["DESCRIPTION:Елате\\n\\nhttps://example.org/a"]
    for secret in (SECRET, "SEDYANKA-", "Calm Mondays", "Busy managers", "Activation", "Forum", "Mila", "First"):
        assert secret.encode() not in data


def test_members_read_the_language_that_there_is():
    assert lines(members(a_plan(an_event(public_text=(("en", "Come"),)), language="bg")), "DESCRIPTION") == [
        "DESCRIPTION:Come"
    ]


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"kind": "mod"}, say("exchange.left_out.kind", n=1)),
        ({"kind": "launch"}, say("exchange.left_out.kind", n=1)),
        ({"kind": "gone"}, say("exchange.left_out.kind", n=1)),
        ({"status": Status.IDEA}, say("exchange.left_out.idea", n=1)),
        ({"status": Status.SKIPPED}, say("exchange.left_out.skipped", n=1)),
        ({"day": None}, say("exchange.left_out.backlog", n=1)),
        ({"foreign": '{"lines": ["class:Private"]}'}, say("exchange.left_out.private", n=1)),
    ],
)
@pytest.mark.parametrize("rrule", ["", "FREQ=WEEKLY;BYDAY=TH"])
def test_what_is_not_for_members_is_left_out_and_said(fields, reason, rrule):
    written = outcome(a_plan(an_event(rrule=rrule, **fields)))

    assert (written.events, written.left_out) == (0, (reason,))
    assert lines(written.data, "SUMMARY") == []


def test_a_single_occurrence_that_is_not_for_members_is_an_exception():
    plan = a_plan(
        a_series(),
        an_override("2027-03-11T18:00", status=Status.SKIPPED),
        an_override("2027-03-18T18:00", kind="mod"),
        an_override("2027-03-25T18:00", title="Guests"),
    )
    written = outcome(plan)

    assert lines(written.data, "EXDATE") == [f"EXDATE;TZID=Europe/Sofia:202703{day}T180000" for day in (11, 18)]
    assert lines(written.data, "SUMMARY") == ["SUMMARY:AMA", "SUMMARY:Guests"]
    assert set(written.left_out) == {say("exchange.left_out.skipped", n=1), say("exchange.left_out.kind", n=1)}


def test_one_good_occurrence_of_a_hidden_series_goes_out_alone():
    plan = a_plan(a_series(status=Status.IDEA), an_override("2027-03-11T18:00", status=Status.READY))

    data = members(plan)

    assert independent(data, date(2027, 1, 1), date(2028, 1, 1)) == {("e1@sedyanka", "2027-03-11T16:00Z", 60): 1}


def test_the_full_calendar_says_everything_in_words_too():
    event = an_event(**PRIVATE | {"notes": "Private words", "foreign": ""}, public_text=(("en", "Come"),))
    data = full(a_plan(event, ChecklistStep("c", "e1", 0, "Invite", done=True), ChecklistStep("d", "e1", 1, "Thank")))

    steps = "[x] Invite\\n[ ] Thank"
    names = "AMA / Q&A · Calm Mondays · Activation · Forum · Mila D. · Busy managers"
    assert lines(data, "DESCRIPTION") == [f"DESCRIPTION:Come\\n\\nPrivate words\\n\\n{steps}\\n\\n{names}"]
    assert lines(data, "CATEGORIES") == ["CATEGORIES:AMA / Q&A,Activation,Forum,Busy managers"]


def test_an_idea_without_a_day_goes_out_in_full_as_a_task():
    data = full(a_plan(an_event(day=None)))

    assert data.count(b"BEGIN:VTODO") == 1
    assert b"BEGIN:VEVENT" not in data


def keep(plan, *terms):
    return lambda occurrence: EventFilter(terms).matches(occurrence, plan)


def test_a_filter_narrows_what_members_get():
    plan = a_plan(
        an_event(stage="s1"),
        a_series(id="e2"),
        replace(an_override("2027-03-11T18:00", stage="s1"), series="e2"),
        an_event(id="e3", day=date(2027, 4, 1)),
    )
    written = outcome(plan, keep=keep(plan, ("stage", "s1")))

    assert set(independent(written.data, date(2027, 1, 1), date(2028, 1, 1))) == {
        ("e1@sedyanka", "2027-03-04T16:00Z", 60),
        ("e2@sedyanka", "2027-03-11T16:00Z", 60),
    }
    assert say("exchange.left_out.filtered", n=2) in written.left_out


def test_a_range_narrows_a_series_for_members():
    plan = a_plan(a_series(), an_override("2027-03-25T18:00", day=date(2027, 4, 20)))
    first, last = date(2027, 3, 10), date(2027, 4, 2)
    data = members(plan, first=first, last=last)

    assert lines(data, "RRULE") == ["RRULE:FREQ=WEEKLY;BYDAY=TH;UNTIL=20270401T150000Z"]
    assert lines(data, "DTSTART") == ["DTSTART;TZID=Europe/Sofia:20270311T180000"]
    assert independent(data, date(2026, 1, 1), date(2030, 1, 1)) == shown(plan, first, last)


def test_a_range_that_holds_the_whole_series_leaves_its_rule_alone():
    data = members(a_plan(a_series(rrule="FREQ=WEEKLY;COUNT=3")), first=date(2027, 3, 1), last=date(2027, 5, 30))

    assert lines(data, "RRULE") == ["RRULE:FREQ=WEEKLY;COUNT=3"]


@pytest.mark.parametrize(
    "rrule",
    [
        "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH",
        "FREQ=WEEKLY;INTERVAL=2;BYDAY=SU,TH;WKST=SU",
        "FREQ=DAILY;INTERVAL=3",
        "FREQ=MONTHLY;INTERVAL=2",
        "FREQ=MONTHLY;BYDAY=1TH",
        "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
        "FREQ=YEARLY",
        "FREQ=WEEKLY;COUNT=9",
        "FREQ=WEEKLY;BYDAY=TH\nFREQ=MONTHLY;BYMONTHDAY=13",
        "FREQ=DAILY\nEXRULE:FREQ=WEEKLY;BYDAY=MO",
    ],
)
def test_a_narrowed_series_has_just_the_occurrences_that_the_page_shows(rrule):
    plan = a_plan(a_series(rrule=rrule, rdates=("2027-04-17T09:00",) if "\n" in rrule else ()))

    for first, last in [(date(2027, 3, 10), date(2027, 4, 20)), (date(2027, 4, 14), date(2027, 6, 30))]:
        data = members(plan, first=first, last=last)
        assert independent(data, date(2026, 1, 1), date(2029, 1, 1)) == shown(plan, first, last)


@pytest.mark.parametrize("rrule", ["", "FREQ=DAILY;COUNT=20"])
def test_a_range_is_one_of_days_of_the_playbook_and_what_goes_out_keeps_its_own_time(rrule):
    plan = a_plan(an_event(day=date(2027, 3, 9), at=time(20), zone="America/New_York", rrule=rrule))

    data = members(plan, first=date(2027, 3, 10), last=date(2027, 3, 11))

    found = independent(data, date(2027, 1, 1), date(2028, 1, 1))
    assert lines(data, "DTSTART") == ["DTSTART;TZID=America/New_York:20270309T200000"]
    assert [start for _, start, _ in sorted(found)] == ["2027-03-10T01:00Z", "2027-03-11T01:00Z"][: 2 if rrule else 1]
    assert members(plan, first=date(2027, 3, 9), last=date(2027, 3, 9)).count(b"BEGIN:VEVENT") == 0


def test_a_series_of_another_zone_that_is_in_the_range_is_whole():
    event = an_event(day=date(2027, 3, 9), at=time(20), zone="America/New_York", rrule="FREQ=DAILY;COUNT=3")
    days = {"first": date(2027, 3, 10), "last": date(2027, 3, 12)}

    assert lines(members(a_plan(event), **days), "RRULE") == ["RRULE:FREQ=DAILY;COUNT=3"]
    assert outcome(a_plan(event), Profile.FULL, **days).left_out == ()


def test_the_full_calendar_keeps_a_series_whole_and_says_so():
    plan = a_plan(a_series(), an_event(id="e2", day=date(2027, 1, 5)))
    written = outcome(plan, Profile.FULL, first=date(2027, 3, 10), last=date(2027, 4, 2))

    assert lines(written.data, "RRULE") == ["RRULE:FREQ=WEEKLY;BYDAY=TH"]
    assert written.left_out == (say("exchange.left_out.range", n=1), say("exchange.whole_series", n=1))


def test_one_series_can_go_out_alone_with_just_the_things_it_names():
    plan = a_plan(a_series(stage="s1"), an_event(id="e2", personas=("p1",)))
    data = full(plan, events=frozenset({"e1"}))

    assert lines(data, "UID") == ["UID:e1@sedyanka"]
    assert len(lines(data, "X-SEDYANKA-RECORD")) == 2
