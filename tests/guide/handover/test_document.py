"""Two versions of the guide: moderators have all of it, everybody else nothing of what is not theirs."""

import re
import zlib
from dataclasses import replace
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader

from app.guide.chapter import Chapter
from app.guide.escalation import Escalation, Severity
from app.guide.handover.wish import Version
from app.guide.role import GuideRole
from app.guide.strikes import StrikeLevel
from app.text.document import Listing, Pairs, Ready, Table, Week
from app.text.markdown import markdown_of
from app.text.page import page_of
from tests.guide.handover.guides import SECRET, TODAY, a_document, a_guide
from widgets.common.paper.text_paper import pdf_of
from widgets.guide.handover.dress import dress


@pytest.fixture(autouse=True)
def _window(qapp):
    """Have the program of a window, before anything asks for fonts."""


def files(document) -> dict[str, str]:
    """Every form of a document with all that can be read in its bytes."""
    pdf = pdf_of(lambda *_: None, document, TODAY, "A4")
    streams = b"".join(_inflated(it) for it in re.findall(rb"stream\r?\n(.*?)endstream", pdf, re.DOTALL))
    reader = PdfReader(BytesIO(pdf))
    text = "".join(page.extract_text() for page in reader.pages) + str(reader.metadata) + str(reader.outline)
    return {
        "html": page_of(document, dress(document.language)),
        "markdown": markdown_of(document),
        "pdf": text + (pdf + streams).decode("latin-1"),
    }


def _inflated(stream: bytes) -> bytes:
    try:
        return zlib.decompress(stream)
    except zlib.error:
        return b""


@pytest.mark.parametrize("language", ["en", "bg"])
def test_no_contact_strike_incident_or_name_is_in_any_file_of_the_public_version(language):
    document = a_document(a_guide(), Version.PUBLIC, language, every_language=True)

    found = {form: re.findall(f"{SECRET}\\w*", text) for form, text in files(document).items()}

    assert found == {"html": [], "markdown": [], "pdf": []}


def test_moderators_have_what_is_not_public_but_no_incidents():
    text = files(a_document(a_guide()))["markdown"]

    said = {"coach", "contact", "mila", "dpo", "phone", "scenario", "hidden", "doc", "question", "strikesintro"}
    assert {word for word in said if SECRET + word not in text} == set()
    assert not re.search(f"{SECRET}(what|done|member|away)", text)


@given(st.text(st.characters(categories=["L", "N"]), min_size=4, max_size=12))
def test_whatever_a_contact_or_a_strike_says_it_is_never_public(word):
    secret = f"{SECRET}{word}"
    role = GuideRole("r1", "Backup", people=(secret,), contact=secret)
    strike = StrikeLevel("k1", secret, secret, (("en", secret),))

    assert secret not in markdown_of(a_document(a_guide(role, strike), Version.PUBLIC))


def test_strikes_are_left_out_even_of_a_chapter_that_was_made_public():
    document = a_document(a_guide(), Version.PUBLIC)

    assert "Strikes" not in [part.title for part in document.parts]
    assert [part.title for part in document.parts][-1] == "House rules"


def test_a_row_of_the_matrix_says_who_is_told_how_soon_and_what_helps():
    table = piece(a_document(a_guide()), "Escalation", Table)

    assert table.groups[0].name == "Personal data posted\nphone numbers"
    severity, action, told, within = table.groups[0].rows[0]
    assert (severity, within) == ("●\u00a0High", "30\u00a0min")
    assert action == "Hide at once\nReply: We hid your post · Usually earns a strike"
    assert told == f"{SECRET}mila, Backup, {SECRET}dpo\nTo legal · After hours: {SECRET}phone"


def test_a_reply_that_most_rows_of_a_scenario_use_is_said_once_beside_its_name():
    low = Escalation("e3", "s1", Severity.LOW, "Remove", (), 90, reply="y1")
    medium = Escalation("e4", "s1", Severity.MEDIUM, "Hide", (), 60, reply="y2")

    group = piece(a_document(a_guide(low, medium)), "Escalation", Table).groups[0]

    assert group.name == "Personal data posted\nphone numbers\nReply: We hid your post"
    assert {row[1] for row in group.rows} == {"Remove", "Hide\nReply: Thanks", "Hide at once\nUsually earns a strike"}


