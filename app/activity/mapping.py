"""How the columns of a table are read, kept for the next file with the same header."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Mapping:
    """One saved mapping."""

    id: str
    name: str
    rows: str = "people"  # what a row is: people, activity, customers, answers, figures
    header: tuple[str, ...] = ()
    columns: tuple[tuple[str, str], ...] = ()  # (column of the file, what it goes to)
    options: tuple[tuple[str, str], ...] = ()  # separator, encoding, order of dates, decimal mark
    key: str = ""
