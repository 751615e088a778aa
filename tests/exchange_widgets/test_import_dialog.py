"""What a person sees and does between a calendar file and the plan."""

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QAbstractButton, QWidget

from app.calendar.event import Event
from app.exchange.ics.merge import Fate
from app.exchange.outline import Outline, OutlineItem
from app.funnel.branch import Branch
from app.funnel.bringing_in import add_map_in_steps
from app.message import say
from tests.exchange_widgets.bringing_in import a_calendar, an_event
from widgets.common.words import set_language
from widgets.exchange.import_dialog import open_import
from widgets.exchange.import_model import ImportModel
from widgets.exchange.import_run import Phase


def titles(store):
    return sorted(event.title for event in store.of(Event).all())


def rows(dialog):
    model = dialog.preview.model
    return [model.texts(row) for row in range(model.rowCount())]


def press(qtbot, dialog, button):
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_nothing_is_written_before_the_person_says_so(open_dialog, store, tmp_path):
    dialog = open_dialog(a_calendar(tmp_path, an_event(1), an_event(2)))

    assert dialog.accept.text() == "Import 2 changes"
    assert "Nothing is written yet" in dialog.stake.text()
    assert titles(store) == []


def test_the_filled_button_brings_everything_in_as_one_step(qtbot, open_dialog, store, table, tmp_path):
    dialog = open_dialog(a_calendar(tmp_path, an_event(1), an_event(2)))

    press(qtbot, dialog, dialog.accept)
    qtbot.waitUntil(lambda: table.told != [])

    assert titles(store) == ["Event 1", "Event 2"]
    assert table.told == ["Imported 2 events"]
    store.undo()
    assert titles(store) == []


def test_enter_imports(qtbot, open_dialog, store, table, tmp_path):
    dialog = open_dialog(a_calendar(tmp_path, an_event(1)))

    qtbot.keyClick(dialog.accept, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: table.told != [])

    assert titles(store) == ["Event 1"]


def test_enter_on_cancel_cancels(qtbot, open_dialog, store, tmp_path):
    dialog = open_dialog(a_calendar(tmp_path, an_event(1)))
    dialog.cancel.setFocus()

    qtbot.keyClick(dialog.cancel, Qt.Key.Key_Return)

    assert dialog.run.phase is Phase.OVER
    assert titles(store) == []


def test_esc_closes_and_leaves_the_plan_alone(qtbot, open_dialog, store, tmp_path):
    dialog = open_dialog(a_calendar(tmp_path, an_event(1)))
    overlay = dialog.parentWidget()

    with qtbot.waitSignal(overlay.closed):
        qtbot.keyClick(dialog.accept, Qt.Key.Key_Escape)

    assert titles(store) == []


def test_an_event_without_its_tick_stays_outside(qtbot, open_dialog, store, table, tmp_path):
    dialog = open_dialog(a_calendar(tmp_path, an_event(1), an_event(2, "RRULE:FREQ=WEEKLY;COUNT=3"), an_event(3)))
    table_of = dialog.preview.table
    table_of.setFocus()
    table_of.setCurrentIndex(dialog.preview.model.index(1, 0))

    qtbot.keyClick(table_of, Qt.Key.Key_Space)
    assert dialog.accept.text() == "Import 2 changes"
    press(qtbot, dialog, dialog.accept)
    qtbot.waitUntil(lambda: table.told != [])

    assert titles(store) == ["Event 1", "Event 3"]


def test_without_any_tick_there_is_nothing_to_import(open_dialog, tmp_path):
    dialog = open_dialog(a_calendar(tmp_path, an_event(1)))

    dialog.preview.model.tick(0, on=False)

    assert not dialog.accept.isEnabled()
    assert dialog.accept.text() == "Import 0 changes"


def test_what_is_refused_names_line_reason_and_a_way_out(open_dialog, tmp_path):
    dialog = open_dialog(a_calendar(tmp_path, an_event(1), an_event(2, start=""), an_event(3, start="DTSTART:banana")))

    assert dialog.preview.model.fate is Fate.OLDER
    assert rows(dialog) == [
        ("line 11 · Event 2", "It has no start (DTSTART).", "Add a DTSTART"),
        ("line 16 · Event 3", "DTSTART is no time: banana", "Mend that line"),
    ]
    assert "2" in dialog.preview.cards[Fate.OLDER].accessibleName()
    assert dialog.accept.text() == "Import 1 change"


