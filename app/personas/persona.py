"""Personas: kinds of people the community is for."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Persona:
    """One kind of member."""

    id: str
    name: str
    colour: str = "welcome"  # one of the eight colour categories
    summary: str = ""
    position: int = 0
