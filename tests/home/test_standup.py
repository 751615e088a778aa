from datetime import UTC, date, datetime, time, timedelta

from app.calendar.event import Status
from app.calendar.kind import Kind
from app.home.standup import standup, working_days
from app.playbook.playbook import PLAYBOOK_ID, Playbook
from app.tasks.finishing import finish
from app.tasks.snapshot import Tasks
from tests.home.builders import TODAY, a_task, an_event, begin, mar, save

FRIDAY, MONDAY = mar(12), mar(15)


def titles(items):
    return [it.title for it in items]


def test_it_reaches_from_the_last_working_day_to_the_next(store):
    found = standup(Tasks.read(store), TODAY)

    assert (found.since, found.until) == (mar(9), mar(11))


def test_a_friday_looks_to_monday_and_a_monday_back_to_friday(store):
    tasks = Tasks.read(store)

    assert standup(tasks, FRIDAY).until == MONDAY
    assert standup(tasks, MONDAY).since == FRIDAY


def test_holidays_and_quiet_days_are_no_working_days(store):
    begin(store, holidays=("BG",), quiet_days=(4,))

    found = standup(Tasks.read(store), date(2027, 3, 4))

    assert found.since == mar(2)  # the third of March is a holiday in Bulgaria
    assert found.until == mar(6)  # Friday is quiet, and with quiet days of its own the playbook works on Saturday


def test_a_playbook_that_rests_on_every_day_still_has_a_next_one():
    works = working_days(Playbook(PLAYBOOK_ID, "", quiet_days=tuple(range(7))), TODAY)

    assert not any(works(TODAY + timedelta(days=ahead)) for ahead in range(-20, 20))


def test_what_was_finished_since_yesterday_is_done(store, clock):
    old, new = a_task(store, "Old"), a_task(store, "New")
    clock[0] = datetime(2027, 3, 8, 23, 0, tzinfo=UTC)
    finish(store, [old])
    clock[0] = datetime(2027, 3, 9, 1, 0, tzinfo=UTC)
    finish(store, [new])

    assert titles(standup(Tasks.read(store), TODAY).done) == ["New"]


def test_finishing_counts_by_the_clocks_of_the_playbook(store, clock):
    begin(store, zone="Asia/Tokyo")
    one = a_task(store, "Late in London, early in Tokyo")
    clock[0] = datetime(2027, 3, 8, 16, 0, tzinfo=UTC)
    finish(store, [one])

    assert [it.day for it in standup(Tasks.read(store), TODAY).done] == [mar(9)]


def test_events_are_said_where_they_took_place_or_will(store):
    save(
        store,
        an_event("held", mar(9), status=Status.DONE),
        an_event("not marked", mar(9)),
        an_event("tomorrow", mar(11), at=time(17), minutes=45),
        an_event("skipped", mar(11), status=Status.SKIPPED),
        an_event("idea", mar(11), status=Status.IDEA),
        an_event("far", mar(12)),
    )

    found = standup(Tasks.read(store), TODAY)

    assert titles(found.done) == ["held"]
    assert titles(found.ahead) == ["tomorrow"]


def test_markers_are_no_work(store):
    save(store, Kind("launch", "Launch", marker=True), an_event("launch", mar(11), kind="launch"))

    assert standup(Tasks.read(store), TODAY).ahead == ()


def test_tasks_are_due_today_and_until_the_next_working_day(store):
    for title, day in (("today", 10), ("tomorrow", 11), ("friday", 12)):
        a_task(store, title, due=mar(day))

    assert titles(standup(Tasks.read(store), TODAY).ahead) == ["today", "tomorrow"]


def test_what_is_late_is_said_oldest_first_and_nowhere_else(store):
    a_task(store, "monday", due=mar(8))
    a_task(store, "february", due=date(2027, 2, 26))
    finished = a_task(store, "finished", due=mar(8))
    finish(store, [finished])

    found = standup(Tasks.read(store), TODAY)

    assert titles(found.late) == ["february", "monday"]
    assert titles(found.ahead) == []


def test_one_of_a_series_leads_to_its_day(store):
    save(store, an_event("prompt", mar(4), rrule="FREQ=WEEKLY;BYDAY=TH"))

    assert [it.id for it in standup(Tasks.read(store), TODAY).ahead] == ["prompt@2027-03-11"]
