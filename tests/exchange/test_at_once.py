"""Pastes that are read in the window's own process take no longer than a frame or two, whatever they hold."""

from __future__ import annotations

import json
from contextlib import suppress
from time import thread_time

import pytest

from app.errors import ImportRejected
from app.exchange.at_once import BOARD_OCTETS, OUTLINE_OCTETS, is_small_board, is_small_outline
from app.exchange.board_file import board_in
from app.exchange.markdown_outline import read_markdown
from app.exchange.opml import read_opml

FRAME = 0.05  # seconds that the window may stand still


def filled(unit: str, most: int, head: str = "", tail: str = "") -> bytes:
    return (head + unit * ((most - len((head + tail).encode())) // len(unit.encode())) + tail).encode()


def opml(unit: str) -> bytes:
    return filled(unit, OUTLINE_OCTETS, "<opml><body>", "</body></opml>")


def in_text(unit: str) -> bytes:
    return filled(unit, OUTLINE_OCTETS, '<opml><body><outline text="', '"/></body></opml>')


def canvas(unit: str) -> bytes:
    return filled(f"{unit},", BOARD_OCTETS, '{"nodes":[', "1]}")


def drawn(unit: str) -> bytes:
    return filled(f"{unit},", BOARD_OCTETS, '{"type":"excalidraw","elements":[', "1]}")


NOTE = json.dumps({"id": "a", "type": "text", "x": 1, "y": 2, "width": 200, "height": 80, "text": "Кой е тук?"})
OPML = {
    "flat": opml('<outline text="a"/>'), "no texts": opml("<outline/>"), "deep": opml('<outline text="a">'),
    "other elements": opml("<a>"), "letters by number": in_text("&#65;"), "markup": in_text("&lt;b&gt;"),
    "markup in markup": in_text("&amp;lt;"), "lines": in_text("&#10;"),
    "entities": b'<!DOCTYPE a [<!ENTITY b "bb">]>' + opml("&b;"),
    "attributes": ("<opml><body><outline " + " ".join(f'a{n}="b"' for n in range(6_000)) + "/></body></opml>").encode(),
    "numbers": opml('<outline text="a" _done="99999999999999999999"/>'),
}  # fmt: skip
TEXTS = {
    unit: filled(unit, OUTLINE_OCTETS)
    for unit in (
        "- a\n", "a\n", "# a\n", "# #\n", "1. a\n", "- [ ] a\n", "\t- a\n", "  - a\n- b\n", "- a\n  b\n", "\n", "\r",
        "\x0b", "\u2028", "#", "9", "9.", "> ", "*", "[", "[a](b)", " ", "<!-- ", "```\n", "- **a** _b_ `c`\n", "<",
        "🙂",
    )
} | {"ever deeper": "\n".join(f"{' ' * n}- a" for n in range(350)).encode()}  # fmt: skip
BOARDS = {
    "nothing": canvas("{}"), "numbers": canvas("1"), "only kinds": canvas('{"type":"text"}'), "notes": canvas(NOTE),
    "lists": b'{"nodes":[{"type":"text","q":[' + b"[]," * 10_000 + b"1]}]}",
    "deep lists": b'{"nodes":' + b"[" * 32_000, "deep": b'{"nodes":[' + b'{"a":' * 390 + b"1" + b"}" * 390 + b"]}",
    "a huge number": b'{"nodes":[{"type":"text","x":' + b"9" * 32_000 + b"}]}",
    "huge numbers": b'{"nodes":[{"type":"text","x":[' + b",".join([b"9" * 4_200] * 7) + b"]}]}",
    "a long fraction": b'{"nodes":[{"type":"text","x":0.' + b"9" * 32_000 + b"}]}",
    "a huge exponent": b'{"nodes":[{"type":"text","x":1e' + b"9" * 32_000 + b"}]}",
    "escapes": b'{"nodes":[{"type":"text","text":"' + b"\\ud800" * 5_300 + b'"}]}',
    "frames": drawn('{"type":"frame"}'), "arrows": drawn('{"type":"arrow"}'), "shapes": drawn('{"type":"rectangle"}'),
    "strokes": drawn('{"type":"freedraw","x":0,"y":0,"points":[' + "[1,2]," * 5_000 + "[1,2]]}"),
}  # fmt: skip


def taken(read, data: bytes) -> float:
    """Return how many seconds of work it takes at least to read something; what is refused counts as well."""
    times = []
    for _ in range(3):
        begun = thread_time()
        with suppress(ImportRejected):
            read(data, "clipboard")
        times.append(thread_time() - begun)
    return min(times)


@pytest.mark.parametrize("data", OPML.values(), ids=OPML)
def test_opml_that_is_read_at_once_takes_no_time(data):
    assert not is_small_outline(data) or taken(read_opml, data) < FRAME


@pytest.mark.parametrize("data", TEXTS.values(), ids=map(repr, TEXTS))
def test_text_that_is_read_at_once_takes_no_time(data):
    assert not is_small_outline(data) or taken(read_markdown, data) < FRAME


@pytest.mark.parametrize("data", BOARDS.values(), ids=BOARDS)
def test_a_board_that_is_read_at_once_takes_no_time(data):
    assert not is_small_board(data) or taken(board_in, data) < FRAME


def test_what_is_copied_usually_is_read_at_once_and_what_takes_long_is_not():
    assert is_small_outline(b"- A branch of some words\n" * 1_000)
    assert is_small_board(f'{{"nodes":[{",".join([NOTE] * 100)}]}}'.encode())
    assert not is_small_outline(TEXTS["# a\n"])
    assert not is_small_outline(b"a" * (OUTLINE_OCTETS + 1))
    assert not is_small_board(BOARDS["nothing"])
    assert not is_small_board(b" " * (BOARD_OCTETS + 1))
