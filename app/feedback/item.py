"""Feedback items: what somebody is going to answer for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class ItemState(StrEnum):
    """How far an item is."""

    NEW = "new"
    ROUTED = "routed"
    DOING = "doing"
    CLOSED = "closed"


class ItemKind(StrEnum):
    """What somebody wants."""

    REQUEST = "request"
    PRAISE = "praise"
    PROBLEM = "problem"
    QUESTION = "question"


@dataclass(frozen=True, slots=True)
class FeedbackItem:
    """One item."""

    id: str
    number: int
    text: str
    kind: ItemKind = ItemKind.REQUEST
    state: ItemState = ItemState.NEW
    quote: str = ""  # the words it comes from
    sources: tuple[str, ...] = ()  # "answer:<id>" and "activity:<key>": where it comes from
    members: tuple[str, ...] = ()  # who said it
    personas: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    urgency: str = ""
    team: str = ""  # product, success or community: whom it is routed to
    owner: str = ""
    due: date | None = None
    priority: str = ""
    task: str = ""
    did: str = ""  # what was done, or why not
    declined: bool = False
    told: tuple[str, ...] = ()  # members who heard of it
    position: int = 0
    created: int = 0  # UTC microseconds
    routed: int = 0
    closed: int = 0


@dataclass(frozen=True, slots=True)
class SaidDone:
    """One month's *you said, we did*."""

    id: str
    month: date  # its first day
    intros: tuple[tuple[str, str], ...] = ()
    texts: tuple[tuple[str, str], ...] = ()  # as edited; empty while it is drafted anew each time
    items: tuple[str, ...] = ()
    event: str = ""
    sent: bool = False
