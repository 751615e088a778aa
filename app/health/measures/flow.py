"""How people come in, stay and are answered, and on how few of them all rests."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from app.activity.kind import ActivityKind
from app.health.measures import sums
from app.health.measures.activity import doing, here
from app.health.measures.asking import Asking
from app.health.measures.measure import Behind, Found, unknown
from app.health.measures.period import Period, month_after, months
from app.health.questions import Activated, Cohorts, People, Threads, Waits
from app.message import say

DAY = 86_400_000_000
HOUR = 3_600_000_000
PATIENCE = timedelta(days=3)  # threads that are younger may still be answered
MOST_MONTHS = 240
Spread = Callable[[sums.Tally], float]


@dataclass(frozen=True, slots=True)
class Activation:
    """Which percentage of those who joined did something that counts within some days."""

    days: int

    def count(self, it: Asking, period: Period) -> Found:
        """Count those whose days are over; others are pending."""
        if not it.knows_joins:
            return unknown(say("measures.unknown.joins"))
        if not it.count_of(it.kinds("first_action")):
            return unknown(say("measures.unknown.written"))
        tally = dict(it.ask.tally(self.whom(it, period)))
        yes, no, pending = (tally.get(outcome, 0) for outcome in (1, 0, 2))
        notes = (say("measures.note.pending", n=pending),) if pending else ()
        if not yes + no:
            return unknown(say("measures.unknown.cohort"), *notes, n=0)
        return Found(100 * yes / (yes + no), yes + no, notes, (("pending", pending),))

    def whom(self, it: Asking, period: Period) -> People:
        """Return who joined: 1 in time, 0 not, 2 whose days are not over yet."""
        end = it.end or period.end
        return Activated(it.kinds("first_action"), *it.bounds(period), self.days * DAY, it.instant(end))


def retention(it: Asking, period: Period) -> Found:
    """Return which percentage of those who came was active in the month after; parts are every cohort's months."""
    if not it.count_of(it.kinds("active")):
        return unknown(say("measures.unknown.activity"))
    cohorts = cohorts_of(it, period)
    note = say("measures.note.by_join") if it.knows_joins else say("measures.note.by_first")
    if cohorts is None:
        return unknown(say("measures.unknown.months"), note)
    sizes, kept = it.ask.cohorts(cohorts)
    known = len(cohorts.months) - 1
    shares = {(cohort, month - cohort): n for cohort, month, n in kept}
    n = sum(size for cohort, size in sizes if cohort + 1 < known)
    parts = tuple(
        (f"{_month(cohorts, cohort)}+{later}", 100 * shares.get((cohort, later), 0) / size)
        for cohort, size in sizes
        for later in range(known - cohort)
    )
    if not n:
        return Found(None, 0, (say("measures.unknown.months"), note), parts)
    stayed = sum(shares.get((cohort, 1), 0) for cohort, _ in sizes if cohort + 1 < known)
    return Found(100 * stayed / n, n, (note,), parts)


def cohorts_of(it: Asking, period: Period) -> Cohorts | None:
    """Return the whole months of a period."""
    whole = list(months(period.start, min(period.end, it.end or period.end)))[-MOST_MONTHS:]
    if not whole:
        return None
    starts = [month.start for month in whole] + [month_after(whole[-1].start)]
    return Cohorts(
        it.kinds("active"),
        tuple(day.toordinal() for day in starts),
        tuple(it.instant(day) for day in starts),
        bool(it.knows_joins),
    )


def gini(it: Asking, period: Period) -> Found:
    """Return how unequally contributions are spread over contributors."""
    return _spread(it, period, sums.gini)


def gini_of_all(it: Asking, period: Period) -> Found:
    """Return how unequally contributions are spread over everybody who was here."""
    everybody = sums.size(it.ask.tally(here(it, period)))
    found = _spread(it, period, lambda tally: sums.gini(tally, everybody - sums.size(tally)))
    return found if found.number is None else Found(found.number, everybody)


def absence(it: Asking, period: Period) -> Found:
    """Return the fewest people who made half of all contributions."""
    return _spread(it, period, sums.fewest_for_half)


def top(percent: int, it: Asking, period: Period) -> Found:
    """Return which percentage of contributions the top contributors made."""
    return _spread(it, period, lambda tally: sums.share_of_top(tally, percent)[0])


def waiting(it: Asking, period: Period) -> Waits | None:
    """Return how long threads waited, None where no source tells threads."""
    return it.ask.waits(threads(it, period)) if tells_threads(it) else None


def tells_threads(it: Asking) -> bool:
    """Return whether any source tells which thread a reply belongs to."""
    return any(told.kind == ActivityKind.REPLY and told.threaded for told in it.told)


def threads(it: Asking, period: Period) -> Threads:
    """Return the threads of a period that had time to be answered."""
    begin, until = it.bounds(period)
    known = it.instant(it.end) if it.end else until
    return Threads(begin, min(until, known - PATIENCE // timedelta(microseconds=1)))


def median_wait(it: Asking, period: Period) -> Found:
    """Return the hours after which half of the answered threads had their first response."""
    return _wait(it, period, "median")


def p90_wait(it: Asking, period: Period) -> Found:
    """Return the hours after which nine in ten of the answered threads had their first response."""
    return _wait(it, period, "p90")


def unanswered(it: Asking, period: Period) -> Found:
    """Return which percentage of threads nobody else responded to."""
    waits = waiting(it, period)
    if waits is None:
        return unknown(say("measures.unknown.threads"))
    if not waits.threads:
        return unknown(say("measures.unknown.no_threads"), n=0)
    return Found(100 * (waits.threads - waits.answered) / waits.threads, waits.threads)


def unanswered_rows(it: Asking, period: Period) -> Behind:
    """Return the threads that nobody else responded to."""
    return Behind(rows=tuple(it.ask.unanswered(threads(it, period)))) if tells_threads(it) else Behind()


def _wait(it: Asking, period: Period, which: str) -> Found:
    waits = waiting(it, period)
    if waits is None:
        return unknown(say("measures.unknown.threads"))
    wait = waits.median if which == "median" else waits.p90
    if wait is None:
        return unknown(say("measures.unknown.no_threads"), n=0)
    rate = 100 * (waits.threads - waits.answered) / waits.threads
    return Found(wait / HOUR, waits.answered, (say("measures.note.unanswered", share=round(rate), n=waits.threads),))


def _spread(it: Asking, period: Period, rule: Spread) -> Found:
    if not it.count_of(it.kinds("contributor")):
        return unknown(say("measures.unknown.written"))
    tally = it.ask.tally(doing("contributor")(it, period))
    return Found(rule(tally), sums.size(tally)) if tally else unknown(say("measures.unknown.nobody"), n=0)


def _month(cohorts: Cohorts, number: int) -> str:
    return date.fromordinal(cohorts.months[number]).strftime("%Y-%m")
