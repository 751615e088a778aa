"""One typed line becomes a task: days, times, hours, priority, tags and people, in both languages."""

from __future__ import annotations

from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.calendar.rhythm.rule import Rule
from app.tasks.quick_add import QuickTask, read_quick
from app.tasks.quick_words import WEEKDAYS
from app.tasks.task import Priority

TODAY = date(2027, 3, 10)  # a Wednesday
PEOPLE = {"m": "Mila D.", "p": "Petya Stoyanova", "q": "Petar K."}


def read(line: str, today: date = TODAY) -> QuickTask:
    return read_quick(line, today, people=PEOPLE)


def marked(line: str) -> list[tuple[str, str]]:
    return [(line[mark.begin : mark.end], mark.what) for mark in read(line).marks]


def test_all_of_it_in_one_line():
    line = "Call Mila tomorrow 14:00 !high #ama 2h @petya"

    assert read(line) == QuickTask(
        "Call Mila", read(line).marks, date(2027, 3, 11), time(14), "", 2.0, Priority.HIGH, ("ama",), "p"
    )
    assert marked(line) == [
        ("tomorrow 14:00", "due"), ("!high", "priority"), ("#ama", "tag"), ("2h", "effort"), ("@petya", "owner"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("today", date(2027, 3, 10)), ("tonight", date(2027, 3, 10)), ("tomorrow", date(2027, 3, 11)),
        ("tmr", date(2027, 3, 11)), ("day after tomorrow", date(2027, 3, 12)), ("fri", date(2027, 3, 12)),
        ("by friday", date(2027, 3, 12)), ("on Mon", date(2027, 3, 15)), ("wed", date(2027, 3, 17)),
        ("this wed", date(2027, 3, 10)), ("next fri", date(2027, 3, 19)), ("next wed", date(2027, 3, 17)),
        ("next mon", date(2027, 3, 15)), ("next week", date(2027, 3, 15)), ("next month", date(2027, 4, 1)),
        ("end of month", date(2027, 3, 31)), ("in 3 days", date(2027, 3, 13)), ("in 2 weeks", date(2027, 3, 24)),
        ("in a week", date(2027, 3, 17)), ("in a month", date(2027, 4, 10)), ("+3d", date(2027, 3, 13)),
        ("+2w", date(2027, 3, 24)), ("+1m", date(2027, 4, 10)), ("31.3", date(2027, 3, 31)),
        ("31.03.", date(2027, 3, 31)), ("31/3", date(2027, 3, 31)), ("31.3.28", date(2028, 3, 31)),
        ("1.2", date(2028, 2, 1)), ("10.3", date(2027, 3, 10)), ("2027-04-01", date(2027, 4, 1)),
        ("31 Mar", date(2027, 3, 31)), ("Mar 31", date(2027, 3, 31)), ("March 3rd, 2028", date(2028, 3, 3)),
        ("31st of March", date(2027, 3, 31)), ("29 feb", date(2028, 2, 29)),
        ("днес", date(2027, 3, 10)), ("утре", date(2027, 3, 11)), ("вдругиден", date(2027, 3, 12)),
        ("пт", date(2027, 3, 12)), ("в петък", date(2027, 3, 12)), ("във вторник", date(2027, 3, 16)),
        ("до неделя", date(2027, 3, 14)), ("тази сряда", date(2027, 3, 10)),
        ("следващия петък", date(2027, 3, 19)), ("другата сряда", date(2027, 3, 17)),
        ("следващата седмица", date(2027, 3, 15)), ("следващия месец", date(2027, 4, 1)),
        ("до края на месеца", date(2027, 3, 31)), ("след 3 дни", date(2027, 3, 13)),
        ("след седмица", date(2027, 3, 17)), ("след две седмици", date(2027, 3, 24)),
        ("след месец", date(2027, 4, 10)), ("след една година", date(2028, 3, 10)),
        ("31 март", date(2027, 3, 31)), ("на 31 март 2028 г.", date(2028, 3, 31)), ("3-ти април", date(2027, 4, 3)),
        ("за 31.3.2027 г.", date(2027, 3, 31)), ("by end of week", date(2027, 3, 12)),
        ("end of next week", date(2027, 3, 19)), ("by the end of next month", date(2027, 4, 30)),
        ("by end of day", date(2027, 3, 10)), ("до края на седмицата", date(2027, 3, 12)),
        ("до края на деня", date(2027, 3, 10)), ("до края на следващия месец", date(2027, 4, 30)),
        ("ден след утре", date(2027, 3, 12)), ("на 15-о април", date(2027, 4, 15)),
    ],
)  # fmt: skip
def test_days_as_they_are_said(said: str, day: date):
    for line in (f"Report {said}", f"{said} report", f"Отчет {said}, важен"):
        found = read(line)
        assert found.due == day, line
        assert said not in found.title


