import pickle
import tracemalloc

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.errors import ImportRejected, KnownError
from app.exchange.file_name import safe_name
from app.exchange.ics.merge import Comparison, compare
from app.exchange.ics.reading import read_calendar
from app.exchange.ics.size import BYTES_MOST
from app.exchange.ics.work import packed, read_ics_file
from app.exchange.recognise import FileKind, recognise
from app.message import say
from tests.exchange.making import a_file, a_plan, ids

MANY = a_file(*[f"UID:{number}\nDTSTART:20270304T180000\nSUMMARY:x" for number in range(450)])


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Kestrel Circle", "Kestrel Circle.ics"),
        ("Клуб „Седянка“", "Клуб „Седянка“.ics"),
        ("a/b\\c:d*e?f", "a b c d e f.ics"),
        ("../../etc/passwd", "etc passwd.ics"),
        ("CON", "CON_.ics"),
        ("nul.txt", "_nul.txt.ics"),
        ("  .hidden. ", "hidden.ics"),
        ("evil\u202egpj", "evilgpj.ics"),
        ("line\nbreak\x00", "line break.ics"),
        ("", "Sedyanka.ics"),
        ("...", "Sedyanka.ics"),
    ],
)
def test_names_are_safe_everywhere(text, name):
    assert safe_name(text, ".ics") == name


@given(st.text())
def test_no_text_makes_a_dangerous_name(text):
    name = safe_name(text, ".ics")

    assert len(name.encode()) <= 120
    assert name.endswith(".ics")
    assert len(name) > 4
    assert not set(name) & set('/\\:*?"<>|\n\x00')
    assert not name.startswith((".", " "))


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        (b"BEGIN:VCALENDAR\r\n", FileKind.ICS),
        (b"\xef\xbb\xbfBEGIN:VCALENDAR\r\n", FileKind.ICS),
        ("BEGIN:VCALENDAR\r\n".encode("utf-16"), FileKind.ICS),
        (b"\r\n\r\nbegin:vcalendar\r\n", FileKind.ICS),
        (b"BEGIN:VEVENT\r\n", FileKind.ICS),
        (b"SQLite format 3\x00...", FileKind.PLAYBOOK),
        (b"BEGIN:VCARD\r\n", FileKind.UNKNOWN),
        (b"the word BEGIN:VCALENDAR in a text", FileKind.UNKNOWN),
        (b"", FileKind.UNKNOWN),
        (b"\x00\xff" * 50, FileKind.UNKNOWN),
    ],
)
def test_a_file_is_known_by_what_it_holds(head, kind):
    assert recognise(head) is kind


def test_a_child_process_reads_a_file_and_tells_how_far_it_is(tmp_path):
    path, told = tmp_path / "a.ics", []
    path.write_bytes(MANY)

    file = read_ics_file(lambda done, of, what: told.append((done / of, what)), str(path), "Europe/Sofia")

    assert sum(len(part) for part in pickle.loads(pickle.dumps(file)).arrivals()) == 450
    assert told[-1] == (1, "a.ics")


def test_a_comparison_piece_by_piece_is_the_same_as_at_once():
    incoming = read_calendar(MANY)
    file = packed(incoming)
    comparison = Comparison(file.head, a_plan(), ids())

    for arrivals in file.arrivals():
        for arrival in arrivals:
            comparison.take(arrival)

    assert len(file.pieces) == 3
    assert comparison.result() == compare(incoming, a_plan(), ids())


def test_a_file_that_is_gone_or_none_is_told_kindly(tmp_path):
    (tmp_path / "b.ics").write_bytes(b"nothing")

    with pytest.raises(KnownError) as gone:
        read_ics_file(lambda *_: None, str(tmp_path / "a.ics"), "UTC")
    with pytest.raises(ImportRejected) as none:
        read_ics_file(lambda *_: None, str(tmp_path / "b.ics"), "UTC")

    assert gone.value.what == say("exchange.unreadable", file="a.ics")
    assert none.value.file == "b.ics"


def test_a_file_beyond_the_limit_is_refused_by_its_size_before_it_is_read(tmp_path):
    path = tmp_path / "a.ics"
    with path.open("wb") as file:
        file.truncate(BYTES_MOST + 1)
    tracemalloc.start()
    with pytest.raises(ImportRejected) as caught:
        read_ics_file(lambda *_: None, str(path), "UTC")
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert caught.value.why == say("exchange.too_big", n=100)
    assert peak < 1_000_000


def test_a_huge_series_tells_how_far_it_is_while_it_is_put_together():
    starts = [
        f"202703{day:02}T{hour:02}{minute}00" for day in range(1, 29) for hour in range(24) for minute in (15, 45)
    ]
    changed = [f"UID:s\nRECURRENCE-ID:{start}\nDTSTART:{start}\nSUMMARY:{start}" for start in starts]
    told = []

    read_calendar(
        a_file("UID:s\nDTSTART:20270301T000000\nRRULE:FREQ=DAILY", *changed), lambda done, of: told.append(done / of)
    )

    assert told == sorted(told)
    assert sum(0.5 < share < 1 for share in told) >= 2
    assert told[-1] == 1
