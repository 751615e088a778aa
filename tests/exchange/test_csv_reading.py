"""Tables of any origin are read; hostile and broken ones are refused with place and reason."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.errors import ImportRejected
from app.exchange import csv_reading
from app.exchange.csv_reading import read_table
from app.exchange.csv_writing import write_table
from app.message import say


def refused(data: bytes) -> ImportRejected:
    with pytest.raises(ImportRejected) as error:
        read_table(data, "tasks.csv")
    assert error.value.file == "tasks.csv"
    return error.value


@pytest.mark.parametrize(
    "data",
    [
        "Task,Due\r\nЗадача,2027-03-10\r\n".encode(),
        "\ufeffTask;Due\nЗадача;2027-03-10".encode(),
        "Task\tDue\nЗадача\t2027-03-10\n".encode("utf-16"),
        "Task;Due\r\nЗадача;2027-03-10\r\n".encode("cp1251"),
        '"Task","Due"\n\n"Задача","2027-03-10"\n,\n'.encode(),
    ],
)
def test_encoding_and_separator_are_found_out(data: bytes):
    table = read_table(data, "tasks.csv")

    assert table.head == ("Task", "Due")
    assert [row.cells for row in table.rows] == [("Задача", "2027-03-10")]


def test_short_rows_are_filled_and_long_ones_counted():
    table = read_table(b"a,b\n1\n1,2,3\n", "tasks.csv")

    assert [row.cells for row in table.rows] == [("1", ""), ("1", "2")]
    assert (table.ragged, [row.line for row in table.rows]) == (1, [2, 3])


@pytest.mark.parametrize(
    ("data", "place", "why"),
    [
        (b"", "", say("csv.empty")),
        (b"\n\n  \n", "", say("csv.empty")),
        (b'a,b\n"open,1\n2', "3", say("csv.broken")),
        (b'a,b\n1,"x"y\n', "2", say("csv.broken")),
        (b"a,b\n1,\x00\n", "2", say("csv.binary")),
        (b"PK\x03\x04\x00\x00", "1", say("csv.binary")),
        (b"a\n" + b"x" * 100_001, "2", say("csv.cell", n=100_000)),
        (b"a\n" + b"x" * 200_000, "2", say("csv.broken")),
        (b"a," * 301, "1", say("csv.wide", n=300)),
        (b"a\n" + b"x\n" * 50_001, "50002", say("csv.long", n=50_000)),
    ],
    ids=["empty", "blank", "open quote", "letters behind a quote", "zero", "zip", "cell", "huge cell", "wide", "long"],
)
def test_what_is_refused_names_its_line_and_the_reason(data: bytes, place: str, why: object):
    error = refused(data)
    assert (error.place, error.why) == (place, why)


def test_a_file_that_is_too_large_is_not_even_looked_at(monkeypatch):
    monkeypatch.setattr(csv_reading, "OCTETS_MOST", 10)
    assert refused(b"a,b\n1,2\n3,4").why.id == "csv.large"


@given(st.binary(max_size=300))
def test_any_octets_are_read_or_refused(data: bytes):
    try:
        table = read_table(data, "tasks.csv")
    except ImportRejected:
        return
    assert all(len(row.cells) == len(table.head) for row in table.rows)


CELL = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=20)


@given(st.lists(st.tuples(CELL.filter(str.strip), CELL), min_size=1, max_size=5), st.sampled_from(",;"))
def test_what_we_write_comes_in_as_it_was(rows: list[tuple[str, str]], separator: str):
    table = read_table(write_table([("Task", "Note"), *rows], separator), "tasks.csv")
    assert [row.cells for row in table.rows] == rows
