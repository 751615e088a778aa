"""How a KPI stands: compared with the straight line from its baseline to its target."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from app.purpose.kpi import Kpi
from app.purpose.reading import Reading

TOLERANCE: Final = 0.1  # of the whole way from baseline to target: so far behind the line a KPI is at risk, not late


class KpiState(StrEnum):
    """What is said of a KPI, in words and by an icon."""

    UNKNOWN = "unknown"  # no target, nothing read yet, or no line to compare with
    REACHED = "reached"
    ON_TRACK = "on track"
    AT_RISK = "at risk"
    LATE = "late"


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a KPI is on its way; `done` is how much of its bar is full, 0 to 1.

    What rises fills the bar from nothing, so that it says the same as the figures beside it, "37 of 50"; what falls
    fills it from its baseline.
    """

    state: KpiState
    now: float | None = None
    done: float = 0.0


def standing(kpi: Kpi, readings: Iterable[Reading], today: date) -> Standing:
    """Return how a KPI stands on a day; what it falls to is reached from above.

    The line begins at the baseline on its day, or on the day of the first reading, and ends at the target when it is
    due. At or above it the KPI is on track, up to TOLERANCE of the way behind it at risk, else late. After the due
    day what is not reached is late.
    """
    known = sorted(readings, key=lambda it: (it.day, it.id))
    now = known[-1].value if known else kpi.baseline if kpi.since else None
    if now is None or kpi.target is None:
        return Standing(KpiState.UNKNOWN, now)
    done = _share(kpi.baseline or 0.0, kpi.target, now)
    rises = 0 <= (kpi.baseline or 0.0) <= kpi.target
    shown = min(1.0, max(0.0, _share(0.0, kpi.target, now) if rises else done))
    if done >= 1:
        return Standing(KpiState.REACHED, now, 1.0)
    if kpi.due is None:
        return Standing(KpiState.UNKNOWN, now, shown)
    if today > kpi.due:
        return Standing(KpiState.LATE, now, shown)
    begin = kpi.since or (known[0].day if known else None)
    if begin is None or begin >= kpi.due:
        return Standing(KpiState.UNKNOWN, now, shown)
    wanted = (today - begin).days / (kpi.due - begin).days
    return Standing(_beside(done, wanted), now, shown)


def _share(baseline: float, target: float, now: float) -> float:
    if target == baseline:
        return 1.0 if now >= target else 0.0
    return (now - baseline) / (target - baseline)


def _beside(done: float, wanted: float) -> KpiState:
    if done >= wanted - 1e-9:
        return KpiState.ON_TRACK
    return KpiState.AT_RISK if done >= wanted - TOLERANCE - 1e-9 else KpiState.LATE
