"""Kinds of events: what sort of work an entry is."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Area(StrEnum):
    """Which part of a community manager's work a kind belongs to."""

    EVENTS = "events"
    SUPPORT = "support"
    PRODUCT_FEEDBACK = "product feedback"
    PROMOTION = "promotion"
    CARE = "care"


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of event; `family` is one of the eight colour categories, `icon` the name of a line icon."""

    id: str
    name: str
    family: str = "ops"
    icon: str = "circle"
    area: Area = Area.EVENTS
    live: bool = False  # happens at a time; its time is shown on chips
    members: bool = True  # goes out in the members' calendar
    marker: bool = False  # a day something outside happened: no hours, never exported to members
    position: int = 0
    key: str = ""  # of the built-in kind it was copied from, such as "moderation"; "" = own


@dataclass(frozen=True, slots=True)
class Channel:
    """A place where an event or a message takes place."""

    id: str
    name: str
    position: int = 0
