"""Rhythms in words, and what a person should know of them."""

from datetime import date

import pytest

from app.calendar.rhythm.rule import describe
from app.calendar.rhythm.rule_warnings import warnings
from resources.texts import find

WEDNESDAY = date(2027, 3, 31)


def said(text, language, start=WEDNESDAY):
    message = describe(text, start)
    return find(language, message.id, dict(message.values))


@pytest.mark.parametrize(
    ("text", "english", "bulgarian"),
    [
        ("FREQ=DAILY", "daily", "всеки ден"),
        ("FREQ=DAILY;INTERVAL=3", "every 3 days", "на всеки 3 дни"),
        ("FREQ=WEEKLY", "weekly on Wednesday", "всяка седмица в сряда"),
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", "every 2 weeks on Tuesday", "на всеки 2 седмици във вторник"),
        ("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "weekly on weekdays", "всяка седмица в делничните дни"),
        (
            "FREQ=WEEKLY;BYDAY=MO,TU,FR;COUNT=5",
            "weekly on Monday, Tuesday and Friday, 5 times",
            "всяка седмица в понеделник, вторник и петък, 5 пъти",
        ),
        ("FREQ=WEEKLY;COUNT=1", "weekly on Wednesday, once", "всяка седмица в сряда, веднъж"),
        ("FREQ=MONTHLY", "monthly on day 31", "всеки месец на 31 число"),
        ("FREQ=MONTHLY;BYDAY=2WE", "monthly on the second Wednesday", "всеки месец във втората сряда"),
        ("FREQ=MONTHLY;BYDAY=-1FR", "monthly on the last Friday", "всеки месец в последния петък"),
        (
            "FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=-1",
            "quarterly on the last day of the month",
            "всяко тримесечие в последния ден на месеца",
        ),
        ("FREQ=YEARLY", "yearly on 31 March", "всяка година на 31 март"),
        (
            "FREQ=YEARLY;BYMONTH=5;BYDAY=1SU",
            "yearly on the first Sunday of May",
            "всяка година в първата неделя на май",
        ),
        (
            "FREQ=MONTHLY;BYDAY=2TU,4TU",
            "monthly on the second Tuesday and on the fourth Tuesday",
            "всеки месец във втория вторник и в четвъртия вторник",
        ),
        (
            "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
            "monthly on the last weekday of the month",
            "всеки месец в последния делничен ден на месеца",
        ),
        (
            "FREQ=MONTHLY;BYMONTHDAY=1,-1",
            "monthly on day 1 and on the last day of the month",
            "всеки месец на 1 число и в последния ден на месеца",
        ),
        (
            "FREQ=YEARLY;BYWEEKNO=20",
            "a rule this program cannot edit: FREQ=YEARLY;BYWEEKNO=20",
            "правило, което програмата не може да променя: FREQ=YEARLY;BYWEEKNO=20",
        ),
        (
            "FREQ=WEEKLY\nEXRULE:FREQ=MONTHLY",
            "a rule this program cannot edit: FREQ=WEEKLY, EXRULE:FREQ=MONTHLY",
            "правило, което програмата не може да променя: FREQ=WEEKLY, EXRULE:FREQ=MONTHLY",
        ),
    ],
)
def test_a_rhythm_in_words(text, english, bulgarian):
    assert said(text, "en") == english
    assert said(text, "bg") == bulgarian


def test_a_suggested_rhythm_says_no_day():
    assert [said(text, "en", None) for text in ("FREQ=WEEKLY;INTERVAL=2", "FREQ=MONTHLY", "FREQ=YEARLY")] == [
        "every 2 weeks", "monthly", "yearly",
    ]  # fmt: skip


def test_an_end_on_a_day_has_its_year():
    message = describe("FREQ=WEEKLY;UNTIL=20280430T235959", WEDNESDAY)

    assert dict(message.values)["day"] == date(2028, 4, 30)
    assert said("FREQ=WEEKLY;UNTIL=20280430", "en").endswith("2028")


@pytest.mark.parametrize(
    ("text", "start", "what", "instead"),
    [
        ("FREQ=MONTHLY", (2027, 3, 31), "rule.warn.short_months", "FREQ=MONTHLY;BYMONTHDAY=-1"),
        (
            "FREQ=MONTHLY;BYMONTHDAY=29;COUNT=3",
            (2027, 3, 29),
            "rule.warn.short_months",
            "FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=3",
        ),
        ("FREQ=YEARLY", (2028, 2, 29), "rule.warn.leap_day", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1"),
        ("FREQ=MONTHLY;BYDAY=5MO", (2027, 3, 29), "rule.warn.no_fifth", "FREQ=MONTHLY;BYDAY=-1MO"),
        ("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", (2027, 3, 29), "rule.warn.never", ""),
    ],
)
def test_what_skips_is_told_with_an_offer(text, start, what, instead):
    (warning,) = warnings(text, date(*start))

    assert (warning.what.id, warning.instead) == (what, instead)


@pytest.mark.parametrize(
    "text", ["FREQ=MONTHLY;BYMONTHDAY=28", "FREQ=MONTHLY;BYMONTHDAY=-1", "FREQ=YEARLY", "FREQ=WEEKLY", "FREQ=NONE"]
)
def test_what_is_plain_is_not_warned_of(text):
    assert warnings(text, WEDNESDAY) == []


def test_one_that_lasts_into_the_next_is_told():
    assert [it.what.id for it in warnings("FREQ=WEEKLY;BYDAY=MO,WE", WEDNESDAY, length=3)] == ["rule.warn.overlaps"]
    assert warnings("FREQ=WEEKLY", WEDNESDAY, length=7) == []
