"""What rules ask about, counted; it costs no more than two small readings, and knows no rule from within."""

from __future__ import annotations

from app.store import Store
from app.workflows.rule import Rule, RuleFiring

ASKED = "asked"


def suggested(store: Store) -> tuple[int, str]:
    """Return how much rules suggest, and the name of the rule when all of it comes from one."""
    rules = {rule.id: rule.name for rule in store.of(Rule).all()}
    asked = [row.rule for row in store.of(RuleFiring).where(outcome=ASKED) if row.rule in rules] if rules else []
    return len(asked), rules[asked[0]] if len(set(asked)) == 1 else ""
