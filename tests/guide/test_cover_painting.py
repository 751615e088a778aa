"""Hours of duty are painted and erased, in usual weeks or in one of its own; people can be away."""

from dataclasses import replace
from datetime import date

import pytest

from app.guide.absences import add_absence, delete_absence, edit_absence
from app.guide.cover_load import DutyHours
from app.guide.cover_painting import back_to_usual, give_own_hours, paint, rota_of
from app.guide.cover_view import dated_cover, usual_cover
from app.guide.cover_week import Away
from app.guide.coverage import Absence, Duty, Promise
from app.guide.role import GuideRole
from app.message import say
from app.playbook.playbook import PLAYBOOK_ID, Person, Playbook
from app.store import Store

MONDAY = date(2027, 3, 1)  # 3 March is Bulgaria's day of liberation
WEDNESDAY = date(2027, 3, 3)


@pytest.fixture
def guide(store: Store) -> Store:
    with store.change(say("step.begin")):
        store.of(Person).save([Person("mila", "Mila"), Person("petya", "Petya"), Person("rado", "Rado")])
        store.of(GuideRole).save(
            [
                GuideRole("lead", "Lead", people=("mila",), counts=True),
                GuideRole("backup", "Backup", people=("petya", "rado")),
            ]
        )
        store.of(Playbook).save([replace(store.of(Playbook).get(PLAYBOOK_ID), holidays=("BG",))])
    return store


def hours(store: Store, week: date | None = None) -> list[tuple[str, int, int, int, str]]:
    there = (it for it in store.of(Duty).all() if it.week == week)
    return sorted((it.role, it.weekday, it.start, it.end, it.person) for it in there)


def test_painting_joins_what_touches_and_keeps_the_rest(guide):
    paint(guide, "lead", [0, 1], (540, 720))
    kept = {it.id for it in guide.of(Duty).where(weekday=1)}
    paint(guide, "lead", [0], (720, 780))
    paint(guide, "lead", [0], (900, 960))

    assert hours(guide) == [("lead", 0, 540, 780, ""), ("lead", 0, 900, 960, ""), ("lead", 1, 540, 720, "")]
    assert kept <= {it.id for it in guide.of(Duty).all()}


def test_painting_is_one_step_and_erasing_another(guide):
    paint(guide, "lead", range(5), (540, 1020))
    paint(guide, "lead", range(5), (720, 840), erase=True)

    assert hours(guide)[:2] == [("lead", 0, 540, 720, ""), ("lead", 0, 840, 1020, "")]
    guide.undo()
    assert hours(guide) == [("lead", day, 540, 1020, "") for day in range(5)]
    guide.undo()
    assert hours(guide) == []


def test_erasing_for_one_person_leaves_the_others_there(guide):
    paint(guide, "backup", [5], (600, 720), person="petya")
    paint(guide, "backup", [5], (600, 720), person="rado")
    paint(guide, "backup", [5], (600, 660), person="rado", erase=True)
    assert hours(guide) == [("backup", 5, 600, 720, "petya"), ("backup", 5, 660, 720, "rado")]

    paint(guide, "backup", [5], (690, 720), erase=True)
    assert hours(guide) == [("backup", 5, 600, 690, "petya"), ("backup", 5, 660, 690, "rado")]


def test_a_week_of_its_own_begins_with_the_usual_hours_less_its_holiday(guide):
    paint(guide, "lead", range(5), (540, 1020))
    paint(guide, "backup", [5], (600, 720), week=MONDAY)

    own = [("lead", day, 540, 1020, "") for day in (0, 1, 3, 4)]
    assert hours(guide, MONDAY) == [("backup", 5, 600, 720, ""), *own]
    assert hours(guide) == [("lead", day, 540, 1020, "") for day in range(5)]

    back_to_usual(guide, MONDAY)
    assert hours(guide, MONDAY) == []