def test_coming_again_a_file_is_unchanged_and_its_newer_version_updates(qtbot, open_dialog, store, table, tmp_path):
    dialog = open_dialog(a_calendar(tmp_path, an_event(1), an_event(2)))
    press(qtbot, dialog, dialog.accept)
    qtbot.waitUntil(lambda: table.told != [])

    newer = a_calendar(tmp_path, an_event(1), an_event(2, "SEQUENCE:1", summary="Event two"), name="newer.ics")
    dialog = open_dialog(newer)

    counts = {fate: card.accessibleName() for fate, card in dialog.preview.cards.items()}
    assert counts[Fate.UNCHANGED] == "Unchanged: 1"
    assert counts[Fate.UPDATED] == "Updated: 1"
    assert rows(dialog) == [("Event two", "Mon 1 Mar 2027", "Title")]


def test_a_count_lists_its_events(qtbot, open_dialog, tmp_path):
    dialog = open_dialog(a_calendar(tmp_path, an_event(1, "RRULE:FREQ=WEEKLY;COUNT=3"), an_event(2, start="")))

    qtbot.mouseClick(dialog.preview.cards[Fate.NEW], Qt.MouseButton.LeftButton)

    assert len(rows(dialog)) == 1
    title, when, repeats = rows(dialog)[0]
    assert (title, when) == ("Event 1", "Mon 1 Mar 2027")
    assert "week" in repeats


def test_a_change_of_the_plan_meanwhile_is_taken_into_account(qtbot, open_dialog, store, tmp_path):
    dialog = open_dialog(a_calendar(tmp_path, an_event(1)))
    same = Event("x", "Event 1", "", uid="e1@other.example", revision=5)

    with store.change(say("step.add", title="Event 1")):
        store.of(Event).save([same])

    qtbot.waitUntil(lambda: dialog.preview.cards[Fate.OLDER].accessibleName() == "Refused: 1")
    assert not dialog.accept.isEnabled()


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "This is no calendar file"),
        (b"\x00\xff\xfe garbage \x00" * 50, "This is no calendar file"),
        (b"SQLite format 3\x00 and more", "Open it with File"),
        (b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n", "Only events come in"),
        (b"BEGIN:VCALENDAR\r\n" + b"BEGIN:VEVENT\r\nBEGIN:VALARM\r\n" * 4000, "too"),
        (b"\xff\xfe" + b"\xd8" * 5001, "cannot be read as text"),
    ],
    ids=["empty", "garbage", "playbook", "no events", "nested", "no text"],
)
def test_a_file_that_is_no_calendar_gets_one_clear_message(open_dialog, store, table, tmp_path, content, told):
    file = tmp_path / "file.ics"
    file.write_bytes(content)

    dialog = open_dialog(file)

    if told != "too":  # deep nesting may as well be read leniently, as long as it ends
        assert dialog.failure.isVisible()
        assert told in dialog.failure.what.text() + dialog.failure.remedy.text()
    assert table.failed == []
    assert titles(store) == []


def test_another_file_can_be_chosen_after_a_wrong_one(qtbot, open_dialog, table, tmp_path):
    file = tmp_path / "file.ics"
    file.write_bytes(b"no calendar")
    dialog = open_dialog(file)

    press(qtbot, dialog, dialog.accept)

    assert table.gone == [("import", "")]


def test_a_file_that_is_gone_is_told(open_dialog, tmp_path):
    dialog = open_dialog(tmp_path / "gone.ics")

    assert "gone.ics" in dialog.failure.what.text()


def test_without_a_playbook_the_person_is_told_what_to_do(window, desk, table, tmp_path):
    assert open_import(window, desk, None, str(tmp_path / "club.ics")) is None
    assert table.failed[0].what.id == "import.no_playbook"


