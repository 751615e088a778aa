import csv
import io
from datetime import date, time

import pytest

from app.calendar.event import ChecklistStep, MessageStatus, Status
from app.calendar.filter import EventFilter
from app.exchange.agenda import Listing
from app.exchange.csv_agenda import agenda_csv
from app.exchange.markdown_agenda import agenda_markdown, plain
from resources.texts import find
from tests.exchange.making import a_plan, a_series, an_event, cancelled

FIRST, LAST = date(2027, 3, 1), date(2027, 3, 14)


def words(message, language="en"):
    return find(language, message.id, dict(message.values))


def a_listing(*things, **options):
    return Listing(a_plan(*things), FIRST, LAST, **options)


def table(listing, language="en"):
    data = agenda_csv(listing, lambda message: words(message, language))
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_every_field_has_a_column():
    (row,) = table(
        a_listing(
            an_event(
                title="=AMA", program="g1", personas=("p1", "p2"), stage="s1", channel="c1", owner="w1", prep=1.5,
                live=1.0, status=Status.READY, message=MessageStatus.SENT, impact=4, kpi="k1", success="20 questions",
                call_to_action="Ask", public_text=(("en", "Come"),), notes="private", link="https://example.org",
            )
        )
    )  # fmt: skip

    assert list(row.items()) == [
        *{"First day": "2027-03-04", "Last day": "2027-03-04", "From": "18:00", "To": "19:00"}.items(),
        *{"Time zone": "Europe/Sofia", "Title": "'=AMA", "Kind": "AMA / Q&A", "Status": "Ready"}.items(),
        *{"Program": "Calm Mondays", "Personas": "Busy managers, Power builders"}.items(),
        *{"Funnel stage": "Activation", "Channel": "Forum", "Owner": "Mila D.", "Message": "Sent"}.items(),
        *{"Prep hours": "1.5", "Hours on the day": "1", "Impact": "4", "Ease": "", "KPI": "First answers"}.items(),
        *{"Success measure": "20 questions", "Call to action": "Ask", "Public text": "Come"}.items(),
        *{"Notes": "private", "Link": "https://example.org", "Series": ""}.items(),
    ]


def test_each_occurrence_is_a_row_and_cancelled_ones_are_none():
    rows = table(a_listing(a_series(rrule="FREQ=DAILY"), cancelled("2027-03-05T18:00")))

    assert [row["First day"] for row in rows[:3]] == ["2027-03-04", "2027-03-06", "2027-03-07"]
    assert {row["Series"] for row in rows} == {"e1@sedyanka"}


def test_whole_days_have_no_times_and_moments_no_end():
    rows = table(a_listing(an_event(at=None, days=3), an_event(id="e2", minutes=0)))

    assert [(row["First day"], row["Last day"], row["From"], row["To"]) for row in rows] == [
        ("2027-03-04", "2027-03-06", "", ""),
        ("2027-03-04", "2027-03-04", "18:00", ""),
    ]


def test_heads_are_in_the_language_of_the_reader():
    (row,) = table(a_listing(an_event()), "bg")

    assert (row["Заглавие"], row["Статус"]) == ("AMA", "Планирано")


def test_a_filter_and_the_days_narrow_the_list():
    plan = a_plan(an_event(stage="s1"), an_event(id="e2"), an_event(id="e3", stage="s1", day=date(2027, 4, 1)))
    keep = EventFilter((("stage", "s1"),)).matches

    listing = Listing(plan, FIRST, LAST, keep=lambda one: keep(one, plan))

    assert [one.event.id for one in listing.occurrences()] == ["e1"]


def test_the_agenda_reads_week_by_week():
    text = agenda_markdown(
        a_listing(
            an_event(live=1.5, stage="s1", personas=("p1",), link="https://example.org/a"),
            an_event(id="e2", day=date(2027, 3, 9), at=None, days=3, title="Challenge", status=Status.DONE),
            ChecklistStep("c", "e1", 0, "Invite *her*", done=True),
        ),
        words,
    )

    assert text.splitlines() == [
        "# Kestrel Circle",
        "",
        "2027-03-01 – 2027-03-14",
        "",
        "## Week 9: 2027-03-01 – 2027-03-07, 1.5 of 8.0 h",
        "",
        "- **Thursday, 2027-03-04, 18:00–19:00** [AMA](<https://example.org/a>) · Activation · Busy managers · 1.5 h",
        "  - [x] Invite \\*her\\*",
        "",
        "## Week 10: 2027-03-08 – 2027-03-14, 0.0 of 8.0 h",
        "",
        "- **Tuesday, 2027-03-09 – 2027-03-11** Challenge · Done",
    ]


def test_what_goes_on_from_before_stands_under_the_first_week():
    text = agenda_markdown(a_listing(an_event(day=date(2027, 2, 20), at=None, days=20)), words)

    assert "## Week 9:" in text
    assert "- **Saturday, 2027-02-20 – 2027-03-11** AMA" in text


@pytest.mark.parametrize("text", ["<script>", "[x](javascript:1)", "![x](y)", "# head", "a\nb", "`code`", "| cell |"])
def test_words_are_never_markup(text):
    assert not any(mark in plain(text).replace("\\" + mark, "") for mark in "<>[]`#|\n")


def test_only_safe_links_become_links():
    assert "javascript" not in agenda_markdown(a_listing(an_event(link="javascript:alert(1)")), words)
    assert "](<" not in agenda_markdown(a_listing(an_event(link="https://x.example/a b")), words)


def test_times_of_another_zone_are_listed_as_the_playbook_s_clocks_show_them():
    listing = a_listing(an_event(day=date(2027, 2, 28), at=time(22, 30), zone="UTC"))

    (row,) = table(listing)

    assert [row[head] for head in ("First day", "From", "To", "Time zone")] == [
        "2027-03-01", "00:30", "01:30", "Europe/Sofia",
    ]  # fmt: skip
    assert "- **Monday, 2027-03-01, 00:30–01:30** AMA" in agenda_markdown(listing, words)
