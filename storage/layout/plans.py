"""Tables of plans and procedures."""

from __future__ import annotations

from typing import Final

from storage.columns import amount, choice, key, number, part_of, several, text
from storage.table import table

TABLES: Final = (
    table(
        "audience",
        "app.plans.audience:Audience",
        key(),
        text("name"),
        choice("kind", "app.plans.audience:AudienceKind"),
        text("persona"),
        amount("size"),
        text("data", "channel"),
        amount("engagement"),
        text("frequency", "content"),
        amount("position"),
        text("key"),
    ),
    table("plan_text", "app.plans.plan_text:PlanText", key(), text("plan", "part", "text")),
    table(
        "procedure",
        "app.plans.procedure:Procedure",
        key(),
        text("name", "purpose", "scope"),
        several("roles", "pair"),
        text("expects", "measures", "owner"),
        amount("position"),
        text("key"),
    ),
    table(
        "procedure_step",
        "app.plans.procedure:ProcedureStep",
        key(),
        part_of("procedure", "procedure"),
        text("text"),
        amount("position"),
        text("owner"),
        amount("day"),
        number("effort"),
        text("expects"),
    ),
)
