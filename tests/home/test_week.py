from datetime import time

from app.calendar.event import Status
from app.home.week import due_soon, hours_ahead, hours_of_days, next_days, this_week
from app.tasks.finishing import finish
from app.tasks.snapshot import Tasks
from tests.home.builders import TODAY, a_task, an_event, mar, save


def on(store, day):
    found = dict(next_days(Tasks.read(store).plan, TODAY))
    return [it.event.title for it in found[day]]


def test_seven_days_begin_today(store):
    days = [day for day, _ in next_days(Tasks.read(store).plan, TODAY)]

    assert days == [mar(day) for day in range(10, 17)]


def test_what_began_before_stands_on_today(store):
    save(store, an_event("challenge", mar(8), days=7), an_event("over", mar(8), days=2))

    assert on(store, TODAY) == ["challenge"]


def test_ideas_and_what_was_skipped_are_not_ahead(store):
    save(store, an_event("idea", mar(11), status=Status.IDEA), an_event("skipped", mar(11), status=Status.SKIPPED))

    assert on(store, mar(11)) == []


def test_hours_ahead_are_those_of_today_and_later_in_this_week(store):
    save(
        store,
        an_event("past", mar(9), live=2.0),
        an_event("today", TODAY, at=time(16), minutes=60, live=1.0),
        an_event("held today", TODAY, live=4.0, status=Status.DONE),
        an_event("sunday", mar(14), prep=0.5),
        an_event("next week", mar(15), live=8.0),
    )
    a_task(store, "due", due=mar(12), effort=0.25)
    done = a_task(store, "done", due=mar(12), effort=3.0)
    finish(store, [done])
    plan = Tasks.read(store).plan

    assert hours_ahead(plan, TODAY) == 1.75
    assert this_week(plan, TODAY).hours == 2.0 + 1.0 + 4.0 + 0.5 + 0.25 + 3.0


def test_of_what_lasts_longer_only_these_days_count(store):
    save(
        store,
        an_event("began before", mar(8), days=4, prep=3.0, live=4.0),
        an_event("goes on", mar(15), days=28, prep=1.0, live=28.0),
        an_event("idea", mar(12), live=5.0, status=Status.IDEA),
    )
    plan = Tasks.read(store).plan

    assert hours_of_days(plan, next_days(plan, TODAY)) == (2, 2.0 + 1.0 + 2.0)
    assert hours_ahead(plan, TODAY) == 2.0


def test_tasks_are_shown_late_today_this_week_and_two_weeks_on(store):
    for title, day in (("late", 8), ("today", 10), ("sunday", 14), ("later", 24), ("far", 25)):
        a_task(store, title, due=mar(day))
    a_task(store, "some day")

    found = [(group.key, [task.title for task in group.tasks]) for group in due_soon(Tasks.read(store), TODAY)]

    assert found == [("late", ["late"]), ("today", ["today"]), ("week", ["sunday"]), ("later", ["later"])]


def test_what_was_finished_today_stays_until_tomorrow(store):
    one = a_task(store, "one", due=mar(8))
    finish(store, [one])
    tasks = Tasks.read(store)

    assert [(group.key, group.open) for group in due_soon(tasks, TODAY)] == [("today", 0)]
    assert due_soon(tasks, mar(11)) == []
