"""Gaps are said as a person says them."""

import pytest

from app.guide.cover_view import usual_cover
from app.guide.cover_week import Rota
from app.guide.cover_words import gap_lines, lasting, promised_hours
from app.guide.coverage import Duty, Promise
from widgets.common.words import speaking, words

WEEKDAYS = range(5)


def said(duties, *promises, first_weekday=0, language="en") -> list[str]:
    gaps = usual_cover(Rota(tuple(duties)), promises, first_weekday).gaps
    with speaking(language):
        return [words(it) for it in gap_lines(gaps, first_weekday)]


def there(days, start: int, end: int) -> list[Duty]:
    return [Duty("", "lead", day, start * 60, end * 60) for day in days]


def test_a_night_over_saturday_is_one_gap():
    watch = Promise("p", "priority threads", 120)
    duties = there(range(5), 0, 24) + there([5], 0, 18) + there([6], 12, 24)

    assert said(duties, watch) == ["Sat 18:00–Sun 10:00 nobody for priority threads (promise 2 h), back Sun 12:00"]
    assert said(duties, watch, first_weekday=6) == said(duties, watch)
    assert said(duties, watch, language="bg") == [
        "сб 18:00–нд 10:00 няма никого за priority threads (обещано до 2 ч), отново нд 12:00"
    ]


def test_a_gap_over_the_end_of_the_week_is_one_gap():
    watch = Promise("p", "threads", 0)

    assert said(there([0, 1, 2, 3, 4, 5], 9, 24) + there([1, 2, 3, 4, 5], 0, 9), watch) == [
        "Sun 00:00–Mon 09:00 nobody for threads (promise 0 min)"
    ]


def test_the_same_hours_of_several_days_are_one_line():
    evening = Promise("p", "evenings", 120, tuple(WEEKDAYS), 18 * 60, 21 * 60)
    weekend = Promise("w", "weekends", 120, (5, 6), 10 * 60, 20 * 60)
    duties = there(range(5), 9, 17) + there([1, 3], 17, 21) + there([6], 10, 14)

    assert said(duties, evening, weekend) == [
        "Mon, Wed, Fri 18:00–21:00 nobody for evenings (promise 2 h)",
        "Sat 10:00–20:00 nobody for weekends (promise 2 h), back Sun 10:00",
        "Sun 14:00–20:00 nobody for weekends (promise 2 h), back Mon 09:00",
    ]


def test_where_nobody_ever_comes_the_whole_week_is_said():
    assert said([], Promise("p", "threads", 1440)) == ["All week nobody for threads (promise 24 h)"]
    assert said([], Promise("p", "late watch", 30, (0, 1, 2, 3, 4), 1320, 1440)) == [
        "Mon–Fri 22:00–24:00 nobody for late watch (promise 30 min)"
    ]


@pytest.mark.parametrize(
    ("minutes", "text"),
    [(0, "0 min"), (30, "30 min"), (120, "2 h"), (190, "3 h 10 min"), (1440, "24 h"), (2880, "2 days")],
)
def test_how_long_something_lasts_is_said_in_its_largest_units(minutes, text):
    assert words(lasting(minutes)) == text


def test_the_hours_of_a_promise_are_said():
    assert words(promised_hours(Promise("", "", 60))) == "every day"
    assert words(promised_hours(Promise("", "", 60, (0, 1, 2, 3, 4), 540, 1020))) == "Mon–Fri 09:00–17:00"
    assert words(promised_hours(Promise("", "", 60, (5, 6), 0, 1440))) == "Sat, Sun"
    assert words(promised_hours(Promise("", "", 60, (6, 0, 5), 1320, 360), 5)) == "Sat–Mon 22:00–06:00"
