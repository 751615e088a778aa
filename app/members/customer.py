"""What the business knows of a customer, who may or may not be a member yet."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Customer:
    """One customer; amounts are in the unit of the playbook's business figures."""

    id: str
    name: str
    email: str = ""  # "" when e-mail addresses are not kept
    email_mark: str = ""  # keyed hash of the address, to match by
    member: str = ""  # id of a Member, "" while nobody is matched
    account: str = ""
    plan: str = ""
    payment: str = ""
    since: date | None = None
    segment: str = ""
    features: tuple[str, ...] = ()  # that were adopted
    amount_then: float | None = None
    amount_now: float | None = None
    renewal: date | None = None
    until: date | None = None  # the last day as a customer
    created: int = 0  # UTC microseconds
    changed: int = 0
    foreign: str = ""
