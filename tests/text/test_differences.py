"""Differences read as somebody would say them, and say all of it."""

from hypothesis import given
from hypothesis import strategies as st

from app.text.differences import Fate, differences

LINES = st.lists(st.text("ab ,.", max_size=8), max_size=8)


def told(before, after):
    return [[(it.fate.value, it.text) for it in line] for line in differences(before, after)]


def test_words_that_changed_are_told_within_their_line():
    assert told(["Answer within two hours, always"], ["Answer within four hours, always"]) == [
        [("same", "Answer within "), ("removed", "two"), ("added", "four"), ("same", " hours, always")]
    ]


def test_several_words_in_a_row_change_together():
    assert told(["Be kind, see the rules."], ["Be kind and brief."])[0][1:3] == [
        ("removed", ", see the rules"), ("added", " and brief"),
    ]  # fmt: skip


def test_lines_that_are_not_alike_come_and_go_whole():
    assert told(["one two", "same"], ["same", "three four"]) == [[("removed", "one two")], [("added", "three four")]]


def test_what_is_the_same_is_not_told():
    assert differences(["a", "b"], ["a", "b"]) == []


@given(LINES, LINES)
def test_each_line_told_is_there_before_and_after_as_said(before, after):
    for line in differences(before, after):
        old = "".join(it.text for it in line if it.fate is not Fate.ADDED)
        new = "".join(it.text for it in line if it.fate is not Fate.REMOVED)
        assert old == "" or old in before
        assert new == "" or new in after
