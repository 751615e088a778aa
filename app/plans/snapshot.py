"""Everything the plans page shows, held in memory and kept up to date with the store."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from app.calendar.plan import KINDS as OF_CALENDAR
from app.calendar.plan import Plan
from app.plans.audience import Audience
from app.plans.plan_text import PlanText
from app.plans.procedure import Procedure, ProcedureStep
from app.plans.running import SOURCE
from app.playbook.link import BECAME, Link
from app.store import EVERYTHING, Changes, Store
from app.tactics.message import TacticMessage
from app.tasks.task import Task

OWN: Final[tuple[type[Any], ...]] = (Procedure, ProcedureStep, Audience, PlanText, TacticMessage)


@dataclass(frozen=True, slots=True)
class Run:
    """One time that a procedure was run, and how far it is."""

    id: str
    tasks: tuple[Task, ...]

    @property
    def start(self) -> date | None:
        """The first day on which something of it is due."""
        return min((it.due for it in self.tasks if it.due), default=None)

    @property
    def done(self) -> int:
        """How many of its tasks are finished."""
        return sum(bool(it.finished) for it in self.tasks)


class Plans:
    """A picture of the playbook; actions write to the store, never here."""

    def __init__(self) -> None:
        self.plan = Plan()
        self.procedures: dict[str, Procedure] = {}
        self.steps: dict[str, list[ProcedureStep]] = {}  # by procedure, in order
        self.audiences: dict[str, Audience] = {}
        self.texts: dict[tuple[str, str], str] = {}  # by plan and part
        self.part_of: dict[str, tuple[str, str]] = {}  # plan and part by the id of their text
        self.messages: dict[str, list[TacticMessage]] = {}  # by tactic, in order
        self.runs: dict[str, list[Run]] = {}  # by procedure, the latest first
        self.serves: dict[str, list[str]] = {}  # KPIs by program

    @classmethod
    def read(cls, store: Store) -> Plans:
        """Return what a store holds."""
        plans = cls()
        plans.refresh(store, dict.fromkeys((*OF_CALENDAR, *OWN), EVERYTHING))
        return plans

    def refresh(self, store: Store, changes: Changes) -> bool:
        """Take over what changed; return whether anything of it is shown here."""
        ours = self.plan.refresh(store, changes)
        takers: dict[type[Any], Callable[[Store], None]] = {
            Procedure: self._take_procedures, ProcedureStep: self._take_steps, Audience: self._take_audiences,
            PlanText: self._take_texts, TacticMessage: self._take_messages,
        }  # fmt: skip
        for kind, take in takers.items():
            if kind in changes:
                take(store)
                ours = True
        if changes.keys() & {Task, Link, Procedure}:
            self._take_links(store)
        return ours

    def text(self, plan: str, part: str) -> str:
        """Return what a plan says in words in one of its parts."""
        return self.texts.get((plan, part), "")

    def _take_procedures(self, store: Store) -> None:
        order = sorted(store.of(Procedure).all(), key=lambda it: (it.position, it.id))
        self.procedures = {it.id: it for it in order}

    def _take_steps(self, store: Store) -> None:
        self.steps = {}
        for step in sorted(store.of(ProcedureStep).all(), key=lambda it: (it.position, it.id)):
            self.steps.setdefault(step.procedure, []).append(step)

    def _take_audiences(self, store: Store) -> None:
        order = sorted(store.of(Audience).all(), key=lambda it: (it.position, it.id))
        self.audiences = {it.id: it for it in order}

    def _take_texts(self, store: Store) -> None:
        there = list(store.of(PlanText).all())
        self.texts = {(it.plan, it.part): it.text for it in there}
        self.part_of = {it.id: (it.plan, it.part) for it in there}

    def _take_messages(self, store: Store) -> None:
        self.messages = {}
        for message in sorted(store.of(TacticMessage).all(), key=lambda it: (it.day, it.position, it.id)):
            self.messages.setdefault(message.tactic, []).append(message)

    def _take_links(self, store: Store) -> None:
        of_task = {
            link.to_id: link.from_id
            for link in store.of(Link).where(from_kind="procedure", to_kind="task", role=BECAME)
        }
        found: dict[tuple[str, str], list[Task]] = {}
        for task in store.of(Task).some(of_task):
            if task.source.startswith(SOURCE):
                found.setdefault((of_task[task.id], task.source), []).append(task)
        self.runs = {}
        for (procedure, source), tasks in sorted(found.items(), key=lambda it: it[0][1], reverse=True):
            tasks.sort(key=lambda it: (it.due or date.max, it.position, it.id))
            self.runs.setdefault(procedure, []).append(Run(source, tuple(tasks)))
        self.serves = {}
        for link in store.of(Link).where(from_kind="program", to_kind="kpi", role="serves"):
            self.serves.setdefault(link.from_id, []).append(link.to_id)
