"""Board, outline and task files made to hurt: a refusal that names place and reason, or what is sound of them, soon."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from app.errors import ImportRejected
from app.exchange import json_text
from app.exchange.board_content import BoardContent
from app.exchange.board_file import board_in
from app.exchange.clickup import clickup_of
from app.exchange.csv_reading import read_table
from app.exchange.csv_tasks import read_tasks, tasks_csv
from app.exchange.excalidraw.writing import write_excalidraw
from app.exchange.freemind import read_freemind
from app.exchange.json_canvas import write_json_canvas
from app.exchange.markdown_outline import read_markdown, write_markdown
from app.exchange.opml import read_opml
from app.exchange.outline import Outline, OutlineItem
from app.exchange.outline_file import outline_in
from app.exchange.tasks_apply import apply_tasks
from app.funnel.bringing_in import add_map
from app.purpose.board import Board, Note
from app.purpose.bringing_in import add_board_from
from app.purpose.kpi import Kpi
from app.store import Store
from app.tasks.snapshot import Tasks
from app.tasks.task import Task
from resources.texts import LANGUAGES, find
from tests.exchange.test_tasks_in import BOTH, clickup, make
from tests.storage.making import everything

SOON = 10.0  # seconds on a busy machine; what is held against it took minutes or all memory
HEAD = "Task,Due,Time,Start\n"


@pytest.fixture
def store(tmp_path: Path):
    store = make(tmp_path, "kestrel")
    yield store
    store.close()


def refused(read: Callable[[bytes, str], object], data: bytes) -> ImportRejected:
    begun = time.monotonic()
    with pytest.raises(ImportRejected) as told:
        read(data, "bad.file")
    assert time.monotonic() - begun < SOON
    assert told.value.file == "bad.file"
    for language in LANGUAGES:
        assert find(language, told.value.why.id, dict(told.value.why.values))
    return told.value


def canvas(*nodes: dict[str, object]) -> bytes:
    usual = {"id": "a", "type": "text", "text": "x", "x": 0, "y": 0, "width": 100, "height": 60}
    return json.dumps({"nodes": [usual | node for node in nodes], "edges": []}).encode()


# --- outlines ---


def test_a_heading_of_blanks_takes_no_time():
    begun = time.monotonic()

    outline = read_markdown(b"# a" + b" " * 200_000 + b"b\n## C#\n## d ##\n", "f")

    assert [item.text for item in outline.items] == ["C#", "d"]
    assert time.monotonic() - begun < SOON


@pytest.mark.parametrize(
    ("data", "place"),
    [
        (b"- a\n- b\0c\n", "2"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "3"),
        ("- а\n- б\n".encode("utf-16-be"), "1"),
    ],
)
def test_what_is_no_text_is_no_outline(data, place):
    told = refused(outline_in, data)

    assert (told.place, told.why.id) == (place, "outline.binary")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1251"])
@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
def test_a_list_is_read_in_every_usual_encoding_and_with_any_line_ends(encoding, ends):
    data = ends.join(["- Кой е тук", "  - Нови хора", "- Стари хора"]).encode(encoding)

    items = outline_in(data, "f").items

    assert [(item.text, item.parent) for item in items] == [("Кой е тук", -1), ("Нови хора", 0), ("Стари хора", -1)]


@pytest.mark.parametrize(
    ("read", "head", "begin", "end", "foot"),
    [
        (read_opml, b"<opml><body>", b'<outline text="x">', b"</outline>", b"</body></opml>"),
        (read_freemind, b"<map><node TEXT='r'>", b'<node TEXT="x">', b"</node>", b"</node></map>"),
    ],
)
def test_ten_thousand_nested_lines_are_refused_and_name_a_place(read, head, begin, end, foot):
    told = refused(read, head + (begin + b"\n") * 10_000 + end * 10_000 + foot)

    assert told.why.id == "outline.xml.large"
    assert 100 < int(told.place) < 300


@pytest.mark.parametrize("declared", ["utf-7", "base64", "punycode", "no-such"])
def test_encodings_that_are_none_are_refused(declared):
    data = f'<?xml version="1.0" encoding="{declared}"?><opml><body><outline text="+AAA"/></body></opml>'

    assert refused(read_opml, data.encode()).why.id == "outline.xml.broken"


def test_arrows_across_a_map_are_limited_and_the_same_one_twice_is_one():
    arrow = b'<arrowlink DESTINATION="z"/>'
    head = b'<map><node TEXT="r"><node TEXT="b" ID="z"/><node TEXT="a" ID="q">'
    assert len(read_freemind(head + arrow * 1000 + b"</node></node></map>", "f").lines) == 1

    named = b"".join(b'<arrowlink DESTINATION="z" MIDDLE_LABEL="%d"/>\n' % at for at in range(50_001))
    assert refused(read_freemind, head + named + b"</node></node></map>").why.id == "outline.many"


def test_our_own_markdown_can_always_be_read_again():
    assert read_markdown(write_markdown(Outline("", (OutlineItem("a\0b"),))), "f").items[0].text == "ab"


# --- boards ---


@pytest.mark.parametrize("broken", [b"NaN", b"-Infinity", b"9" * 5000])
def test_a_number_that_is_none_is_found_behind_a_text_of_many_megabytes(broken):
    data = b'{"nodes":[],\n"x":"' + b"x" * 20_000_000 + b'",\n"y":' + broken + b"}"

    told = refused(board_in, data)

    assert (told.place, told.why.id) == ("3", "board.file.number")


def test_millions_of_empty_lists_do_not_fill_the_memory(monkeypatch):
    monkeypatch.setattr(json_text, "INSIDE_MOST", 100)

    assert refused(board_in, b'{"nodes":[],"x":[' + b"[]," * 100 + b"[]]}").why.id == "board.file.many"
    assert board_in(b'{"nodes":[],"x":[' + b"[]," * 90 + b"[]]}", "f").notes == ()


def test_a_metric_card_brings_nothing_that_no_playbook_keeps(store: Store):
    kpi = {"name": "n", "baseline": 1e300, "target": 5, "due": "9999-12-31", "since": "0001-01-01"}

    add_board_from(store, board_in(canvas({"sedyanka": {"kind": "metric", "ref": "k", "kpi": kpi}}), "f"), "b")

    (kept,) = store.of(Kpi).all()
    assert (kept.baseline, kept.target, kept.due, kept.since) == (None, 5.0, None, None)


def test_what_is_sound_of_a_bad_board_comes_in_and_the_rest_is_named(store: Store):
    nodes = [{}, {"id": "b", "x": 1e308}, {}, {"id": "\ud800", "text": "\ud83d\0!"}, {"id": "d", "width": -1e12}]
    content = board_in(canvas(*nodes), "f")

    add_board_from(store, content, "b")

    assert sorted(note.text for note in store.of(Note).all()) == ["x", "x", "\ufffd!"]
    assert [(it.place, it.left_out) for it in content.unsound] == [
        ("nodes[1]", True), ("nodes[2]", False), ("nodes[4]", True),
    ]  # fmt: skip


@pytest.mark.parametrize("write", [write_json_canvas, write_excalidraw])
def test_a_number_beyond_all_numbers_in_what_nobody_understands_becomes_none(write):
    data = canvas({"zz": 5}).replace(b'"zz": 5', b'"zz": [1e999, -1e999, 1e308]')

    (note,) = board_in(data, "f").notes

    assert json.loads(note.foreign) == {"canvas": {"zz": [None, None, 1e308]}}
    of_a_playbook = replace(note, foreign='{"canvas":{"x":1e999},"excalidraw":{"element":{"x":-1e999,"type":[]}}}')
    json.loads(write(BoardContent(notes=(of_a_playbook,))))


# --- tables of tasks ---


@pytest.mark.parametrize("at", ["14+01", "1400Z", "14-02", "14:30+02:00"])
def test_a_time_with_a_zone_is_the_time_of_the_playbook(store: Store, at):
    apply_tasks(store, read_tasks(f"{HEAD}a,2027-03-01,{at},\n".encode(), "f", BOTH), BOTH, "f")

    (task,) = store.of(Task).all()
    assert task.due_at is not None
    assert (task.due_at.hour, task.due_at.tzinfo) == (14, None)


@pytest.mark.parametrize("day", ["0001-01-01", "31.12.0999", "9999-12-31", "2027-02-30"])
def test_a_day_beyond_all_calendars_costs_the_day_and_not_the_file(store: Store, day):
    incoming = read_tasks(f"{HEAD}a,{day},,{day}\nb,2027-03-01,,\n".encode(), "f", BOTH)

    apply_tasks(store, incoming, BOTH, "f")

    assert [warning.id for warning in incoming.warnings] == ["tasks.in.date"]
    assert sorted(str(task.due) for task in store.of(Task).all()) == ["2027-03-01", "None"]


def test_half_characters_and_zero_bytes_of_a_checklist_do_not_come_in():
    row = {"Task ID": "1", "Task Name": "a", "Checklists": '["\\ud800\\u0000 x"]'}

    assert clickup_of(read_table(clickup(row), "f")).tasks[0].steps == (("\ufffd x", False),)


def test_a_row_of_a_million_cells_costs_no_time_and_is_told():
    begun = time.monotonic()

    incoming = read_tasks(HEAD.encode() + b"x" + b",a" * 1_000_000 + b"\n", "f", BOTH)

    assert ([task.title for task in incoming.tasks], incoming.warnings[0].id) == (["x"], "tasks.in.ragged")
    assert time.monotonic() - begun < SOON
    assert refused(lambda data, file: read_tasks(data, file, BOTH), b"Task" + b",a" * 1_000_000).why.id == "csv.wide"


@pytest.mark.parametrize("cell", ['=cmd|"/c calc"!A1', "+1", "-1", "@SUM(A1)", "\t=1", "＝1", " =1", "'=1", "\x00=1"])
def test_no_cell_that_goes_out_is_a_formula_wherever_it_stands(store: Store, cell):
    source = [f"Task,Owner,Tags,Notes,{cell}", ",".join(['"' + (cell.replace('"', '""')) + '"'] * 5)]
    apply_tasks(store, read_tasks("\n".join(source).replace("\0", "").encode(), "f", BOTH), BOTH, "f")

    out = tasks_csv(Tasks.read(store), store.of(Task).all(), BOTH[0]).decode("utf-8-sig")

    assert all(not it.strip('" ').startswith(("=", "+", "-", "@", "＝")) for it in out.replace("\r\n", ",").split(","))


# --- nothing changes ---

BAD: list[tuple[Callable[[Store, bytes], object], bytes]] = [
    (lambda store, data: add_board_from(store, board_in(data, "f"), "b"), b'{"nodes":' + b"[" * 60 + b"]" * 60 + b"}"),
    (lambda store, data: add_board_from(store, board_in(data, "f"), "b"), canvas()[:-1]),
    (lambda store, data: add_map(store, outline_in(data, "f"), "m"), b"<opml><body><outline text='a'/></body>"),
    (lambda store, data: add_map(store, outline_in(data, "f"), "m"), b"- a\n" * 50_001),
    (lambda store, data: apply_tasks(store, read_tasks(data, "f", BOTH), BOTH, "f"), b'Task\na\n"b'),
    (lambda store, data: apply_tasks(store, clickup_of(read_table(data, "f")), BOTH, "f"), b'Task ID,Task Name\n1,"'),
]


@pytest.mark.parametrize(("bring", "data"), BAD, ids=range(len(BAD)))
def test_a_file_that_is_refused_changes_nothing(store: Store, tmp_path: Path, bring, data):
    before = everything(tmp_path / "kestrel.sedyanka")

    with pytest.raises(ImportRejected):
        bring(store, data)

    assert everything(tmp_path / "kestrel.sedyanka") == before
    assert list(store.of(Board).all()) == []
