"""Which members a list shows."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum

from app.members.member import Member


class Who(StrEnum):
    """Which sort of people."""

    EVERYBODY = "everybody"
    MEMBERS = "members"  # there, people, and not of the team
    TEAM = "team"
    LEFT = "left"
    BOTS = "bots"


@dataclass(frozen=True, slots=True)
class MemberFilter:
    """Empty sides show all; "" among states or personas stands for having none."""

    who: Who = Who.EVERYBODY
    words: str = ""
    states: Collection[str] = frozenset()
    tags: Collection[str] = frozenset()
    personas: Collection[str] = frozenset()

    def __bool__(self) -> bool:
        """Whether anything is filtered."""
        return self != MemberFilter()

    def matches(self, member: Member, text: str) -> bool:
        """Return whether a member is shown; `text` is what can be found of them, casefolded."""
        return (
            is_one_of(member, self.who)
            and (not self.states or member.state in self.states)
            and (not self.personas or member.persona in self.personas)
            and (not self.tags or not set(self.tags).isdisjoint(member.tags))
            and all(word in text for word in self.words.casefold().split())
        )


def is_one_of(member: Member, who: Who) -> bool:
    """Return whether a member belongs to a sort of people."""
    match who:
        case Who.EVERYBODY:
            return True
        case Who.TEAM:
            return member.staff and not member.bot
        case Who.BOTS:
            return member.bot
        case Who.LEFT:
            return member.left is not None
        case Who.MEMBERS:
            return member.left is None and not member.staff and not member.bot
