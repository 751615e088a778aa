import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from app.exchange.recognise import FileKind
from app.funnel.stage import Stage
from app.purpose.board import Board
from app.tasks.task import Task
from widgets.common.popover import Popover
from widgets.shell.dropping import _kind_of


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
    qtbot.waitUntil(lambda: bool(sample.frame.findChildren(Popover)), timeout=20_000)
    assert "Whiteboard" not in names()
    sample.frame.findChildren(Popover)[-1].content.accept.click()

    assert sample.window.pages.page.wall.board.name == "Whiteboard"
    sample.program.undo()
    assert "Whiteboard" not in names()


def test_a_dropped_outline_is_asked_about_and_becomes_a_map(sample, qtbot):
    file = sample.folder / "Plan B.opml"
    file.write_text("<opml><body><outline text='Return'/></body></opml>")

    drop(sample, file)
    qtbot.waitUntil(lambda: bool(sample.frame.findChildren(Popover)), timeout=20_000)
    assert sample.store.of(Stage).count() == 0
    sample.frame.findChildren(Popover)[-1].content.accept.click()

    assert [(root.name, root.is_map) for root in sample.store.of(Stage).all()] == [("Plan B", True)]
    assert sample.window.pages.page.funnel.name == "Plan B"


@pytest.mark.parametrize(
    "head",
    ["Title;Due\n", "Task ID,Task Name,Status\n", "Задача,Срок\n", "Summary\tPriority\n", "Column,Title,Checklist\n"],
)
def test_a_dropped_table_of_tasks_is_asked_about_and_brought_in(sample, qtbot, head):
    file = sample.folder / "export.csv"
    file.write_text(head + head.replace("Task ID", "1").replace("Title", "Call").replace("Задача", "Call"))

    drop(sample, file)
    qtbot.waitUntil(lambda: bool(sample.frame.findChildren(Popover)), timeout=20_000)
    assert sample.store.of(Task).count() == 0
    sample.frame.findChildren(Popover)[-1].content.accept.click()

    assert sample.store.of(Task).count() == 1


@pytest.mark.parametrize("head", ["Name,Email,Due\n", "First day,Title,Status,Owner\n", "Product,Price\n", "", "\0,\n"])
def test_another_table_is_refused_and_says_what_a_table_of_tasks_has(sample, head):
    file = sample.folder / "members.csv"
    file.write_text(head)

    drop(sample, file)

    assert "members.csv” holds no tasks" in sample.window.messages._banner.title.text()


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("feed.txt", "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n", FileKind.ICS),
        ("map.xml", "<map><node TEXT='a'/></map>", FileKind.OUTLINE),
        ("notes.md", "- a\n", FileKind.OUTLINE),
        ("notes.txt", "- a\n", FileKind.OUTLINE),
        ("tasks.txt", "Title\tDue\nCall\t\n", FileKind.TASKS),
        ("wall.json", '{"type": "excalidraw", "elements": []}', FileKind.BOARD),
        ("broken.ics", "Dear diary", FileKind.ICS),
        ("broken.canvas", "nothing", FileKind.BOARD),
        ("gone.mm", None, FileKind.OUTLINE),
        ("other.json", "{}x", FileKind.UNKNOWN),
    ],
)
def test_what_a_file_is_stands_in_it_and_only_else_in_its_name(tmp_path, name, content, kind):
    if content is not None:
        (tmp_path / name).write_text(content)
    assert _kind_of(tmp_path / name) is kind


def test_the_head_of_a_long_table_is_found(tmp_path):
    file = tmp_path / "long.csv"
    file.write_text("Задача,Срок\n" + "Обади се,2027-03-12\n" * 20_000, encoding="utf-16")
    assert _kind_of(file) is FileKind.TASKS


def test_a_board_leaves_to_the_window_what_is_no_part_of_a_board(sample):
    sample.program.go("purpose", "")
    canvas = sample.window.pages.page.canvas
    taken = {}
    for name in ("a.csv", "a.OPML", "a.ics", "a.sedyanka", "a.canvas", "a.png"):
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(sample.folder / name))])
        how = Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        enter = QDragEnterEvent(QPoint(30, 30), *how)
        enter.ignore()
        canvas.dragEnterEvent(enter)
        taken[name] = enter.isAccepted()
    assert [name for name, is_taken in taken.items() if is_taken] == ["a.canvas", "a.png"]
