"""Branches: the nodes of the map that grows out of the stages."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """Which group of a stage a branch is; free branches are none."""

    FREE = ""
    CRITERIA = "criteria"
    CHANNELS = "channels"
    BEHAVIOURS = "behaviours"
    TRIGGERS = "triggers"
    PROGRAMS = "programs"


@dataclass(frozen=True, slots=True)
class Branch:
    """A node of the map, under a stage or under another branch of that stage."""

    id: str
    stage: str
    parent: str = ""  # id of a Branch; "" hangs on the stage itself
    position: int = 0  # among its siblings
    text: str = ""
    role: Role = Role.FREE
    notes: str = ""
    icon: str = ""
    personas: tuple[str, ...] = ()
    done: bool = False
    folded: bool = False
    foreign: str = ""


@dataclass(frozen=True, slots=True)
class CrossLink:
    """A line across the map, from one branch to another; it goes with either of them."""

    id: str
    start: str
    end: str
    label: str = ""
