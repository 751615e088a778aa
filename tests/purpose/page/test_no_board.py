import pytest

from widgets.common.words import set_language
from widgets.purpose.no_board import NoBoard


@pytest.mark.parametrize("language", ["en", "bg"])
def test_every_line_of_the_sentence_is_seen(qtbot, language):
    set_language(language)
    nothing = NoBoard()
    qtbot.addWidget(nothing)
    nothing.resize(920, 700)
    nothing.show()

    label = nothing.sentence

    assert label.height() >= label.heightForWidth(label.width()) > label.fontMetrics().height() * 1.5
