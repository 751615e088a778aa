"""Damaged and hostile board files: only ImportRejected or a board with what was sound comes out, and soon."""

import json
import random
import time

from app.errors import ImportRejected
from app.exchange.board_content import BoardContent
from app.exchange.board_file import board_in
from app.exchange.excalidraw.writing import write_excalidraw
from app.exchange.json_canvas import write_json_canvas
from app.exchange.recognise import recognise
from app.purpose.board import FARTHEST, LARGEST_TEXT, SMALLEST, Connector, NoteKind
from tests.exchange.board_making import DOT, PICTURE, a_board
from tests.purpose.rules.builders import a_frame, a_note

ODD = [None, True, -1, 0, 1e308, 10**30, "", "x", "a", "🙂", [], {}, [[]], {"elementId": "a"}, "#ff0000", -0.0]
SLOWEST = 2.0  # seconds for one small file


def seeds() -> list[bytes]:
    board = a_board(
        a_frame("f"),
        a_note("a", 20, 40, foreign='{"canvas":{"x":1},"excalidraw":{"element":{"id":"q"}}}'),
        a_note("b", 300, 40, kind=NoteKind.METRIC, ref="k"),
        a_note("c", 300, 400, kind=NoteKind.IMAGE, ref=PICTURE),
        lines=(Connector("l", "", "a", "b", label="да"),),
        pictures={PICTURE: DOT},
    )
    return [write_json_canvas(board), write_excalidraw(board)]


def changed(value: object, chance: random.Random) -> object:
    """Put something odd somewhere."""
    if chance.random() < 0.06:
        return chance.choice(ODD)
    match value:
        case dict():
            kept = {key: changed(it, chance) for key, it in value.items() if chance.random() > 0.02}
            return kept | ({chance.choice(list(value)): chance.choice(ODD)} if value and chance.random() < 0.05 else {})
        case list():
            items = [changed(it, chance) for it in value if chance.random() > 0.02]
            return items + items[:1] if chance.random() < 0.1 else items
    return value


def damaged(seed: bytes, chance: random.Random) -> bytes:
    if chance.random() < 0.7:
        return (
            json.dumps(changed(json.loads(seed), chance)).replace("1e+308", chance.choice(["1e308", "1e999"])).encode()
        )
    data = bytearray(seed)
    for _ in range(chance.randint(1, 8)):
        at = chance.randrange(len(data))
        data[at : at + chance.randint(0, 20)] = bytes(chance.randrange(256) for _ in range(chance.randint(0, 4)))
    return bytes(data)


def check(board: BoardContent) -> None:
    ids = {note.id for note in board.notes}
    assert len(ids) == len(board.notes)
    assert all(line.start in ids and line.end in ids and line.start != line.end for line in board.connectors)
    for note in board.notes:
        assert max(abs(note.x), abs(note.y)) <= FARTHEST
        assert min(note.width, note.height) >= SMALLEST
        assert len(note.text) <= LARGEST_TEXT
        note.text.encode()
    json.loads(write_json_canvas(board))
    json.loads(write_excalidraw(board))


def test_fuzz_damaged_boards_only_ever_refuse(pytestconfig):
    seconds = pytestconfig.getoption("--fuzz-seconds")
    told = random.randrange(1 << 32)
    chance, end, tried = random.Random(told), time.monotonic() + seconds, 0
    while time.monotonic() < end or tried < 50:
        data = damaged(chance.choice(seeds()), chance)
        begun, tried = time.monotonic(), tried + 1
        try:
            recognise(data)
            check(board_in(data, "fuzz"))
        except ImportRejected:
            pass
        except Exception as error:
            raise AssertionError(f"seed {told}, file {tried}: {data!r}") from error
        assert time.monotonic() - begun < SLOWEST, told
    print(f"{tried} damaged boards, seed {told}")
