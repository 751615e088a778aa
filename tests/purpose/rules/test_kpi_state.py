"""A KPI is compared with the straight line from its baseline to its target."""

from __future__ import annotations

from datetime import date

import pytest

from app.purpose.kpi import Kpi
from app.purpose.kpi_state import TOLERANCE, KpiState, standing
from app.purpose.reading import Reading


def day(number: int) -> date:
    return date(2027, 3, number)


def a_kpi(**fields) -> Kpi:
    usual = {"baseline": 0.0, "target": 100.0, "since": day(1), "due": day(31)}
    return Kpi("k", "Templates shared", **usual | fields)


def read(value: float, on: int = 16) -> Reading:
    return Reading(f"r{on}-{value}", "kpi", "k", day(on), value)


@pytest.mark.parametrize(
    ("kpi", "now", "today", "state"),
    [
        (a_kpi(), 50, 16, KpiState.ON_TRACK),  # half of the days, half of the way
        (a_kpi(), 80, 16, KpiState.ON_TRACK),
        (a_kpi(), 50 - 100 * TOLERANCE, 16, KpiState.AT_RISK),
        (a_kpi(), 49, 16, KpiState.AT_RISK),
        (a_kpi(), 50 - 100 * TOLERANCE - 1, 16, KpiState.LATE),
        (a_kpi(), 100, 16, KpiState.REACHED),
        (a_kpi(), 120, 31, KpiState.REACHED),
        (a_kpi(due=day(10)), 99, 16, KpiState.LATE),
        (a_kpi(due=day(16)), 99, 16, KpiState.AT_RISK),  # the due day is not over
        (a_kpi(baseline=40.0, target=20.0), 30, 16, KpiState.ON_TRACK),  # what falls
        (a_kpi(baseline=40.0, target=20.0), 31, 16, KpiState.AT_RISK),
        (a_kpi(baseline=40.0, target=20.0), 36, 16, KpiState.LATE),
        (a_kpi(baseline=40.0, target=20.0), 15, 16, KpiState.REACHED),
        (a_kpi(baseline=40.0, target=20.0), 45, 16, KpiState.LATE),  # the wrong way
        (a_kpi(baseline=None), 50, 16, KpiState.ON_TRACK),  # from nothing
        (a_kpi(target=0.0), 0, 16, KpiState.REACHED),
        (a_kpi(target=None), 50, 16, KpiState.UNKNOWN),
        (a_kpi(due=None), 50, 16, KpiState.UNKNOWN),
        (a_kpi(since=day(31)), 50, 16, KpiState.UNKNOWN),
    ],
)
def test_how_it_stands(kpi, now, today, state):
    assert standing(kpi, [read(now, 10)], day(today)).state is state


def test_nothing_is_said_before_anything_was_read_but_where_the_baseline_is():
    assert standing(a_kpi(since=None), [], day(16)).state is KpiState.UNKNOWN
    assert standing(a_kpi(), [], day(16)) == standing(a_kpi(), [read(0, 1)], day(16))


def test_without_the_day_of_the_baseline_the_line_begins_at_the_first_reading():
    kpi = a_kpi(since=None, due=day(20))

    assert standing(kpi, [read(0, 10), read(50, 15)], day(15)).state is KpiState.ON_TRACK


def test_the_newest_reading_counts():
    readings = [read(10, 2), read(70, 12), read(30, 8)]

    assert standing(a_kpi(), readings, day(16)).now == 70


@pytest.mark.parametrize(("now", "done"), [(-20, 0.0), (25, 0.25), (140, 1.0)])
def test_progress_stays_between_nothing_and_all(now, done):
    assert standing(a_kpi(), [read(now, 10)], day(16)).done == done


@pytest.mark.parametrize(
    ("baseline", "target", "now", "done"),
    [(36.0, 50.0, 37, 0.74), (40.0, 20.0, 30, 0.5), (-10.0, 10.0, 0, 0.5), (None, 25.0, 11, 0.44)],
)
def test_the_bar_says_what_the_figures_beside_it_say(baseline, target, now, done):
    kpi = a_kpi(baseline=baseline, target=target)

    assert standing(kpi, [read(now, 10)], day(16)).done == pytest.approx(done)
