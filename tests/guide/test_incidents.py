"""What happened is logged, answered in time or late, followed up until when the matrix promises, and strikes count."""

from dataclasses import replace
from datetime import UTC, date, datetime, time

import pytest

from app.guide.escalation import Escalation, Scenario, Severity
from app.guide.incident import Incident
from app.guide.incident_actions import (
    delete_incident,
    edit_incident,
    follow_up,
    give_strike,
    log_incident,
    proposed,
    take_strike_back,
)
from app.guide.incident_answer import Answer, answer_of, deadline, is_overdue, promise_of
from app.guide.incident_log import Log, LogFilter, Wanted, months_to, totals
from app.guide.role import GuideRole
from app.guide.snapshot import Guide
from app.guide.strikes import StrikeLevel
from app.guide.striking import counting
from app.members.member import Member
from app.message import say
from app.playbook.becoming import origins_of
from app.playbook.playbook import Person
from app.store import Store
from app.tasks.origin import origins
from app.tasks.task import Priority, Task

DAY = date(2027, 3, 9)


@pytest.fixture
def matrix(store: Store) -> Store:
    with store.change(say("step.begin")):
        store.of(Person).save([Person("mila", "Mila")])
        store.of(Member).save([Member("kai", "Kai S."), Member("ana", "Ana B.")])
        store.of(GuideRole).save([GuideRole("lead", "Lead", people=("gone", "mila"))])
        store.of(Scenario).save([Scenario("data", "Personal data posted"), Scenario("spam", "Promotion", position=1)])
        store.of(Escalation).save(
            [
                Escalation("d2", "data", Severity.MEDIUM, within=60),
                Escalation("d3", "data", Severity.HIGH, "Hide at once", ("DPO", "lead"), within=30),
            ]
        )
        levels = [
            StrikeLevel("coach", "Coach", days=60),
            StrikeLevel("warn", "Warn", days=180),
            StrikeLevel("out", "Remove"),
        ]
        store.of(StrikeLevel).save([replace(it, position=at) for at, it in enumerate(levels)])
    return store


def log(store: Store, day: date = DAY, **fields) -> str:
    return log_incident(store, Incident("", day, **{"member": "kai", "scenario": "data"} | fields))


def get(store: Store, id: str) -> Incident:
    return store.of(Incident).get(id)


def test_a_scenario_says_how_grave_it_is_unless_the_matrix_knows_that_too(matrix):
    one = log(matrix, scenario="spam", severity=Severity.LOW)
    edit_incident(matrix, one, scenario="data")
    assert get(matrix, one).severity is Severity.MEDIUM

    edit_incident(matrix, one, severity=Severity.HIGH)
    edit_incident(matrix, one, scenario="spam")
    edit_incident(matrix, one, scenario="data")
    assert get(matrix, one).severity is Severity.HIGH


@pytest.mark.parametrize(
    ("answered", "answer"),
    [(0, Answer.WAITING), (1, Answer.IN_TIME), (31, Answer.IN_TIME), (32, Answer.LATE), (191, Answer.LATE)],
)
def test_an_answer_is_in_time_or_late(matrix, answered, answer):
    one = get(matrix, log(matrix, severity=Severity.HIGH, answered=answered))

    assert answer_of(one, promise_of(Guide.read(matrix), one)) is answer


def test_an_answer_without_a_promise_is_only_noted():
    assert answer_of(Incident("", DAY, answered=5), None) is Answer.NOTED
    assert answer_of(Incident("", DAY, answered=5), Escalation("", "", Severity.LOW)) is Answer.NOTED


@pytest.mark.parametrize(
    ("at", "within", "until"),
    [
        (time(23, 50), 30, (date(2027, 3, 10), time(0, 20))),
        (time(9), 1440, (date(2027, 3, 10), time(9))),
        (None, 30, (DAY, None)),
        (None, 1440, (DAY, None)),
        (None, 2880, (date(2027, 3, 10), None)),
    ],
)
def test_a_promise_ends_after_its_minutes(at, within, until):
    assert deadline(Incident("", DAY, at), within) == until


def test_what_waits_longer_than_promised_is_overdue():
    half_hour = Escalation("", "", Severity.HIGH, within=30)
    waiting = Incident("", DAY, time(9))

    assert not is_overdue(waiting, half_hour, datetime(2027, 3, 9, 9, 30, tzinfo=UTC))
    assert is_overdue(waiting, half_hour, datetime(2027, 3, 9, 9, 31, tzinfo=UTC))
    assert not is_overdue(replace(waiting, answered=3), half_hour, datetime(2027, 3, 10, tzinfo=UTC))
    assert not is_overdue(Incident("", DAY), half_hour, datetime(2027, 3, 9, 23, tzinfo=UTC))
    assert is_overdue(Incident("", DAY), half_hour, datetime(2027, 3, 10, 0, 1, tzinfo=UTC))


def test_strikes_rise_while_they_count_and_begin_anew_when_they_do_not(matrix):
    for at, (day, level) in enumerate(
        [(DAY, "coach"), (date(2027, 4, 1), "warn"), (date(2027, 4, 2), "out"), (date(2027, 4, 3), "out")]
    ):
        one = log(matrix, day)
        assert proposed(Guide.read(matrix), get(matrix, one)).id == level, at
        give_strike(matrix, one)
        assert get(matrix, one).level == level

    other = log(matrix, date(2027, 4, 4), member="ana")
    assert proposed(Guide.read(matrix), get(matrix, other)).id == "coach"


