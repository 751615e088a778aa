"""Writes tables as CSV files that spreadsheets open as they are, and in which no cell is taken for a formula."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence
from typing import Final

BYTE_ORDER_MARK: Final = b"\xef\xbb\xbf"  # without it a spreadsheet reads Cyrillic in the wrong alphabet
# What a spreadsheet takes for the beginning of a formula, also behind blanks and in full width.
FORMULA: Final = re.compile(r"'*\s*[=+\-@\t\r\x00＝＋－＠]")
CONTROLS: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")  # a NUL ends the file for some readers
Cell = str | int | float | None


def write_table(rows: Iterable[Sequence[Cell]], separator: str = ",") -> bytes:
    """Return rows as CSV (RFC 4180); with ; between cells, numbers have a decimal comma."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=separator, lineterminator="\r\n")
    for row in rows:
        writer.writerow([_written(cell, separator) for cell in row])
    return BYTE_ORDER_MARK + out.getvalue().encode("utf-8", "replace")


def guarded(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula."""
    return "'" + text if FORMULA.match(text) else text


def unguarded(text: str) -> str:
    """Return what was guarded."""
    return text[1:] if text.startswith("'") and FORMULA.match(text) else text


def _written(cell: Cell, separator: str) -> str:
    match cell:
        case None:
            return ""
        case str():
            return guarded(CONTROLS.sub("", cell))
        case float():
            text = f"{cell:.2f}".rstrip("0").rstrip(".")
            return text.replace(".", ",") if separator == ";" else text
        case _:
            return str(cell)
