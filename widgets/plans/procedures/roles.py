"""Roles of a procedure as lines of text: the role, a colon, what it does."""

from __future__ import annotations

from collections.abc import Iterable


def roles_text(roles: Iterable[tuple[str, str]]) -> str:
    """Write roles, one a line."""
    return "\n".join(f"{role}: {what}" if what else role for role, what in roles)


def read_roles(text: str) -> tuple[tuple[str, str], ...]:
    """Return the roles of some lines; what stands behind the first colon is what the role does."""
    lines = (line.partition(":") for line in text.splitlines() if line.strip())
    return tuple((role.strip(), what.strip()) for role, _, what in lines)
