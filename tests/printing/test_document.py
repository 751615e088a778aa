"""What the printed plan holds, as a reader of the file finds it."""

import re
from dataclasses import replace
from datetime import time, timedelta
from pathlib import Path

import pytest

from app.calendar.ranking import Scored
from app.calendar.shown import shown
from tests.printing.paper import MONDAY, a_manuscript, an_occurrence, collisions, options, pdf, sheets, words
from widgets.common.paper import style
from widgets.common.paper.size import Paper
from widgets.common.words import language
from widgets.printing.options import Part

LONG_BG = "Представяне на най-активните членове и на предизвикателството за подреждане на календара"


def many(count: int = 2000):
    for number in range(count):
        at = None if number % 3 else time(8 + number % 12, 30)
        day = MONDAY + timedelta(days=number % 89)
        yield an_occurrence(f"Event {number:04}", day, at, days=1 + 5 * (number % 41 == 0), id=str(number % 300))


@pytest.mark.parametrize("lies", [False, True], ids=["portrait", "landscape"])
@pytest.mark.parametrize(("name", "size"), [("A4", (595.3, 841.9)), ("Letter", (612.0, 792.0))])
def test_a_page_has_the_size_of_the_paper(name, size, lies):
    box = pdf(a_manuscript(), options(paper=Paper(name, lies))).pages[0].mediabox

    wanted = tuple(reversed(size)) if lies else size
    assert (float(box.width), float(box.height)) == pytest.approx(wanted, abs=1)


def test_words_come_out_in_the_order_one_reads_them():
    plan = a_manuscript(
        an_occurrence("Welcome"),
        an_occurrence("Prompt", MONDAY + timedelta(days=1)),
        an_occurrence("Office hours", MONDAY + timedelta(days=7), time(17)),
        holidays={MONDAY + timedelta(days=2): "Liberation Day"},
    )

    text = pdf(plan, options(parts=(Part.QUARTER,))).pages[0].extract_text()

    order = ["The quarter on one page", "3 events", "Mon", "Sun", "W9", "1 Mar", "Welcome", "Prompt", "Liberation Day"]
    order += ["W10", "Office hours", "W21", "Holidays: 3 Mar Liberation Day", "Kestrel Circle · Plan", "1 / 1"]
    assert re.search(".*?".join(map(re.escape, order)), text, re.DOTALL), text


def test_digits_and_bulgarian_come_out_as_they_went_in():
    plan = a_manuscript(an_occurrence("Среща 1234567890 №7 „Щърк“", notes="8x8 = 64 -> да, (fi ffl) 12,5 ч"))

    text = pdf(plan, options(parts=(Part.AGENDA,), language="bg")).pages[0].extract_text()

    # pypdf begins a new line where the script changes; what counts is that no letter is lost
    assert "Среща1234567890№7„Щърк“" in re.sub(r"\s", "", text)
    assert "8x8=64->да,(fiffl)12,5ч" in re.sub(r"\s", "", text)


def test_the_words_around_an_emoji_can_be_found():
    text = pdf(a_manuscript(an_occurrence("Party 🎉 for all 👩‍💻")), options()).pages[1].extract_text()

    # a computer without a font for emoji gives them no letter
    assert re.search(r"Party[\s\0]+for all", text)


def test_all_fonts_travel_with_the_file():
    plan = a_manuscript(an_occurrence("Парти", status="idea", notes="x"), an_occurrence("Done", status="done"))
    fonts = [font.get_object() for page in pdf(plan, options()).pages for font in page["/Resources"]["/Font"].values()]

    assert fonts
    for font in fonts:
        described = font["/DescendantFonts"][0].get_object()["/FontDescriptor"]
        assert described.keys() & {"/FontFile", "/FontFile2", "/FontFile3"}
        assert "Inter" in font["/BaseFont"]
        assert "/ToUnicode" in font


def test_the_properties_name_the_plan_and_nobody_s_computer():
    reader = pdf(a_manuscript(), options())

    assert reader.metadata.title == "Kestrel Circle: plan 1 March – 29 May 2027"
    assert reader.metadata.author == "Mila D."
    assert reader.metadata.subject
    assert str(Path.home()) not in str(reader.metadata) + (
        reader.xmp_metadata and reader.xmp_metadata.stream.get_data().decode()
    )


def test_the_outline_leads_to_every_chapter():
    plan = a_manuscript(an_occurrence("Welcome"))
    reader = pdf(plan, options(parts=tuple(Part)))

    def flat(items):
        return [entry for item in items for entry in (flat(item) if isinstance(item, list) else [item])]

    entries = {entry.title: reader.get_destination_page_number(entry) for entry in flat(reader.outline)}
    assert list(entries) == [
        "The quarter on one page", "Months", "March 2027", "April 2027", "May 2027", "Agenda", "W9 · 1 – 7 March 2027",
        "Impact and ease",
    ]  # fmt: skip
    assert list(entries.values()) == [0, 1, 1, 2, 3, 4, 4, 5]


def test_every_page_tells_its_number_and_how_many_there_are():
    reader = pdf(a_manuscript(*many(200)), options(parts=tuple(Part)))

    assert all(f"{number} / {len(reader.pages)}" in page.extract_text() for number, page in enumerate(reader.pages, 1))


