"""How the purpose and its KPIs are said: the sentence, values with their unit, states in words, icons and colours."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from app.playbook.playbook import Playbook
from app.purpose.kpi_state import KpiState
from app.purpose.purpose import Purpose
from widgets.common.words import locale, speaking, tr

STATE_TEXTS: Final[Mapping[KpiState, str]] = {
    KpiState.UNKNOWN: "purpose.state.unknown",
    KpiState.REACHED: "purpose.state.reached",
    KpiState.ON_TRACK: "purpose.state.on_track",
    KpiState.AT_RISK: "purpose.state.at_risk",
    KpiState.LATE: "purpose.state.late",
}
STATE_ICONS: Final[Mapping[KpiState, str]] = {
    KpiState.UNKNOWN: "circle",
    KpiState.REACHED: "circle-check",
    KpiState.ON_TRACK: "trending-up",
    KpiState.AT_RISK: "triangle-alert",
    KpiState.LATE: "circle-alert",
}
STATE_ROLES: Final[Mapping[KpiState, str]] = {
    KpiState.UNKNOWN: "text_muted",
    KpiState.REACHED: "success",
    KpiState.ON_TRACK: "success",
    KpiState.AT_RISK: "warning",
    KpiState.LATE: "danger",
}
STATE_DOTS: Final[Mapping[KpiState, str]] = {
    KpiState.UNKNOWN: "border_strong",
    KpiState.REACHED: "success",
    KpiState.ON_TRACK: "success",
    KpiState.AT_RISK: "warning_fill",
    KpiState.LATE: "danger",
}


def sentence_of(playbook: Playbook, purpose: Purpose) -> str:
    """Return the sentence in the language of the playbook, as far as its parts are written; "" when none is."""
    parts = (purpose.whom, purpose.promise, purpose.outcome)
    if not any(parts):
        return ""
    whom, promise, outcome = (part.strip().rstrip(".") for part in parts)
    with speaking(playbook.language):
        blank = tr("purpose.sentence.blank")
        name, whom, promise = playbook.name, whom or blank, promise or blank
        if not outcome:
            return tr("purpose.sentence.two", name=name, whom=whom, promise=promise)
        return tr("purpose.sentence.three", name=name, whom=whom, promise=promise, outcome=outcome)


def amount(value: float, unit: str) -> str:
    """Write a value of a KPI: 7%, 11; a unit that is a word is said elsewhere."""
    number = locale().toString(round(value, 2), "g", 7)
    return tr("purpose.percent", number=number) if unit.strip() == "%" else number
