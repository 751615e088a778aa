import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit

from app.calendar.event import Event
from app.errors import KnownError
from app.message import say
from widgets.calendar.canvas.keys import FOUR
from widgets.common.key_cap import KeyCap
from widgets.common.toast import Toast
from widgets.shell.crash_dialog import CrashDialog


def undo_text(shell):
    button = shell.window.strip._undo
    return button.accessibleName() if button.isVisible() else ""


def test_without_a_playbook_the_start_page_shows_and_pages_wait(shell):
    assert shell.window.pages.current_id == "start"
    assert shell.window.strip._where.text() == "Offline · no file open"
    assert not shell.program.actions.get("palette").isEnabled()
    assert shell.program.actions.get("settings").isEnabled()


def test_no_page_that_needs_a_file_can_be_gone_to_without_one(shell):
    rail = shell.window.rail
    assert [key for key, button in rail._buttons.items() if button.isEnabled()] == ["settings"]
    assert not rail.search.isEnabled()


def test_the_calendar_stays_lit_while_what_is_exported_from_it_shows(sample):
    sample.program.go("export", "")

    assert sample.window.rail._buttons["calendar"].isChecked()


@pytest.mark.parametrize("view", ["quarter", "matrix"])
def test_the_sheet_names_no_shortcut_twice(sample, view):
    from widgets.shell.shortcut_sheet import ShortcutSheet

    sample.window.pages.page.open_view(view)
    sheet = ShortcutSheet(sample.program.actions, sample.window.pages.page)
    caps = [cap.text() for cap in sheet.findChildren(KeyCap)]
    sheet.deleteLater()

    single = [cap for cap in caps if cap != FOUR]
    assert sorted(single) == sorted(set(single))


def test_an_opened_playbook_shows_its_calendar_its_name_and_its_file(shell):
    shell.open(shell.make("Kestrel Circle"))

    assert shell.window.pages.current_id == "calendar"
    assert shell.frame.windowTitle() == "Kestrel Circle – Sedyanka"
    assert shell.window.rail.community.accessibleName() == "Kestrel Circle, Solo: Mila D.. Playbooks"
    assert shell.window.strip._where.text() == "Offline · Kestrel Circle.sedyanka"
    assert shell.settings.recent()[0].stem == "Kestrel Circle"


def test_the_strip_names_the_next_undo_and_takes_it_back_when_pressed(sample, qtbot):
    assert undo_text(sample) == ""

    sample.rename("AMA with everybody")
    assert undo_text(sample) == "Undo: edit ‘AMA with everybody’"

    qtbot.mouseClick(sample.window.strip._undo, Qt.MouseButton.LeftButton)
    assert sample.store.of(Event).get("e0").title == "AMA with founders"
    assert undo_text(sample) == ""


def test_undo_and_redo_are_there_when_they_can_be_done(sample):
    actions = sample.program.actions
    assert not actions.get("undo").isEnabled()

    sample.rename("Another")
    actions.get("undo").trigger()
    assert actions.get("redo").isEnabled()

    actions.get("redo").trigger()
    assert sample.store.of(Event).get("e0").title == "Another"


def test_names_of_steps_speak_the_other_language_at_once(sample, qtbot):
    sample.rename("Another")

    sample.program.looks.choose_language("bg")

    qtbot.waitUntil(lambda: undo_text(sample).startswith("Отмяна: "))
    sample.program.looks.choose_language("en")
    qtbot.waitUntil(lambda: undo_text(sample) == "Undo: edit ‘Another’")


def test_the_settings_change_looks_at_once(sample, qtbot):
    from widgets.common.theme import theme

    sample.settings.set("theme", "dark")
    assert theme().name == "dark"
    sample.settings.set("text_scale", 1.2)
    assert theme().text_scale == 1.2
    sample.program.looks.resize_text(0)
    assert theme().text_scale == 1.0


