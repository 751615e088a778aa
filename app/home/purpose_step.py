"""The first step of the playbook: why the community exists, and what shows that it works."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from app.home.overview import Overview
from app.home.step import Gap, Step, step
from app.message import say
from app.purpose.kpi import Kpi
from app.purpose.kpi_state import KpiState

KPIS: Final = 2  # that a playbook wants
STALE: Final = 21  # days after which a KPI wants a newer value


def purpose_step(seen: Overview) -> Step:
    """Return how far the purpose is: a sentence and two KPIs with targets are needed."""
    purpose = seen.purpose.purpose
    begun = bool(purpose.whom or purpose.promise or purpose.outcome or purpose.kpis or seen.notes)
    kpis = _shown(seen)
    good = sum(_state(seen, kpi) in {KpiState.ON_TRACK, KpiState.REACHED} for kpi in kpis)
    return step(
        1,
        say("home.step.purpose"),
        "purpose",
        begun=begun,
        needed=list(_needed(seen, kpis)),
        wanted=list(_wanted(seen, kpis)),
        summary=say("home.purpose.in_use", n=len(kpis), good=good),
    )


def _shown(seen: Overview) -> list[Kpi]:
    return [seen.purpose.kpis[key] for key in seen.purpose.purpose.kpis if key in seen.purpose.kpis]


def _needed(seen: Overview, kpis: list[Kpi]) -> Iterator[Gap]:
    purpose = seen.purpose.purpose
    if not purpose.whom:
        yield Gap(say("home.purpose.no_whom"), say("home.purpose.no_whom.do"))
    if not purpose.promise:
        yield Gap(say("home.purpose.no_promise"), say("home.purpose.no_promise.do"))
    if len(kpis) < KPIS:
        yield Gap(say("home.purpose.few_kpis", n=len(kpis)), say("home.purpose.few_kpis.do"))
    for kpi in kpis:
        if kpi.target is None:
            yield Gap(say("home.purpose.no_target", name=kpi.name), say("home.purpose.no_target.do"), _card(seen, kpi))


def _wanted(seen: Overview, kpis: list[Kpi]) -> Iterator[Gap]:
    for kpi in kpis:
        readings = seen.purpose.readings.get(kpi.id, [])
        if not readings:
            yield Gap(say("home.purpose.unread", name=kpi.name), say("home.purpose.unread.do"), _card(seen, kpi))
        elif (days := (seen.today - readings[-1].day).days) > STALE:
            yield Gap(say("home.purpose.stale", name=kpi.name, n=days), say("home.purpose.unread.do"), _card(seen, kpi))
    if not seen.notes:
        yield Gap(say("home.purpose.no_board"), say("home.purpose.no_board.do"))


def _card(seen: Overview, kpi: Kpi) -> str:
    return seen.cards.get(kpi.id, "")


def _state(seen: Overview, kpi: Kpi) -> KpiState:
    found = seen.purpose.standing(kpi.id, seen.today)
    return found.state if found else KpiState.UNKNOWN
