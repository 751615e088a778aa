"""Days and instants in tables."""

from __future__ import annotations

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from app.exchange.tables.dates import DAY_FIRST, MONTH_FIRST, YEAR_FIRST, day_of, instant_of, order_of


@pytest.mark.parametrize(
    ("texts", "order"),
    [
        (["05/11/2019", "13/11/2019"], DAY_FIRST),
        (["05/11/2019", "05/28/2019"], MONTH_FIRST),
        (["05/11/2019", "06/11/2019"], ""),
        (["05.11.2019"], DAY_FIRST),
        (["2019-11-05"], YEAR_FIRST),
        (["2019/11/05"], YEAR_FIRST),
        (["", "soon"], YEAR_FIRST),
        (["13/02/2019", "02/13/2019"], ""),
    ],
)
def test_the_order_is_found_out_or_must_be_asked_for(texts, order):
    assert order_of(texts) == order


@pytest.mark.parametrize(
    ("text", "order", "day"),
    [
        ("03/04/2027", DAY_FIRST, date(2027, 4, 3)),
        ("03/04/2027", MONTH_FIRST, date(2027, 3, 4)),
        ("2027-03-04 10:00:00 UTC", YEAR_FIRST, date(2027, 3, 4)),
        ("4.3.2027 г., 18:30", DAY_FIRST, date(2027, 3, 4)),
        ("4.3.27", DAY_FIRST, date(2027, 3, 4)),
        ("Mar 4, 2027", YEAR_FIRST, date(2027, 3, 4)),
        ("Thursday, 4 March 2027 at 6:30 PM", YEAR_FIRST, date(2027, 3, 4)),
        ("4 март 2027 г.", YEAR_FIRST, date(2027, 3, 4)),
        ("2027-03-04T10:00:00.123456789Z", YEAR_FIRST, date(2027, 3, 4)),
        ("31.2.2027", DAY_FIRST, None),
        ("4 nevermber 2027", YEAR_FIRST, None),
        ("", YEAR_FIRST, None),
        ("x" * 100, YEAR_FIRST, None),
    ],
)
def test_days_are_read_as_they_are_written(text, order, day):
    if "123456789" in text:
        assert instant_of(text, order) == microseconds(2027, 3, 4, 10, 0, 0, 123456)
        return
    assert day_of(text, order) == day


def microseconds(*when: int) -> int:
    at = datetime(*when[:6], tzinfo=UTC)
    return int(at.timestamp()) * 1_000_000 + (when[6] if len(when) > 6 else 0)


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("2027-03-04T10:00:00+02:00", (2027, 3, 4, 8, 0, 0)),
        ("2027-03-04 10:00:00 UTC", (2027, 3, 4, 10, 0, 0)),
        ("2027-03-04 10:00", (2027, 3, 4, 8, 0, 0)),
        ("4.3.2027 10:00", (2027, 3, 4, 8, 0, 0)),
        ("04/03/2027 6:30 PM", (2027, 3, 4, 16, 30, 0)),
        ("04/03/2027 12:30:05 am", (2027, 3, 3, 22, 30, 5)),
        ("1804154400", (2027, 3, 4, 10, 0, 0)),
        ("1804154400000", (2027, 3, 4, 10, 0, 0)),
    ],
)
def test_instants_are_in_the_zone_that_they_name_else_in_that_of_the_table(text, at):
    assert instant_of(text, DAY_FIRST, ZoneInfo("Europe/Sofia")) == microseconds(*at)


@pytest.mark.parametrize(
    "text", ["soon", "25:61", "9999-99-99", "1" * 30, "0001-01-01", "04/03/2027 25:00", "²²²²²²²²²²"]
)
def test_what_is_no_instant_is_none(text):
    assert instant_of(text, DAY_FIRST) is None
