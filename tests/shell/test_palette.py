import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from app.tasks.checklist import add_step
from tests.tasks.builders import add
from widgets.shell.palette.model import PaletteModel
from widgets.shell.palette.rows import Row


@pytest.fixture
def palette(sample, qtbot):
    """Return the open palette over a calendar."""
    sample.frame.activateWindow()
    return sample.program.overlays.show_palette()


def titles(palette):
    return [row.title for row in palette._shown]


def test_it_lies_where_it_is_drawn(palette, sample):
    panel = palette.geometry()

    assert (panel.width() + 2, panel.top() - 1) == (640, 112)
    assert abs(panel.center().x() - sample.frame.width() // 2) <= 1


def test_what_is_typed_finds_actions_and_things_of_the_playbook(sample):
    sample.program.opening.close_file()
    sample.open(sample.make("Другите", "Седмичен въпрос", "Settings that help"))
    palette = sample.program.overlays.show_palette("settings")

    assert titles(palette) == ["Actions", "Settings", "Calendar", "Settings that help"]
    palette.type("въпр")
    assert "Седмичен въпрос" in titles(palette)
    palette.type("sedmi")
    assert "Седмичен въпрос" in titles(palette)
    palette.type("хелп")
    assert "Settings that help" in titles(palette)


def test_what_another_page_shows_is_found_and_leads_there(sample):
    sample.program.go("settings", "")
    palette = sample.program.overlays.show_palette("AMA")

    [row] = [row for row in palette._shown if row.thing]
    assert (row.title, row.page, row.icon) == ("AMA with founders", "calendar", "calendar-range")


def test_a_task_is_found_from_another_page_and_a_step_of_its_checklist_too(sample):
    task = add(sample.store, "Invite testers")
    add_step(sample.store, task, "Write to Stoyan")
    palette = sample.program.overlays.show_palette("invite")
    [row] = [row for row in palette._shown if row.thing]
    assert (row.page, row.thing) == ("tasks", task)

    palette.type("stoyan")
    [row] = [row for row in palette._shown if row.thing]
    sample.program.go(row.page, row.thing)
    page = sample.window.pages.page
    assert page.inspector.ids == [task]


def test_a_sign_asks_for_actions_only(palette):
    palette.type(">")

    heads = [row.title for row in palette._shown if row.head]
    assert heads == ["Actions"]
    assert len(titles(palette)) > 10


def test_arrows_choose_past_the_heads_and_enter_takes(palette, sample, qtbot):
    palette.type("theme")
    field = palette.field
    qtbot.keyClick(field, Qt.Key.Key_Up)
    qtbot.keyClick(field, Qt.Key.Key_Down)
    first = palette._list.currentIndex().row()
    assert not palette._shown[first].head

    palette.type("dark theme")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert sample.settings.get("theme", "") == "dark"
    assert sample.window.overlays() == []


def test_escape_closes_it_and_the_focus_goes_back(sample, qtbot):
    sample.frame.activateWindow()
    sample.window.rail._buttons["calendar"].setFocus()
    sample.program.show_palette()

    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)

    assert sample.window.rail._buttons["calendar"].hasFocus()


def test_nothing_found_says_so(palette):
    palette.type("zzzzzz")

    assert palette._nothing.isVisible()
    assert palette._count.text() == "0 results"


def test_actions_of_the_page_below_are_offered_and_done(palette, sample, qtbot):
    palette.type("export pdf")
    assert "Export PDF…" in titles(palette)

    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert sample.window.pages.current_id == "export"


def test_what_is_named_whole_comes_before_what_only_begins_so(sample):
    sample.program.go("tasks", "")
    palette = sample.program.overlays.show_palette("tasks")
    found = titles(palette)
    assert found.index("Tasks") < found.index("Tasks as a table (CSV)…")


def test_actions_that_cannot_be_used_are_not_offered(palette):
    palette.type("redo")

    assert "Redo" not in titles(palette)


def test_it_speaks_the_other_language_while_open(palette, sample, qtbot):
    palette.type("ama")
    sample.program.looks.choose_language("bg")

    qtbot.waitUntil(lambda: palette.field.accessibleName() == "Палитра с команди")


def test_its_model_keeps_the_contract_and_names_every_row(qtbot):
    model = PaletteModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show_rows([Row("Actions", head=True), Row("Undo", keys="Ctrl+Z", action="undo"), Row("Events", head=True)])

    assert model.rowCount() == 3
    assert model.flags(model.index(0, 0)) == Qt.ItemFlag.NoItemFlags
    assert model.index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole) == "Undo, Ctrl+Z"
    assert model.neighbour(1, 1).row() == 1
