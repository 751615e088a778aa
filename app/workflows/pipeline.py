"""Pipelines: contributions on their way to be published, and people on theirs to be ambassadors."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Pipeline(StrEnum):
    """What goes through it."""

    CONTRIBUTION = "contribution"
    AMBASSADOR = "ambassador"


@dataclass(frozen=True, slots=True)
class PipelineEntry:
    """One contribution, or one person who may become an ambassador."""

    id: str
    pipeline: Pipeline
    step: str  # "invited", "submitted", "review", "published"; "spotted", "recognised", "invited", "active"
    title: str = ""
    member: str = ""  # id of a Member
    position: int = 0
    due: date | None = None
    address: str = ""
    notes: str = ""
    created: int = 0  # UTC microseconds
    changed: int = 0
