"""Tables of the health page: cards, targets, definitions, reviews."""

from __future__ import annotations

from typing import Final

from storage.columns import amount, choice, day, key, number, several, text, yes_no
from storage.table import table, unique

TABLES: Final = (
    table(
        "card",
        "app.health.card:Card",
        key(),
        choice("kind", "app.health.card:CardKind"),
        several("measures"),
        text("name"),
        amount("x", "y", "width", "height"),
        text("segment"),
        several("options", "pair"),
        text("key"),
    ),
    table(
        "measure_choice",
        "app.health.measure_choice:MeasureChoice",
        key(),
        text("measure"),
        number("target", optional=True),
        day("due"),
        text("kpi"),
        yes_no("leading"),
        unique("measure"),
    ),
    table(
        "definition",
        "app.health.measure_choice:Definition",
        key(),
        text("key"),
        several("kinds"),
        amount("times", "days"),
        several("where"),
        unique("key"),
    ),
    table(
        "own_measure",
        "app.health.measure_choice:OwnMeasure",
        key(),
        text("name", "shape"),
        several("top"),
        several("bottom"),
        text("unit"),
        amount("days"),
        text("level"),
        amount("position"),
    ),
    table(
        "review",
        "app.health.review:Review",
        key(),
        day("week", optional=False),
        several("figures", "pair"),
        text("note"),
        several("actions"),
        amount("done"),
    ),
    table(
        "summary",
        "app.health.review:Summary",
        key(),
        day("start", "end", optional=False),
        text("language", "text", "asks"),
        amount("changed"),
    ),
    table("quieted", "app.health.review:Quieted", key(), text("alarm"), day("until", optional=False)),
)
