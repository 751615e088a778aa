"""The sentence that says why the community exists."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

PURPOSE_ID: Final = "purpose"


@dataclass(frozen=True, slots=True)
class Purpose:
    """For whom the community is, what it promises them, and what shows that it works; a playbook has one."""

    id: str = PURPOSE_ID
    whom: str = ""
    promise: str = ""
    outcome: str = ""
    kpis: tuple[str, ...] = ()  # ids of the KPIs shown beside the sentence, two as a rule
