"""Boards go out and come in: real child processes, real files."""

import json
import xml.etree.ElementTree as ET
from io import BytesIO
from itertools import pairwise

import pytest
from PySide6.QtCore import QMimeData, QPointF, QTimer, QUrl
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QPlainTextEdit

from app.message import say
from app.purpose.board import Board, Category, Connector, NoteKind
from app.purpose.kpi import Kpi
from tests.exchange.board_making import DOT
from tests.on_desk import PageOnDesk
from tests.purpose.rules.builders import a_frame, a_line, a_note
from widgets.common.popover import Popover
from widgets.purpose.canvas.selection import Selection
from widgets.shell.jobs import ChildJobs

WAIT = 20_000  # ms: a child starts Python, and the machine may be busy


@pytest.fixture
def files(hands):
    jobs = ChildJobs()
    object.__setattr__(hands.page.desk, "jobs", jobs)  # the desk of the tests has none
    yield hands.page.files
    jobs.cancel_all()
    jobs.deleteLater()


def told(hands) -> list[str]:
    return [message.id for message in PageOnDesk.told(hands.page)]


def failed(hands) -> list[Exception]:
    return PageOnDesk.failed(hands.page.desk)


def a_full_board(hands):
    return hands.fill(
        Kpi("k", "Седмично активни", target=40.0),
        a_frame("f", -20, -40, text="Кой идва"),
        a_note("a", 0, 0, text="Кой е тук? 🙂", category=Category.AUDIENCE),
        a_note("b", 500, 0, kind=NoteKind.METRIC, width=240, height=68, ref="k", text="Седмично активни"),
        a_line("a", "b", label="води до"),
    )


def saved(hands, files, qtbot, path, key) -> bytes:
    before = len(told(hands))
    files.save_to(path, key)
    qtbot.waitUntil(lambda: len(told(hands)) > before or bool(failed(hands)), timeout=WAIT)
    return path.read_bytes()


def asked(hands):
    return [it.content for it in hands.page.window().findChildren(Popover) if it.isVisible()]


def bring_in(hands, files, qtbot, path):
    """Bring a file in as a board, and answer what is asked."""
    files.bring_in(path)
    qtbot.waitUntil(lambda: bool(asked(hands)), timeout=WAIT)
    (panel,) = asked(hands)
    panel.accept.click()


def size_of(data: bytes) -> tuple[int, int]:
    image = QImage.fromData(data)
    return image.width(), image.height()


def test_a_board_goes_out_and_comes_in_as_a_board_of_its_own(hands, files, qtbot, tmp_path):
    a_full_board(hands)
    for key in ("canvas", "excalidraw"):
        path = tmp_path / f"Защо сме тук.{key}"
        saved(hands, files, qtbot, path, key)
        bring_in(hands, files, qtbot, path)
        qtbot.waitUntil(lambda: told(hands)[-1] == "purpose.imported", timeout=WAIT)

        page = hands.page
        assert page.wall.board.name == "Защо сме тук"
        assert sorted(note.text for note in page.wall.notes.values()) == [
            "Кой е тук? 🙂",
            "Кой идва",
            "Седмично активни",
        ]
        assert [line.label for line in page.wall.connectors.values()] == ["води до"]

        assert hands.store.undo() == say("purpose.step.import", title="Защо сме тук")
        assert [board.id for board in hands.store.of(Board).all()] == ["b", "other"]


def test_pictures_are_as_large_as_asked_and_may_be_without_paper(hands, files, qtbot, tmp_path):
    a_full_board(hands)

    once = saved(hands, files, qtbot, tmp_path / "1.png", "png")
    hands.page.desk.settings.set("purpose.export.clear", True)
    twice = saved(hands, files, qtbot, tmp_path / "2.png", "png2")

    width, height = size_of(once)
    assert size_of(twice) == (2 * width, 2 * height)
    assert QImage.fromData(once).pixelColor(1, 1).alpha() == 255
    assert QImage.fromData(twice).pixelColor(1, 1).alpha() == 0


