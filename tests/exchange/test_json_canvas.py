"""Boards as JSON Canvas: what is ours comes back, what others wrote survives, what is broken is told."""

import json
from datetime import date, timedelta

import pytest
from hypothesis import given, settings

from app.errors import ImportRejected
from app.exchange.board_content import THINGS_MOST, BoardContent
from app.exchange.board_kpi import READINGS_MOST
from app.exchange.json_canvas import read_json_canvas, write_json_canvas
from app.purpose.board import Category, Connector, NoteKind
from app.purpose.reading import Reading
from tests.exchange.board_making import a_board, boards
from tests.purpose.rules.builders import a_frame, a_note


@settings(max_examples=200, deadline=None)
@given(boards("canvas", "excalidraw"))
def test_a_board_of_ours_comes_back_identical(board):
    back = read_json_canvas(write_json_canvas(board), "Kestrel.canvas")

    assert back == board
    assert write_json_canvas(back) == write_json_canvas(board)


def read(**raw: object) -> BoardContent:
    return read_json_canvas(json.dumps(raw).encode(), "a.canvas")


def node(id: str = "a", **fields: object) -> dict[str, object]:
    return {"id": id, "type": "text", "x": 0, "y": 0, "width": 160, "height": 90, "text": id} | fields


def written(board: BoardContent) -> dict[str, list[dict[str, object]]]:
    return json.loads(write_json_canvas(board))


def why(board: BoardContent) -> list[tuple[str, str]]:
    return [(it.place, it.why.id.rpartition(".")[2]) for it in board.unsound]


def test_a_board_is_written_as_the_format_says():
    board = a_board(
        a_frame("f", text="Кой идва"),
        a_note("a", 20, 40, category=Category.PROBLEM, text="Кой е тук? 🙂"),
        a_note("b", 20, 160),
        lines=(Connector("l", "", "a", "b", label="води до"),),
    )

    frame, first, second = written(board)["nodes"]

    assert frame["type"] == "group"
    assert frame["label"] == "Кой идва"
    assert (first["type"], first["text"], first["color"]) == ("text", "Кой е тук? 🙂", "1")
    assert first["sedyanka"] == {"category": "problem"}
    assert "sedyanka" not in second
    assert written(board)["edges"] == [{"id": "l", "fromNode": "a", "toNode": "b", "label": "води до"}]


def test_what_other_programs_write_survives():
    raw = {
        "metadata": {"version": "1.0"},
        "nodes": [
            node("a", color="#ff8800", **{"x-look": {"border": "dashed"}}),
            node("g", type="group", label="Group", background="sea.png", backgroundStyle="cover"),
            node("u", type="link", url="https://kestrel.example/", text=None),
            node("w", type="widget", settings=[1, 2]),
            node("d", type="file", file="notes/plan.md", subpath="#Why"),
        ],
        "edges": [{"id": "e", "fromNode": "a", "toNode": "w", "toEnd": "none", "color": "#00ff00", "style": "dotted"}],
    }
    board = read(**raw)
    again = written(board)

    assert [note.kind for note in board.notes] == [
        NoteKind.NOTE, NoteKind.FRAME, NoteKind.NOTE, NoteKind.FOREIGN, NoteKind.FOREIGN,
    ]  # fmt: skip
    assert board.unsound == ()
    assert again["metadata"] == {"version": "1.0"}
    for before, after in zip(raw["nodes"], again["nodes"], strict=True):
        assert {key: after.get(key) for key in before if key != "text"} == {
            key: value for key, value in before.items() if key != "text"
        }
    assert again["edges"] == raw["edges"]


def test_what_was_recoloured_here_goes_out_in_the_new_colour():
    board = read(nodes=[node(color="#ff0000")])
    (note,) = board.notes

    assert note.fill == "blush"
    assert written(board)["nodes"][0]["color"] == "#ff0000"
    assert written(a_board(a_note("a", fill="sky", foreign=note.foreign)))["nodes"][0]["color"] == "5"


def test_what_was_recoloured_elsewhere_is_recoloured_here():
    out = written(a_board(a_note("a", category=Category.PROBLEM)))
    out["nodes"][0]["color"] = "4"

    (note,) = read(**out).notes

    assert (note.category, note.fill) == (Category.PROBLEM, "mint")


def test_a_file_without_lists_is_an_empty_board():
    assert read().notes == ()
    assert read(nodes=[node()]).connectors == ()


def test_broken_numbers_are_rounded():
    (note,) = read(nodes=[node(x=1.6, y=-2.4, width=10, height=99.5)]).notes

    assert (note.x, note.y, note.width, note.height) == (2, -2, 20, 100)


@pytest.mark.parametrize("value", [1e308, -1e308, 1_000_001, "12", None, True, [], 10**400])
def test_a_place_that_is_none_leaves_out_the_node_and_nothing_else(value):
    board = read(nodes=[node("a", x=value), node("b")])

    assert [note.id for note in board.notes] == ["b"]
    assert [it.place for it in board.unsound] == ["nodes[0]"]


def test_edges_to_nothing_and_to_themselves_are_told():
    edges = [
        {"id": "1", "fromNode": "a", "toNode": "gone"},
        {"id": "2", "fromNode": "a", "toNode": "a"},
        {"id": "3", "toNode": "a"},
        "nonsense",
    ]

    board = read(nodes=[node()], edges=edges)

    assert board.connectors == ()
    assert why(board) == [
        ("edges[0]", "dangling"), ("edges[1]", "loop"), ("edges[2]", "dangling"), ("edges[3]", "shape"),
    ]  # fmt: skip


