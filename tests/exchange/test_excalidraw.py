"""Boards as files of Excalidraw: what is ours comes back, what others drew survives, what is broken is told."""

import json
from dataclasses import replace

import pytest
from hypothesis import given, settings

from app.errors import ImportRejected
from app.exchange.board_content import THINGS_MOST, BoardContent
from app.exchange.data_url import to_data_url
from app.exchange.excalidraw.reading import read_excalidraw
from app.exchange.excalidraw.strokes import Stroke, stroke_of
from app.exchange.excalidraw.writing import write_excalidraw
from app.purpose.board import Category, Connector, Course, NoteKind, Side
from tests.exchange.board_making import DOT, a_board, boards
from tests.purpose.rules.builders import a_frame, a_note


@settings(max_examples=200, deadline=None)
@given(boards("excalidraw", "canvas"))
def test_a_board_of_ours_comes_back_identical(board):
    back = read_excalidraw(write_excalidraw(board), "Kestrel.excalidraw")

    assert back == board
    assert write_excalidraw(back) == write_excalidraw(board)


def read(*elements: object, **more: object) -> BoardContent:
    raw = {"type": "excalidraw", "version": 2, "elements": list(elements)} | more
    return read_excalidraw(json.dumps(raw).encode(), "a.excalidraw")


def shape(id: str = "a", **fields: object) -> dict[str, object]:
    return {"id": id, "type": "rectangle", "x": 0, "y": 0, "width": 160, "height": 90} | fields


def text(id: str, words: str, **fields: object) -> dict[str, object]:
    return {"id": id, "type": "text", "x": 10, "y": 10, "width": 90, "height": 25, "text": words} | fields


def arrow(id: str, start: object, end: object, **fields: object) -> dict[str, object]:
    bound = {"startBinding": start and {"elementId": start}, "endBinding": end and {"elementId": end}}
    return {"id": id, "type": "arrow", "x": 0, "y": 0, "points": [[0, 0], [100, 40]]} | bound | fields


def written(board: BoardContent) -> dict[str, dict[str, object]]:
    return {element["id"]: element for element in json.loads(write_excalidraw(board))["elements"]}


def why(board: BoardContent) -> list[tuple[str, str]]:
    return [(it.place, it.why.id.rpartition(".")[2]) for it in board.unsound]


def test_a_shape_with_its_text_is_a_note():
    board = read(
        shape("r", backgroundColor="#ffc9c9", locked=True, groupIds=["in", "out"]),
        text("t", "broken\ninto lines", originalText="broken into lines", containerId="r"),
        shape("e", type="ellipse"),
        shape("d", type="diamond", boundElements=[{"id": "u", "type": "text"}]),
        text("u", "named by its shape only"),
        text("v", "на воля"),
    )

    assert [(note.id, note.kind, note.text) for note in board.notes] == [
        ("r", NoteKind.NOTE, "broken into lines"),
        ("e", NoteKind.NOTE, ""),
        ("d", NoteKind.NOTE, "named by its shape only"),
        ("v", NoteKind.TEXT, "на воля"),
    ]
    assert (board.notes[0].fill, board.notes[0].locked, board.notes[0].group) == ("blush", True, "out")


def test_bound_arrows_of_old_and_new_files_are_connectors():
    board = read(
        shape("a"),
        shape("b", x=400),
        arrow("old", "a", "b", startBinding={"elementId": "a", "focus": 0.1, "gap": 4}, roundness=None),
        arrow("new", "a", "b", startBinding={"elementId": "a", "fixedPoint": [1, 0.5], "mode": "orbit"}, elbowed=True),
        arrow("both", "b", "a", startArrowhead="triangle", endArrowhead=None, strokeColor="#e03131"),
        text("t", "води до", containerId="old"),
        arrow("line", "a", "b", type="line"),
    )
    old, new, both, line = board.connectors

    assert (old.start, old.end, old.label, old.course) == ("a", "b", "води до", Course.STRAIGHT)
    assert (old.start_head, old.end_head) == (False, True)
    assert (new.start_side, new.course) == (Side.RIGHT, Course.ELBOW)
    assert (both.start_head, both.end_head, both.colour) == (True, False, "live")
    assert (line.start_head, line.end_head) == (False, False)


def test_frames_lie_under_what_they_hold():
    board = read(shape("a", frameId="f"), shape("f", type="frame", name="Кой идва", width=500, height=300))

    assert [(note.kind, note.text) for note in board.notes] == [(NoteKind.FRAME, "Кой идва"), (NoteKind.NOTE, "")]


def test_deleted_elements_and_selections_are_not_there():
    assert read(shape("a", isDeleted=True), shape("s", type="selection")).notes == ()


def test_what_nobody_understands_is_kept_and_moves_with_its_note():
    stroke = {"id": "p", "type": "freedraw", "x": 50, "y": 60, "points": [[0, 0], [-20, 30]], "pressures": [0.5]}
    loose = arrow("l", "a", None, type="draw")
    board = read(shape("a"), stroke, loose, shape("w", type="embeddable", link="https://kestrel.example/"))
    drawn = board.notes[1]

    assert [note.kind for note in board.notes[1:]] == [NoteKind.FOREIGN] * 3
    assert (drawn.x, drawn.y, drawn.width, drawn.height) == (30, 60, 20, 30)

    moved = {note.id: note for note in board.notes} | {"p": a_note("p", 130, 60, **_rest(drawn))}
    out = written(BoardContent(notes=tuple(moved.values())))

    assert (out["p"]["x"], out["p"]["y"], out["p"]["points"]) == (150, 60, stroke["points"])
    assert out["l"]["startBinding"] == {"elementId": "a"}
    assert out["a"]["boundElements"] == [{"id": "l", "type": "arrow"}]
    assert out["w"]["link"] == "https://kestrel.example/"