def test_cancelling_while_it_reads_leaves_no_process(qtbot, window, desk, store, tmp_path):
    file = a_calendar(tmp_path, *(an_event(number) for number in range(5000)))
    overlay = open_import(window, desk, store, str(file))
    overlay.open()
    qtbot.waitUntil(lambda: desk.jobs.current is not None)

    qtbot.mouseClick(overlay.panel.cancel, Qt.MouseButton.LeftButton)

    assert desk.jobs.current is None
    assert titles(store) == []


def test_cancelling_while_it_writes_takes_everything_back(qtbot, open_dialog, store, tmp_path):
    dialog = open_dialog(a_calendar(tmp_path, *(an_event(number) for number in range(3000))))
    press(qtbot, dialog, dialog.accept)
    qtbot.waitUntil(lambda: dialog.run.phase is Phase.WRITING)

    press(qtbot, dialog, dialog.cancel)

    assert titles(store) == []
    assert store.next_undo().id != "exchange.step.import"


def test_what_another_import_writes_at_the_same_time_stays_whole(qtbot, open_dialog, desk, store, table, tmp_path):
    dialog = open_dialog(a_calendar(tmp_path, *(an_event(number) for number in range(1000))))
    lines = tuple(OutlineItem(f"Branch {number}") for number in range(5000))
    made = []
    steps = add_map_in_steps(store, Outline("", lines), "Plan B")
    desk.jobs.write(say("step.add", title="x"), steps, done=made.append, failed=pytest.fail)
    assert made == []

    press(qtbot, dialog, dialog.accept)
    qtbot.waitUntil(lambda: table.told != [], timeout=20_000)

    assert (len(made), len(titles(store)), store.of(Branch).count()) == (1, 1000, 5000)


def test_the_window_stays_alive_while_thousands_are_written(qtbot, open_dialog, store, table, tmp_path):
    dialog = open_dialog(a_calendar(tmp_path, *(an_event(number) for number in range(3000))))
    shares = []
    dialog.run.moved.connect(shares.append)

    press(qtbot, dialog, dialog.accept)
    qtbot.waitUntil(lambda: table.told != [], timeout=20_000)

    assert len(titles(store)) == 3000
    assert len(shares) >= 3
    assert shares == sorted(shares)


def test_everything_has_a_name_in_both_languages(qtbot, open_dialog, tmp_path):
    dialog = open_dialog(a_calendar(tmp_path, an_event(1), an_event(2, start="")))
    try:
        for spoken in ("bg", "en"):
            set_language(spoken)
            qtbot.wait(10)
            nameless = [
                widget
                for widget in dialog.findChildren(QWidget)
                if widget.isVisible()
                and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
                and not widget.accessibleName()
                and not (isinstance(widget, QAbstractButton) and widget.text())
            ]
            assert nameless == []
            said = {"bg": "Внасяне на 1 промяна", "en": "Import 1 change"}[spoken]
            assert dialog.accept.text() == said
    finally:
        set_language("en")


def test_titles_are_shown_letter_by_letter(open_dialog, tmp_path):
    dialog = open_dialog(a_calendar(tmp_path, an_event(1, summary="<b>bold</b> <img src=x>")))

    index = dialog.preview.model.index(0, 0)
    assert index.data() == "<b>bold</b> <img src=x>"
    assert "<b>" not in index.data(Qt.ItemDataRole.ToolTipRole)


def test_the_list_keeps_the_contract_of_a_model(qapp, open_dialog, tmp_path):
    model = ImportModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    dialog = open_dialog(a_calendar(tmp_path, an_event(1), an_event(2)))

    model.show_lines(dialog.preview.model._lines, Fate.NEW)
    model.tick(0, on=False)

    assert model.rowCount() == 2
    assert model.rowCount(model.index(0, 0)) == model.columnCount(model.index(0, 0)) == 0
    assert not model.index(5, 0, QModelIndex()).isValid()


def test_a_dialog_over_one_that_is_going_closes_with_the_window(qtbot, window, open_dialog, tmp_path):
    file = a_calendar(tmp_path, an_event(1))
    open_dialog(file).parentWidget().close()
    open_dialog(file)
    qtbot.wait(20)

    window.close()
