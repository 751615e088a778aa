"""Words of a plan that belong to no program, event or task."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PlanText:
    """One text of a plan, light Markdown."""

    id: str
    plan: str  # "action" or "communication"
    part: str  # such as "feedback" or "reporting"
    text: str = ""
