"""The dialog that hands the guide over shows what the file says, and writes it."""

import pytest

from app.guide.chapter import Chapter
from app.guide.handover.told_anyway import told_anyway
from app.guide.handover.wish import Form, Version
from app.playbook.playbook import Person
from tests.guide.handover.guides import SECRET, TODAY, a_document, a_guide
from tests.on_desk import ASKED, a_desk
from tests.on_desk import dressed as dressed
from widgets.guide.handover.dialog import HandoverDialog


@pytest.fixture
def dialog(qtbot):
    desk = a_desk()
    dialog = HandoverDialog(desk, a_guide(), TODAY)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.show_preview()
    yield dialog
    desk.jobs.cancel_all()


def choose(dialog, form=Form.PDF, version=Version.MODERATORS):
    dialog.form.form.field.set_value(form.value)
    dialog.form.version.field.set_value(version.value)
    dialog.form.changed.emit()
    dialog.show_preview()


def test_the_pages_are_shown_and_counted(dialog):
    assert dialog.preview.currentWidget() is dialog.pages
    assert dialog.stake.text() == f"{len(dialog._sheets)} pages"
    assert dialog.accept.text() == "Save PDF…"


def test_markdown_is_shown_as_text(dialog):
    choose(dialog, Form.MARKDOWN, Version.PUBLIC)

    text = dialog.text.text.toPlainText()
    assert text.startswith("# Moderation guide\n\nKestrel Circle · Public version · As of 10 Mar 2027")
    assert SECRET not in text


@pytest.mark.parametrize(("form", "begin"), [
    (Form.PDF, b"%PDF-"), (Form.HTML, b"<!doctype html>"), (Form.MARKDOWN, b"# Moderation guide"),
])  # fmt: skip
def test_the_file_is_written_beside_the_window(dialog, qtbot, tmp_path, form, begin):
    choose(dialog, form)
    path = tmp_path / f"guide{form.suffix}"

    dialog.save_to(path)
    qtbot.waitUntil(lambda: bool(ASKED[id(dialog._desk)].told), timeout=30_000)

    assert path.read_bytes().startswith(begin)


def test_a_folder_that_is_not_there_is_told(dialog, qtbot, tmp_path):
    choose(dialog, Form.MARKDOWN)

    dialog.save_to(tmp_path / "gone" / "guide.md")
    qtbot.waitUntil(lambda: bool(ASKED[id(dialog._desk)].failed), timeout=30_000)


def test_what_everybody_would_read_although_it_is_for_the_team_is_named(qtbot):
    text = "Ask Mila D., mila@kestrel.example or +359 888 123 456; room 12, 2027-03-10, v1.2.3"
    guide = a_guide(Chapter("free", "House rules", "", text, 8), Person("mila", "Mila D."))
    document = a_document(guide, Version.PUBLIC)

    assert told_anyway(document, guide) == ["Mila D.", "mila@kestrel.example", "+359 888 123 456"]
    dialog = HandoverDialog(a_desk(), guide, TODAY)
    qtbot.addWidget(dialog)
    choose(dialog, Form.PDF, Version.PUBLIC)
    assert dialog.stake.text() == "Everybody will read: Mila D., mila@kestrel.example, +359 888 123 456"


def test_what_was_left_out_is_named_nowhere():
    assert told_anyway(a_document(a_guide(), Version.PUBLIC), a_guide()) == []


def test_every_control_says_what_it_is(dialog):
    form = dialog.form
    assert all(it.accessibleName() for it in (form.language.field, form.paper.field, form.version.field))
