"""The export page: what the preview shows is what the file holds."""

from datetime import date, time

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QProcess, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QAbstractButton, QWidget

from app.calendar.event import Event
from app.calendar.filter import SavedFilter
from app.message import say
from app.playbook.start import begin_sample, settings
from app.playbook.templates import read_template
from resources.templates import SAMPLE, content
from storage.playbooks import SqlPlaybooks
from tests.exchange_widgets.bringing_in import Table, a_desk
from tests.printing.paper import MONDAY, words
from widgets.common.theme import theme
from widgets.common.words import set_language, tenths, tr
from widgets.printing.copying import copy_as_ics
from widgets.printing.export_form import FILTER, MEMBERS
from widgets.printing.measure_words import load_text
from widgets.printing.options import Part
from widgets.printing.page import ExportPage
from widgets.printing.paper_printer import print_pages


@pytest.fixture
def table():
    return Table()


@pytest.fixture
def store(tmp_path):
    store = SqlPlaybooks(tmp_path / "data").create(tmp_path / "kestrel.sedyanka")
    template = read_template(content("en", SAMPLE), MONDAY, "en", SAMPLE)
    begin_sample(store, template, settings(template, "en"))
    yield store
    store.close()


@pytest.fixture
def desk(qtbot, table, tmp_path):
    desk = a_desk(table, tmp_path)
    yield desk
    desk.jobs.cancel_all()
    qtbot.waitUntil(lambda: not desk.jobs.findChildren(QProcess))


@pytest.fixture
def page(qtbot, desk, store):
    theme().apply("light")
    page = ExportPage(desk)
    qtbot.addWidget(page)
    page.resize(1224, 772)
    page.attach(store)
    page.show()
    ready(qtbot, page)
    yield page
    page.attach(None)


def ready(qtbot, page):
    """Wait for the preview of what is chosen now."""
    page._pause.start(0)
    qtbot.wait(1)
    qtbot.waitUntil(lambda: not page._pause.isActive() and page.card.save.isEnabled(), timeout=20_000)


def choose(qtbot, page, thing):
    page.show_thing(thing)
    ready(qtbot, page)


def saved(qtbot, page, table, file):
    table.told.clear()
    page.save_to(file)
    qtbot.waitUntil(lambda: table.told != [], timeout=20_000)
    return file


def test_the_file_has_the_pages_of_the_preview(qtbot, page, table, tmp_path):
    reader = PdfReader(saved(qtbot, page, table, tmp_path / "plan.pdf"))

    assert len(reader.pages) == len(page.typesetter.sheets)
    assert page.card.amount.text().startswith(f"{len(reader.pages)} pages · 69 events")
    assert table.told == [f"Saved plan.pdf, {len(reader.pages)} pages"]
    for sheet, read in zip(page.typesetter.sheets, reader.pages, strict=True):
        told = "".join(read.extract_text().split())
        assert [word for word in words(sheet) if "".join(word.split()) not in told] == []


def test_other_pages_and_paper_change_preview_and_file(qtbot, page, table, tmp_path):
    form = page.card.form
    qtbot.mouseClick(form.parts[next(iter(form.parts))], Qt.MouseButton.LeftButton)
    form.paper.field.show_value("Letter across")
    form.changed.emit()
    ready(qtbot, page)

    reader = PdfReader(saved(qtbot, page, table, tmp_path / "plan.pdf"))

    assert "Agenda" in reader.pages[0].extract_text()
    assert float(reader.pages[0].mediabox.width) == pytest.approx(792, abs=1)


def test_the_last_page_left_cannot_be_unticked(qtbot, page):
    boxes = list(page.card.form.parts.values())
    for box in boxes:
        qtbot.mouseClick(box, Qt.MouseButton.LeftButton) if box.isChecked() and box.isEnabled() else None

    assert sum(box.isChecked() for box in boxes) == 1
    assert [box.isEnabled() for box in boxes if box.isChecked()] == [False]


