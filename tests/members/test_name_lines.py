"""Lists of names as people paste them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.errors import ImportRejected
from app.members.known_as import handles_text, read_handles, read_list
from app.members.name_lines import LINES_MOST, NAME_MOST, NameLine, read_line, read_names


@pytest.mark.parametrize(
    ("line", "name", "email"),
    [
        ("Mila D.", "Mila D.", ""),
        ("Mila D. <mila@example.org>", "Mila D.", "mila@example.org"),
        ('"Mila D." <mailto:mila@example.org>', "Mila D.", "mila@example.org"),
        ("Mila D.; mila@example.org", "Mila D.", "mila@example.org"),
        ("mila@example.org\tМила Д.", "Мила Д.", "mila@example.org"),
        ("- Мила Д.", "Мила Д.", ""),
        ("12. Petya S.", "Petya S.", ""),
        ("petya.s@example.org", "Petya S", "petya.s@example.org"),
        ("<petya.s@example.org>", "Petya S", "petya.s@example.org"),
        ("Rado\u202e T.\u200b", "Rado T.", ""),
    ],
)
def test_a_line_names_somebody(line, name, email):
    assert read_line(line) == NameLine(name, email)


@pytest.mark.parametrize("line", ["", "   ", "---", "• ", "<>", "@", "..."])
def test_a_line_without_letters_names_nobody(line):
    assert read_line(line) is None


def test_a_list_keeps_its_order_and_names_everybody_once():
    assert read_names("Mila D.\n\nPetya S.\r\nMila D.\n") == (NameLine("Mila D."), NameLine("Petya S."))


def test_a_list_that_is_too_long_is_refused():
    with pytest.raises(ImportRejected):
        read_names("x\n" * (LINES_MOST + 1))
    with pytest.raises(ImportRejected):
        read_names("x" * 1_000_001)


@given(st.text(max_size=300))
def test_whatever_is_pasted_names_are_one_line_and_not_endless(text):
    for line in read_names(text):
        assert line.name.strip() == line.name != ""
        assert "\n" not in line.name
        assert len(line.name) <= NAME_MOST


@given(st.lists(st.tuples(st.sampled_from(["", "slack", "forum"]), st.from_regex(r"[a-z@.]{1,12}", fullmatch=True)),
                max_size=6, unique=True))  # fmt: skip
def test_handles_come_back_from_their_lines(handles):
    assert read_handles(handles_text(tuple(handles))) == tuple(handles)


def test_a_link_is_one_name_without_a_source():
    assert read_handles("https://example.org/mila\nslack:mila.d") == (
        ("", "https://example.org/mila"), ("slack", "mila.d"),
    )  # fmt: skip


def test_lists_are_parted_by_commas_and_lines():
    assert read_list("en, bg;de\nen") == ("en", "bg", "de")
