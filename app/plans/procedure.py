"""Standard operating procedures."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Procedure:
    """How something is done here, so that somebody else can do it."""

    id: str
    name: str
    purpose: str = ""
    scope: str = ""
    roles: tuple[tuple[str, str], ...] = ()  # (role, what it does)
    expects: str = ""
    measures: str = ""
    owner: str = ""  # id of a Person
    position: int = 0
    key: str = ""


@dataclass(frozen=True, slots=True)
class ProcedureStep:
    """One step of a procedure."""

    id: str
    procedure: str
    text: str
    position: int = 0
    owner: str = ""  # id of a Person
    day: int = 0  # days after the start by which it is done
    effort: float = 0.0  # hours
    expects: str = ""  # by which one sees that it is done
