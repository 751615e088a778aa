"""Importing a calendar while no playbook is open."""

from PySide6.QtWidgets import QFileDialog


def test_who_chooses_no_file_leaves_no_playbook_behind(shell, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: ("", ""))

    shell.program.go("import", "")

    assert not shell.program.has_file()
    assert list(shell.folder.rglob("*.sedyanka")) == []


def test_a_chosen_calendar_gets_a_playbook_to_come_into(shell, monkeypatch, tmp_path, qtbot):
    calendar = tmp_path / "calendar.ics"
    calendar.write_text("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(calendar), ""))

    shell.program.go("import", "")

    assert shell.program.has_file()
    (overlay,) = shell.window.overlays()
    overlay.dismiss()
