"""The map as a picture, drawn where no window is, as the child process does."""

from __future__ import annotations

import pickle
import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QByteArray
from PySide6.QtGui import QImage
from PySide6.QtSvg import QSvgRenderer

from app.funnel import crossing, editing, growing

DRAW = """
import pickle, sys
from widgets.funnel.picture import draw_map
sys.stdout.buffer.write(draw_map(lambda *_: None, pickle.load(sys.stdin.buffer)))
"""


@pytest.fixture
def drawn(page, store, monkeypatch):
    growing.add_child(store, "deeds", "Довежда колега на среща 🎉")
    crossing.connect(store, "forum", "welcome", "leads to")
    editing.fold(store, ["letter"], folded=True)

    def draw(form: str) -> bytes:
        command = [sys.executable, "-c", DRAW]
        wish = pickle.dumps(page.files.wish(form))
        root = Path(__file__).parents[3]
        return subprocess.run(command, input=wish, cwd=root, capture_output=True, check=True, timeout=60).stdout

    return draw


def test_a_png_is_twice_as_fine_as_the_screen(page, drawn):
    image = QImage.fromData(QByteArray(drawn("png")))

    assert image.width() > 2 * page.map.content().width() * 0.9
    assert len({image.pixel(x, y) for x in range(0, image.width(), 9) for y in range(0, image.height(), 9)}) > 8


def test_a_drawing_keeps_its_words_as_words_and_its_icons_as_lines(drawn):
    data = drawn("svg")

    assert QSvgRenderer(QByteArray(data)).isValid()
    text = data.decode()
    assert "Довежда" in text
    assert "<image" not in text


def test_a_page_holds_the_whole_map_and_its_words_are_found(drawn):
    reader = PdfReader(BytesIO(drawn("pdf")))
    text = reader.pages[0].extract_text()

    assert len(reader.pages) == 1
    for words in ("Kestrel Circle", "Awareness", "welcome", "Довежда колега на", "1 hidden", "leads to"):
        assert words in text
    assert reader.metadata.title == reader.metadata.subject == "Kestrel Circle funnel"
