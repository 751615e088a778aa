"""The columns of a table, by what is in them."""

from __future__ import annotations

from dataclasses import dataclass

from storage.values import Amount, Begin, Choice, Clock, Day, Kept, Rules, Several, YesNo


@dataclass(frozen=True, slots=True, eq=False)
class Column:
    """Where one field is kept, and how."""

    name: str
    kept: Kept
    optional: bool = False
    owner: str = ""  # name of the table that holds what this is a part of
    indexed: bool = False


def key() -> Column:
    """Return the column of the one id that every thing has."""
    return Column("id", Kept())


def text(*names: str) -> list[Column]:
    """Return columns of text."""
    return [Column(name, Kept()) for name in names]


def whole(*names: str) -> list[Column]:
    """Return columns of whole numbers."""
    return [Column(name, Kept("INTEGER")) for name in names]


def amount(*names: str) -> list[Column]:
    """Return columns of whole numbers that somebody counts with."""
    return [Column(name, Amount("INTEGER", name)) for name in names]


def number(*names: str, optional: bool = False) -> list[Column]:
    """Return columns of exact floats."""
    return [Column(name, Amount("REAL", name), optional) for name in names]


def begin(name: str) -> Column:
    """Return a column with the original start of an occurrence."""
    return Column(name, Begin())


def rules(name: str) -> Column:
    """Return a column with the rules of a series, "" when it has none."""
    return Column(name, Rules())


def yes_no(*names: str) -> list[Column]:
    """Return columns of True and False."""
    return [Column(name, YesNo()) for name in names]


def day(*names: str, optional: bool = True) -> list[Column]:
    """Return columns of dates."""
    return [Column(name, Day(), optional) for name in names]


def clock(name: str) -> Column:
    """Return a column with a time of day, or none."""
    return Column(name, Clock(), optional=True)


def choice(name: str, place: str) -> Column:
    """Return a column with a member of the enumeration at a place."""
    return Column(name, Choice(place))


def several(name: str, shape: str = "text") -> Column:
    """Return a column with a tuple of "text", "number", "start", "pair" or "own fields"."""
    return Column(name, Several(shape))


def part_of(name: str, table: str, *, indexed: bool = True, optional: bool = False) -> Column:
    """Return a column with the id of the thing that this one belongs to and goes with when that is deleted."""
    return Column(name, Kept(), optional, owner=table, indexed=indexed)
