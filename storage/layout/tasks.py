"""Tables of tasks and what they are sorted by."""

from __future__ import annotations

from typing import Final

from storage.columns import amount, choice, clock, day, key, number, part_of, rules, several, text, yes_no
from storage.table import index, table

TABLES: Final = (
    table(
        "task_column",
        "app.tasks.task:Column",
        key(),
        text("name"),
        amount("limit"),
        yes_no("done"),
        amount("position"),
        text("key"),
    ),
    table(
        "task",
        "app.tasks.task:Task",
        key(),
        text("title", "column"),
        amount("position"),
        text("parent"),
        day("start", "due"),
        clock("due_at"),
        amount("priority"),
        text("owner"),
        number("effort"),
        several("tags"),
        text("notes"),
        rules("repeat"),
        text("program", "persona", "stage"),
        several("own", "pair"),
        amount("finished", "created", "changed"),
        text("source", "foreign"),
        index("task_parent", "parent"),
    ),
    table(
        "task_step",
        "app.tasks.task:TaskStep",
        key(),
        part_of("task", "task"),
        amount("position"),
        text("text"),
        yes_no("done"),
    ),
    table(
        "own_field",
        "app.tasks.task:OwnField",
        key(),
        text("of_kind", "name"),
        choice("shape", "app.tasks.task:FieldShape"),
        several("choices"),
        amount("position"),
    ),
)
