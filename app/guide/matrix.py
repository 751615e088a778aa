"""Rows of the escalation matrix: a scenario has at most one of each severity. Each function is one step of undo."""

from __future__ import annotations

from dataclasses import replace

from app.guide.escalation import Escalation, Scenario, Severity
from app.guide.snapshot import ORDER, SEVERITIES
from app.guide.step_names import ADD_TEXTS, EDIT_TEXTS, step
from app.playbook.order import UNPLACED, save_order
from app.store import Store


def add_scenario(store: Store, name: str) -> str:
    """Add a scenario with a row of low severity; return the id of the row."""
    scenario, row = Scenario(store.new_id(), name, position=UNPLACED), store.new_id()
    ordered = sorted(store.of(Scenario).all(), key=ORDER[Scenario])
    with store.change(step(ADD_TEXTS, scenario)):
        save_order(store, [*ordered, scenario])
        store.of(Escalation).save([Escalation(row, scenario.id, Severity.LOW)])
    return row


def missing(store: Store, scenario: str) -> list[Severity]:
    """Return the severities for which nothing is said about a scenario, the least grave first."""
    there = {row.severity for row in store.of(Escalation).where(scenario=scenario)}
    return [it for it in SEVERITIES if it not in there]


def add_row(store: Store, scenario: str, severity: Severity) -> str:
    """Say what is done when a scenario is so grave; return the id of the row, also of one that is there already."""
    for row in store.of(Escalation).where(scenario=scenario, severity=severity):
        return row.id
    row = Escalation(store.new_id(), scenario, severity)
    with store.change(step(ADD_TEXTS, store.of(Scenario).get(scenario))):
        store.of(Escalation).save([row])
    return row.id


def set_severity(store: Store, id: str, severity: Severity) -> str:
    """Let a row be of another severity; return its id, or that of the row that already says what is done then."""
    row = store.of(Escalation).get(id)
    for other in store.of(Escalation).where(scenario=row.scenario, severity=severity):
        return other.id
    with store.change(step(EDIT_TEXTS, store.of(Scenario).get(row.scenario))):
        store.of(Escalation).save([replace(row, severity=severity)])
    return id