def _rest(note):
    return {"kind": note.kind, "width": note.width, "height": note.height, "text": "", "foreign": note.foreign}


def test_how_others_draw_survives():
    board = read(
        shape("r", type="diamond", angle=0.5, fillStyle="hachure", customData={"x": 1}, backgroundColor="#ffd8a8"),
        text("t", "one", containerId="r", fontSize=28, fontFamily=5),
    )
    out = written(board)

    assert out["r"].items() >= {"type": "diamond", "angle": 0.5, "fillStyle": "hachure"}.items()
    assert out["r"]["backgroundColor"] == "#ffd8a8"
    assert out["r"]["customData"]["x"] == 1
    assert (out["t"]["fontSize"], out["t"]["fontFamily"], out["t"]["containerId"]) == (28, 5, "r")


def test_a_board_is_written_as_excalidraw_binds_it():
    board = a_board(
        a_frame("f", text="Рамка"),
        a_note("a", 20, 40, category=Category.RISK, text="Дълъг текст, " * 9),
        a_note("b", 500, 400),
        lines=(Connector("l", "", "a", "b", label="да"),),
    )
    out = written(board)

    assert list(out)[-1] == "f"
    assert (out["a"]["frameId"], out["b"]["frameId"]) == ("f", None)
    assert out["a"]["boundElements"] == [{"id": "a:text", "type": "text"}, {"id": "l", "type": "arrow"}]
    assert out["a:text"]["containerId"] == "a"
    assert "\n" in out["a:text"]["text"]
    assert out["l"]["startBinding"]["elementId"] == "a"
    assert out["l"]["points"][0] == [0, 0]
    assert out["l:text"]["containerId"] == "l"


def test_pictures_come_in_and_others_keep_their_place():
    files = {
        "one": {"dataURL": to_data_url(DOT), "mimeType": "image/png", "id": "one"},
        "svg": {"dataURL": "data:image/svg+xml;base64,PHN2Zy8+", "id": "svg"},
    }
    image = {"type": "image", "fileId": "one"}
    board = read(shape("a", **image), shape("b", **image | {"fileId": "svg"}), shape("c", type="image"), files=files)
    out = json.loads(write_excalidraw(board))

    assert [note.kind for note in board.notes] == [NoteKind.IMAGE, NoteKind.FOREIGN, NoteKind.FOREIGN]
    assert board.pictures == {"one": DOT}
    assert why(board) == [("elements[1]", "picture"), ("elements[2]", "picture")]
    assert out["files"]["svg"] == files["svg"]
    assert out["files"]["one"]["dataURL"] == files["one"]["dataURL"]


def test_a_picture_larger_than_it_may_be_does_not_come_in(monkeypatch):
    monkeypatch.setattr("app.exchange.excalidraw.reading.PICTURE_MOST", 10)
    files = {"one": {"dataURL": to_data_url(DOT * 100)}}

    board = read(shape("a", type="image", fileId="one"), files=files)

    assert board.pictures == {}
    assert why(board) == [("elements[0]", "picture")]


def test_missing_fields_get_defaults_and_broken_ones_are_told():
    board = read(
        {"type": "rectangle"},
        shape("n", x="here"),
        shape("h", x=1e308),
        shape("d", text=5, groupIds=7, boundElements="x", customData=[], angle={}),
        shape("d"),
        "nonsense",
        {"id": "k"},
        arrow("x", "gone", "d", points=[["a"], None, [1]]),
        files=[],
    )

    assert len(board.notes) == 4
    assert why(board) == [
        ("elements[4]", "twice"), ("elements[5]", "shape"), ("elements[6]", "shape"),
        ("elements[1]", "number"), ("elements[2]", "far"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b'{"type": "excalidrawlib", "libraryItems": []}', "other"),
        (b'{"type": "excalidraw", "elements": {}}', "other"),
        (b'{"type": "excalidraw", "elements": [}', "broken"),
        (json.dumps({"elements": [0] * (3 * THINGS_MOST + 1)}).encode(), "many"),
        (json.dumps({"elements": [shape(str(at)) for at in range(THINGS_MOST + 1)]}).encode(), "many"),
    ],
)
def test_a_file_that_is_no_drawing_is_refused(data, reason):
    with pytest.raises(ImportRejected) as refused:
        read_excalidraw(data, "b.excalidraw")

    assert refused.value.why.id == f"board.file.{reason}"


def test_what_excalidraw_puts_on_the_clipboard_is_read():
    assert len(read(shape(), type="excalidraw/clipboard").notes) == 1


def test_lines_that_lead_from_nothing_are_seen_as_they_were_drawn():
    loose = {"id": "l", "type": "arrow", "x": 40, "y": 10, "points": [[0, 0], [-30, 0], [-30, 60]]}
    board = read(shape("a"), loose | {"strokeStyle": "dashed"}, shape("w", type="embeddable"))
    note, line, other = board.notes[0], board.notes[2], board.notes[1]

    assert stroke_of(line) == Stroke(((30, 0), (0, 0), (0, 60)), end_head=True, dashed=True)
    assert stroke_of(replace(line, width=60)).points == ((60, 0), (0, 0), (0, 60))
    assert (stroke_of(note), stroke_of(other)) == (None, None)
