import sqlite3
from contextlib import closing

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from app.calendar.event import Event
from app.errors import KnownError
from app.message import say
from app.playbook.files import Damaged
from app.playbook.playbook import PLAYBOOK_ID, Playbook
from app.tactics.tactic import Tactic
from widgets.shell.new_playbook import free_file


def answer_file(monkeypatch, kind, file):
    monkeypatch.setattr(QFileDialog, kind, staticmethod(lambda *_: (str(file), "")))


def test_a_template_becomes_a_playbook_that_is_open_at_once(shell):
    shell.program.opening.begin("product-users")

    assert shell.window.pages.current_id == "calendar"
    assert shell.store.path.parent == shell.playbooks.folder()
    assert shell.store.of(Tactic).count() > 10
    assert not shell.program.can_undo()


def test_an_empty_playbook_has_kinds_and_tactics_and_this_quarter(shell):
    shell.program.opening.begin("")

    assert shell.store.of(Tactic).count() > 0
    assert shell.store.of(Playbook).get(PLAYBOOK_ID).language == "en"


def test_the_sample_opens(shell):
    shell.program.opening.begin_sample()

    assert shell.store.of(Playbook).get(PLAYBOOK_ID).name == "Kestrel Circle"


def test_a_second_playbook_of_the_same_name_gets_a_number(tmp_path):
    (tmp_path / "My club.sedyanka").touch()

    assert free_file(tmp_path, "My club").name == "My club 2.sedyanka"
    assert free_file(tmp_path, "../../etc: <x>\0").name == "etc x.sedyanka"
    assert free_file(tmp_path, "???").name == "playbook.sedyanka"
    assert free_file(tmp_path, "Общност „Керван“").name == "Общност Керван.sedyanka"


def test_another_file_gets_a_window_of_its_own(sample, monkeypatch):
    started = []
    monkeypatch.setattr("widgets.shell.opening.QProcess.startDetached", lambda *command: started.append(command))
    other = sample.make("Other")

    sample.open(other)

    assert started == [("true", [str(other)])]
    assert sample.store.path.stem == "Kestrel Circle"


def test_the_same_file_again_changes_nothing(sample):
    store = sample.store

    sample.open(store.path)

    assert sample.store is store


def test_a_file_that_is_gone_is_told_and_forgotten(shell):
    gone = shell.folder / "gone.sedyanka"
    shell.settings.remember(gone)

    shell.open(gone)

    assert shell.window.messages.isVisible()
    assert shell.window.pages.current_id == "start"
    assert shell.settings.recent() == []


def test_a_damaged_file_leads_to_its_backups(shell):
    file = shell.make("Broken")
    shell.playbooks.back_up(file, "manual")
    data = bytearray(file.read_bytes())
    data[4096:] = bytes(len(data) - 4096)
    file.write_bytes(data)

    shell.open(file)
    assert shell.window.pages.current_id == "recovery"
    assert file.read_bytes() == bytes(data)

    page = shell.window.pages.page
    page.restore_requested.emit(str(page.chosen().file))
    assert shell.window.pages.current_id == "calendar"
    assert shell.store.of(Playbook).get(PLAYBOOK_ID).name == "Broken"


def test_what_is_readable_of_a_damaged_file_becomes_a_playbook(shell, monkeypatch, qtbot, tmp_path):
    file = shell.make("Broken", "One", "Two")
    with closing(sqlite3.connect(file)) as raw, raw:
        raw.execute("UPDATE event SET rrule = 'garbage' WHERE id = 'e0'")
    answer_file(monkeypatch, "getSaveFileName", tmp_path / "rescued")
    shell.open(file)
    qtbot.waitUntil(lambda: shell.window.pages.current_id == "recovery")

    qtbot.mouseClick(shell.window.pages.page.export, Qt.MouseButton.LeftButton)

    store = shell.playbooks.open(tmp_path / "rescued.sedyanka", read_only=True)
    assert store.of(Playbook).get(PLAYBOOK_ID).name == "Broken"
    assert [event.title for event in store.of(Event).all()] == ["Two"]


def test_damage_that_shows_after_opening_leads_to_the_backups_too(sample, qtbot):
    sample.store._raw.execute("UPDATE event SET rrule = 'garbage'")

    with pytest.raises(Damaged) as damage:
        list(sample.store.of(Event).all())
    sample.program.crash.report(damage.value)

    qtbot.waitUntil(lambda: sample.window.pages.current_id == "recovery")
    assert not sample.program.has_file()


