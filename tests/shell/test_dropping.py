import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from app.purpose.board import Board


def drop(shell, *files):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    how = Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(300, 300), *how)
    QApplication.sendEvent(shell.window, enter)
    assert enter.isAccepted()
    shell.program._drop.eventFilter(shell.window, QDropEvent(QPointF(300, 300), *how))


def test_a_dropped_playbook_opens(shell):
    drop(shell, shell.make("Dropped"))

    assert shell.store.path.stem == "Dropped"


def test_a_dropped_calendar_is_shown_before_it_comes_in(sample, monkeypatch):
    asked = []
    monkeypatch.setattr(sample.program.overlays, "show_dialog", lambda *what: asked.append(what))
    file = sample.folder / "feed.ICS"
    file.write_bytes(b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n")

    drop(sample, file)

    assert asked == [("import", str(file))]


@pytest.mark.parametrize("name", ["photo.raw", "notes.docx", "noend"])
def test_a_file_that_nobody_can_read_is_refused_with_its_name(sample, name):
    (sample.folder / name).touch()

    drop(sample, sample.folder / name)

    assert name in sample.window.messages._banner.title.text()


def test_a_folder_and_two_files_are_refused(sample):
    drop(sample, sample.folder)
    assert "folder" in sample.window.messages._banner.title.text()

    drop(sample, sample.folder / "a.ics", sample.folder / "b.ics")
    assert "one file at a time" in sample.window.messages._banner.title.text()


def test_a_dropped_board_becomes_a_board_of_the_purpose_page(sample, qtbot):
    file = sample.folder / "Whiteboard.canvas"
    file.write_text('{"nodes": [{"id": "a", "type": "text", "x": 0, "y": 0, "text": "Да"}]}')

    drop(sample, file)
    names = lambda: [board.name for board in sample.store.of(Board).all()]  # noqa: E731
    qtbot.waitUntil(lambda: "Whiteboard" in names(), timeout=20_000)

    assert sample.window.pages.page.wall.board.name == "Whiteboard"
    sample.program.undo()
    assert "Whiteboard" not in names()
