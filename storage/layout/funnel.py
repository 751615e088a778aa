"""Tables of stages and the branches under them."""

from __future__ import annotations

from typing import Final

from storage.columns import amount, choice, key, number, part_of, several, text, yes_no
from storage.table import index, table

TABLES: Final = (
    table(
        "stage",
        "app.funnel.stage:Stage",
        key(),
        text("name", "colour"),
        amount("position"),
        text("definition", "criterion"),
        several("rule", "pair"),
        text("driver"),
        number("target", optional=True),
        amount("within"),
        yes_no("folded"),
    ),
    table(
        "branch",
        "app.funnel.branch:Branch",
        key(),
        part_of("stage", "stage"),
        text("parent"),
        amount("position"),
        text("text"),
        choice("role", "app.funnel.branch:Role"),
        text("notes", "icon"),
        several("personas"),
        yes_no("done", "folded"),
        text("foreign"),
        index("branch_parent", "parent"),
    ),
    table(
        "cross_link",
        "app.funnel.branch:CrossLink",
        key(),
        part_of("start", "branch"),
        part_of("end", "branch"),
        text("label"),
    ),
)
