"""The ready procedures, audiences and example texts that a new playbook begins with."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from app.calendar.kind import Channel
from app.personas.persona import Persona
from app.plans.audience import Audience, AudienceKind
from app.plans.first_runs import FirstRun, begin_runs, read_runs
from app.plans.plan_text import PlanText
from app.plans.procedure import Procedure, ProcedureStep
from app.playbook.playbook import Person
from app.store import Store
from app.tactics.message import TacticMessage
from app.tactics.tactic import Tactic

if TYPE_CHECKING:
    from app.playbook.copying import Ids

Raw = Mapping[str, Any]
ROLES: Final[Mapping[str, str]] = {"newcomers": "newcomer", "regulars": "regular", "makers": "maker"}


@dataclass(frozen=True, slots=True)
class ReadyPlans:
    """All of it; ids are short keys until it is copied."""

    procedures: tuple[Procedure, ...] = ()
    steps: tuple[ProcedureStep, ...] = ()
    audiences: tuple[Audience, ...] = ()
    texts: tuple[PlanText, ...] = ()
    messages: tuple[TacticMessage, ...] = ()
    runs: tuple[FirstRun, ...] = ()


def read_plans(raw: Raw, language: str, place: Callable[[str], date]) -> ReadyPlans:
    """Return what ready content says of plans and of the messages of tactics; `place` dates "3 FR" and the like."""
    procedures = raw.get("procedures", {})
    return ReadyPlans(
        tuple(_procedure(key, one, at) for at, (key, one) in enumerate(procedures.items())),
        tuple(step for key, one in procedures.items() for step in _steps(key, one)),
        tuple(
            _audience(key, one, at, _played_by(raw, key))
            for at, (key, one) in enumerate(raw.get("audiences", {}).items())
        ),
        tuple(PlanText("", plan, part, text) for plan, parts in raw.get("plans", {}).items()
              for part, text in parts.items()),
        tuple(it for key, tactic in raw.get("tactics", {}).items() for it in _messages(key, tactic, language)),
        read_runs(raw.get("procedure_runs", {}), place),
    )  # fmt: skip


def begin_plans(store: Store, ready: ReadyPlans, ids: Ids) -> None:
    """Put ready plans into a playbook that begins, inside a change."""
    procedures = {it.id: store.new_id() for it in ready.procedures}
    lead = next((own for (kind, _), own in ids.items() if kind is Person), "")
    store.of(Procedure).save(replace(it, id=procedures[it.id], owner=lead) for it in ready.procedures)
    store.of(ProcedureStep).save(
        replace(it, id=store.new_id(), procedure=procedures[it.procedure]) for it in ready.steps
    )
    begin_runs(store, ready.runs, procedures)
    store.of(Audience).save(
        replace(
            it,
            id=store.new_id(),
            channel=ids.get((Channel, it.channel), ""),
            persona=ids.get((Persona, it.persona), ""),
        )
        for it in ready.audiences
    )  # fmt: skip
    store.of(PlanText).save(replace(it, id=store.new_id()) for it in ready.texts)
    store.of(TacticMessage).save(
        replace(it, id=store.new_id(), tactic=ids[Tactic, it.tactic], channel=ids.get((Channel, it.channel), ""))
        for it in ready.messages
        if (Tactic, it.tactic) in ids
    )


def _procedure(key: str, one: Raw, position: int) -> Procedure:
    return Procedure(
        key, one["name"], one.get("purpose", ""), one.get("scope", ""), tuple((a, b) for a, b in one.get("roles", ())),
        one.get("expects", ""), one.get("measures", ""), position=position, key=key,
    )  # fmt: skip


def _steps(key: str, one: Raw) -> list[ProcedureStep]:
    return [
        ProcedureStep(
            f"{key}/{at}", key, step["text"], at, day=step.get("day", 0), effort=step.get("effort", 0.0),
            expects=step.get("expects", ""),
        )
        for at, step in enumerate(one.get("steps", ()))
    ]  # fmt: skip


def _played_by(raw: Raw, audience: str) -> str:
    """Return the persona of a community that plays the role of an audience, "" when none does."""
    role = ROLES.get(audience)
    personas = raw.get("personas", {}).items()
    return next((key for key, persona in personas if role in persona.get("roles", ())), "")


def _audience(key: str, one: Raw, position: int, persona: str) -> Audience:
    return Audience(
        key, one["name"], AudienceKind(one.get("kind", "segment")), persona, data=one.get("data", ""),
        channel=one.get("channel", ""), engagement=one.get("engagement", 0), frequency=one.get("frequency", ""),
        content=one.get("content", ""), position=position, key=key,
    )  # fmt: skip


def _messages(key: str, tactic: Raw, language: str) -> list[TacticMessage]:
    return [
        TacticMessage(
            f"{key}/{name}", key, one["name"], one.get("day", 0), one.get("channel", ""),
            tuple(one.get("texts", {language: one["text"]}).items()), at,
        )
        for at, (name, one) in enumerate(tactic.get("messages", {}).items())
        if "text" in one or "texts" in one
    ]  # fmt: skip
