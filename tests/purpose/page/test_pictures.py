"""Pictures that are dropped and pasted: hostile ones change nothing, and large ones do not hold the window."""

import os
import struct
import zlib

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QGuiApplication, QImage

from app.purpose.board import Board, Note, NoteKind
from storage.pictures import keep
from tests.on_desk import PageOnDesk
from tests.purpose.rules.builders import a_note
from tests.storage.making import everything
from widgets.common import pictures
from widgets.shell.jobs import ChildJobs

WAIT = 20_000  # ms: a child starts Python, and the machine may be busy
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><image href="file:///etc/passwd"/></svg>'


def claiming(width: int, height: int) -> bytes:
    """Return a PNG of some octets that says how large it is."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = zlib.compress(bytes(1000))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


@pytest.fixture
def jobs(hands):
    found = ChildJobs()
    object.__setattr__(hands.page.desk, "jobs", found)  # the desk of the tests has none
    yield found
    found.cancel_all()
    found.deleteLater()


def reasons(hands) -> list[str]:
    return [error.why.id for error in PageOnDesk.failed(hands.page.desk)]


def drop(hands, *files) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    hands.page.clip.drop(data, QPointF(40, 30))


def images(hands) -> list[Note]:
    return [note for note in hands.page.wall.notes.values() if note.kind is NoteKind.IMAGE]


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (claiming(50_000, 50_000), "purpose.image.too_many"),
        (claiming(8_001, 8_000), "purpose.image.too_many"),
        (claiming(0, 0), "purpose.image.no_picture"),
        (claiming(9, 9)[:40], "purpose.image.no_picture"),
        (SVG, "purpose.image.no_picture"),
        (b"", "purpose.image.no_picture"),
        (b"\x89PNG\r\n\x1a\n" + os.urandom(5_000), "purpose.image.no_picture"),
    ],
)
def test_a_file_that_is_no_picture_or_claims_too_much_is_refused_and_changes_nothing(
    hands, jobs, qtbot, store, tmp_path, data, why
):
    hands.fill(a_note("a", 0, 0))
    before, file = everything(tmp_path / "kestrel.sedyanka"), tmp_path / "bad.png"
    file.write_bytes(data)

    drop(hands, file)
    qtbot.waitUntil(lambda: bool(reasons(hands)), timeout=WAIT)

    assert reasons(hands) == [why]
    assert everything(tmp_path / "kestrel.sedyanka") == before
    PageOnDesk.failed(hands.page.desk).clear()


@pytest.mark.parametrize("kind", ["pipe", "folder", "large", "nothing"])
def test_what_is_no_file_is_not_read_at_all(hands, jobs, tmp_path, kind):
    hands.fill(a_note("a", 0, 0))
    place = tmp_path / "x.png"
    match kind:
        case "pipe":
            os.mkfifo(place)
        case "folder":
            place.mkdir()
        case "large":
            place.touch()
            os.truncate(place, pictures.LARGEST_FILE + 1)

    drop(hands, place)

    assert reasons(hands) == ["purpose.image.too_large" if kind == "large" else "purpose.image.unreadable"]
    assert (images(hands), jobs.current) == ([], None)
    PageOnDesk.failed(hands.page.desk).clear()


def a_large_picture() -> QImage:
    image = QImage(2_000, 1_500, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.darkGreen)
    return image


def test_a_large_picture_is_read_in_a_process_of_its_own_and_can_be_cancelled(hands, jobs, qtbot, tmp_path):
    hands.fill(a_note("a", 0, 0))
    assert a_large_picture().save(str(tmp_path / "Sofia.jpg"))

    drop(hands, tmp_path / "Sofia.jpg")
    assert jobs.current is not None
    jobs.current.cancel()
    assert images(hands) == []

    drop(hands, tmp_path / "Sofia.jpg")
    qtbot.waitUntil(lambda: bool(images(hands)), timeout=WAIT)
    (note,) = images(hands)
    assert (note.text, note.width, note.height) == ("Sofia", 480, 360)


@pytest.mark.parametrize("written", [True, False])
def test_a_large_picture_that_was_copied_comes_in_the_same_way(hands, jobs, qtbot, tmp_path, written):
    hands.fill(a_note("a", 0, 0))
    data = QMimeData()
    data.setImageData(a_large_picture())
    if written:
        assert a_large_picture().save(str(tmp_path / "x.png"))
        data.setData("image/png", (tmp_path / "x.png").read_bytes())
    QGuiApplication.clipboard().setMimeData(data)

    hands.page.clip.paste()

    assert images(hands) == []
    qtbot.waitUntil(lambda: bool(images(hands)), timeout=WAIT)
    shown = hands.page.canvas.picture.faces.of(images(hands)[0])
    assert (shown.image.width(), shown.image.pixelColor(5, 5)) == (2_000, Qt.GlobalColor.darkGreen)


def test_it_lies_on_the_board_that_was_open_when_it_was_dropped(hands, jobs, qtbot, store, tmp_path):
    hands.fill(Board("other", "Other", position=9), a_note("a", 0, 0))
    board = hands.page.wall.board.id
    assert a_large_picture().save(str(tmp_path / "Sofia.jpg"))

    drop(hands, tmp_path / "Sofia.jpg")
    hands.page.open_board("other")
    qtbot.waitUntil(lambda: any(note.kind is NoteKind.IMAGE for note in store.of(Note).all()), timeout=WAIT)

    assert [note.board for note in store.of(Note).all() if note.kind is NoteKind.IMAGE] == [board]


@pytest.mark.parametrize("data", [b"", b"\x89PNG", SVG, claiming(50_000, 50_000), claiming(5, 5)[:50]])
def test_a_row_of_a_playbook_that_is_no_picture_leaves_its_place_empty(hands, store, data):
    name = keep(store._raw, data)
    hands.fill(a_note("a", 0, 0, kind=NoteKind.IMAGE, ref=name, text="Sofia"))

    assert not hands.page.canvas.grab().isNull()
    assert hands.page.canvas.picture.faces.of(hands.page.wall.notes["a"]).image is None
