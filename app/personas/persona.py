"""Personas: kinds of people the community is for."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Persona:
    """One kind of member; what is written about it lies in its sections."""

    id: str
    name: str
    colour: str = "welcome"  # one of the eight colour categories
    summary: str = ""
    position: int = 0
    quote: str = ""  # what such a person says, in one sentence
    avatar: str = ""  # an emoji; "" = initials
    picture: str = ""  # SHA-256 of a picture shown instead
    archived: bool = False
    key: str = ""  # of the starter persona that it was copied from