@pytest.mark.parametrize(
    ("said", "at"),
    [
        ("14:00", time(14)), ("at 9.30", time(9, 30)), ("14.00", time(14)), ("2pm", time(14)),
        ("at 2:30 pm", time(14, 30)),
        ("12am", time(0)), ("12 pm", time(12)), ("at 9", time(9)), ("в 14", time(14)), ("в 14 ч", time(14)),
        ("от 18 часа", time(18)), ("15 ч.", time(15)), ("в 9:05 ч.", time(9, 5)),
    ],
)  # fmt: skip
def test_times_without_a_day_are_of_today(said: str, at: time):
    found = read(f"Office hours {said}")
    assert (found.title, found.due, found.due_at) == ("Office hours", TODAY, at)


@pytest.mark.parametrize(
    ("said", "hours"),
    [
        ("30m", 0.5), ("30 min", 0.5), ("2h", 2.0), ("1.5h", 1.5), ("1,5 ч", 1.5), ("1h30", 1.5), ("1h 30m", 1.5),
        ("45 мин", 0.75), ("2 часа", 2.0), ("1 час и 15 минути", 1.25), ("20 minutes", 0.3333),
    ],
)  # fmt: skip
def test_hours_as_they_are_said(said: str, hours: float):
    found = read(f"Prepare questions {said}")
    assert (found.title, found.effort, found.due) == ("Prepare questions", hours, None)


