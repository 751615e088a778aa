import pytest

from app.playbook.playbook import PLAYBOOK_ID, Playbook
from app.purpose.purpose import Purpose
from widgets.common.purpose_words import sentence_of
from widgets.common.words import language, set_language


@pytest.fixture(autouse=True)
def _english(qapp):
    before = language()
    set_language("en")
    yield
    set_language(before)


def test_the_sentence_is_in_the_language_of_the_playbook_whatever_the_window_speaks():
    purpose = Purpose(whom="заетите ръководители", promise="да планират по-спокойни седмици")

    text = sentence_of(Playbook(PLAYBOOK_ID, "Kestrel Circle", language="bg"), purpose)

    assert text.startswith("Kestrel Circle помага на заетите")
    assert language() == "en"


def test_nothing_is_said_before_a_part_is_written():
    assert sentence_of(Playbook(PLAYBOOK_ID, "Kestrel Circle"), Purpose()) == ""
