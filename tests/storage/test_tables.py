import types
import typing
from dataclasses import fields
from datetime import date, time
from enum import StrEnum

import pytest

from storage.columns import Choice, Clock, Day, Several, YesNo
from storage.tables import KIND_OF, TABLE_OF

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
    match column.type:
        case Several(shape=shape):
            return f"Several {PLAIN.get(shape, shape)}", column.nullable
        case Choice(kind=kind):
            return f"Choice {kind.__name__}", column.nullable
        case Day() | Clock() | YesNo():
            return type(column.type).__name__, column.nullable
        case other:
            return str(other), column.nullable


@pytest.mark.parametrize("kind", TABLE_OF, ids=lambda kind: kind.__name__)
def test_a_table_has_the_fields_of_its_thing_in_their_order(kind):
    hints = typing.get_type_hints(kind)

    assert [(column.name, *kept(column)) for column in TABLE_OF[kind].columns] == [
        (field.name, *expected(hints[field.name])) for field in fields(kind)
    ]


@pytest.mark.parametrize("table", TABLE_OF.values(), ids=lambda table: table.name)
def test_every_table_can_be_logged(table):
    assert [column.name for column in table.primary_key] == ["id"]
    assert all(column.computed is None for column in table.columns)
    assert table.dialect_options["sqlite"]["strict"]


def test_every_thing_of_the_program_has_a_table():
    import app.calendar.event
    import app.calendar.filter
    import app.calendar.kind
    import app.calendar.program
    import app.funnel.branch
    import app.funnel.stage
    import app.personas.persona
    import app.playbook.link
    import app.playbook.playbook
    import app.purpose.board
    import app.purpose.kpi
    import app.purpose.purpose
    import app.purpose.reading
    import app.tactics.tactic
    import app.tasks.task  # noqa: F401

    assert len(KIND_OF) == len(TABLE_OF) == 27
