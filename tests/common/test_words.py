import pytest

from app.message import say
from widgets.common.words import set_language, speaking, tr, words


@pytest.fixture(autouse=True)
def _english_again():
    set_language("en")
    yield
    set_language("en")


def test_thousands_stand_apart_on_the_screen(qapp):
    assert tr("tasks.count.open", n=12345).startswith("12,345 ")

    set_language("bg")
    assert words(say("tasks.count.open", n=12345)).startswith("12\u00a0345 ")


def test_what_goes_out_has_figures_that_other_programs_read(qapp):
    with speaking("bg"):
        assert tr("tasks.count.open", n=12345).startswith("12345 ")

    assert tr("tasks.count.open", n=12345).startswith("12,345 ")
