"""What a Slack workspace counted itself, day by day."""

from __future__ import annotations

from app.activity.incoming import InFigure
from app.exchange.slack import analytics_source
from tests.exchange.files import Files, one_file, told_by

HEAD = (
    "Date,Total enabled membership,Daily active members,Weekly active members,"
    '"Percentage of messages, DMs",Messages posted'
)


def analytics(*rows: str) -> Files:
    return one_file("kestrel-analytics.csv", "\n".join((HEAD, *rows)))


def test_the_table_is_known_by_its_columns():
    assert analytics_source.recognise(analytics())
    assert not analytics_source.recognise(one_file("t.csv", "Date,Value\n2027-01-01,3\n"))
    assert not analytics_source.recognise(one_file("t.csv", b"\0\1"))


def test_exports_of_different_times_are_of_one_workspace():
    names = ["Kestrel Analytics Jan 2027.csv", "Kestrel analytics Feb 2027.csv", "Other_analytics.csv"]
    spaces = [analytics_source.space(one_file(name, HEAD)).ext for name in names]

    assert spaces == ["analytics:kestrel", "analytics:kestrel", "analytics:other"]


def test_every_day_has_its_figures_and_shares_are_left_out():
    assert told_by(analytics_source, analytics("2027-03-04,30,7,12,0.2,41")).figures == [
        InFigure("members_enabled", "2027-03-04", 30),
        InFigure("daily_active", "2027-03-04", 7),
        InFigure("weekly_active", "2027-03-04", 12),
        InFigure("messages_so_far", "2027-03-04", 41),
    ]


def test_the_order_of_day_and_month_is_that_of_the_whole_table():
    found = told_by(analytics_source, analytics("05/11/2019,3,2,2,0,1", "13/11/2019,3,2,2,0,1")).figures

    assert {it.day for it in found} == {"2019-11-05", "2019-11-13"}


def test_an_empty_cell_is_no_zero_and_a_row_without_day_is_refused():
    found = told_by(analytics_source, analytics("2027-03-04,,7,,,", "total,1,2,3,4,5", "2027-03-05"))

    assert [(it.measure, it.value) for it in found.figures] == [("daily_active", 7)]
    assert found.why() == [("3", "source.refused.day")]
