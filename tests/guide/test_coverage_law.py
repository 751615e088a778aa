"""Coverage and gaps against a reference that walks minute by minute through the week."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.guide.cover_view import Cover, dated_cover, usual_cover
from app.guide.cover_week import WEEK, Rota
from app.guide.coverage import Absence, Duty, Promise
from app.guide.role import GuideRole

MONDAYS = [date(2027, 3, 22), date(2027, 10, 25), date(2027, 6, 7)]  # the clocks go forward, back, and as always
SUNDAY = date(2027, 3, 28)
ROLES = {"lead": GuideRole("lead", "Lead", people=("mila",)), "backup": GuideRole("backup", "B", people=("p", "r"))}
minute = st.integers(0, 96).map(lambda quarter: quarter * 15)


@st.composite
def duties(draw, weeks=(None,)) -> Duty:
    start, end = sorted((draw(minute), draw(minute)))
    person = draw(st.sampled_from(["", "", "mila", "p"]))
    role, week = draw(st.sampled_from(["lead", "backup"])), draw(st.sampled_from(weeks))
    return Duty("", role, draw(st.integers(0, 6)), start, end, person, week)


promises = st.builds(
    Promise,
    st.just("promise"),
    st.just("Threads"),
    st.sampled_from([0, 30, 120, 1440, 4000]),
    st.sets(st.integers(0, 6)).map(tuple),
    minute.filter(lambda it: it < 1440),
    minute.filter(bool),
)


def promised_at(promise: Promise, weekday: int, at: int) -> bool:
    """Whether something is promised in a minute; hours that end before they begin go on the next day."""
    days = promise.weekdays or range(7)
    if promise.start < promise.end:
        return weekday in days and promise.start <= at < promise.end
    return (weekday in days and at >= promise.start) or ((weekday - 1) % 7 in days and at < promise.end)


def next_covered(there: list[bool]) -> list[int | None]:
    found: list[int | None] = []
    coming = None
    for at in range(len(there) - 1, -1, -1):
        coming = at if there[at] else coming
        found.append(coming)
    return found[::-1]


def minutes_of(spans) -> set[int]:
    return {it for start, end in spans for it in range(start, end)}


def gap_minutes(cover: Cover) -> set[int]:
    return {it % WEEK for gap in cover.gaps for it in range(gap.start, gap.end)}


@settings(max_examples=25, deadline=None)
@given(st.lists(duties(), max_size=8), promises, st.sampled_from([0, 6]))
def test_a_usual_week_has_the_gaps_that_its_minutes_say(rows, promise, first_weekday):
    there = [False] * (2 * WEEK)
    for at in range(2 * WEEK):
        weekday, of_day = (at // 1440 + first_weekday) % 7, at % 1440
        there[at] = any(it.weekday == weekday and it.start <= of_day < it.end for it in rows)
    coming = next_covered(there)
    late = set()
    for at in range(WEEK):
        back = coming[at]
        kept = back is not None and back - at <= promise.within
        if promised_at(promise, (at // 1440 + first_weekday) % 7, at % 1440) and not kept:
            late.add(at)

    cover = usual_cover(Rota(tuple(rows), ROLES), [promise], first_weekday)

    assert minutes_of(cover.late) == late == gap_minutes(cover)
    assert cover.uncovered == len(late)
    assert all(gap.start < WEEK for gap in cover.gaps)
    assert all(a.end < b.start for a, b in zip(cover.gaps, cover.gaps[1:], strict=False))


@settings(max_examples=12, deadline=None)
@given(st.data(), st.sampled_from(MONDAYS), promises)
def test_a_dated_week_has_the_gaps_that_its_minutes_say(data, first, promise):
    rows = data.draw(st.lists(duties((None, None, first, first + timedelta(days=7))), max_size=8))
    days = st.integers(-8, 9).map(lambda by: first + timedelta(days=by))
    away = data.draw(
        st.lists(st.builds(Absence, st.just(""), st.sampled_from(["mila", "p", "r"]), days, days), max_size=3)
    )
    off = data.draw(st.sets(days, max_size=2))
    rota = Rota(tuple(rows), ROLES, tuple(away), dict.fromkeys(off, "Holiday"))
    late, in_week = reference(rota, promise, first)

    cover = dated_cover(rota, [promise], first, "Europe/Sofia")

    assert cover.uncovered == in_week
    assert minutes_of(cover.late) == late


def reference(rota: Rota, promise: Promise, first: date) -> tuple[set[int], int]:
    """Return the minutes on the clock that are late in a week, and how many minutes pass in them."""
    sofia, monday = ZoneInfo("Europe/Sofia"), datetime.combine(first, datetime.min.time())
    begin = monday.replace(tzinfo=UTC) - timedelta(hours=4)
    days = 7 + 7 + promise.within // 1440 + 1
    walls = [(begin + timedelta(minutes=at)).astimezone(sofia).replace(tzinfo=None) for at in range(days * 1440)]
    on_days = {day: on_duty(rota, day) for day in {wall.date() for wall in walls}}
    there = [on_days[wall.date()][wall.hour * 60 + wall.minute] for wall in walls]
    coming, late, passing = next_covered(there), set(), 0
    for at, wall in enumerate(walls):
        of_day, shown = wall.hour * 60 + wall.minute, round((wall - monday).total_seconds() / 60)
        back = coming[at]
        kept = back is not None and back - at <= promise.within
        if 0 <= shown < WEEK and promised_at(promise, wall.weekday(), of_day) and not kept:
            late.add(shown)
            passing += 1
    return late, passing


def on_duty(rota: Rota, day: date) -> list[bool]:
    """Return for each minute of a day whether somebody is there."""
    own = {it.week for it in rota.duties if it.week and 0 <= (day - it.week).days < 7}
    there = [False] * 1440
    for duty in rota.duties:
        wanted = duty.week in own if own else duty.week is None
        people = [duty.person] if duty.person else rota.roles[duty.role].people
        here = any(not any(it.person == one and it.start <= day <= it.end for it in rota.absences) for one in people)
        if wanted and here and duty.weekday == day.weekday() and (duty.week or day not in rota.holidays):
            there[duty.start : duty.end] = [True] * (duty.end - duty.start)
    return there


@pytest.mark.parametrize(("night", "hours"), [(date(2027, 3, 22), 1.0), (date(2027, 10, 25), 3.0)])
def test_the_night_on_which_clocks_are_changed_is_as_long_as_it_lasts(night, hours):
    watch = Promise("p", "Watch", 0, (6,), 120, 240)

    assert dated_cover(Rota(), [watch], night, "Europe/Sofia").uncovered == hours * 60