@pytest.mark.parametrize("harm", ["UPDATE event SET day = '9999-12-31'", "DELETE FROM playbook"])
def test_a_value_that_nobody_would_have_written_leads_to_the_backups_too(shell, qtbot, harm):
    file = shell.make("Broken")
    shell.playbooks.back_up(file, "manual")
    with closing(sqlite3.connect(file)) as raw, raw:
        raw.execute(harm)
    before = file.read_bytes()

    shell.open(file)
    qtbot.waitUntil(lambda: shell.window.pages.current_id == "recovery")
    assert not shell.program.has_file()
    assert file.read_bytes() == before

    page = shell.window.pages.page
    page.restore_requested.emit(str(page.chosen().file))
    assert shell.window.pages.current_id == "calendar"


def test_closing_a_playbook_leads_to_the_start_page(sample):
    sample.program.actions.get("close").trigger()

    assert sample.window.pages.current_id == "start"
    assert not sample.program.has_file()


def test_a_copy_is_saved_where_the_person_wants(sample, monkeypatch, tmp_path):
    answer_file(monkeypatch, "getSaveFileName", tmp_path / "copy")

    sample.program.actions.get("copy_file").trigger()

    assert sample.playbooks.open(tmp_path / "copy.sedyanka").of(Playbook).get(PLAYBOOK_ID).name == "Kestrel Circle"


def test_what_is_open_can_be_saved_when_its_file_is_gone(sample, monkeypatch, qtbot, tmp_path):
    answer_file(monkeypatch, "getSaveFileName", tmp_path / "kept")
    sample.store.path.unlink()

    with pytest.raises(KnownError) as refused:
        sample.rename("Another")
    sample.window.fail(refused.value)
    qtbot.mouseClick(sample.window.messages.copy, Qt.MouseButton.LeftButton)

    kept = sample.playbooks.open(tmp_path / "kept.sedyanka", read_only=True)
    assert kept.of(Playbook).get(PLAYBOOK_ID).name == "Kestrel Circle"
    sample.window.fail(KnownError(say("error.gone")))
    assert not sample.window.messages.copy.isVisible()


def test_open_asks_for_a_file(shell, monkeypatch):
    answer_file(monkeypatch, "getOpenFileName", shell.make("Asked for"))

    shell.program.actions.get("open").trigger()

    assert shell.store.path.stem == "Asked for"


class TestLeaving:
    """A copy is made when a playbook that was changed is closed; it never fails in silence."""

    @pytest.fixture
    def changed(self, sample):
        sample.rename("Another")
        return sample

    def test_it_makes_a_copy(self, changed):
        file = changed.store.path
        changed.program.opening.close_file()

        assert [copy.reason for copy in changed.playbooks.backups(file)] == ["close"]

    def test_nothing_changed_needs_no_copy(self, sample):
        file = sample.store.path
        sample.program.opening.close_file()

        assert list(sample.playbooks.backups(file)) == []

    def test_who_wants_no_copies_gets_none(self, changed):
        changed.settings.set("automatic_backup", False)
        file = changed.store.path
        changed.program.opening.close_file()

        assert list(changed.playbooks.backups(file)) == []

    @pytest.mark.parametrize("leaves", [True, False])
    def test_a_copy_that_fails_is_asked_about(self, changed, monkeypatch, leaves):
        def refuse(*_):
            raise KnownError(say("error.gone"))

        asked = []
        monkeypatch.setattr(changed.playbooks, "back_up", refuse)
        monkeypatch.setattr(changed.program.opening, "ask_without_copy", lambda error: asked.append(error) or leaves)

        changed.frame.close()

        assert len(asked) == 1
        assert changed.frame.isVisible() is not leaves
        assert changed.program.has_file() is not leaves

    def test_after_a_copy_that_broke_one_can_close_without_it(self, changed, monkeypatch):
        def break_down(*_):
            raise RuntimeError("out of order")

        asked = []
        monkeypatch.setattr(changed.playbooks, "back_up", break_down)
        monkeypatch.setattr(changed.program.opening, "ask_without_copy", lambda error: asked.append(error) or True)

        with pytest.raises(RuntimeError):
            changed.program.quit()
        assert changed.frame.isVisible()
        changed.program.quit()

        assert [error.what for error in asked] == [say("shell.copy_broke")]
        assert not changed.frame.isVisible()

    def test_half_an_hour_after_a_change_a_copy_is_made_beside_the_work(self, changed, qtbot):
        keeper = changed.program.opening.safekeeping
        assert keeper._timer.isActive()

        with qtbot.waitSignal(keeper.copied, timeout=10_000):
            keeper._timer.timeout.emit()

        assert [copy.reason for copy in changed.playbooks.backups(changed.store.path)] == ["automatic"]

    def test_a_copy_beside_the_work_that_fails_is_told(self, changed, qtbot, monkeypatch):
        def refuse(*_):
            raise KnownError(say("error.gone"))

        monkeypatch.setattr(changed.playbooks, "back_up", refuse)
        keeper = changed.program.opening.safekeeping
        with qtbot.waitSignal(keeper.failed, timeout=10_000):
            keeper._timer.timeout.emit()

        assert changed.window.messages.isVisible()
