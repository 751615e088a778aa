"""What a benchmark tells: a figure, the floor measured beside it in the same run, and whether it is in budget."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable
from dataclasses import dataclass
from statistics import median, quantiles


@dataclass(frozen=True, slots=True)
class Figure:
    """One row of the table; figures and floors are milliseconds, or MB for memory."""

    id: str
    what: str
    figure: float
    floor: float
    budget: float  # ratio
    limit: float | None = None  # ms, an absolute end beside the ratio
    unit: str = "ms"

    @property
    def ratio(self) -> float:
        return self.figure / self.floor

    @property
    def holds(self) -> bool:
        return self.ratio <= self.budget and (self.limit is None or self.figure <= self.limit)

    def line(self) -> str:
        limit = f" and ≤ {self.limit:g} {self.unit}" if self.limit is not None else ""
        verdict = "holds" if self.holds else "OVER"
        return (
            f"{self.id:<4}{self.what:<62}{self.figure:10.2f} {self.unit}  floor {self.floor:9.2f}"
            f"  ratio {self.ratio:6.2f}  budget ≤ {self.budget:g}×{limit}  {verdict}"
        )

    def row(self) -> str:
        limit = f", {self.limit:g} {self.unit}" if self.limit is not None else ""
        verdict = "holds" if self.holds else "**over**"
        return (
            f"| {self.id} | {self.what} | {self.figure:.2f} {self.unit} | {self.floor:.2f} {self.unit} "
            f"| {self.ratio:.2f}× | ≤ {self.budget:g}×{limit} | {verdict} |"
        )


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


def side_by_side(one: Callable[[], object], other: Callable[[], object], times: int = 7) -> tuple[float, float]:
    """Return the medians of two works that take turns, so that a busy moment of the machine hits both."""
    one()
    other()
    gc.collect()
    pairs = [(milliseconds(one), milliseconds(other)) for _ in range(times)]
    return median(pair[0] for pair in pairs), median(pair[1] for pair in pairs)


def p99(values: list[float]) -> float:
    """Return the 99th percentile of at least 500 values."""
    assert len(values) >= 500, "a p99 needs at least 500 steps behind it"
    return quantiles(values, n=100)[98]
