"""Documents on paper: every page whole, in order, with outline and numbers, whatever was written into them."""

import time
from datetime import date
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from app.guide.chapter import Chapter
from app.guide.handover.wish import Version, Wish
from app.guide.ready import read_guide, start_guide
from app.guide.snapshot import Guide
from app.message import say
from app.playbook.playbook import PLAYBOOK_ID, Person, Playbook
from app.text.light_markdown import Span
from resources import templates
from storage.playbooks import SqlPlaybooks
from tests.guide.handover.guides import a_document, a_guide
from tests.printing.paper import collisions
from widgets.common.offscreen import drawing
from widgets.common.paper.runs import lines_of, runs_of, with_placeholders
from widgets.common.paper.size import Paper
from widgets.common.paper.style import BODY, width
from widgets.common.paper.text_paper import TextPaper, pdf_of
from widgets.guide.handover.writing import spoken

DAY = date(2027, 3, 10)
MOST = 6  # pages of the longest ready guide, for moderators
RUNNING_HEAD = 3  # marks that stand on every page
READY = [(community, language) for community in (*templates.COMMUNITIES, "sample") for language in ("en", "bg")]


@pytest.fixture(autouse=True)
def _window(qapp):
    """Have the program of a window, before anything asks for fonts."""


def sheets(document, paper="A4"):
    with drawing():
        return list(TextPaper(document, DAY, Paper(paper)).pages())


def read(document, paper="A4") -> PdfReader:
    return PdfReader(BytesIO(pdf_of(lambda *_: None, document, DAY, paper)))


def ready(tmp_path, community, language) -> Guide:
    store = SqlPlaybooks(tmp_path / "data").create(tmp_path / "k.sedyanka")
    with store.change(say("guide.step.start")):
        store.of(Playbook).save([Playbook(PLAYBOOK_ID, "Kestrel Circle", "Mila D.", language)])
        store.of(Person).save([Person("lead", "Mila D.")])
    start_guide(store, read_guide(templates.content(language, community)["guide"]))
    guide = Guide.read(store)
    store.close()
    return guide


@pytest.mark.parametrize(("community", "language"), READY)
def test_ready_guides_are_short_and_nothing_in_them_covers_anything(tmp_path, community, language):
    guide = ready(tmp_path, community, language)

    for paper in ("A4", "Letter"):
        whole = sheets(spoken(guide, Wish(Version.MODERATORS, language, DAY)), paper)
        public = sheets(spoken(guide, Wish(Version.PUBLIC, language, DAY)), paper)
        assert 2 <= len(public) <= 3
        assert len(whole) <= MOST
        assert [collisions(sheet) for sheet in (*whole, *public)] == [[]] * (len(whole) + len(public))
        assert all(len(sheet.marks) > RUNNING_HEAD for sheet in (*whole, *public))


def test_chapters_and_replies_stand_in_the_outline_with_their_pages():
    pdf = read(a_document(a_guide()))

    chapters = [it.title for it in pdf.outline if not isinstance(it, list)]
    assert chapters == ["Tone", "Escalation", "Strikes", "Roles", "Coverage", "Replies", "Resources", "Answers",
                        "House rules", "zxqhidden"]  # fmt: skip
    below = [[it.title for it in one] for one in pdf.outline if isinstance(one, list)]
    assert ["We hid your post", "Thanks"] in below
    assert f"1 / {len(pdf.pages)}" in pdf.pages[0].extract_text()


def test_properties_and_text_are_those_of_the_document():
    pdf = read(a_document(a_guide(), Version.PUBLIC, "bg"), "Letter")

    assert pdf.metadata.title == "Kestrel Circle: Ръководство за модериране"
    assert pdf.metadata.author == "Kestrel Circle"
    assert (round(pdf.pages[0].mediabox.width), round(pdf.pages[0].mediabox.height)) == (612, 792)
    text = " ".join(pdf.pages[0].extract_text().split())
    assert text.index("Публична версия") < text.index("Say their name") < text.index("Hide at once")


def test_links_are_shown_as_text_with_their_address_and_nothing_can_be_pressed_or_loaded():
    attack = "![p](https://evil.example/p.png) <img src='file:///etc/passwd'> [here](https://kestrel.example/x)"
    pdf = read(a_document(a_guide(Chapter("free", "House rules", "", attack, 8))))

    text = "".join(page.extract_text() for page in pdf.pages)
    assert "here (https://kestrel.example/x)" in " ".join(text.split())
    assert not any(page.annotations for page in pdf.pages)
    assert [image.name for page in pdf.pages for image in page.images] == []


def test_a_huge_text_takes_pages_and_no_minutes():
    document = a_document(a_guide(Chapter("free", "House rules", "", "дума " * 200_000 + "x" * 100_000, 8)))

    begun = time.perf_counter()
    pages = sheets(document)
    assert time.perf_counter() - begun < 20
    assert len(pages) > 10
    assert collisions(pages[-1]) == []


@pytest.mark.parametrize("text", ["x" * 3000, "word " * 900, "a\n" * 200])
def test_what_is_higher_than_a_page_goes_on_on_the_next(text):
    from app.guide.escalation import Escalation, Severity
    from app.guide.reply import ReplyText

    guide = a_guide(Escalation("e1", "s1", Severity.HIGH, text), ReplyText("yt3", "y2", "Warm", "en", text))

    for sheet in sheets(a_document(guide)):
        assert collisions(sheet) == []


@settings(deadline=None)
@given(st.lists(st.builds(Span, st.text(max_size=40), st.booleans()), max_size=5), st.floats(20, 400))
def test_lines_hold_every_letter_and_fit_their_room(spans, room):
    lines = lines_of(runs_of(spans, BODY), room)

    written = "".join(words for line in lines for _, words, _ in line.words)
    assert "".join(written.split()) == "".join("".join(span.text for span in spans).split())
    for line in lines:
        x, words, look = line.words[-1] if line.words else (0.0, "", BODY)
        assert x + width(words.rstrip(), look) <= room + 0.5 or len("".join(w for _, w, _ in line.words).strip()) <= 1


def test_placeholders_stand_out():
    said = with_placeholders("Hi {name}, {no such} {x}!", BODY)

    assert [text for text, look in said if look.weight == 600] == ["{name}", "{x}"]