def test_a_known_error_is_told_calmly_and_can_be_put_away(sample, qtbot):
    sample.program.desk.fail(KnownError(say("shell.drop.unknown", file="photo.raw"), say("shell.drop.do")))

    bar = sample.window.messages
    assert bar.isVisible()
    assert "photo.raw" in bar._banner.title.text()
    qtbot.mouseClick(bar._shut, Qt.MouseButton.LeftButton)
    assert not bar.isVisible()


def test_a_bug_shows_one_report_however_often_it_comes(sample, capsys):
    for _ in range(3):
        sample.program.desk.fail(ZeroDivisionError("Mila D."))

    assert len(sample.frame.findChildren(CrashDialog)) == 1
    assert "Mila" not in capsys.readouterr().err


def test_a_bug_while_the_window_goes_is_told_without_it(sample, capsys):
    sample.frame.hide()
    sample.program.desk.fail(ZeroDivisionError())

    assert not sample.frame.findChildren(CrashDialog)
    assert "ZeroDivisionError" in capsys.readouterr().err


def test_what_was_done_is_said_with_undo(sample):
    sample.rename("Another")
    sample.program.tell(say("shell.copied", file="copy.sedyanka"))

    toast = sample.window.findChild(Toast)
    assert toast.isVisible()
    toast.undo_requested.emit()
    assert sample.store.of(Event).get("e0").title == "AMA with founders"


def test_the_page_comes_back_at_the_next_start(sample):
    sample.program.go("settings", "")
    assert sample.settings.get("page", "") == "calendar"  # settings is no page to come back to


def test_a_job_shows_in_the_strip_with_its_way_out(sample, qtbot):
    from tests.shell.test_jobs import tell_pid

    file = sample.folder / "pid"
    sample.program.jobs.start(say("shell.ready"), tell_pid, file, done=print, failed=print)
    assert sample.window.strip._label.isVisible()
    assert sample.window.strip._cancel.accessibleName() == "Cancel: Ready"
    qtbot.waitUntil(file.exists, timeout=15_000)

    qtbot.mouseClick(sample.window.strip._cancel, Qt.MouseButton.LeftButton)
    assert not sample.window.strip._label.isVisible()


class TestKeys:
    """Keys of the window and of its page, while a text field has the focus and while it has not."""

    @pytest.fixture
    def typing(self, sample, qtbot):
        field = QLineEdit(sample.window)
        field.setGeometry(400, 400, 200, 30)
        field.show()
        sample.frame.activateWindow()
        qtbot.waitUntil(sample.frame.isActiveWindow)
        field.setFocus()
        return field

    def test_the_palette_opens_while_one_types(self, typing, sample, qtbot):
        qtbot.keyClick(typing, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)

        assert len(sample.window.overlays()) == 1

    def test_keys_of_the_page_are_off_while_one_types(self, typing, sample, qtbot):
        done = []
        sample.program.actions.set_page_actions([an_action(done, "Ctrl+D")])

        qtbot.keyClick(typing, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
        assert done == []

        sample.window.pages.page.setFocus()
        qtbot.keyClick(sample.window.pages.page, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
        assert done == ["Ctrl+D"]

    def test_keys_of_the_page_are_off_under_the_palette(self, sample, qtbot):
        done = []
        sample.program.actions.set_page_actions([an_action(done, "Ctrl+D")])

        sample.program.show_palette()
        sample.program.actions.get("test").trigger()
        assert done == []

        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
        sample.program.actions.get("test").trigger()
        assert done == ["Ctrl+D"]

    def test_a_key_of_the_page_takes_the_place_of_the_same_one_of_the_window(self, sample):
        done = []
        sample.program.actions.set_page_actions([an_action(done, "Ctrl+F")])

        assert sample.program.actions.get("find").shortcuts() == []
        assert [keys.toString() for keys in sample.program.actions.get("test").shortcuts()] == ["Ctrl+F"]


def an_action(done, keys):
    from widgets.common.action import Action

    return Action("test", "action.find", lambda: done.append(keys), shortcuts=(keys,))
