"""How much a stretch of the plan holds, in words."""

from __future__ import annotations

from widgets.common.words import hours, show, tenths, tr
from widgets.printing.manuscript import Manuscript


def capacity_text(value: float) -> str:
    """Write the hours that somebody has: whole ones without a decimal."""
    return show(int(value)) if value == int(value) else hours(value)


def load_text(planned: float, capacity: float) -> str:
    """Say how many of the hours that there are have been planned."""
    return tr("printing.hours_of_capacity", hours=tenths(planned), capacity=capacity_text(capacity))


def subtitle(manuscript: Manuscript) -> str:
    """Say in one line how much a stretch holds."""
    parts = [
        tr("printing.weeks", n=len(manuscript.rows)),
        tr("printing.events", n=len(manuscript.occurrences)),
    ]
    if manuscript.weeks:
        parts.append(load_text(manuscript.planned, manuscript.capacity))
    return " · ".join(parts)
