"""The steps of the playbook that can be done by now, numbered as in the playbook."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from app.home.calendar_step import calendar_step
from app.home.funnel_step import funnel_step
from app.home.guide_step import guide_step
from app.home.overview import Overview
from app.home.personas_step import personas_step
from app.home.purpose_step import purpose_step
from app.home.step import State, Step
from app.home.workflows_step import workflows_step

STEPS: Final[tuple[Callable[[Overview], Step], ...]] = (
    purpose_step,
    personas_step,
    funnel_step,
    calendar_step,
    guide_step,
    workflows_step,
)


def steps(seen: Overview) -> list[Step]:
    """Return how far each step is; those whose page is not built yet are left out."""
    return [of(seen) for of in STEPS]


def in_use(found: list[Step]) -> int:
    """Return how many steps are in use."""
    return sum(step.state is State.IN_USE for step in found)
