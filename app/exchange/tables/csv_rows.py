"""Rows of CSV files of any size, one after the other; encoding and separator are found out, odd rows are told apart."""

from __future__ import annotations

import codecs
import csv
import io
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from gzip import BadGzipFile
from typing import IO, Final

from app.errors import ImportRejected
from app.exchange.csv_writing import unguarded
from app.exchange.reading import LONGEST, Reader, beginning, unpacked
from app.message import say

SEPARATORS: Final = (",", ";", "\t", "|")
COLUMNS_MOST: Final = 300
LINE_MOST: Final = 1_048_576  # letters; what is longer is read as several lines, and refused
PIECE: Final = 1_048_576  # octets
UTF_8, UTF_16, CYRILLIC = "utf-8-sig", "utf-16", "cp1251"
ENCODINGS: Final = (UTF_8, UTF_16, "utf-16-le", "utf-16-be", CYRILLIC, "cp1252", "latin-1")
DAMAGED: Final = (BadGzipFile, EOFError, zlib.error)


@dataclass(frozen=True, slots=True)
class Row:
    """One row below the head; `cells` is None when it could not be read."""

    line: int
    cells: list[str] | None


@dataclass(frozen=True, slots=True)
class CsvForm:
    """How a file writes its table."""

    encoding: str = UTF_8
    separator: str = ","


def form_of(reader: Reader, name: str) -> CsvForm:
    """Return how a file seems to write its table."""
    encoding = encoding_of(reader, name)
    sample = beginning(reader, name)
    text = sample[: len(sample) // 2 * 2].decode(encoding, "replace").removeprefix("\ufeff")
    return CsvForm(encoding, separator_of(text))


def encoding_of(reader: Reader, name: str) -> str:
    """Return UTF-16 when the first octets tell so, UTF-8 when all octets are, else the Cyrillic one of Windows."""
    check = codecs.getincrementaldecoder("utf-8")()
    try:
        with unpacked(reader, name) as file:
            piece = file.read(PIECE)
            if piece.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
                return UTF_16
            if _half_empty(piece):
                return "utf-16-le" if piece[1:512:2].count(0) > piece[:512:2].count(0) else "utf-16-be"
            while piece:
                check.decode(piece)
                piece = file.read(PIECE)
            check.decode(b"", final=True)
    except UnicodeDecodeError:
        return CYRILLIC
    except DAMAGED:
        raise ImportRejected(name, "", say("source.refused.broken")) from None
    return UTF_8


def separator_of(text: str) -> str:
    """Return what separates cells: what is most frequent in the head, outside of quotes."""
    line = next((line for line in text.splitlines() if line.strip()), "")
    outside = "".join(line.split('"')[::2])
    return max(SEPARATORS, key=outside.count)


def rows_of(reader: Reader, name: str, form: CsvForm) -> Iterator[Row]:
    """Yield the head and the rows that hold something; ImportRejected when the file itself cannot be read."""
    with unpacked(reader, name) as file:
        rows = csv.reader(_lines(file, form.encoding), delimiter=form.separator)
        line = 0
        while True:
            try:
                cells = next(rows)
                line = rows.line_num
                if len(cells) > COLUMNS_MOST or any(len(cell) > LONGEST for cell in cells):
                    yield Row(line, None)
                elif any(cells):
                    yield Row(line, [unguarded(cell) for cell in cells] if "'" in "".join(cells) else cells)
            except StopIteration:
                return
            except csv.Error:
                yield Row(rows.line_num, None)
            except DAMAGED:
                raise ImportRejected(name, str(line), say("source.refused.broken")) from None


def head_of(reader: Reader, name: str) -> tuple[str, ...]:
    """Return the names of the columns, () when a file is no table that can be read."""
    sample = beginning(reader, name)
    wide = sample.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or _half_empty(sample)
    if b"\0" in sample and not wide:
        return ()
    try:
        first = next(rows_of(reader, name, form_of(reader, name)), None)
    except ImportRejected:
        return ()
    return tuple(cell.strip() for cell in first.cells) if first and first.cells else ()


def _lines(file: IO[bytes], encoding: str) -> Iterator[str]:
    text = io.TextIOWrapper(file, encoding, "replace", newline="")
    return (line.replace("\0", "") for line in iter(lambda: text.readline(LINE_MOST), ""))


def _half_empty(piece: bytes) -> bool:
    """Return whether every second octet is empty, as in UTF-16 that does not say so."""
    sample = piece[:512]
    fewer, more = sorted((sample[::2].count(0), sample[1::2].count(0)))
    return more >= 4 and more > len(sample) * 0.15 and fewer * 10 < more