@pytest.mark.parametrize("name", ["ics", "csv", "markdown"])
def test_a_text_file_holds_the_letters_of_the_preview(qtbot, page, table, tmp_path, name):
    choose(qtbot, page, name)
    file = saved(qtbot, page, table, tmp_path / f"plan.{name}")

    text = file.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
    shown = page.text.text.toPlainText()
    assert shown[:2000] == text[:2000]


def test_a_calendar_goes_to_the_clipboard(qtbot, page, table):
    choose(qtbot, page, "ics")

    qtbot.mouseClick(page.card.copy, Qt.MouseButton.LeftButton)

    assert QGuiApplication.clipboard().text().startswith("BEGIN:VCALENDAR")
    assert "copied" in table.told[0]


def test_events_are_copied_from_another_page(qtbot, desk, store, table):
    event = next(event for event in store.of(Event).all() if event.day)

    copy_as_ics(QWidget(), desk, store, event.id)
    qtbot.waitUntil(lambda: table.told != [], timeout=20_000)

    assert QGuiApplication.clipboard().text().count("BEGIN:VEVENT") >= 1
    assert event.id in QGuiApplication.clipboard().text()
    assert table.told == ["1 event copied"]


def test_members_get_less_and_the_page_says_how_much(qtbot, page):
    page.card.form.audience.field.show_value(MEMBERS)
    page.card.form.changed.emit()
    ready(qtbot, page)

    assert page.card.notes.text() == "11 events are left out"
    assert "h of" not in " ".join(words(page.typesetter.sheets[0]))


def test_a_saved_filter_narrows_the_export(qtbot, page, store):
    kind = next(event.kind for event in store.of(Event).all() if event.day)
    with store.change(say("step.add", title="Filter")):
        store.of(SavedFilter).save([SavedFilter("f", "Only these", (("kind", kind),))])
    page.card.form.what.field.show_value(f"{FILTER}f")
    page.card.form.changed.emit()
    ready(qtbot, page)

    assert {one.event.kind for one in page.typesetter.document.manuscript.occurrences} == {kind}
    assert "left out" in page.card.notes.text()


def test_what_outlook_skips_is_told_and_can_be_parted(qtbot, page, store, table, tmp_path):
    twice = Event(
        "x",
        "Twice a month",
        "",
        date(2027, 3, 9),
        time(17),
        45,
        zone="Europe/Sofia",
        rrule="FREQ=MONTHLY;BYDAY=2TU,4TU;COUNT=6",
    )
    with store.change(say("step.add", title="Twice")):
        store.of(Event).save([twice])
    choose(qtbot, page, "ics")
    assert "Outlook will skip “Twice a month”" in page.card.notes.text() + page.card.notes.toolTip()

    qtbot.mouseClick(page.card.form.split, Qt.MouseButton.LeftButton)
    ready(qtbot, page)

    assert "Outlook" not in page.card.notes.text() + page.card.notes.toolTip()
    assert saved(qtbot, page, table, tmp_path / "plan.ics").read_text().count("SUMMARY:Twice a month") == 2


def test_a_change_of_the_plan_shows_in_the_preview(qtbot, page, store):
    with store.change(say("step.add", title="New")):
        store.of(Event).save([Event("x", "Brand new event", "", date(2027, 3, 3))])
    ready(qtbot, page)

    assert any("Brand new event" in words(sheet) for sheet in page.typesetter.sheets)


def test_the_paper_speaks_its_language_whatever_the_window_speaks(qtbot, page):
    page.card.form.language.field.show_value("bg")
    page.card.form.changed.emit()
    ready(qtbot, page)

    assert "Тримесечието на една страница" in words(page.typesetter.sheets[0])
    assert page.card.save.text() == "Save PDF…"


def test_a_cancelled_file_is_not_there(qtbot, page, tmp_path):
    page.save_to(tmp_path / "plan.pdf")
    qtbot.mouseClick(page.card.cancel, Qt.MouseButton.LeftButton)

    assert not (tmp_path / "plan.pdf").exists()
    assert page.card.save.isVisible()
    assert page.card.form.isEnabled()