def test_a_row_without_a_reply_does_not_get_that_of_the_others():
    low = Escalation("e3", "s1", Severity.LOW, "Remove", (), 90, reply="y1")
    medium = Escalation("e4", "s1", Severity.MEDIUM, "Hide", (), 60)

    group = piece(a_document(a_guide(low, medium)), "Escalation", Table).groups[0]

    assert group.name == "Personal data posted\nphone numbers"
    assert {"Remove\nReply: We hid your post", "Hide"} < {row[1] for row in group.rows}


def test_moderators_read_what_a_usual_week_promises_and_when_nobody_is_there_in_time():
    table = piece(a_document(a_guide()), "Coverage", Table)

    ((name, (row,)),) = [(it.name, it.rows) for it in table.groups]
    assert name == "First answer"
    assert row == ("2\u00a0h", "Mon–Fri 09:00–17:00", "Mon, Wed, Thu, Fri 09:00–17:00; Tue 13:00–17:00")


def test_in_public_it_is_not_said_when_nobody_looks():
    pieces = next(it for it in a_document(a_guide(), Version.PUBLIC).parts if it.title == "Coverage").pieces

    assert not [it for it in pieces if isinstance(it, Table)]
    (promised,) = (it for it in pieces if isinstance(it, Listing))
    assert promised.items == ("First answer: within 2\u00a0h, Mon–Fri, 09:00–17:00",)


def test_people_and_contact_of_a_role_stand_with_its_name_and_not_in_public():
    whole = piece(a_document(a_guide()), "Roles", Table)
    public = piece(a_document(a_guide(), Version.PUBLIC), "Roles", Table)

    assert whole.groups[0].name == f"Backup\n{SECRET}mila\n{SECRET}contact@kestrel.example"
    assert public.groups[0].name == "Backup"


def test_in_public_hours_have_no_role_and_no_name():
    week = piece(a_document(a_guide(), Version.PUBLIC), "Coverage", Week)

    assert week.legend == (("Somebody is there", "welcome"),)
    assert [(it.start, it.end, it.who) for it in week.days[1][1]] == [(540, 780, "Somebody is there")]


def test_replies_come_in_the_language_wanted_and_in_the_others_where_there_is_none():
    ready = [it for part in a_document(a_guide(), language="bg").parts for it in part.pieces if isinstance(it, Ready)]

    assert [(it.name, [one.language for one in it.variants]) for it in ready[1:]] == [
        ("We hid your post", ["bg"]), ("Thanks", ["en"]),
    ]  # fmt: skip


def test_a_page_has_replies_in_all_languages_the_wanted_first():
    document = a_document(a_guide(), language="bg", every_language=True)
    ready = piece(document, "Replies", Ready)

    assert [(it.name, it.language) for it in ready.variants] == [
        ("Кратко · български", "bg"),
        ("Short · английски", "en"),
    ]


def test_chapters_without_anything_are_left_out():
    empty = a_guide(Chapter("c3", "Roles", "roles", "", 3), GuideRole("r1", "Backup"))
    empty.of(GuideRole).clear()

    assert "Roles" not in [part.title for part in a_document(empty).parts]


def test_what_turns_letters_around_is_gone_everywhere():
    twisted = replace(a_guide().of(Chapter)["free"], text="pay \u202efdp.exe\u202c now\x00\u2066", name="Ru\u202eles")
    document = a_document(a_guide(twisted))

    assert document.parts[-2].title == "Rules"
    assert not re.search("[\u202a-\u202e\u2066-\u2069\x00]", str(document))


def piece(document, title, kind):
    part = next(it for it in document.parts if it.title == title)
    return next(it for it in part.pieces if isinstance(it, kind))


def test_do_and_dont_stand_against_each_other_and_marketing_apart():
    tone = next(it for it in a_document(a_guide()).parts if it.title == "Tone")

    assert [it.opposed for it in tone.pieces if isinstance(it, Pairs)] == [True, False]
