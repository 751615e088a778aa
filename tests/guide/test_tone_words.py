"""Words that the tone does not want are found in replies as whole words."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.guide.tone import ToneLine, ToneShape
from app.guide.tone_words import places, unwanted


def pair(dont):
    return ToneLine("", ToneShape.PAIR, "do", dont)


def test_what_stands_in_quotation_marks_is_unwanted():
    assert unwanted([pair("“As already explained…”, “just”, “obviously”")]) == [
        "As already explained",
        "just",
        "obviously",
    ]


@pytest.mark.parametrize(
    ("dont", "found"),
    [
        ("„Скоро“, „нормално“", ["Скоро", "нормално"]),
        ("Promise dates we do not control", []),
        ("Soon!", ["Soon"]),
        ("«Просто» и „очевидно”", ["Просто", "очевидно"]),
        ("", []),
    ],
)
def test_a_don_t_without_quotation_marks_is_a_wording_when_it_is_short(dont, found):
    assert unwanted([pair(dont)]) == found


def test_statements_and_contrasts_forbid_nothing():
    lines = [ToneLine("", ToneShape.STATEMENT, "“just” kind"), ToneLine("", ToneShape.CONTRAST, "x", "“autopilot”")]

    assert unwanted(lines) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It is just a bug", ["just"]),
        ("Adjust it, justly", []),
        ("As  already\nexplained, JUST wait", ["As  already\nexplained", "JUST"]),
        ("Просто опитайте", []),
    ],
)
def test_wordings_are_found_as_whole_words_in_any_case(text, found):
    there = places(text, ["just", "as already explained"])

    assert [text[begin:end] for begin, end in there] == found


@given(st.text(max_size=60), st.lists(st.text(min_size=1, max_size=8), max_size=5))
def test_places_lie_in_the_text_in_order_and_apart(text, wordings):
    there = places(text, wordings)

    assert all(0 <= begin < end <= len(text) for begin, end in there)
    assert all(before[1] <= after[0] for before, after in pairwise(there))
