"""Names of the steps that undo takes back in the guide, as they follow the word "Undo:"."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from app.guide.chapter import Chapter
from app.guide.coverage import Promise
from app.guide.escalation import Escalation, Scenario
from app.guide.knowledge import KnownAnswer, Resource
from app.guide.reply import Reply, ReplyText
from app.guide.role import GuideRole
from app.guide.strikes import StrikeLevel
from app.guide.tone import ToneLine
from app.message import Message

SHORT: Final = 40  # letters of what has no name
ADD_TEXTS: Final[Mapping[type[Any], str]] = {
    Chapter: "guide.step.add.chapter",
    ToneLine: "guide.step.add.tone",
    Scenario: "guide.step.add.scenario",
    Escalation: "guide.step.add.escalation",
    StrikeLevel: "guide.step.add.strike",
    GuideRole: "guide.step.add.role",
    Reply: "guide.step.add.reply",
    ReplyText: "guide.step.add.variant",
    Resource: "guide.step.add.resource",
    KnownAnswer: "guide.step.add.answer",
    Promise: "coverage.step.promise.add",
}
EDIT_TEXTS: Final[Mapping[type[Any], str]] = {
    Chapter: "guide.step.edit.chapter",
    ToneLine: "guide.step.edit.tone",
    Scenario: "guide.step.edit.scenario",
    Escalation: "guide.step.edit.escalation",
    StrikeLevel: "guide.step.edit.strike",
    GuideRole: "guide.step.edit.role",
    Reply: "guide.step.edit.reply",
    ReplyText: "guide.step.edit.variant",
    Resource: "guide.step.edit.resource",
    KnownAnswer: "guide.step.edit.answer",
    Promise: "coverage.step.promise.edit",
}
DELETE_TEXTS: Final[Mapping[type[Any], str]] = {
    Chapter: "guide.step.delete.chapter",
    ToneLine: "guide.step.delete.tone",
    Scenario: "guide.step.delete.scenario",
    Escalation: "guide.step.delete.escalation",
    StrikeLevel: "guide.step.delete.strike",
    GuideRole: "guide.step.delete.role",
    Reply: "guide.step.delete.reply",
    ReplyText: "guide.step.delete.variant",
    Resource: "guide.step.delete.resource",
    KnownAnswer: "guide.step.delete.answer",
    Promise: "coverage.step.promise.delete",
}
ORDER_TEXTS: Final[Mapping[type[Any], str]] = {
    Chapter: "guide.step.order.chapter",
    ToneLine: "guide.step.order.tone",
    Scenario: "guide.step.order.scenario",
    StrikeLevel: "guide.step.order.strike",
    GuideRole: "guide.step.order.role",
    Reply: "guide.step.order.reply",
    Resource: "guide.step.order.resource",
    KnownAnswer: "guide.step.order.answer",
    Promise: "coverage.step.promise.order",
}


def step(texts: Mapping[type[Any], str], thing: Any) -> Message:
    """Name what is done to a thing by its kind and what it is called."""
    return Message(texts[type(thing)], (("name", called(thing)),))


def called(thing: Any) -> str:
    """Return what a thing of the guide is called: its name, or how its text begins."""
    names = (getattr(thing, field, "") for field in ("name", "question", "text", "action", "variant"))
    name = " ".join(next((it for it in names if it), "").split())
    return name if len(name) <= SHORT else name[: SHORT - 1].rstrip() + "…"
