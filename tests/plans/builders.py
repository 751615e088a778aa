"""Two procedures and two audiences beside a small community."""

from __future__ import annotations

from app.message import say
from app.plans.audience import Audience, AudienceKind
from app.plans.procedure import Procedure, ProcedureStep
from app.store import Store


def add_plans(store: Store) -> None:
    with store.change(say("step.add", title="all")):
        store.of(Procedure).save([
            Procedure("welcome", "Welcome", "Nobody waits", roles=(("Helper", "answers"),), owner="mila"),
            Procedure("empty", "Empty", position=1),
        ])  # fmt: skip
        store.of(ProcedureStep).save([
            ProcedureStep("greet", "welcome", "Greet", 0, "rado", 0, 0.5, "All greeted"),
            ProcedureStep("ask", "welcome", "Ask", 1, day=3, effort=1.0),
        ])  # fmt: skip
        store.of(Audience).save([
            Audience("newcomers", "Newcomers", persona="new", channel="forum", engagement=2),
            Audience("manager", "My manager", AudienceKind.STAKEHOLDER, channel="zoom", position=1),
        ])  # fmt: skip
