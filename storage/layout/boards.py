"""Tables of the purpose, KPIs and boards."""

from __future__ import annotations

from typing import Final

from storage.columns import amount, choice, day, key, number, part_of, several, text, yes_no
from storage.table import table

TABLES: Final = (
    table("purpose", "app.purpose.purpose:Purpose", key(), text("whom", "promise", "outcome"), several("kpis")),
    table(
        "kpi",
        "app.purpose.kpi:Kpi",
        key(),
        text("name"),
        choice("level", "app.purpose.kpi:Level"),
        text("unit"),
        number("baseline", "target", optional=True),
        day("due"),
        amount("position"),
        day("since"),
    ),
    table(
        "board",
        "app.purpose.board:Board",
        key(),
        text("name"),
        choice("kind", "app.purpose.board:BoardKind"),
        amount("position"),
        text("foreign"),
    ),
    table(
        "note",
        "app.purpose.board:Note",
        key(),
        part_of("board", "board"),
        choice("kind", "app.purpose.board:NoteKind"),
        amount("x", "y", "width", "height", "z"),
        text("text"),
        choice("category", "app.purpose.board:Category"),
        text("fill", "ref", "source", "stage", "persona", "group"),
        yes_no("locked"),
        text("foreign"),
    ),
    table(
        "connector",
        "app.purpose.board:Connector",
        key(),
        part_of("board", "board"),
        part_of("start", "note"),
        part_of("end", "note"),
        choice("start_side", "app.purpose.board:Side"),
        choice("end_side", "app.purpose.board:Side"),
        yes_no("start_head", "end_head"),
        choice("course", "app.purpose.board:Course"),
        text("label", "colour"),
        amount("z"),
        text("foreign"),
    ),
    table(
        "grid_line",
        "app.purpose.board:GridLine",
        key(),
        part_of("board", "board"),
        choice("axis", "app.purpose.board:Axis"),
        text("name"),
        amount("size", "position"),
    ),
)
