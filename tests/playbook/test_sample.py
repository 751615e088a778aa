from datetime import date, timedelta

import pytest

from app.calendar.event import Status
from app.calendar.plan import Plan
from app.plans.snapshot import Plans
from app.playbook.playbook import PLAYBOOK_ID, Playbook
from app.workflows.rules.editing import lacks
from app.workflows.rules.whole import read_all
from resources.texts import LANGUAGES
from storage.playbooks import SqlPlaybooks
from tests.playbook.beginning import START, begun, hours, shown

WEEKS = [6.5, 10.5, 6.5, 8.0, 5.5, 6.5, 4.0, 7.5, 6.0, 5.0, 7.5, 8.0, 6.0]
languages = pytest.mark.parametrize("language", LANGUAGES)


@pytest.fixture(params=LANGUAGES)
def store(request, tmp_path):
    return begun(tmp_path / "sample.sedyanka", "sample", request.param)


def on(store, day):
    return [it.event.title for it in shown(store) if it.day <= day <= it.last_day]


def test_the_quarter_is_that_of_the_drawing(store):
    playbook = store.of(Playbook).get(PLAYBOOK_ID)

    assert (playbook.name, playbook.capacity, playbook.holidays) == ("Kestrel Circle", 8.0, ("BG",))
    assert len(shown(store)) == 69
    assert hours(store) == WEEKS
    assert sum(WEEKS) == 87.5
    assert len(Plan.read(store).backlog()) == 6


def test_one_week_is_too_full_and_another_has_room_for_what_is_too_much(store):
    founders = next(it for it in shown(store) if it.day == date(2027, 3, 11))

    assert hours(store)[1] > 8.0
    assert hours(store)[6] + founders.event.effort <= 8.0
    assert hours(store)[1] - founders.event.effort <= 8.0


def test_what_is_over_is_done_and_three_ideas_stand_on_their_days(store):
    today = date(2027, 3, 10)

    assert {it.event.status for it in shown(store) if it.day < today} == {Status.DONE}
    assert [it.day for it in shown(store) if it.event.status is Status.IDEA] == [
        date(2027, 4, 5), date(2027, 5, 6), date(2027, 5, 20),
    ]  # fmt: skip


def test_holidays_are_kept_free_by_hand(store):
    assert on(store, date(2027, 3, 3)) == on(store, date(2027, 4, 30)) == on(store, date(2027, 5, 3)) == []
    assert len(on(store, date(2027, 5, 4))) == 2


def test_each_language_has_titles_of_its_own(tmp_path):
    english = on(begun(tmp_path / "en.sedyanka", "sample", "en"), date(2027, 3, 24))
    bulgarian = on(begun(tmp_path / "bg.sedyanka", "sample", "bg"), date(2027, 3, 24))

    assert english == ["7-day tidy calendar challenge", "Mod check-in", "Office hours", "Newcomer tour"]
    assert bulgarian == [
        "7-дневно предизвикателство „Подреден календар“", "Модератори", "Приемен час", "Обиколка за нови",
    ]  # fmt: skip


def test_another_start_moves_everything_by_whole_weeks(tmp_path):
    later = START + timedelta(weeks=30)

    here, there = begun(tmp_path / "a.sedyanka", "sample"), begun(tmp_path / "b.sedyanka", "sample", start=later)

    assert [it.day + timedelta(weeks=30) for it in shown(here)] == [it.day for it in shown(there)]
    assert hours(here) == hours(there)


def test_the_sample_is_whole_and_has_nothing_to_undo(tmp_path):
    file = tmp_path / "sample.sedyanka"
    store = begun(file, "sample")
    assert store.next_undo() is None
    store.close()

    assert list(SqlPlaybooks().verify(file)) == []


def test_sample_people_read_as_sample(store):
    names = [person.name for person in Plan.read(store).people.values()]

    assert all(len(name.split()) == 2 and name.endswith(".") for name in names)


def test_a_procedure_is_under_way_toward_the_question_hour_without_hours_of_its_own(store):
    plans = Plans.read(store)
    ((procedure, (run,)),) = plans.runs.items()

    assert plans.procedures[procedure].key == "ama"
    assert (run.start, run.done, len(run.tasks)) == (date(2027, 2, 25), 3, 7)
    assert {task.due for task in run.tasks if task.finished} == {
        date(2027, 2, 25), date(2027, 3, 4), date(2027, 3, 9),
    }  # fmt: skip
    assert sum(task.effort for task in run.tasks) == 0


def test_it_has_five_rules_that_are_whole_and_off(store):
    rules = read_all(store)

    assert [whole.rule.key for whole in rules] == ["waits", "prepare", "recap", "grave", "monday"]
    assert not any(whole.on or lacks(whole) for whole in rules)