def test_hours_painted_on_the_very_holiday_count(guide):
    paint(guide, "lead", [2], (540, 1020))
    rota = rota_of(guide, MONDAY, MONDAY)
    assert rota_of(guide, WEDNESDAY, WEDNESDAY).holidays
    assert [it.away for it in rota_of(guide, MONDAY, date(2027, 3, 7)).shifts(MONDAY)] == [Away.HOLIDAY]
    assert rota.holidays == {}

    paint(guide, "lead", [2], (600, 660), week=MONDAY)
    assert [it.away for it in rota_of(guide, MONDAY, date(2027, 3, 7)).shifts(MONDAY)] == [Away.NO]


def test_an_emptied_week_of_its_own_stays_empty(guide):
    paint(guide, "lead", range(5), (540, 1020))
    give_own_hours(guide, MONDAY)
    paint(guide, "lead", range(7), (0, 1440), week=MONDAY, erase=True)

    assert list(rota_of(guide, MONDAY, MONDAY).shifts(MONDAY)) == []

    paint(guide, "lead", [0], (540, 600), week=MONDAY)
    assert hours(guide, MONDAY) == [("lead", 0, 540, 600, "")]


def test_a_role_is_covered_while_one_of_its_people_is_there(guide):
    paint(guide, "backup", [5], (600, 720))
    saturday = date(2027, 3, 6)
    first = add_absence(guide, "petya", saturday, why="Wedding")
    assert [it.away for it in rota_of(guide, MONDAY, saturday).shifts(MONDAY)] == [Away.NO]

    second = add_absence(guide, "rado", date(2027, 3, 5), date(2027, 3, 8))
    assert [it.away for it in rota_of(guide, MONDAY, saturday).shifts(MONDAY)] == [Away.ABSENT]

    edit_absence(guide, second, end=date(2027, 3, 4))
    assert guide.of(Absence).get(second).start == date(2027, 3, 4)
    delete_absence(guide, first)
    assert [it.away for it in rota_of(guide, MONDAY, saturday).shifts(MONDAY)] == [Away.NO]


def test_gaps_are_said_over_midnight_and_over_the_end_of_the_week(guide):
    paint(guide, "lead", range(5), (540, 1080))
    paint(guide, "backup", [5], (600, 1080))
    watch = Promise("p", "priority threads", 120)

    gaps = usual_cover(rota_of(guide, MONDAY, MONDAY), [watch]).gaps

    weekend = [(it.start, it.end, it.back) for it in gaps[-2:]]
    assert weekend == [
        (4 * 1440 + 1080, 5 * 1440 + 480, 5 * 1440 + 600),
        (5 * 1440 + 1080, 7 * 1440 + 420, 7 * 1440 + 540),
    ]
    assert gaps[0].start == 1080  # Monday evening: the night before is part of the weekend


def test_a_gap_that_began_last_week_counts_with_its_minutes_of_this_week(guide):
    paint(guide, "lead", range(4), (0, 1440))
    watch = Promise("p", "priority threads", 0)
    add_absence(guide, "mila", date(2027, 3, 8))

    cover = dated_cover(rota_of(guide, date(2027, 2, 22), date(2027, 3, 21)), [watch], date(2027, 3, 8), "Europe/Sofia")

    assert [(it.start, it.end) for it in cover.gaps] == [(-3 * 1440, 1440), (4 * 1440, 7 * 1440)]
    assert cover.uncovered == 4 * 1440


def test_duty_of_roles_that_count_has_hours_without_holidays_and_absences(guide):
    paint(guide, "lead", range(5), (540, 660))
    paint(guide, "backup", range(5), (0, 1440))
    add_absence(guide, "mila", date(2027, 3, 5))
    weeks = [MONDAY, date(2027, 3, 8)]

    duty = DutyHours(
        guide.of(Duty).all(), guide.of(GuideRole).all(), guide.of(Absence).all(), countries=("BG",), zone="Europe/Sofia"
    )

    assert duty.weeks(weeks) == {MONDAY: 6.0, date(2027, 3, 8): 10.0}


def test_two_roles_of_one_person_at_once_are_one_persons_time(guide):
    with guide.change(say("step.begin")):
        guide.of(GuideRole).save([GuideRole("second", "Second", counts=True)])
    paint(guide, "lead", [0], (540, 660))
    paint(guide, "second", [0], (600, 720))

    assert DutyHours(guide.of(Duty).all(), guide.of(GuideRole).all()).hours(MONDAY) == 3.0