def test_ids_that_are_there_twice_are_given_anew_and_edges_keep_to_the_first():
    board = read(
        nodes=[node("a", text="one"), node("a", text="two"), node("b", text="three")],
        edges=[{"id": "e", "fromNode": "a", "toNode": "b"}],
    )

    assert len({note.id for note in board.notes}) == 3
    assert board.connectors[0].start == "a"
    assert board.notes[0].text == "one"
    assert why(board) == [("nodes[1]", "twice")]


def test_long_texts_are_cut_and_told():
    board = read(nodes=[node(text="я" * 20_001)])

    assert len(board.notes[0].text) == 20_000
    assert why(board) == [("nodes[0]", "long")]


def test_too_much_of_what_is_foreign_is_left_out_and_told():
    board = read(nodes=[node(junk="x" * 200_000)])

    assert board.notes[0].foreign == ""
    assert why(board) == [("nodes[0]", "foreign")]


def test_letters_that_no_text_can_hold_are_replaced():
    (note,) = read(nodes=[node(text="a\ud800b\0c")]).notes

    assert note.text == "a\ufffdbc"


@pytest.mark.parametrize(
    "own",
    [
        None, 5, [], {"kind": "frame", "category": "none", "fill": 7, "stage": {}, "locked": "yes"},
        {"kind": 1, "kpi": [], "ref": None, "kept": "x"}, {"kind": "metric", "kpi": {"due": "never", "target": "x"}},
    ],
)  # fmt: skip
def test_our_own_key_is_believed_only_where_it_makes_sense(own):
    (note,) = read(nodes=[node(sedyanka=own)]).notes

    assert note.kind in (NoteKind.NOTE, NoteKind.METRIC)
    assert note.category is Category.FREE
    assert note.locked is False


def test_of_readings_only_what_makes_sense_comes_in_one_a_day_and_not_too_many():
    days = [(date(2001, 1, 1) + timedelta(days=at)).isoformat() for at in range(READINGS_MOST + 5)]

    def readings(*said):
        return read(nodes=[node(sedyanka={"kind": "metric", "ref": "k", "kpi": {"readings": list(said)}})]).readings

    assert readings(5, [], ["never", 1], ["2027-03-01", "x"], ["2027-03-01", 1e300], ["2027-03-01", True]) == {}
    assert readings(["2027-03-02", 4, 7], ["2027-03-01", 2, "Mila", 9], ["2027-03-02", 5]) == {
        "k": (Reading("", "kpi", "k", date(2027, 3, 1), 2.0, "Mila"), Reading("", "kpi", "k", date(2027, 3, 2), 5.0))
    }
    assert len(readings(*([day, 1] for day in days))["k"]) == READINGS_MOST


@pytest.mark.parametrize(
    ("data", "place", "reason"),
    [
        (b'{"nodes": [', "1", "broken"),
        (b'{"nodes":\n[{"x": NaN}]}', "2", "number"),
        (b'{"nodes":\n\n[{"text": "NaN", "x": -Infinity}]}', "3", "number"),
        (b'{"nodes": [{"x": ' + b"9" * 5_000 + b"}]}", "1", "number"),
        (b'{"nodes": ' + b"[" * 100_000, "", "deep"),
        (b'{"nodes": ' + b"[" * 60 + b"]" * 60 + b"}", "", "deep"),
        (b"[]", "1", "other"),
        (b'{"nodes": {}}', "", "other"),
        (b'{"name": "package"}', "", "other"),
        (b'{"nodes": ["\xff\xfe"]}', "1", "broken"),
        (b"", "1", "broken"),
        (json.dumps({"nodes": [0] * (THINGS_MOST + 1)}).encode(), "nodes", "many"),
        (json.dumps({"edges": [0] * (THINGS_MOST + 1)}).encode(), "edges", "many"),
    ],
)
def test_a_file_that_is_no_board_is_refused_with_place_and_reason(data, place, reason):
    with pytest.raises(ImportRejected) as refused:
        read_json_canvas(data, "b.canvas")

    assert (refused.value.file, refused.value.place) == ("b.canvas", place)
    assert refused.value.why.id == f"board.file.{reason}"


def test_a_file_that_is_too_large_is_refused_before_it_is_read(monkeypatch):
    monkeypatch.setattr("app.exchange.json_text.OCTETS_MOST", 100)

    with pytest.raises(ImportRejected) as refused:
        read_json_canvas(b"{" + b" " * 100, "b.canvas")

    assert refused.value.why.id == "board.file.large"


def test_a_picture_that_is_none_keeps_its_place():
    own = {"kind": "image", "ref": "x", "picture": "data:image/svg+xml;base64,PHN2Zy8+"}
    board = read(nodes=[node(type="file", file="x.png", sedyanka=own)])

    assert board.notes[0].kind is NoteKind.FOREIGN
    assert why(board) == [("nodes[0]", "picture")]


def test_utf_16_and_a_byte_order_mark_are_read():
    text = json.dumps({"nodes": [node(text="Добре дошли")]}, ensure_ascii=False)

    for encoding in ("utf-8-sig", "utf-16"):
        assert read_json_canvas(text.encode(encoding), "a.canvas").notes[0].text == "Добре дошли"