def test_a_strike_counts_until_the_day_that_its_level_says(matrix):
    one = log(matrix)
    give_strike(matrix, one)
    assert get(matrix, one).expires == date(2027, 5, 8)
    there = list(matrix.of(Incident).all())
    assert [
        len(counting(there, "kai", day)) for day in (date(2027, 3, 8), DAY, date(2027, 5, 7), date(2027, 5, 8))
    ] == [0, 1, 1, 0]

    edit_incident(matrix, one, day=date(2027, 3, 1))
    assert get(matrix, one).expires == date(2027, 4, 30)
    edit_incident(matrix, one, level="out")
    assert get(matrix, one).expires is None
    take_strike_back(matrix, one)
    assert get(matrix, one).level == ""
    matrix.undo()
    assert get(matrix, one).level == "out"


def test_an_earlier_thing_is_no_second_strike_because_of_a_later_one(matrix):
    later = log(matrix, date(2027, 3, 20))
    give_strike(matrix, later)
    earlier = log(matrix, DAY)

    assert proposed(Guide.read(matrix), get(matrix, earlier)).id == "coach"


def test_nobody_has_no_strikes_and_without_levels_none_is_proposed(matrix):
    one = log(matrix, member="")
    assert counting(matrix.of(Incident).all(), "", DAY) == []

    with matrix.change(say("step.begin")):
        matrix.of(StrikeLevel).delete(["coach", "warn", "out"])
    assert proposed(Guide.read(matrix), get(matrix, one)) is None
    give_strike(matrix, one)
    assert get(matrix, one).level == ""


def test_a_follow_up_is_due_when_the_matrix_promises_and_belongs_to_who_is_told(matrix):
    one = log(matrix, severity=Severity.HIGH, at=time(23, 45), what="A rota with phone numbers")
    before = matrix.next_undo()

    task = matrix.of(Task).get(follow_up(matrix, one, "Follow up: Kai S."))

    assert (task.due, task.due_at, task.owner, task.priority) == (date(2027, 3, 10), time(0, 15), "mila", Priority.HIGH)
    assert task.notes == "A rota with phone numbers\n\nHide at once"
    assert [link.from_id for link in origins_of(matrix, "task", task.id)] == [one]
    assert origins(matrix, [("incident", one)])["incident", one].title == "A rota with phone numbers"
    assert Log.of(Guide.read(matrix), matrix).open_tasks(one) == [task]
    edit_incident(matrix, one, what="")
    assert origins(matrix, [("incident", one)])["incident", one].title == "Personal data posted"
    matrix.undo()
    matrix.undo()
    assert matrix.next_undo() == before
    assert Log.of(Guide.read(matrix), matrix).open_tasks(one) == []


def test_the_follow_up_of_something_without_a_promise_is_due_that_day(matrix):
    task = matrix.of(Task).get(follow_up(matrix, log(matrix, scenario="", severity=Severity.LOW), "Look again"))

    assert (task.due, task.due_at, task.owner, task.priority) == (DAY, None, "", Priority.NONE)


def test_typing_is_one_step_and_deleting_comes_back(matrix):
    one = log(matrix)
    for text in ("H", "Hid", "Hidden"):
        edit_incident(matrix, one, done=text)
    matrix.undo()
    assert get(matrix, one).done == ""
    matrix.redo()
    delete_incident(matrix, one)
    assert list(matrix.of(Incident).all()) == []
    matrix.undo()
    assert get(matrix, one).done == "Hidden"


def test_the_log_is_filtered_and_counted(matrix):
    first = log(matrix, date(2027, 1, 5), severity=Severity.HIGH, answered=100)
    second = log(matrix, date(2027, 3, 1), member="ana", closed=True)
    third = log(matrix, DAY, scenario="spam")
    fourth = log(matrix, DAY, scenario="deleted")
    give_strike(matrix, third)
    follow_up(matrix, second, "Look")
    book = Log.of(Guide.read(matrix), matrix)

    def ids(**wanted) -> list[str]:
        return [it.id for it in book.found(LogFilter(**wanted))]

    assert ids() == [fourth, third, second, first]
    assert ids(members=("ana",)) == [second]
    assert ids(members=("ana", "kai")) == ids()
    assert ids(scenarios=("",)) == [fourth]
    assert ids(states=(Wanted.CLOSED, Wanted.LATE)) == [second, first]
    assert ids(scenarios=("data",), month=date(2027, 1, 1)) == [first]
    assert [ids(states=(state,)) for state in Wanted] == [
        [fourth, third, first], [second], [third], [first], [second]
    ]  # fmt: skip
    months = months_to(DAY, 3)
    assert months == [date(2027, 1, 1), date(2027, 2, 1), date(2027, 3, 1)]
    lines = book.overview(months)
    assert [(it.scenario, it.counts, it.total) for it in lines] == [
        ("data", (1, 0, 1), 2), ("spam", (0, 0, 1), 1), ("", (0, 0, 1), 1)
    ]  # fmt: skip
    assert totals(lines) == [1, 0, 3]
    assert [it.scenario for it in book.overview(months, LogFilter(members=("ana",), scenarios=("spam",)))] == ["data"]
    assert [it.id for it in book.seen("data")] == [first, second]
