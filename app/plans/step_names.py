"""Names of the steps that undo takes back, as they follow the word "Undo:"."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from app.message import Message
from app.plans.audience import Audience
from app.plans.procedure import Procedure, ProcedureStep

ADD_TEXTS: Final[Mapping[type[Any], str]] = {
    Procedure: "plans.step.add.procedure",
    ProcedureStep: "plans.step.add.step",
    Audience: "plans.step.add.audience",
}
EDIT_TEXTS: Final[Mapping[type[Any], str]] = {
    Procedure: "plans.step.edit.procedure",
    ProcedureStep: "plans.step.edit.step",
    Audience: "plans.step.edit.audience",
}
DELETE_TEXTS: Final[Mapping[type[Any], str]] = {
    Procedure: "plans.step.delete.procedure",
    ProcedureStep: "plans.step.delete.step",
    Audience: "plans.step.delete.audience",
}
ORDER_TEXTS: Final[Mapping[type[Any], str]] = {
    Procedure: "plans.step.order.procedure",
    ProcedureStep: "plans.step.order.step",
    Audience: "plans.step.order.audience",
}


def step(texts: Mapping[type[Any], str], thing: Any) -> Message:
    """Name what is done to a thing."""
    return Message(texts[type(thing)], (("title", thing.text if isinstance(thing, ProcedureStep) else thing.name),))
