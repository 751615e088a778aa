"""What a benchmark tells: a figure, the floor measured beside it in the same run, and whether it is in budget.

Everything is told in time of the clock, as a person feels it. So that other work on the machine does not decide, a
figure and its floor take turns, and the median or the 99th percentile of many counts.
"""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median, quantiles


@dataclass(frozen=True, slots=True)
class Figure:
    """One row of the table; figures and floors are milliseconds, or MB for memory."""

    id: str
    what: str
    figure: float
    floor: float | None = None
    budget: float | None = None  # ratio to the floor
    limit: float | None = None  # an absolute end beside the ratio, or alone
    unit: str = "ms"
    worst: float | None = None  # told, not judged

    @property
    def ratio(self) -> float:
        return self.figure / self.floor if self.floor else 0.0

    @property
    def holds(self) -> bool:
        within = self.budget is None or self.ratio <= self.budget
        return within and (self.limit is None or self.figure <= self.limit)

    def line(self) -> str:
        floor, ratio = (f"{self.floor:9.2f}", f"{self.ratio:6.2f}") if self.floor else (" " * 9, " " * 6)
        worst = f"  worst {self.worst:.1f}" if self.worst is not None else ""
        return (
            f"{self.id:<4}{self.what:<66}{self.figure:10.2f} {self.unit}  floor {floor}  ratio {ratio}"
            f"  budget {self._budget(' and ≤ ')}  {'holds' if self.holds else 'OVER'}{worst}"
        )

    def row(self) -> str:
        floor, ratio = (f"{self.floor:.2f} {self.unit}", f"{self.ratio:.2f}×") if self.floor else ("", "")
        verdict = "holds" if self.holds else "**over**"
        return (
            f"| {self.id} | {self.what} | {self.figure:.2f} {self.unit} | {floor} | {ratio} "
            f"| {self._budget(', ')} | {verdict} |"
        )

    def _budget(self, between: str) -> str:
        parts = [f"{self.budget:g}×"] if self.budget is not None else []
        parts += [f"{self.limit:g} {self.unit}"] if self.limit is not None else []
        return "≤ " + between.join(parts)


def milliseconds(work: Callable[[], object]) -> float:
    """Time one call."""
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


def typical(work: Callable[[], object], times: int = 7) -> float:
    """Return the median of several calls, after one that is not counted."""
    work()
    gc.collect()
    return median(milliseconds(work) for _ in range(times))


def side_by_side(
    one: Callable[[], object], other: Callable[[], object], times: int = 7, *, first: bool = True
) -> tuple[float, float]:
    """Return the medians of two works that take turns, so that a busy moment of the machine hits both.

    The first time does not count, unless it takes so long that it makes no difference.
    """
    if first:
        one()
        other()
    gc.collect()
    pairs = [(milliseconds(one), milliseconds(other)) for _ in range(times)]
    return median(pair[0] for pair in pairs), median(pair[1] for pair in pairs)


def p99(values: Sequence[float]) -> float:
    """Return the 99th percentile of at least 500 values."""
    assert len(values) >= 500, "a p99 needs at least 500 steps behind it"
    return quantiles(values, n=100)[98]
