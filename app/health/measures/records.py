"""What records of the playbook tell: answers, advocacy, states, customers."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from math import sqrt

from app.feedback.answer import Answer, Response
from app.feedback.form import Question, QuestionKind
from app.health.measures.asking import Asking
from app.health.measures.measure import Behind, Found, unknown
from app.health.measures.period import Period
from app.members.advocacy import Advocacy
from app.members.customer import Customer
from app.members.member import Member, MemberState
from app.message import say

FEWEST_SPREAD = 10  # from here on an interval is told
FEWEST_SURE = 30  # from here on the number alone


def advocates(it: Asking, period: Period) -> Found:
    """Count members who spoke up for the product."""
    if not it.store.of(Advocacy).count():
        return unknown(say("measures.unknown.advocacy"))
    spoken = list(_spoken(it, period))
    times = Counter(str(spoke.kind) for spoke in spoken)
    return Found(n := len({spoke.member for spoke in spoken}), n, parts=tuple(sorted(times.items())))


def spoken_up(it: Asking, period: Period) -> Behind:
    """Return each time that somebody spoke up."""
    return Behind(things=tuple(sorted(spoke.id for spoke in _spoken(it, period))))


def states(it: Asking, _: Period) -> Found:
    """Count members who have a state now; parts are how many have which."""
    names = {state.id: state.name for state in it.store.of(MemberState).all()}
    if not names:
        return unknown(say("measures.unknown.states"))
    has = Counter(member.state for member in _members(it) if member.state in names)
    return Found(n := sum(has.values()), n, parts=tuple((name, has[state]) for state, name in names.items()))


def in_states(it: Asking, _: Period) -> Behind:
    """Return the members who have a state."""
    known = {state.id for state in it.store.of(MemberState).all()}
    return Behind(things=tuple(sorted(member.id for member in _members(it) if member.state in known)))


def reach(it: Asking, period: Period) -> Found:
    """Return which percentage of new customers are members."""
    if not it.store.of(Customer).count():
        return unknown(say("measures.unknown.customers"))
    new = list(_new(it, period))
    if not new:
        return unknown(say("measures.unknown.cohort"), n=0)
    return Found(100 * sum(customer.member != "" for customer in new) / len(new), len(new))


def new_customers(it: Asking, period: Period) -> Behind:
    """Return the customers who are new."""
    return Behind(things=tuple(sorted(customer.id for customer in _new(it, period))))


def nps(it: Asking, period: Period) -> Found:
    """Return promoters less detractors; an interval from 10 answers on, the number from 30 on."""
    values = [value for _, value, _ in _rated(it, period, QuestionKind.NPS)]
    n = len(values)
    if not n:
        return unknown(say("measures.unknown.answers"), n=0)
    up, down = sum(value >= 9 for value in values) / n, sum(value <= 6 for value in values) / n
    return _with_interval(100 * (up - down), 100 * sqrt((up + down - (up - down) ** 2) / n), n)


def rating(it: Asking, period: Period) -> Found:
    """Return the mean of ratings, when all were given on one scale; an interval from 10 answers on, else as above."""
    rated = list(_rated(it, period, QuestionKind.RATING))
    n = len(rated)
    if not n:
        return unknown(say("measures.unknown.answers"), n=0)
    if len({(question.least, question.most) for _, _, question in rated}) > 1:
        by_question = defaultdict(list)
        for _, value, question in rated:
            by_question[question.id].append(value)
        parts = tuple(
            (asked, sum(found) / len(found)) for asked, found in by_question.items() if len(found) >= FEWEST_SURE
        )
        return Found(None, n, (say("measures.unknown.scales"),), parts)
    mean = sum(value for _, value, _ in rated) / n
    spread = sum((value - mean) ** 2 for _, value, _ in rated) / max(1, n - 1)
    return _with_interval(mean, sqrt(spread / n), n)


def answers_to(kind: QuestionKind, it: Asking, period: Period) -> Behind:
    """Return the answers that count."""
    return Behind(things=tuple(sorted(answer.id for answer, _, _ in _rated(it, period, kind))))


def _with_interval(number: float, error: float, n: int) -> Found:
    if n < FEWEST_SPREAD:
        return unknown(say("measures.unknown.few", n=FEWEST_SPREAD), n=n)
    low, high = number - 1.96 * error, number + 1.96 * error
    notes = (say("measures.note.interval", low=round(low, 1), high=round(high, 1)),)
    parts = (("low", low), ("high", high))
    if n < FEWEST_SURE:
        return Found(None, n, (say("measures.unknown.unsure", n=FEWEST_SURE), *notes), parts)
    return Found(number, n, notes, parts)


def _rated(it: Asking, period: Period, kind: QuestionKind) -> Iterator[tuple[Answer, float, Question]]:
    questions = {question.id: question for question in it.store.of(Question).where(kind=kind)}
    begin, until = it.bounds(period)
    if not questions:
        return
    responses = {response.id for response in it.store.of(Response).all() if begin <= response.at < until}
    for answer in it.store.of(Answer).all():
        if answer.question in questions and answer.value is not None and answer.response in responses:
            yield answer, answer.value, questions[answer.question]


def _spoken(it: Asking, period: Period) -> Iterable[Advocacy]:
    kinds = it.defined["advocate"].kinds
    return (a for a in it.store.of(Advocacy).all() if str(a.kind) in kinds and period.start <= a.day < period.end)


def _members(it: Asking) -> Iterator[Member]:
    staff = it.defined["staff_counts"].times
    for member in it.store.of(Member).all():
        if not member.bot and (staff or not member.staff) and (member.left is None or member.left >= it.today):
            yield member


def _new(it: Asking, period: Period) -> Iterable[Customer]:
    return (c for c in it.store.of(Customer).all() if c.since is not None and period.start <= c.since < period.end)
