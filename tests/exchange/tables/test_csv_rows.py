"""Rows of CSV files of any encoding, separator and condition."""

from __future__ import annotations

import pytest

from app.errors import ImportRejected
from app.exchange.tables.csv_rows import CsvForm, form_of, head_of, rows_of
from tests.exchange.files import one_file, packed

TABLE = "Име;Поща\r\nМила;mila@example.org\r\n\r\nРадо;rado@example.org\r\n"


def rows(holds, name="f.csv"):
    reader = one_file(name, holds)
    return [(row.line, row.cells) for row in rows_of(reader, name, form_of(reader, name))]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1251"])
def test_a_table_is_read_whatever_its_encoding(encoding):
    assert rows(TABLE.encode(encoding))[1:] == [(2, ["Мила", "mila@example.org"]), (4, ["Радо", "rado@example.org"])]


def test_letters_far_behind_decide_the_encoding_too():
    long = b"a,b\n" + b"x,y\n" * 40_000 + "я,ю\n".encode("cp1251")

    assert form_of(one_file("f", long), "f") == CsvForm("cp1251", ",")
    assert rows(long)[-1][1] == ["я", "ю"]


def test_a_packed_table_is_read_as_it_is():
    assert head_of(one_file("f.csv.gz", packed("id,name\n1,Mila\n")), "f.csv.gz") == ("id", "name")


def test_what_was_guarded_against_formulas_comes_back():
    assert rows("a,b\n'=1+1,it's\n")[1][1] == ["=1+1", "it's"]


def test_a_cell_of_ten_megabytes_costs_its_row_only():
    found = rows(b"a,b\n1," + b"x" * 10_000_000 + b"\n2,y\n")

    assert found[0][1] == ["a", "b"]
    assert found[-1][1] == ["2", "y"]
    assert all(cells is None for _, cells in found[1:-1])


def test_a_quote_that_never_ends_does_not_take_the_rest_with_it():
    found = rows('a,b\n1,"open\n' + "2,y\n" * 60_000)

    assert any(cells is None for _, cells in found)
    assert found[-1][1] == ["2", "y"]


@pytest.mark.parametrize("holds", [b"", b"\0\1\2\3\4\5", packed("a,b\n1,2\n" * 5000)[:60], b"\x1f\x8bno"])
def test_what_is_no_table_has_no_head(holds):
    assert head_of(one_file("f", holds), "f") == ()


def test_a_packed_table_that_breaks_off_is_refused():
    import random

    noise = "".join(random.Random(1).choices("abcdefgh,\n", k=400_000))
    reader = one_file("f.csv.gz", packed(noise)[:-1000])
    with pytest.raises(ImportRejected):
        list(rows_of(reader, "f.csv.gz", CsvForm()))
