"""Reads tables from CSV files of any origin; encoding and separator are found out, hostile files are refused."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from app.errors import ImportRejected
from app.exchange.csv_writing import unguarded
from app.message import say

OCTETS_MOST: Final = 20 * 1024 * 1024
ROWS_MOST: Final = 50_000
COLUMNS_MOST: Final = 300
LETTERS_MOST: Final = 100_000  # of one cell
SEPARATORS: Final = (",", ";", "\t")
SNIFFED: Final = 8_192
HEAD_MOST: Final = 65_536  # octets that are looked at for a head


@dataclass(frozen=True, slots=True)
class TableRow:
    """One row below the head; cells that it lacks are "", and `line` is where it ends in the file."""

    line: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CsvTable:
    """A head and its rows; `ragged` counts the rows that had more cells than the head."""

    head: tuple[str, ...]
    rows: tuple[TableRow, ...]
    ragged: int = 0


def read_table(data: bytes, file: str) -> CsvTable:
    """Return the table in some octets; ImportRejected names the line and the reason when it is none."""
    if len(data) > OCTETS_MOST:
        raise ImportRejected(file, "", say("csv.large", n=OCTETS_MOST // 1024 // 1024))
    lines = _lines(_text(data, file), file)
    _, first = next(lines, (0, []))
    head = tuple(cell.strip() for cell in first)
    if not any(head):
        raise ImportRejected(file, "", say("csv.empty"))
    if len(head) > COLUMNS_MOST:
        raise ImportRejected(file, "1", say("csv.wide", n=COLUMNS_MOST))
    rows, ragged = list[TableRow](), 0
    for line, cells in lines:
        if len(rows) >= ROWS_MOST:
            raise ImportRejected(file, str(line), say("csv.long", n=ROWS_MOST))
        ragged += len(cells) > len(head)
        padded = (*cells, *("",) * (len(head) - len(cells)))
        rows.append(TableRow(line, tuple(unguarded(cell) for cell in padded[: len(head)])))
    return CsvTable(head, tuple(rows), ragged)


def head_of(data: bytes) -> tuple[str, ...]:
    """Return the head of the table that begins with some octets, nothing when it is no table."""
    part = data[:HEAD_MOST]
    if len(data) > HEAD_MOST:  # not in the middle of a letter
        part = part[: part.rfind(b"\n") // 2 * 2]
    try:
        return tuple(cell.strip() for cell in next(_lines(_text(part, ""), ""), (0, []))[1])
    except ImportRejected:
        return ()


def _lines(text: str, file: str) -> Iterator[tuple[int, list[str]]]:
    """Yield rows that hold something, each with its line."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_separator(text), strict=True)
    try:
        for cells in reader:
            if any(len(cell) > LETTERS_MOST for cell in cells):
                raise ImportRejected(file, str(reader.line_num), say("csv.cell", n=LETTERS_MOST))
            if any(cell.strip() for cell in cells):
                yield reader.line_num, cells
    except csv.Error as error:
        raise ImportRejected(file, str(reader.line_num), say("csv.broken")) from error


def _text(data: bytes, file: str) -> str:
    """Return the text, whose encoding its first octets tell: UTF-8, UTF-16, else the Cyrillic one of Windows."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        text = data.decode("utf-16", "replace")
    else:
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError:
            text = data.decode("cp1251", "replace")
    if "\0" in text:
        raise ImportRejected(file, str(text[: text.index("\0")].count("\n") + 1), say("csv.binary"))
    return text


def _separator(text: str) -> str:
    """Return what separates cells: what is most frequent in the head, outside of quotes."""
    line = next((line for line in text[:SNIFFED].splitlines() if line.strip()), "")
    outside = "".join(line.split('"')[::2])
    return max(SEPARATORS, key=outside.count)
