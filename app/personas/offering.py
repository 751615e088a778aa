"""Which personas a field offers: archived ones only where they are chosen."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from app.personas.persona import Persona


def offered(personas: Mapping[str, Persona], chosen: Iterable[str]) -> list[Persona]:
    """Return the personas to choose among, those that are chosen in any case."""
    kept = set(chosen)
    return [it for it in personas.values() if not it.archived or it.id in kept]
