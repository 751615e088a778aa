"""How edge cases are treated, each by its name."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from app.health.definitions import USUAL, define, definitions
from app.health.measures.asking import offsets_of
from app.health.measures.counting import counted
from app.health.measures.measure import Value
from tests.health.measures.communities import MONDAY, Community, look, micros

HOUR = timedelta(hours=1)
DAYS = timedelta(days=1)


def values(made, folder) -> dict[str, Value]:
    it = look(made, folder)
    found = {value.measure: value for value in counted(it)}
    it.store.close()
    return found


def weekly(made, *offsets, **fields):
    who = made.person(f"p{len(made.identities)}", **fields)
    for days in offsets:
        made.act(who, 1, MONDAY + days * DAYS + 12 * HOUR)
    return who


def test_a_week_that_is_not_over_is_left_out(tmp_path):
    made = Community()
    weekly(made, 0, 6, 8)
    weekly(made, 9)

    found = values(made, tmp_path)["weekly_active"]
    assert (found.found.number, str(found.period)) == (1, "2026-W37")


def test_bots_never_count(tmp_path):
    made = Community()
    weekly(made, 0, 6)
    weekly(made, 1, bot=1)

    assert values(made, tmp_path)["weekly_active"].found.number == 1


def test_staff_count_unless_the_definition_leaves_them_out(tmp_path):
    made = Community()
    weekly(made, 0, 6)
    weekly(made, 1, staff=1)
    it = look(made, tmp_path)
    with_staff = {value.measure: value.found.number for value in counted(it)}
    from app.health.measure_choice import Definition
    from app.health.measures.asking import asking

    define(it.store, Definition("", "staff_counts", times=0))
    without = {value.measure: value.found.number for value in counted(asking(it.store, it.ask))}
    it.store.close()

    assert (with_staff["weekly_active"], without["weekly_active"]) == (2, 1)


def test_a_day_is_that_of_the_playbooks_zone(tmp_path):
    made = Community(zone="Europe/Sofia")
    who = made.person("late")
    made.act(who, 1, MONDAY - 2 * HOUR)  # Monday, one o'clock in Sofia
    made.act(who, 1, MONDAY + 6 * DAYS)

    found = values(made, tmp_path)["weekly_active"]
    assert (found.found.number, str(found.period)) == (1, "2026-W37")


def test_what_an_import_that_is_not_complete_told_counts_nowhere(tmp_path):
    made = Community()
    weekly(made, 0, 6)
    made.act(made.person("half", batch=2), 1, MONDAY, batch=2)

    found = values(made, tmp_path)
    assert (found["weekly_active"].found.number, found["members"].found.number) == (1, 1)


def test_two_identities_of_one_member_are_one_person(tmp_path):
    made = Community(members={"p0": "m", "p1": "m"})
    weekly(made, 0, 6)
    weekly(made, 1)

    assert values(made, tmp_path)["weekly_active"].found.number == 1


def test_whoever_joined_lately_is_pending_and_has_not_failed(tmp_path):
    made = Community()
    weekly(made, 0, 27)
    weekly(made, 2, joined=micros(MONDAY + 1 * DAYS))
    weekly(made, joined=micros(MONDAY + 1 * DAYS))
    weekly(made, 26, joined=micros(MONDAY + 25 * DAYS))

    found = values(made, tmp_path)["activation_7"].found
    assert (found.number, found.n, dict(found.parts)) == (50, 2, {"pending": 1})


def test_a_source_without_threads_has_an_unknown_first_response(tmp_path):
    made = Community()
    weekly(made, 0, 13)

    found = values(made, tmp_path)
    for name in ("unanswered_rate", "first_response_median", "first_response_p90", "reply_ratio"):
        assert found[name].found.number is None
        assert found[name].found.notes[0].id == "measures.unknown.threads"


def test_a_thread_that_may_still_be_answered_is_left_out(tmp_path):
    made = Community()
    one, other = made.person("one"), made.person("other")
    root = made.act(one, 1, MONDAY + HOUR)
    made.act(one, 2, MONDAY + 2 * HOUR, thread=root)  # one's own answer is none
    made.act(other, 2, MONDAY + 4 * HOUR, thread=root)
    made.act(one, 1, MONDAY + 12 * DAYS)
    made.act(other, 9, MONDAY + 13 * DAYS)

    found = values(made, tmp_path)
    assert (found["unanswered_rate"].found.number, found["unanswered_rate"].found.n) == (0, 1)
    assert found["first_response_median"].found.number == 3


def test_reactions_without_a_time_are_unknown_and_not_zero(tmp_path):
    made = Community()
    who = weekly(made, 0, 6)
    made.act(who, 3, None)

    found = values(made, tmp_path)["reactions_per_active_week_mean"].found
    assert (found.number, found.notes[0].id) == (None, "measures.unknown.untimed")


def test_direct_messages_are_unknown_where_no_source_tells_them(tmp_path):
    made = Community()
    weekly(made, 0, 6)

    assert values(made, tmp_path)["direct_per_active_week_mean"].found.notes[0].id == "measures.unknown.direct"


def test_whoever_left_counts_for_the_time_they_were_here(tmp_path):
    made = Community()
    weekly(made, 0, 90)
    weekly(made, joined=micros(MONDAY), gone=micros(MONDAY + 30 * DAYS))
    weekly(made, joined=micros(MONDAY - 90 * DAYS), gone=micros(MONDAY - 30 * DAYS))

    assert values(made, tmp_path)["members"].found.number == 2


def test_nothing_at_all_is_unknown_everywhere(tmp_path):
    found = values(Community(), tmp_path)

    assert {name for name, value in found.items() if value.found.number is not None} == set()
    assert all(value.found.notes for value in found.values())


def test_a_definition_is_the_usual_one_until_somebody_writes_another(tmp_path):
    it = look(Community(), tmp_path)

    assert definitions(it.store) == USUAL
    it.store.close()


@pytest.mark.parametrize("name", ["Europe/Sofia", "Australia/Lord_Howe", "America/Santiago", "Asia/Beirut", "UTC"])
def test_offsets_say_what_clocks_say(name):
    zone = ZoneInfo(name)
    first = micros(MONDAY)
    offsets = offsets_of(zone, first, first + 700 * 86_400_000_000)
    for hours in range(0, 700 * 24, 5):
        at = MONDAY + hours * HOUR
        ahead = next(ahead for begin, ahead in reversed(offsets) if micros(at) >= begin)
        assert timedelta(microseconds=ahead) == at.astimezone(zone).utcoffset()


def test_the_hour_before_and_after_clocks_change_is_of_its_own_day():
    zone = ZoneInfo("America/Santiago")
    offsets = offsets_of(zone, micros(MONDAY), micros(MONDAY))
    changes = [datetime.fromtimestamp(at / 1e6, zone).date() for at, _ in offsets[1:]]

    assert date(2026, 9, 6) in changes or date(2026, 4, 4) in changes
