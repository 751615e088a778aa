"""Who is active, and how much each of them does."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from app.activity.kind import WRITTEN, ActivityKind
from app.health.measures import sums
from app.health.measures.asking import Asking
from app.health.measures.measure import Behind, Found, unknown
from app.health.measures.period import Period
from app.health.questions import ActiveDays, Acts, Firsts, Here, Kinds, People, Readers
from app.message import Message, say

WRITES: Kinds = tuple(it.value for it in WRITTEN)
VISITS: Kinds = (ActivityKind.VISIT.value,)
Whom = Callable[[Asking, Period], People]


def people(whom: Whom) -> Callable[[Asking, Period], Behind]:
    """Return what lists the people behind a value."""
    return lambda it, period: Behind(people=tuple(it.ask.people(whom(it, period))))


def doing(key: str) -> Whom:
    """Return who did what a definition names."""
    return lambda it, period: _acts(period, it.kinds(key), it.kinds(key))


def active(it: Asking, period: Period) -> Found:
    """Count people who did one of the kinds that make somebody active."""
    return _times(it, period, "active", untold=say("measures.unknown.activity"))


def contributors(it: Asking, period: Period) -> Found:
    """Count people who contributed often enough."""
    return _times(it, period, "contributor", untold=say("measures.unknown.written"))


def took_part(it: Asking, period: Period) -> Found:
    """Count people who took part."""
    return _times(it, period, "took_part", untold=say("measures.unknown.attendance"))


def regulars(it: Asking, period: Period) -> Found:
    """Count people who contribute regularly, in the days of the definition that end with the period."""
    if not it.count_of(it.kinds("regular")):
        return unknown(say("measures.unknown.written"))
    tally = it.ask.tally(regular(it, period))
    n = sums.size([pair for pair in tally if pair[0] >= it.defined["regular"].times])
    return Found(n, n, (say("measures.note.days", n=it.defined["regular"].days),))


def regular(it: Asking, period: Period) -> People:
    """Return who contributed at all in the days of the definition of a regular contributor."""
    kinds, days = it.kinds("regular"), it.defined["regular"].days
    start = period.end - timedelta(days=days) if days else period.start
    return _acts(Period(start, period.end), kinds, kinds)


def new_contributors(it: Asking, period: Period) -> Found:
    """Count people whose first contribution that is known of lies in the period."""
    if not it.count_of(it.kinds("contributor")):
        return unknown(say("measures.unknown.written"))
    n = sums.size(it.ask.tally(first_time(it, period)))
    return Found(n, n, history(it))


def first_time(it: Asking, period: Period) -> People:
    """Return who contributed for the first time."""
    return Firsts(it.kinds("contributor"), period.start.toordinal(), period.end.toordinal())


def readers(it: Asking, period: Period) -> Found:
    """Return which percentage of those who only read when the period began contributed in it."""
    if not it.count_of(it.kinds("contributor")):
        return unknown(say("measures.unknown.written"))
    tally = dict(it.ask.tally(only_read(it, period)))
    n = sum(tally.values())
    if not n:
        return unknown(say("measures.unknown.readers"), n=0)
    return Found(100 * tally.get(1, 0) / n, n, history(it))


def only_read(it: Asking, period: Period) -> People:
    """Return who only read when a period began."""
    kinds = it.kinds("contributor")
    return Readers(kinds, it.instant(period.start), period.start.toordinal(), period.end.toordinal())


def members(it: Asking, period: Period) -> Found:
    """Count people who were here at the end of the period or in it."""
    n = sums.size(it.ask.tally(here(it, period)))
    return Found(n, n) if n else unknown(say("measures.unknown.members"), n=0)


def here(it: Asking, period: Period) -> People:
    """Return who was here some time of a period."""
    return Here(*it.bounds(period), period.start.toordinal(), period.end.toordinal())


def history(it: Asking) -> tuple[Message, ...]:
    """Return from when on anything is known: who is older looks new."""
    return (say("measures.note.history", day=it.first_day),) if it.first_day else ()


@dataclass(frozen=True, slots=True)
class Each:
    """How much of one sort an active person does."""

    kinds: Kinds
    untold: Message
    typical: bool = False  # the median, else the mean

    def count(self, it: Asking, period: Period) -> Found:
        """Return the mean or the median over everybody who was active."""
        if not it.count_of(self.kinds, timed=False):
            return unknown(self.untold)
        if not it.count_of(self.kinds):
            return unknown(say("measures.unknown.untimed"))
        tally = it.ask.tally(self.whom(it, period))
        n = sums.size(tally)
        if not n:
            return unknown(say("measures.unknown.nobody"), n=0)
        return Found(sums.median(tally) if self.typical else sums.total(tally) / n, n, self._notes(it))

    def whom(self, it: Asking, period: Period) -> People:
        """Return everybody who was active, with how often they did it."""
        return _acts(period, self.kinds, it.kinds("active"))

    def _notes(self, it: Asking) -> tuple[Message, ...]:
        missing = it.count_of(self.kinds, timed=False) - it.count_of(self.kinds)
        return (say("measures.note.untimed", n=missing),) if missing else ()


def replies(it: Asking, period: Period) -> Found:
    """Return which percentage of what was written are replies."""
    if not it.count_of((ActivityKind.REPLY,)):
        return unknown(say("measures.unknown.threads"))
    answers = sums.total(it.ask.tally(_acts(period, (ActivityKind.REPLY.value,), WRITES)))
    written = sums.total(it.ask.tally(written_by(it, period)))
    return Found(100 * answers / written, written) if written else unknown(say("measures.unknown.nobody"), n=0)


def written_by(_: Asking, period: Period) -> People:
    """Return who wrote, with how often."""
    return _acts(period, WRITES, WRITES)


def active_days(it: Asking, period: Period) -> Found:
    """Return on how many days half of the active people were active at most; its parts are the histogram."""
    if not it.count_of(it.kinds("active")):
        return unknown(say("measures.unknown.activity"))
    tally = it.ask.tally(days_of(it, period))
    if not tally:
        return unknown(say("measures.unknown.nobody"), n=0)
    return Found(sums.median(tally), sums.size(tally), parts=tuple((str(days), n) for days, n in tally))


def days_of(it: Asking, period: Period) -> People:
    """Return who was active on how many of the last 28 days of a period."""
    start = max(period.start, period.end - timedelta(days=28))
    return ActiveDays(it.kinds("active"), start.toordinal(), period.end.toordinal())


def sticky(it: Asking, period: Period) -> Found:
    """Return the mean over days of visitors of the day by visitors of the 30 days that end with it."""
    if not it.count_of(VISITS):
        return unknown(say("measures.unknown.visits"))
    first, last = period.start.toordinal(), period.end.toordinal()
    daily = dict(it.ask.daily(VISITS, first, last))
    changes = it.ask.audience(VISITS, first, last)
    monthly, place, shares = 0, 0, []
    for day in range(first, last):
        while place < len(changes) and changes[place][0] <= day:
            monthly += changes[place][1]
            place += 1
        shares.append(100 * daily.get(day, 0) / monthly if monthly else 0.0)
    return Found(sum(shares) / len(shares), len(shares))


def visitors(_: Asking, period: Period) -> People:
    """Return who visited on how many days."""
    return ActiveDays(VISITS, period.start.toordinal(), period.end.toordinal())


def _times(it: Asking, period: Period, key: str, untold: Message) -> Found:
    if not it.count_of(it.kinds(key)):
        return unknown(untold)
    n = sums.size([pair for pair in it.ask.tally(doing(key)(it, period)) if pair[0] >= it.defined[key].times])
    return Found(n, n)


def _acts(period: Period, kinds: Kinds, among: Kinds) -> People:
    return Acts(kinds, period.start.toordinal(), period.end.toordinal(), among)
