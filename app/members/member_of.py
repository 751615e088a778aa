"""Which person is behind an identity that a source knows."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class MemberOf:
    """One identity belongs to one member; activity stays with the identity, so parting people again loses nothing."""

    id: str
    identity: str  # key of an app.activity.identity.Identity
    member: str
