"""Duty of roles that count fills the weeks of the calendar and of Home, as tasks do."""

from dataclasses import replace
from datetime import date

from app.calendar.plan import Plan
from app.guide.absences import add_absence
from app.guide.cover_painting import paint
from app.guide.role import GuideRole
from app.home.week import hours_ahead
from app.message import say
from app.playbook.playbook import PLAYBOOK_ID, Playbook
from app.playbook.settings import set_holidays
from app.store import Changes, Store

WEEK, NEXT = date(2027, 3, 1), date(2027, 3, 8)


def follow(store: Store) -> Plan:
    plan = Plan.read(store)

    def take(changes: Changes) -> None:
        plan.refresh(store, changes)

    store.subscribe(take)
    return plan


def loads(plan: Plan) -> list[float]:
    return [load.hours for load in plan.week_loads([WEEK, NEXT]).values()]


def test_duty_counts_from_the_moment_that_its_role_does(store):
    role = GuideRole("lead", "Lead", people=("mila",))
    with store.change(say("step.begin")):
        store.of(GuideRole).save([role])
    plan = follow(store)
    paint(store, "lead", range(5), (540, 570))
    assert loads(plan) == [0.0, 0.0]

    with store.change(say("step.begin")):
        store.of(GuideRole).save([replace(role, counts=True)])
    assert loads(plan) == [2.5, 2.5]
    assert plan.week_loads([WEEK])[WEEK].capacity == store.of(Playbook).get(PLAYBOOK_ID).capacity

    set_holidays(store, ["BG"])
    add_absence(store, "mila", date(2027, 3, 11), date(2027, 3, 20))
    assert loads(plan) == [2.0, 1.5]  # 3 March is a holiday; from Thursday on Mila is away

    paint(store, "lead", [0], (570, 600), week=NEXT)
    assert loads(plan) == [2.0, 2.0]
    store.undo()
    assert loads(plan) == [2.0, 1.5]
    assert plan.week_loads([WEEK, NEXT]) == Plan.read(store).week_loads([WEEK, NEXT])


def test_hours_ahead_of_this_week_hold_the_duty_that_is_left(store):
    with store.change(say("step.begin")):
        store.of(GuideRole).save([GuideRole("lead", "Lead", counts=True)])
    paint(store, "lead", range(7), (540, 600))

    assert hours_ahead(Plan.read(store), date(2027, 3, 4)) == 4.0