def test_a_place_that_cannot_be_written_is_told_and_the_page_goes_on(qtbot, page, table, tmp_path):
    page.save_to(tmp_path / "gone" / "plan.pdf")
    qtbot.waitUntil(lambda: table.failed != [], timeout=20_000)

    assert table.failed[0].what.id == "printing.error.write"
    assert page.card.save.isEnabled()


def test_arrows_walk_through_the_pages_and_keys_zoom(qtbot, page):
    pages = page.pages
    pages.setFocus()
    qtbot.keyClick(pages, Qt.Key.Key_PageDown)
    assert pages.current == 1
    qtbot.keyClick(pages, Qt.Key.Key_End)
    assert pages.current == len(page.typesetter.sheets) - 1
    assert pages.accessibleDescription().startswith(f"{len(page.typesetter.sheets)} · ")

    before = pages.zoom
    qtbot.mouseClick(page.zoom.larger, Qt.MouseButton.LeftButton)
    assert pages.zoom > before
    qtbot.mouseClick(page.zoom.figure, Qt.MouseButton.LeftButton)
    assert pages.zoom == pytest.approx(before)


def test_printing_gives_the_pages_of_the_preview(qtbot, page, tmp_path):
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))

    print_pages(page.typesetter.document, page.typesetter.sheets, printer)

    reader = PdfReader(tmp_path / "printed.pdf")
    assert len(reader.pages) == len(page.typesetter.sheets)
    assert "The\tquarter" in reader.pages[0].extract_text() or "The quarter" in reader.pages[0].extract_text()


@pytest.mark.parametrize("name", ["pdf", "ics", "png", "csv", "markdown"])
def test_everything_has_a_name_in_both_languages_and_fits(qtbot, page, name):
    page.resize(1124, 692)
    choose(qtbot, page, name)
    try:
        for spoken in ("bg", "en"):
            set_language(spoken)
            qtbot.wait(10)
            shown = [w for w in page.findChildren(QWidget) if w.isVisible()]
            nameless = [
                w for w in shown
                if w.focusPolicy() & Qt.FocusPolicy.TabFocus
                and not w.accessibleName()
                and not (isinstance(w, QAbstractButton) and w.text())
            ]  # fmt: skip
            assert nameless == []
            cut = [
                w.text() for w in shown if isinstance(w, QAbstractButton) and w.width() < w.minimumSizeHint().width()
            ]
            assert cut == []
            assert page.card.form.minimumSizeHint().width() <= page.card.form.width()
    finally:
        set_language("en")


def test_the_keyboard_begins_at_the_format_and_comes_back_to_saving(page, qtbot, tmp_path):
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    assert page.card.form.format.isAncestorOf(page.window().focusWidget())
    qtbot.waitUntil(page.card.save.isEnabled, timeout=10000)
    page.card.save.setFocus()

    page.save_to(tmp_path / "plan.pdf")
    assert page.card.cancel.hasFocus()
    qtbot.waitUntil(lambda: page.card.save.isVisible() and page.card.save.hasFocus(), timeout=20000)

    assert (tmp_path / "plan.pdf").exists()


def test_a_quarter_of_an_hour_is_rounded_on_paper_as_on_screen():
    assert load_text(5.25, 8.0) == tr("printing.hours_of_capacity", hours=tenths(5.25), capacity="8")
    assert tenths(5.25) == "5.3"


def test_escape_goes_back_to_the_calendar(page, table, qtbot):
    qtbot.keyClick(page.card.form.format, Qt.Key.Key_Escape)

    assert table.gone == [("calendar", "")]


def test_from_the_matrix_only_the_matrix_goes_out_and_afterwards_the_plan_again(page):
    page.show_thing("png:matrix")
    assert page.card.form.wanted().options().parts == (Part.MATRIX,)

    page.show_thing("pdf")
    assert page.card.form.wanted().options().parts == (Part.QUARTER, Part.AGENDA)