def test_what_is_selected_goes_out_alone(hands, files, qtbot, tmp_path):
    a_full_board(hands)
    hands.canvas.select(Selection(("b",)))

    raw = json.loads(saved(hands, files, qtbot, tmp_path / "some.canvas", "canvas"))
    width, height = size_of(saved(hands, files, qtbot, tmp_path / "some.png", "png"))

    assert [node["id"] for node in raw["nodes"]] == ["b"]
    assert (width, height) == (240 + 48, 68 + 48)


def test_a_drawing_holds_its_words(hands, files, qtbot, tmp_path):
    a_full_board(hands)

    root = ET.fromstring(saved(hands, files, qtbot, tmp_path / "a.svg", "svg"))
    said = "\n".join("".join(it.itertext()) for it in root.iter("{http://www.w3.org/2000/svg}text"))

    assert "Кой идва" in said
    assert "🙂" in said


def test_a_page_can_be_searched_and_is_as_large_as_asked(hands, files, qtbot, tmp_path):
    from pypdf import PdfReader

    a_full_board(hands)
    pages = {}
    for key in ("pdf", "a4", "letter"):
        reader = PdfReader(BytesIO(saved(hands, files, qtbot, tmp_path / f"{key}.pdf", key)))
        (page,) = reader.pages
        pages[key] = round(page.mediabox.width), round(page.mediabox.height)
        assert "Кой идва" in page.extract_text()
        assert "води до" in page.extract_text()
        assert "of 40" in page.extract_text()
        assert reader.metadata.title == "Purpose"

    assert pages["a4"] == (842, 595)
    assert pages["letter"] == (792, 612)
    assert pages["pdf"][0] < 842


def test_what_was_not_sound_is_shown(hands, files, qtbot, tmp_path):
    hands.fill(a_note("a"))
    path = tmp_path / "x.canvas"
    node = {"id": "n", "type": "text", "x": 0, "y": 0, "width": 100, "height": 50, "text": "Нещо"}
    path.write_text(json.dumps({"nodes": [node, node | {"id": "m", "x": 1e308}], "edges": [{"fromNode": "n"}]}))

    files.bring_in(path)
    qtbot.waitUntil(lambda: bool(asked(hands)), timeout=WAIT)
    (panel,) = asked(hands)
    shown = next(it for it in panel.findChildren(QPlainTextEdit) if it.isReadOnly())

    assert (panel.about.text(), panel.name.field.text()) == ("1 thing, 0 connectors", "x")
    panel.name.field.setText(" ")
    panel.accept.click()
    assert panel.name.error.text()
    assert hands.store.of(Board).count() == 2
    panel.name.field.setText("Wall")
    panel.accept.click()
    assert hands.page.wall.board.name == "Wall"
    assert shown.toPlainText().split("\n") == [
        "nodes[1] · Нещо: It lies more than 1,000,000 px away, so it was left out.",
        "edges[0]: It leads to something that is not there, so it was left out.",
    ]


def test_a_file_that_is_no_board_is_refused_and_changes_nothing(hands, files, qtbot, tmp_path):
    hands.fill(a_note("a"))
    path = tmp_path / "x.canvas"
    path.write_bytes(b'{"nodes": [')

    files.bring_in(path)
    qtbot.waitUntil(lambda: bool(failed(hands)), timeout=WAIT)
    (error,) = failed(hands)
    failed(hands).clear()

    assert (error.file, error.place, error.why) == ("x.canvas", "1", say("board.file.broken", line=1))
    assert hands.store.of(Board).count() == 2


def test_a_dropped_file_lies_where_it_was_dropped(hands, files, qtbot, tmp_path):
    hands.fill(a_note("a"))
    path = tmp_path / "x.excalidraw"
    shape = {"id": "r", "type": "rectangle", "x": 0, "y": 0, "width": 100, "height": 60}
    image = shape | {"id": "i", "type": "image", "fileId": "p", "y": 60}
    from app.exchange.data_url import to_data_url

    path.write_text(json.dumps({"elements": [shape, image], "files": {"p": {"dataURL": to_data_url(DOT)}}}))
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])

    hands.canvas.dropped.emit(data, QPointF(1000, 500))
    qtbot.waitUntil(lambda: len(hands.notes()) == 3, timeout=WAIT)
    fresh = [note for note in hands.notes() if note.id != "a"]

    assert {(note.x, note.y) for note in fresh} == {(950, 440), (950, 500)}
    assert hands.store.picture(next(note.ref for note in fresh if note.kind is NoteKind.IMAGE))
    assert set(hands.selection.notes) == {note.id for note in fresh}


