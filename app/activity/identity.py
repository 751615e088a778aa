"""Somebody as one source knows them; which person that is, `app.members.member_of` says."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Identity:
    """One identity; raw activity leads to it, and merging people never touches it."""

    id: int
    key: str  # what member_of.identity holds
    space: int
    name: str
    handle: str = ""
    email: str = ""  # "" when e-mail addresses are not kept
    email_mark: str = ""  # keyed hash of the address, to match by
    zone: str = ""
    bot: bool = False
    staff: bool = False
    joined: int | None = None  # UTC microseconds, as the next two
    left: int | None = None
    seen: int | None = None
    foreign: str = ""  # JSON of what else the source tells
    batch: int = 0


def key_of(kind: str, space: str, ext: str) -> str:
    """Return the key of an identity: the same for every export of the same space."""
    return f"{kind}:{space.replace('%', '%25').replace(':', '%3A')}:{ext}"


def normalised(email: str) -> str:
    """Return an e-mail address as it is compared."""
    return email.strip().casefold()


def suppressed_mark(salt: bytes, what: str) -> bytes:
    """Return what is kept of somebody erased, so that no import brings them back: a key or a normalised address."""
    return hashlib.sha256(salt + what.encode("utf-8", "replace")).digest()
