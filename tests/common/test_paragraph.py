"""Lines of a paragraph stand as far apart as drawn, whatever the width and the size of text."""

import pytest

from widgets.common.paragraph import Paragraph
from widgets.common.theme import theme

WORDS = "Pick the playbook closest to yours and change it piece by piece"


@pytest.fixture
def paragraph(qtbot):
    theme().apply("light", 1.0)
    made = Paragraph(WORDS, look="step")
    qtbot.addWidget(made)
    made.show()
    yield made
    theme().apply("light", 1.0)


def test_lines_of_12_px_stand_on_17(paragraph):
    assert paragraph.heightForWidth(2000) == 17
    assert paragraph.heightForWidth(paragraph.fontMetrics().horizontalAdvance(WORDS) * 2 // 3) == 2 * 17


def test_larger_text_takes_more_room(paragraph, qtbot):
    theme().apply("light", 1.3)

    qtbot.waitUntil(lambda: paragraph.heightForWidth(2000) > 17)
    assert theme().wide(280) == 364


def test_smaller_text_keeps_the_width(paragraph):
    theme().apply("light", 0.8)

    assert theme().wide(280) == 280