@pytest.mark.parametrize("parts", [(part,) for part in Part], ids=list(Part))
def test_an_empty_plan_is_a_page_all_the_same(parts):
    reader = pdf(a_manuscript(), options(parts=parts))

    assert len(reader.pages) == (3 if parts == (Part.MONTHS,) else 1)
    assert "0 events" in reader.pages[0].extract_text()


@pytest.mark.parametrize(
    "parts", [(Part.QUARTER,), (Part.MONTHS,), (Part.AGENDA,)], ids=["quarter", "months", "agenda"]
)
def test_two_thousand_events_are_all_on_paper(parts):
    text = "\n".join(word for sheet in sheets(a_manuscript(*many()), options(parts=parts)) for word in words(sheet))

    assert [number for number in range(2000) if f"Event {number:04}" not in text] == []


@pytest.mark.parametrize("lies", [False, True], ids=["portrait", "landscape"])
@pytest.mark.parametrize("name", ["A4", "Letter"])
@pytest.mark.parametrize("spoken", ["en", "bg"])
def test_no_words_cover_others_or_leave_the_page(spoken, name, lies):
    chosen = options(parts=tuple(Part), paper=Paper(name, lies), language=spoken)
    for count, title in ((60, LONG_BG), (60, "x" * 400), (700, LONG_BG)):
        plan = a_manuscript(
            *(
                an_occurrence(
                    f"{title} {n}", MONDAY + timedelta(days=n * 7 % 88), time(9) if n % 2 else None,
                    prep=30.25, live=12.75, channel="forum", owner="mila", days=4 if n % 18 == 0 else 1,
                )
                for n in range(count)
            ),
            holidays={MONDAY + timedelta(days=n): "Ден на светите братя Кирил и Методий" for n in range(0, 80, 9)},
            community="Общност на потребителите на календара за спокойни екипи и още някои други хора",
        )  # fmt: skip
        for number, sheet in enumerate(sheets(plan, chosen)):
            assert collisions(sheet) == [], number


def test_a_long_text_flows_over_pages_and_loses_no_word():
    story = " ".join(f"word{number}" for number in range(4000))
    reader = pdf(a_manuscript(an_occurrence("Story", notes=story)), options(parts=(Part.AGENDA,)))

    text = " ".join(page.extract_text() for page in reader.pages)
    assert len(reader.pages) > 3
    assert re.findall(r"word\d+", text) == story.split()
    assert "Story, continued" in reader.pages[1].extract_text()


def test_a_title_longer_than_a_page_goes_on_over_it_and_leaves_none():
    found = sheets(a_manuscript(an_occurrence("Long " * 1_000)), options(parts=(Part.AGENDA,)))

    assert len(found) > 1
    assert [collisions(sheet) for sheet in found] == [[] for _ in found]


def test_a_series_says_its_texts_once_and_then_where_they_stand():
    notes = "Ask two people who have not spoken yet, and thank whoever answered last week in the thread."
    ones = [
        replace(an_occurrence("Prompt", MONDAY + timedelta(weeks=week), notes=notes), original=f"2027-03-{week}")
        for week in range(3)
    ]

    text = pdf(a_manuscript(*ones), options(parts=(Part.AGENDA,))).pages[0].extract_text()

    assert text.count("Ask two people") == 1
    assert text.count("Texts as on Mon 1 Mar") == 2


def test_paper_speaks_its_own_language_and_leaves_the_window_its():
    text = pdf(a_manuscript(an_occurrence("AMA", status="done")), options(language="bg")).pages[1].extract_text()

    assert "Събитията по дни" in text
    assert "Изпълнено" in text
    assert language() == "en"


def test_hours_and_names_stay_away_when_they_are_not_wanted():
    plan = a_manuscript(an_occurrence("AMA", prep=3.0, live=4.0, owner="mila"), weeks={})

    told = "".join(page.extract_text() for page in pdf(plan, options(hours=False, names=False)).pages)

    assert "7.0 h" not in told
    assert "3.0 h" not in told
    assert "Mila" not in told


def test_a_week_over_capacity_says_so_in_figures():
    text = pdf(a_manuscript(an_occurrence("AMA", prep=9.0)), options(parts=(Part.QUARTER,))).pages[0].extract_text()

    assert "9.0 / 8 h" in text


def test_an_event_of_another_zone_stands_at_the_time_here_and_tells_its_own():
    abroad = shown(an_occurrence("Abroad", MONDAY, time(20), zone="America/New_York"), "Europe/Sofia")

    spoken = words(sheets(a_manuscript(abroad, zone="Europe/Sofia"), options(parts=(Part.AGENDA,)))[0])

    assert "Tue 2 Mar" in spoken
    assert "03:00–03:45" in spoken
    assert "Live · Planned · Mon 1 Mar, 20:00 America/New York" in spoken


def test_a_text_without_end_is_cut_and_not_measured_for_minutes(qapp):
    lines = style.wrap("word " * 2_000_000, style.BODY, 400)

    assert sum(map(len, lines)) <= style.LETTERS_MOST + 1
    assert lines[-1].endswith("…")


def test_the_matrix_is_drawn_with_the_whole_ranking_below_it():
    plan = a_manuscript(weighed=(Scored(("event", "a"), "Guest week", 5, 4), Scored(("program", "p"), "Later", 0, 0)))

    text = pdf(plan, options(parts=(Part.MATRIX,))).pages[0].extract_text()

    for said in ("Impact and ease", "Guest week", "Quick wins", "5 × 4", "20", "1 without a score"):
        assert said in text, said
