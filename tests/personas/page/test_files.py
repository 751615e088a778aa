"""Personas go out of the page and come in again by files."""

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from app.exchange.persona_markdown.reading import read_personas


def test_what_was_saved_comes_in_again_as_one_step(setup, qtbot, tmp_path):
    page, file = setup.page, tmp_path / "personas.md"
    page.files.save_to(file, "md", every=True)
    before = len(page.personas.all)
    page.files.bring_in(file)
    qtbot.waitUntil(lambda: len(page.personas.all) == 2 * before, timeout=20_000)
    page.files.save_to(tmp_path / "one.md", "md", every=False)

    assert setup.asked.told[-2].id == "personas.brought"
    (one,) = read_personas((tmp_path / "one.md").read_bytes(), "one.md")
    assert one.persona.name == page.persona.name
    setup.store.undo()
    assert len(page.personas.all) == before


def test_a_file_that_cannot_come_in_says_why_and_changes_nothing(setup, qtbot, tmp_path):
    page, file = setup.page, tmp_path / "broken.md"
    file.write_bytes(b"# A\n\x00")
    before, step = len(page.personas.all), setup.store.next_undo()
    page.files.bring_in(file)
    qtbot.waitUntil(lambda: bool(setup.asked.failed), timeout=20_000)
    (error,) = setup.asked.failed

    assert (error.place, error.why.id) == ("2", "personas.in.binary")
    assert (len(page.personas.all), setup.store.next_undo()) == (before, step)
    setup.asked.failed.clear()


def test_paper_is_written_beside_the_window(setup, qtbot, tmp_path):
    setup.page.files.save_to(tmp_path / "p.pdf", "pdf", every=False)
    qtbot.waitUntil(lambda: bool(setup.asked.told), timeout=30_000)

    assert (tmp_path / "p.pdf").read_bytes().startswith(b"%PDF")


def drop(page, *paths, kind=QDropEvent):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(it)) if not str(it).startswith("https:") else QUrl(it) for it in paths])
    place = (10, 10)
    at = QPointF(*place) if kind is QDropEvent else QPoint(*place)
    event = kind(at, Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    event.ignore()
    QApplication.sendEvent(page, event)
    return event.isAccepted()


def test_a_file_that_is_dropped_on_the_page_comes_in(setup, qtbot, tmp_path):
    page, file = setup.page, tmp_path / "personas.MD"
    file.write_text("# Silent readers\n\n## Blockers\n\n- No time\n", encoding="utf-8")
    before = len(page.personas.all)

    assert drop(page, file, kind=QDragEnterEvent)
    assert drop(page, file)
    qtbot.waitUntil(lambda: len(page.personas.all) == before + 1, timeout=20_000)
    assert page.persona.name == "Silent readers"


def test_nothing_else_can_be_dropped(setup, tmp_path):
    for paths in (["https://evil.example/p.md"], [tmp_path / "p.exe"], [tmp_path / "a.md", tmp_path / "b.md"]):
        assert not drop(setup.page, *paths, kind=QDragEnterEvent)
