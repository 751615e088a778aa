"""One step of the playbook, and how far it is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from app.message import Message, say


class State(StrEnum):
    """How far a step is."""

    NOT_BEGUN = "not begun"
    BEGUN = "begun"
    IN_USE = "in use"


STATE_TEXTS: Final[Mapping[State, str]] = {
    State.NOT_BEGUN: "home.state.not_begun",
    State.BEGUN: "home.state.begun",
    State.IN_USE: "home.state.in_use",
}


@dataclass(frozen=True, slots=True)
class Gap:
    """What is missing, the small action that closes it, and the thing of the page where it is done."""

    what: Message
    do: Message
    thing: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """A step as it is numbered in the playbook; `reason` says why its state is what it is."""

    number: int
    title: Message
    page: str
    state: State
    reason: Message
    action: Message
    thing: str = ""


def step(
    number: int,
    title: Message,
    page: str,
    *,
    begun: bool,
    needed: Sequence[Gap],
    wanted: Sequence[Gap],
    summary: Message,
) -> Step:
    """Return a step: in use when nothing needed is missing; what is only wanted is the next thing to do then."""
    if needed:
        gap = needed[0]
        state = State.BEGUN if begun else State.NOT_BEGUN
        return Step(number, title, page, state, gap.what, gap.do, gap.thing)
    if wanted:
        return Step(number, title, page, State.IN_USE, wanted[0].what, wanted[0].do, wanted[0].thing)
    return Step(number, title, page, State.IN_USE, summary, say("home.step.look"))
