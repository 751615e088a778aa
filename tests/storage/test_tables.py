import subprocess
import sys
import types
import typing
from dataclasses import fields
from datetime import date, time
from enum import StrEnum

import pytest

from storage.tables import BY_NAME, TABLES, table_of
from storage.values import Choice, Clock, Day, Several, YesNo
from tests.house.source import ROOT

SHAPES = {tuple[str, ...]: "text", tuple[int, ...]: "number", tuple[tuple[str, str], ...]: "pair"}
PLAIN = {"start": "text", "own fields": "pair"}  # shapes that are read more strictly


def expected(kind: type) -> tuple[str, bool]:
    """How a field of a type is kept: the column's type, and whether it may be empty."""
    optional = isinstance(kind, types.UnionType)
    if optional:
        kind = next(part for part in typing.get_args(kind) if part is not type(None))
    if kind in SHAPES:
        return f"Several {SHAPES[kind]}", optional
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return f"Choice {kind.__name__}", optional
    return {str: "TEXT", int: "INTEGER", float: "REAL", bool: "YesNo", date: "Day", time: "Clock"}[kind], optional


def kept(column) -> tuple[str, bool]:
    match column.kept:
        case Several(shape=shape):
            return f"Several {PLAIN.get(shape, shape)}", column.optional
        case Choice(kind=kind):
            return f"Choice {kind.__name__}", column.optional
        case Day() | Clock() | YesNo():
            return type(column.kept).__name__, column.optional
        case other:
            return other.sql, column.optional


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_a_table_has_the_fields_of_its_thing_in_their_order(table):
    kind = table.kind
    hints = typing.get_type_hints(kind)

    assert table_of(kind) is table
    assert [(column.name, *kept(column)) for column in table.columns] == [
        (field.name, *expected(hints[field.name])) for field in fields(kind)
    ]


def test_every_table_can_be_logged(store):
    for table in TABLES:
        kept = store._raw.execute(f"SELECT name, pk, hidden FROM pragma_table_xinfo('{table.name}')").fetchall()
        strict = store._raw.execute("SELECT strict FROM pragma_table_list WHERE name = ?", (table.name,)).fetchone()

        assert [name for name, key, _ in kept if key] == ["id"]
        assert not any(hidden for *_, hidden in kept)
        assert strict == (1,)


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_one_column_of_a_natural_key_is_text_of_its_own(table):
    """So that undo can park it while two things change places."""
    column = {column.name: column for column in table.columns}

    for key in table.natural_keys:
        assert any(column[name].kept.sql == "TEXT" and not column[name].owner for name in key.columns)


def test_tables_import_nothing_of_what_they_keep():
    """Else a start would pay for the words of all pages."""
    look = "import sys, storage.tables; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", look], cwd=ROOT, capture_output=True, text=True, check=True)

    kept = {table.place.partition(":")[0] for table in TABLES} - {"app.calendar.event"}
    assert kept.isdisjoint(done.stdout.split())


def test_every_table_is_of_a_kind_of_its_own():
    assert len(BY_NAME) == len({table.kind for table in TABLES}) == 84
