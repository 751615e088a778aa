import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.exchange.csv_writing import guarded, unguarded, write_table

FORMULAS = [
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "  =1",
    "＝1",
    "'=1",
    "''@x",
    "=cmd|' /C calc'!A0",
    "\x00=1",
]
HARMLESS = ["AMA", "'tis", "1-2", "a=b", "", "Среща", "“@”", "#1"]


def read(data, separator=","):
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=separator))


@pytest.mark.parametrize("text", FORMULAS)
def test_no_cell_begins_like_a_formula(text):
    assert guarded(text).startswith("'")
    assert unguarded(guarded(text)) == text


@pytest.mark.parametrize("text", HARMLESS)
def test_other_words_stay_as_they_are(text):
    assert guarded(text) == text


@given(st.text())
def test_what_was_guarded_comes_back(text):
    assert unguarded(guarded(text)) == text


@given(st.lists(st.lists(st.text(st.characters(exclude_categories=["Cs", "Cc"])), min_size=2, max_size=3), min_size=1))
def test_a_table_comes_back_cell_by_cell(rows):
    assert [[unguarded(cell) for cell in row] for row in read(write_table(rows))] == rows


def test_a_table_opens_in_spreadsheets():
    data = write_table([["Ден", "a,b", 'say "x"', "two\nlines", None, -3, 2.5]])

    assert data == '\ufeffДен,"a,b","say ""x""","two\nlines",,-3,2.5\r\n'.encode()


def test_semicolons_come_with_decimal_commas():
    assert write_table([[2.5, 0.125, 3.0, -1, "a;b"]], ";") == '\ufeff2,5;0,12;3;-1;"a;b"\r\n'.encode()


def test_control_characters_stay_out_of_the_table():
    assert (
        write_table([["A\x00B\x07", "two\nlines\tapart"]]).removeprefix(b"\xef\xbb\xbf")
        == b'AB,"two\nlines\tapart"\r\n'
    )
