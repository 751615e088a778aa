from io import BytesIO

import pytest
from pypdf import PdfReader

from app.calendar.editing import edit
from app.calendar.event import MessageStatus
from app.plans import editing
from app.plans.procedure import Procedure
from app.text.markdown import markdown_of
from tests.on_desk import PageOnDesk
from widgets.common.words import set_language
from widgets.plans.page import ACTION, COMMUNICATION, PROCEDURES
from widgets.plans.taking_out import write_to


@pytest.fixture
def said(page, store):
    """Return the Markdown of a tab."""
    edit(store, ("ama", ""), message=MessageStatus.PLANNED, personas=("new",))
    editing.write(store, "action", "timing", "Every **Monday**")

    def text(tab):
        page.open_tab(tab)
        return markdown_of(page.tab.document())

    return text


def test_each_tab_says_in_markdown_what_it_shows(said):
    procedure = said(PROCEDURES)
    assert all(
        it in procedure for it in ("# Welcome", "Nobody waits", "Helper: answers", "Greet", "Rado T.", "Mila D.")
    )
    communication = said(COMMUNICATION)
    assert all(it in communication for it in ("Newcomers", "My manager", "AMA with founders", "Planned"))
    action = said(ACTION)
    assert all(it in action for it in ("Every **Monday**", "Missing: serves no KPI", "Busy managers"))


def test_what_somebody_wrote_stays_words(page, store, said):
    editing.edit(store, Procedure, "welcome", purpose="<script>alert(1)</script> ![x](http://example.org/x.png)")

    written = said(PROCEDURES)

    assert "<script>" not in written
    assert "\\![x](http" in written  # a link, and no picture


@pytest.mark.parametrize("language", ["en", "bg"])
@pytest.mark.parametrize("tab", [PROCEDURES, COMMUNICATION, ACTION])
def test_each_tab_becomes_paper_with_an_outline(page, said, tmp_path, qtbot, tab, language):
    said(tab)
    set_language(language)
    path = tmp_path / "plan.pdf"

    write_to(page.bench, page.tab.document(), path)
    qtbot.waitUntil(lambda: bool(PageOnDesk.told(page)), timeout=20_000)

    reader = PdfReader(BytesIO(path.read_bytes()))
    assert len(reader.outline) >= 2
    assert "Kestrel Circle" in reader.pages[0].extract_text()


def test_markdown_is_written_and_a_place_that_cannot_be_written_is_told(page, said, tmp_path):
    said(PROCEDURES)
    write_to(page.bench, page.tab.document(), tmp_path / "plan.md")
    assert (tmp_path / "plan.md").read_text(encoding="utf-8").startswith("# Welcome")

    write_to(page.bench, page.tab.document(), tmp_path / "nowhere" / "plan.md")
    assert len(PageOnDesk.failed(page.desk)) == 1
    PageOnDesk.failed(page.desk).clear()
