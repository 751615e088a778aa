"""Stages: how far a person has come in the community."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Stage:
    """One stage of the funnel; `colour` is one of the eight colour categories."""

    id: str
    name: str
    colour: str = "welcome"
    position: int = 0