@pytest.mark.parametrize(
    "copied",
    [
        {"nodes": [{"id": str(at), "type": "text", "x": 200 * at, "y": 0, "text": "n"} for at in range(3)]},
        {"type": "excalidraw/clipboard", "elements": [
            {"id": str(at), "type": "ellipse", "x": 200 * at, "y": 0, "width": 100, "height": 90} for at in range(3)
        ]},
    ],
)  # fmt: skip
def test_what_another_program_copied_is_pasted(hands, copied):
    hands.fill(a_note("a"))
    QGuiApplication.clipboard().setText(json.dumps(copied))

    hands.page.clip.paste()
    fresh = sorted((note for note in hands.notes() if note.id != "a"), key=lambda note: note.x)

    assert [after.x - before.x for before, after in pairwise(fresh)] == [200, 200]
    assert hands.canvas.visible_part().contains(QPointF(fresh[1].x, fresh[1].y))
    assert hands.store.next_undo().id == "purpose.step.import.onto"


def test_json_that_is_no_board_is_pasted_as_text(hands):
    hands.fill(a_note("a"))
    QGuiApplication.clipboard().setText('{"name": "package"}')

    hands.page.clip.paste()

    assert sorted(note.text for note in hands.notes()) == ["A", '{"name": "package"}']
    assert hands.store.of(Connector).count() == 0


def test_the_menu_says_whether_all_or_the_selection_goes_out(hands):
    a_full_board(hands)
    whole = hands.page.files.show_export(hands.page.mapToGlobal(hands.page.rect().center()))
    hands.canvas.select(Selection(("a", "b")))
    some = hands.page.files.show_export(hands.page.mapToGlobal(hands.page.rect().center()))

    assert whole.actions()[0].text() == "The whole board"
    assert some.actions()[0].text() == "Only the 2 selected things"
    for menu in (whole, some):
        menu.close()


def many(n: int) -> str:
    return json.dumps({"nodes": [{"id": str(at), "type": "text", "x": at, "y": 0, "text": "n"} for at in range(n)]})


def test_a_large_board_comes_in_piece_by_piece_and_shows_when_it_is_whole(hands, files, qtbot, tmp_path):
    hands.fill(a_note("a"))
    path = tmp_path / "large.canvas"
    path.write_text(many(3_000))
    seen = set()
    watch = QTimer()
    watch.timeout.connect(lambda: seen.add(len(hands.notes())))
    watch.start(0)

    bring_in(hands, files, qtbot, path)
    qtbot.waitUntil(lambda: told(hands) == ["purpose.imported"], timeout=WAIT)
    watch.stop()

    assert seen <= {1, 3_001}
    assert hands.store.next_undo() == say("purpose.step.import", title="large")
    hands.store.undo()
    assert len(hands.notes()) == 1


def test_a_large_board_that_is_being_written_leaves_nothing_when_the_playbook_is_closed(hands, files, monkeypatch):
    monkeypatch.setattr("widgets.shell.step_job.SLICE", 0.0005)  # a fast machine would be done in one
    hands.fill(a_note("a"))
    files.paste(many(520).encode(), QPointF(0, 0))
    assert len(hands.notes()) == 1

    hands.page.desk.jobs.stop_writing()
    hands.page.attach(None)
    hands.page.attach(hands.store)

    assert [note.id for note in hands.notes()] == ["a"]
    assert told(hands) == []


def test_two_large_boards_at_once_come_in_one_after_the_other(hands, files, qtbot):
    hands.fill()
    for _ in range(2):
        files.paste(many(520).encode(), QPointF(0, 0))

    qtbot.waitUntil(lambda: told(hands) == ["purpose.imported"] * 2, timeout=WAIT)

    assert len(hands.notes()) == 1_040
