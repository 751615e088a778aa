"""What measures ask of the store: the contract of `store.part(HealthQuestions)`.

Who counts is settled by `prepare`: bots never, staff if they are to. Days are numbers as of `date.toordinal()` by the
clocks of the playbook; instants are UTC microseconds.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

Kinds = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Setting:
    """By which clocks days are told apart, and whether staff count."""

    offsets: tuple[tuple[int, int], ...]  # (from this instant on, microseconds ahead of UTC), in order of time
    staff: bool = True


@dataclass(frozen=True, slots=True)
class Told:
    """What one space tells of one kind of activity."""

    space: int
    kind: int
    count: int
    untimed: int  # of these have no instant
    threaded: int  # of these name the beginning of their thread
    first: int | None
    last: int | None


@dataclass(frozen=True, slots=True)
class Acts:
    """Everybody who did one of `among` on days from `start` to `end`, with how often they did one of `kinds`."""

    kinds: Kinds
    start: int
    end: int
    among: Kinds


@dataclass(frozen=True, slots=True)
class ActiveDays:
    """Everybody who did one of the kinds, with on how many days."""

    kinds: Kinds
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Firsts:
    """Everybody who did one of the kinds for the first time that is known of, with 1."""

    kinds: Kinds
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Here:
    """Everybody who was here some time between two instants, or did anything on the days between, with 1."""

    begin: int
    until: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Readers:
    """Everybody who was here when a period began and had done none of the kinds, with 1 if they did one in it, or 0."""

    kinds: Kinds
    begin: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Activated:
    """Everybody who joined between two instants: 1 did one of the kinds in time, 0 did not, 2 has time yet."""

    kinds: Kinds
    begin: int
    until: int
    within: int  # microseconds
    known_until: int  # what is later is not known


People = Acts | ActiveDays | Firsts | Here | Readers | Activated


@dataclass(frozen=True, slots=True)
class Threads:
    """Threads that people began between two instants in spaces that tell threads."""

    begin: int
    until: int


@dataclass(frozen=True, slots=True)
class Waits:
    """How long threads waited for the first response of somebody else."""

    threads: int
    answered: int
    median: float | None  # microseconds
    p90: int | None


@dataclass(frozen=True, slots=True)
class Cohorts:
    """Cohorts by the month in which people came, and in which later months they did one of the kinds."""

    kinds: Kinds
    months: tuple[int, ...]  # first days of months in order; the last one only ends the one before
    joined: tuple[int, ...]  # instants at which these months begin
    by_join: bool  # else by the month of their first activity


class HealthQuestions(Protocol):
    """Sums over raw activity, made where it lies."""

    def told(self) -> list[Told]:
        """Return what complete imports tell, by space and kind."""

    def figures(self, measure: str, start: str, end: str) -> list[tuple[str, float]]:
        """Return figures of days, ISO dates, that platforms counted themselves."""

    def prepare(self, setting: Setting) -> None:
        """Lay out who did what on which day; nothing is done when that is laid out already."""

    def tally(self, people: People) -> list[tuple[int, int]]:
        """Return how many people have which number, the smallest first."""

    def people(self, people: People) -> list[tuple[str, int]]:
        """Return who they are, ids of members or keys of identities, with their numbers."""

    def knows_joins(self) -> int:
        """Return of how many people it is known when they joined."""

    def audience(self, kinds: Kinds, start: int, end: int) -> list[tuple[int, int]]:
        """Return (day, change) of how many people did one of the kinds within the 30 days that end with a day."""

    def daily(self, kinds: Kinds, start: int, end: int) -> list[tuple[int, int]]:
        """Return how many people did one of the kinds on which day."""

    def waits(self, threads: Threads) -> Waits:
        """Return how long threads waited for their first response."""

    def unanswered(self, threads: Threads) -> list[tuple[int, str]]:
        """Return (space, id) of the threads that nobody else responded to."""

    def cohorts(self, cohorts: Cohorts) -> tuple[list[tuple[int, int]], list[tuple[int, int, int]]]:
        """Return (cohort, people) and (cohort, month, people who were active in it); both count months from 0."""
