"""The log of a guide with a matrix, three levels of strikes and two members."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import pytest

from app.guide.escalation import Escalation, Scenario, Severity
from app.guide.incident import Incident
from app.guide.incident_actions import log_incident
from app.guide.snapshot import Row
from app.guide.strikes import StrikeLevel
from app.members.member import Member
from app.message import say
from app.playbook.playbook import PLAYBOOK_ID, Person, Playbook
from app.store import Store
from tests.on_desk import dressed as dressed
from tests.on_desk import shown
from widgets.guide.incidents.inspector import IncidentInspector
from widgets.guide.incidents.log_view import IncidentLog
from widgets.guide.page import GuidePage


@dataclass
class Setup:
    """The page with its log in the middle, and its store."""

    page: GuidePage
    view: IncidentLog
    store: Store

    def log(self, day: date = date(2027, 3, 9), **fields: Any) -> str:
        return log_incident(self.store, Incident("", day, **{"member": "kai", "scenario": "data"} | fields))

    def get(self, id: str) -> Incident:
        return self.store.of(Incident).get(id)

    def rows(self) -> list[tuple[str, ...]]:
        return [tuple(cell.text for cell in line.cells) for line in self.view.table.list.lines.all]

    def open(self, id: str) -> IncidentInspector:
        self.page.bench.open(Row(Incident, id))
        inspector = self.page._inspectors[Incident]
        assert isinstance(inspector, IncidentInspector)
        return inspector


@pytest.fixture
def setup(store: Store, qtbot) -> Iterator[Setup]:
    with store.change(say("step.begin")):
        store.of(Playbook).save([replace(store.of(Playbook).get(PLAYBOOK_ID), holidays=("BG",))])
        store.of(Person).save([Person("mila", "Mila D.")])
        store.of(Member).save([Member("kai", "Kai S."), Member("ana", "Ana B.")])
        store.of(Scenario).save([Scenario("data", "Personal data posted"), Scenario("spam", "Promotion", position=1)])
        store.of(Escalation).save(
            [
                Escalation("d2", "data", Severity.MEDIUM, "Hide", within=60),
                Escalation("d3", "data", Severity.HIGH, "Hide at once", ("mila", "DPO"), within=30, strike=True),
            ]
        )
        store.of(StrikeLevel).save([StrikeLevel("coach", "Coach", days=60), StrikeLevel("warn", "Warn", position=1)])
    with shown(GuidePage, store, qtbot) as page:
        page.show_beside("incidents")
        view = page._beside["incidents"]
        assert isinstance(view, IncidentLog)
        yield Setup(page, view, store)
