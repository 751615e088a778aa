"""What an import will do is told before it is done, event by event."""

from dataclasses import replace
from datetime import date, time

import pytest

from app.calendar.event import ChecklistStep, Status
from app.calendar.kind import Kind
from app.calendar.overridden import own_fields
from app.exchange.ics.merge import Fate, compare
from app.exchange.ics.reading import read_calendar
from tests.exchange.making import (
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

SOFIA = "UID:a\nDTSTART;TZID=Europe/Sofia:20270304T180000\nDTEND;TZID=Europe/Sofia:20270304T190000"
WEEKLY = f"{SOFIA}\nRRULE:FREQ=WEEKLY;BYDAY=TH"


def fates(data, plan):
    return [row.fate for row in compare(read_calendar(data, home=plan.playbook.zone), plan, ids()).rows]


def brought(*entries, plan=None):
    plan, done = imported(a_file(*entries), plan)
    (event,) = [event for event in plan.events.values() if event.uid == "a"]
    return plan, event, done


def test_new_events_get_an_id_and_a_kind_that_members_do_not_see():
    plan, event, done = brought(f"{SOFIA}\nSUMMARY:x")

    assert (event.id, event.kind, plan.kinds[event.kind].members) == ("new1", "other", False)
    assert [row.fate for row in done.rows] == [Fate.NEW]


def test_a_plan_without_a_quiet_kind_gets_one():
    plan = a_plan()
    plan.kinds = {"ama": plan.kinds["ama"]}

    plan, event, _ = brought(SOFIA, plan=plan)

    assert plan.kinds[event.kind] == replace(Kind("", "Other", members=False, key="other", position=1), id=event.kind)


def test_categories_name_kinds_personas_and_stages():
    _, event, _ = brought(f"{SOFIA}\nCATEGORIES:ama / q&a,BUSY MANAGERS,Activation\nCATEGORIES:Forum,Other words")

    assert (event.kind, event.personas, event.stage, event.channel) == ("ama", ("p1",), "s1", "c1")


@pytest.mark.parametrize(
    ("version", "fate"),
    [
        ("SEQUENCE:3", Fate.UPDATED),
        ("SEQUENCE:2", Fate.UPDATED),  # nothing says that it is old
        ("SEQUENCE:1", Fate.OLDER),
        ("SEQUENCE:2\nLAST-MODIFIED:20270601T000000Z", Fate.UPDATED),
        ("SEQUENCE:2\nLAST-MODIFIED:20270501T000000Z", Fate.OLDER),
        ("SEQUENCE:3\nLAST-MODIFIED:20200101T000000Z", Fate.UPDATED),
        ("SEQUENCE:x", Fate.OLDER),
    ],
)
def test_the_newer_one_wins_and_the_older_is_listed(version, fate):
    plan, _, _ = brought(f"{SOFIA}\nSUMMARY:before\nSEQUENCE:2\nLAST-MODIFIED:20270501T000000Z")

    assert fates(a_file(f"{SOFIA}\nSUMMARY:after\n{version}"), plan) == [fate]


def test_the_same_again_is_unchanged_whatever_its_number():
    plan, _, _ = brought(f"{SOFIA}\nSUMMARY:x\nSEQUENCE:2")

    for version in ("SEQUENCE:1", "SEQUENCE:2", "SEQUENCE:9"):
        assert fates(a_file(f"{SOFIA}\nSUMMARY:x\n{version}"), plan) == [Fate.UNCHANGED]


def test_an_update_keeps_what_the_other_program_cannot_know():
    plan, event, _ = brought(f"{SOFIA}\nSUMMARY:before")
    plan.events[event.id] = replace(
        event, kind="ama", stage="s1", prep=2.0, status=Status.READY, link="https://x.example"
    )

    _, event, done = brought(f"{SOFIA}\nSUMMARY:after\nSEQUENCE:1", plan=plan)

    assert (event.title, event.kind, event.stage, event.prep, event.status) == ("after", "ama", "s1", 2.0, Status.READY)
    assert (event.link, event.revision, done.rows[0].before.title) == ("https://x.example", 1, "before")


def test_an_update_moves_and_cancels():
    plan, _, _ = brought(SOFIA)
    _, event, _ = brought(f"{SOFIA.replace('0304', '0309')}\nSEQUENCE:1\nSTATUS:CANCELLED", plan=plan)

    assert (event.day, event.status) == (date(2027, 3, 9), Status.SKIPPED)


def test_occurrences_are_told_apart_by_their_original_start():
    change = SOFIA.replace("UID:a", "UID:a\nRECURRENCE-ID;TZID=Europe/Sofia:20270311T180000").replace("0304", "0312")
    plan, event, _ = brought(WEEKLY, change)

    assert fates(a_file(WEEKLY, change), plan) == [Fate.UNCHANGED]
    assert list(plan.overrides[event.id]) == ["2027-03-11T18:00"]


def test_an_update_keeps_our_own_fields_of_an_occurrence_and_takes_its_times_from_the_file():
    plan, event, _ = brought(WEEKLY)
    original = "2027-03-11T18:00"
    mine = an_override(original, status=Status.DONE, at=time(19))
    plan.overrides[event.id] = {
        original: replace(mine, series=event.id),
        "2027-03-18T18:00": cancelled("2027-03-18T18:00"),
    }

    imported(a_file(f"{WEEKLY}\nSUMMARY:x\nSEQUENCE:1"), plan)

    assert {key: own_fields(one) for key, one in plan.overrides[event.id].items()} == {
        original: {"status": Status.DONE}
    }


def test_an_occurrence_that_comes_alone_finds_its_series():
    plan, event, _ = brought(WEEKLY)
    alone = "UID:a\nRECURRENCE-ID:20270311T160000Z\nDTSTART:20270311T170000Z\nDTEND:20270311T180000Z\nSEQUENCE:1"

    _, done = imported(a_file(alone), plan)

    assert own_fields(plan.overrides[event.id]["2027-03-11T18:00"]) == {"at": time(19)}
    assert [row.fate for row in done.rows] == [Fate.UPDATED]
    assert fates(a_file(alone), plan) == [Fate.UNCHANGED]


def test_a_cancelled_occurrence_that_comes_alone_cancels_it():
    plan, event, _ = brought(WEEKLY)

    imported(a_file("UID:a\nRECURRENCE-ID:20270311T160000Z\nDTSTART:20270311T160000Z\nSTATUS:CANCELLED"), plan)

    assert plan.overrides[event.id]["2027-03-11T18:00"].cancelled


def test_the_members_calendar_of_a_playbook_does_no_harm_to_it():
    plan = a_plan(a_series(notes="ours", public_text=(("en", "Come"),)), an_override("2027-03-11T18:00", kind="mod"))

    assert fates(members(plan, first=date(2027, 3, 8), last=date(2027, 3, 31)), plan) == [Fate.OLDER]


def test_notes_that_were_changed_in_another_program_come_back():
    event = an_event(notes="before", public_text=(("en", "Come"),), stage="s1")
    plan = a_plan(event, ChecklistStep("c", "e1", 0, "Invite"))
    data = full(plan).replace(b"\\n\\nbefore\\n\\n", b"\\n\\nafter\\n\\n").replace(b"SEQUENCE:0", b"SEQUENCE:1")

    imported(data, plan)

    assert plan.events["e1"] == replace(event, notes="after", revision=1)


def test_a_program_that_dropped_our_lines_changes_only_what_it_shows():
    event = an_event(notes="before", public_text=(("en", "Come"),), stage="s1", prep=2.0)
    plan = a_plan(event)
    stripped = [row for row in full(plan).replace(b"\r\n ", b"").split(b"\r\n") if not row.startswith(b"X-SEDYANKA")]
    data = b"\r\n".join(stripped).replace(b"SUMMARY:AMA", b"SUMMARY:Renamed").replace(b"SEQUENCE:0", b"SEQUENCE:1")

    imported(data, plan)

    assert plan.events["e1"] == replace(event, title="Renamed", revision=1, changed=event.changed // 10**6 * 10**6)


def test_a_checklist_is_replaced_and_keeps_its_ids():
    plan = a_plan(an_event(), ChecklistStep("c0", "e1", 0, "Invite"), ChecklistStep("c1", "e1", 1, "Thank"))
    other = a_plan(an_event(revision=1), ChecklistStep("c9", "e1", 0, "Invite", done=True))

    done = compare(read_calendar(full(other)), plan, ids())

    assert done.save[-1] == ChecklistStep("c0", "e1", 0, "Invite", done=True)
    assert done.delete == ((ChecklistStep, "c1"),)


def test_an_event_whose_id_is_taken_by_another_gets_a_new_one_and_keeps_its_uid():
    plan = a_plan(an_event(uid="other@example.org"))
    again, _ = imported(full(a_plan(an_event(title="Mine"))), plan)

    assert {(event.id, event.uid, event.title) for event in again.events.values()} == {
        ("e1", "other@example.org", "AMA"),
        ("new1", "e1@sedyanka", "Mine"),
    }


def test_refusals_and_warnings_come_along():
    done = compare(read_calendar(a_file("UID:b\nSUMMARY:x", f"{SOFIA}\nbroken")), a_plan(), ids())

    assert [refused.what for refused in done.refused] == ["x"]
    assert [note.id for note in done.warnings] == ["exchange.note.broken_line"]
    assert done.count(Fate.NEW) == 1
