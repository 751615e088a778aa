"""All that a measure needs to be counted: what sources tell, the clocks, the definitions."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo

from app.calendar.zones import known
from app.health.definitions import definitions, kinds_of
from app.health.measure_choice import Definition
from app.health.measures.period import Period
from app.health.questions import HealthQuestions, Kinds, Setting, Told
from app.playbook.playbook import PLAYBOOK_ID, Playbook
from app.store import Store

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MICRO = timedelta(microseconds=1)
HALF = timedelta(hours=12)


@dataclass(frozen=True, slots=True)
class Asking:
    """One look at the numbers of a playbook."""

    store: Store
    ask: HealthQuestions
    zone: tzinfo
    told: tuple[Told, ...]
    defined: dict[str, Definition]
    today: date
    knows_joins: int

    @property
    def first_day(self) -> date | None:
        """The first day that sources tell of."""
        return self.day(min((it.first for it in self.told if it.first is not None), default=None))

    @property
    def end(self) -> date | None:
        """The day after the last one that sources tell of: nothing is known from it on."""
        last = self.day(max((it.last for it in self.told if it.last is not None), default=None))
        return None if last is None else min(last, self.today) + timedelta(days=1)

    def kinds(self, key: str) -> Kinds:
        """Return the kinds of activity of a definition."""
        return kinds_of(self.defined[key])

    def count_of(self, kinds: Iterable[int], *, timed: bool = True) -> int:
        """Return how many activities of these kinds sources tell, with their time or at all."""
        wanted = set(kinds)
        return sum(it.count - (it.untimed if timed else 0) for it in self.told if it.kind in wanted)

    def day(self, instant: int | None) -> date | None:
        """Return the day of an instant."""
        return None if instant is None else (EPOCH + instant * MICRO).astimezone(self.zone).date()

    def instant(self, day: date) -> int:
        """Return when a day begins."""
        return (datetime.combine(day, time.min, self.zone).astimezone(UTC) - EPOCH) // MICRO

    def bounds(self, period: Period) -> tuple[int, int]:
        """Return the instants between which a period lies."""
        return self.instant(period.start), self.instant(period.end)


def asking(store: Store, ask: HealthQuestions) -> Asking:
    """Look at a playbook: lay out what is asked of it."""
    playbook = next(store.of(Playbook).where(id=PLAYBOOK_ID), None)
    zone = known(playbook.zone if playbook else "") or UTC
    told = tuple(ask.told())
    defined = definitions(store)
    first = min((it.first for it in told if it.first is not None), default=0)
    last = max((it.last for it in told if it.last is not None), default=0)
    ask.prepare(Setting(offsets_of(zone, first, last), staff=bool(defined["staff_counts"].times)))
    return Asking(store, ask, zone, told, defined, store.now().astimezone(zone).date(), ask.knows_joins())


def offsets_of(zone: tzinfo, first: int, last: int) -> tuple[tuple[int, int], ...]:
    """Return from which instants on clocks are ahead of UTC by how much, from a year before `first` on."""
    at = max(EPOCH + first * MICRO, datetime(2, 1, 1, tzinfo=UTC)) - timedelta(days=366)
    end = min(EPOCH + last * MICRO, datetime(9997, 1, 1, tzinfo=UTC)) + timedelta(days=366)
    ahead = _ahead(zone, at)
    found = [((at - EPOCH) // MICRO, ahead)]
    while at < end:
        later = _ahead(zone, at + HALF)
        if later != ahead:
            found.append((_change(zone, at, at + HALF), later))
            ahead = later
        at += HALF
    return tuple(found)


def _change(zone: tzinfo, low: datetime, high: datetime) -> int:
    """Return the second at which clocks change between two instants."""
    before = _ahead(zone, low)
    while high - low > timedelta(seconds=1):
        middle = low + timedelta(seconds=int((high - low).total_seconds()) // 2)
        if _ahead(zone, middle) == before:
            low = middle
        else:
            high = middle
    return (high.replace(microsecond=0) - EPOCH) // MICRO


def _ahead(zone: tzinfo, at: datetime) -> int:
    return (at.astimezone(zone).utcoffset() or timedelta(0)) // MICRO