@pytest.mark.parametrize(
    ("said", "rule", "day"),
    [
        ("every fri", "FREQ=WEEKLY;BYDAY=FR", date(2027, 3, 12)),
        ("every wed", "FREQ=WEEKLY;BYDAY=WE", date(2027, 3, 10)),
        ("every day", "FREQ=DAILY", TODAY),
        ("every 2 weeks", "FREQ=WEEKLY;INTERVAL=2", TODAY),
        ("всеки петък", "FREQ=WEEKLY;BYDAY=FR", date(2027, 3, 12)),
        ("всяка седмица", "FREQ=WEEKLY", TODAY),
        ("на всеки 3 месеца", "FREQ=MONTHLY;INTERVAL=3", TODAY),
        ("всяка година", "FREQ=YEARLY", TODAY),
        ("every mon and thu", "FREQ=WEEKLY;BYDAY=MO,TH", date(2027, 3, 11)),
        ("every mon, wed and fri", "FREQ=WEEKLY;BYDAY=MO,WE,FR", TODAY),
        ("every weekday", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", TODAY),
        ("every other week", "FREQ=WEEKLY;INTERVAL=2", TODAY),
        ("every second friday", "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR", date(2027, 3, 12)),
        ("every second friday of the month", "FREQ=MONTHLY;BYDAY=2FR", date(2027, 3, 12)),
        ("every last friday", "FREQ=MONTHLY;BYDAY=-1FR", date(2027, 3, 26)),
        ("every month on the 15th", "FREQ=MONTHLY;BYMONTHDAY=15", date(2027, 3, 15)),
        ("всеки вторник и четвъртък", "FREQ=WEEKLY;BYDAY=TU,TH", date(2027, 3, 11)),
        ("всеки делничен ден", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", TODAY),
        ("през ден", "FREQ=DAILY;INTERVAL=2", TODAY),
        ("през седмица", "FREQ=WEEKLY;INTERVAL=2", TODAY),
        ("всеки първи понеделник от месеца", "FREQ=MONTHLY;BYDAY=1MO", date(2027, 4, 5)),
        ("всеки месец на 15-о число", "FREQ=MONTHLY;BYMONTHDAY=15", date(2027, 3, 15)),
    ],
)
def test_rhythms_as_they_are_said(said: str, rule: str, day: date):
    found = read(f"Digest {said}")
    assert (found.title, found.repeat, found.due) == ("Digest", rule, day)
    assert Rule.parse(rule)


@pytest.mark.parametrize(
    "line",
    [
        "Friday", "пет въпроса за срещата", "Report for march", "buy 2.5 kg of flour", "growth of 2.5 %", "wait...",
        "mail mila@example.org", "32.13 is no day", "fridays are quiet", "version 25.99 is out", "@nobody",
        "Talk to @pet", "C# course", "Is it 5 or 6?", "see 1.2.3.4", "", "   ", "!", "#",
    ],
)  # fmt: skip
def test_what_only_looks_like_it_stays_text(line: str):
    found = read(line)
    assert (found.title, found.marks) == (" ".join(line.split()), ())


def test_the_last_day_counts_and_the_others_stay_in_the_title():
    found = read("Prepare Friday digest thu")
    assert (found.title, found.due) == ("Prepare Friday digest", date(2027, 3, 11))


def test_a_mark_made_plain_stays_in_the_title_and_lets_another_count():
    found = read_quick("Prepare Friday digest thu #ama", TODAY, plain={"thu"})
    assert (found.title, found.due, found.tags) == ("Prepare digest thu", date(2027, 3, 12), ("ama",))
    assert read_quick("Call fri 14:00", TODAY, plain={"fri 14:00"}) == QuickTask("Call fri 14:00")


def test_the_week_begins_when_the_playbook_says():
    assert read_quick("x next week", TODAY, 6).due == date(2027, 3, 14)
    assert read_quick("x next sat", TODAY, 6).due == date(2027, 3, 20)


def test_tags_keep_their_letters():
    assert read("Question #AMA_ops #темплейт-смени").tags == ("AMA_ops", "темплейт-смени")


@given(st.dates(date(2000, 1, 1), date(2150, 1, 1)), st.sampled_from(sorted(WEEKDAYS)))
def test_a_weekday_is_the_next_one_and_the_next_one_is_in_the_week_after(today: date, word: str):
    due, following = read(f"x {word}", today).due, read(f"x next {word}", today).due
    assert due
    assert following
    assert timedelta(days=1) <= due - today <= timedelta(days=7)
    assert due.weekday() == following.weekday() == WEEKDAYS[word]
    assert following.isocalendar()[:2] == (today + timedelta(days=7)).isocalendar()[:2]


@given(st.dates(date(2000, 1, 1), date(2150, 1, 1)), st.dates(date(2000, 1, 1), date(2150, 12, 31)))
def test_a_day_with_its_year_is_that_day_in_every_way_of_writing(today: date, day: date):
    for said in (
        f"{day.day}.{day.month}.{day.year}",
        day.isoformat(),
        f"{day:%d/%m/%Y}",
        f"{day.day} {day:%B} {day.year}",
    ):
        assert read(f"x {said}", today).due == day


@given(st.dates(date(2000, 1, 1), date(2150, 1, 1)), st.dates(date(2000, 1, 1), date(2150, 12, 31)))
def test_a_day_without_a_year_is_the_next_one(today: date, day: date):
    due = read(f"x {day.day}.{day.month}", today).due
    assert due
    assert (due.day, due.month) == (day.day, day.month)
    assert timedelta() <= due - today <= timedelta(days=366 * 8)


WORDS = st.sampled_from(
    [
        "call", "Mila", "fri", "14:00", "30m", "!high", "#ama", "31.3", "утре", "в", "след", "3", "дни", "every", ",",
        "2h", "İ", "at",
    ]
)  # fmt: skip


@given(st.one_of(st.text(max_size=60), st.lists(WORDS, max_size=12).map(" ".join)))
def test_any_line_is_read_marks_lie_in_it_in_order_and_nothing_else_is_lost(line: str):
    found = read(line)
    at = 0
    for mark in found.marks:
        assert at <= mark.begin < mark.end <= len(line)
        at = mark.end
    left = "".join(
        line[a:b]
        for a, b in zip([0, *(m.end for m in found.marks)], [*(m.begin for m in found.marks), len(line)], strict=True)
    )
    letters = [letter for letter in left if not letter.isspace() and letter not in ",;"]
    assert [letter for letter in found.title if not letter.isspace() and letter not in ",;"] == letters


def test_a_very_long_line_is_read_at_once():
    found = read("fri " * 50_000)
    assert len(found.title) > 100_000
