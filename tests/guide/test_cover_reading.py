"""How long and when is read as people write it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.guide.cover_reading import MOST, read_clock, read_lasting
from app.guide.cover_words import clock, lasting
from widgets.common.words import speaking, words


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("30", 30), ("30 min", 30), ("2h", 120), ("2 h", 120), ("1,5 ч", 90), ("3 h 10 min", 190), ("2:30", 150),
        ("2 дни", 2880), ("1 ден 2 часа", 1560), ("", 0), ("1 week", 10080), ("2:30 h", 150),
    ],
)  # fmt: skip
def test_how_long_is_read(text, minutes):
    assert read_lasting(text) == minutes


@pytest.mark.parametrize("text", ["soon", "-5", "2:75", "2 h soon", "min", "9999999 d", "1 fortnight", "²", "2:²"])
def test_what_is_no_time_is_refused(text):
    assert read_lasting(text) is None


@pytest.mark.parametrize("language", ["en", "bg"])
@given(minutes=st.integers(0, 20_000))
def test_what_is_written_is_read_again(language, minutes):
    with speaking(language):
        assert read_lasting(words(lasting(minutes))) == minutes


@given(st.text(max_size=30))
def test_nothing_typed_breaks_it(text):
    assert read_lasting(text) is None or 0 <= read_lasting(text) <= MOST
    assert read_clock(text) is None or 0 <= read_clock(text) < 1440


@given(st.integers(0, 1440))
def test_times_of_a_day_are_read_again(minute):
    assert read_clock(clock(minute), is_end=True) == minute


@pytest.mark.parametrize(
    ("text", "minute"), [("9", 540), ("9:30", 570), ("09.30", 570), ("24:00", None), ("9:60", None), ("x", None)]
)
def test_a_beginning_is_before_midnight(text, minute):
    assert read_clock(text) == minute
