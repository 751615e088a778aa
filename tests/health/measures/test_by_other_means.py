"""Measures are counted a second time from the same rows, in plain Python, and come out exactly alike."""

from collections import Counter, defaultdict
from datetime import date, timedelta
from statistics import median

import pytest

from app.health.measures.counting import counted, rows_of, series
from app.health.measures.period import Period, month_after, weeks
from app.health.measures.registry import BY_ID
from tests.health.measures.communities import DAY, by_chance, day_of, look

HOUR = 3_600_000_000
WRITES, ACTIVE = {1, 2}, {1, 2, 3, 4, 8, 9}


class Slow:
    """The same community, one row after the other."""

    def __init__(self, made, zone):
        self.zone = zone
        self.who, self.joined, self.gone, bots = {}, {}, {}, set()
        groups = defaultdict(list)
        for number, row in enumerate(made.identities, 1):
            self.who[number] = made.members.get(row["key"], row["key"])
            groups[self.who[number]].append(row)
        for person, rows in groups.items():
            joined = [row["joined"] for row in rows if row["joined"] is not None]
            self.joined[person] = min(joined, default=None)
            gone = [row["gone"] for row in rows]
            self.gone[person] = None if None in gone else max(gone)
            if person not in made.members.values() and rows[0]["bot"]:
                bots.add(person)
        self.people = set(groups) - bots
        self.bots = bots
        rows = [row for row in made.activity if row["batch"] == 1]
        self.rows = rows
        self.did = [
            (self.who[row["identity"]], row["kind"], row["at"], day_of(row["at"], zone))
            for row in rows
            if row["at"] is not None and self.who[row["identity"]] in self.people
        ]
        self.first = {}
        for person, _, at, _ in self.did:
            self.first[person] = min(at, self.first.get(person, at))

    def times(self, kinds, period, among=None):
        within = [(p, k) for p, k, _, day in self.did if period.start <= day < period.end]
        people = {p for p, k in within if k in (among or kinds)}
        done = Counter(p for p, k in within if k in kinds)
        return {p: done[p] for p in people}

    def since(self, person):
        known = [at for at in (self.joined[person], self.first.get(person)) if at is not None]
        return min(known, default=None)

    def here(self, period, begin, until):
        present = {
            p
            for p in self.people
            if (self.since(p) is None or self.since(p) < until) and (self.gone[p] is None or self.gone[p] > begin)
        }
        return present | {p for p, _, _, day in self.did if period.start <= day < period.end}

    def threads(self, begin, until):
        if not any(row["kind"] == 2 and row["thread"] for row in self.rows):
            return None
        waits = {}
        for root in self.rows:
            author = self.who[root["identity"]]
            if root["kind"] == 1 and begin <= root["at"] < until and author in self.people:
                answers = [
                    row["at"] - root["at"]
                    for row in self.rows
                    if row["kind"] == 2
                    and row["thread"] == root["ext"]
                    and row["at"] >= root["at"]
                    and self.who[row["identity"]] not in {author, *self.bots}
                ]
                waits[root["ext"]] = min(answers, default=None)
        return waits


def gini(numbers):
    every = sum(abs(one - other) for one in numbers for other in numbers)
    return every / (2 * len(numbers) * sum(numbers))


@pytest.fixture(scope="module", params=range(20))
def both(request, tmp_path_factory):
    made = by_chance(request.param)
    it = look(made, tmp_path_factory.mktemp("community"))
    yield Both(it, Slow(made, it.zone))
    it.store.close()


class Both:
    """The values of a community, and its rows."""

    def __init__(self, it, slow):
        self.it, self.slow = it, slow
        self.got = {value.measure: value for value in counted(it)}
        self.found = {name: value.found for name, value in self.got.items()}
        self.span = self.got["contributors"].period
        self.begin, self.until = it.bounds(self.span)

    def __getitem__(self, name):
        return self.found[name].number


def test_contributors_and_how_the_work_is_spread(both):
    numbers = sorted(both.slow.times(WRITES, both.span).values())
    if not numbers:
        assert not both["contributors"]
        return
    everybody = len(both.slow.here(both.span, both.begin, both.until))
    held = [sum(numbers[-n:]) * 2 >= sum(numbers) for n in range(1, len(numbers) + 1)]
    top = -(-len(numbers) // 10)

    assert (both["contributors"], both["members"]) == (len(numbers), everybody)
    assert both["gini_contributors"] == pytest.approx(gini(numbers), abs=1e-12)
    assert both["gini_all"] == pytest.approx(gini([0] * (everybody - len(numbers)) + numbers), abs=1e-12)
    assert both["absence_factor"] == held.index(True) + 1
    assert both["top_10_share"] == 100 * sum(numbers[-top:]) / sum(numbers)
    if both["reply_ratio"] is not None:
        assert both["reply_ratio"] == 100 * sum(both.slow.times({2}, both.span, WRITES).values()) / sum(numbers)


def test_new_contributors_and_readers(both):
    slow, firsts = both.slow, {}
    for person, kind, _, day in slow.did:
        if kind in WRITES:
            firsts[person] = min(day, firsts.get(person, day))
    if both["new_contributors"] is None:
        assert not any(row["kind"] in WRITES for row in slow.rows)
        return
    readers = {
        p
        for p in slow.people
        if (slow.since(p) or both.begin) < both.begin
        and (slow.gone[p] is None or slow.gone[p] > both.begin)
        and not (p in firsts and firsts[p] < both.span.start)
    }
    turned = len(readers & set(slow.times(WRITES, both.span)))

    assert both["new_contributors"] == sum(both.span.start <= day < both.span.end for day in firsts.values())
    assert both.found["readers_turned"].n == len(readers)
    assert both["readers_turned"] == (100 * turned / len(readers) if readers else None)


@pytest.mark.parametrize(("name", "kind"), [("posts", 1), ("replies", 2), ("reactions", 3), ("direct", 4)])
@pytest.mark.parametrize("window", ["week", "month"])
def test_what_each_active_person_does(both, name, kind, window):
    mean, middle = (f"{name}_per_active_{window}_{what}" for what in ("mean", "median"))
    period = both.got[mean].period
    each = both.slow.times({kind}, period, ACTIVE) if period else {}
    if both[mean] is None:
        assert not each or not any(row["kind"] == kind and row["at"] is not None for row in both.slow.rows)
        return

    assert both.found[mean].n == len(each)
    assert both[mean] == sum(each.values()) / len(each)
    assert both[middle] == median(each.values())


def test_on_how_many_days_people_are_active(both):
    days = defaultdict(set)
    for person, kind, _, day in both.slow.did:
        if kind in ACTIVE and max(both.span.start, both.span.end - timedelta(days=28)) <= day < both.span.end:
            days[person].add(day)
    histogram = Counter(len(on) for on in days.values())

    assert both.found["active_days"].parts == tuple((str(n), histogram[n]) for n in sorted(histogram))


@pytest.mark.parametrize("days", [7, 14])
def test_activation(both, days):
    slow, value = both.slow, both.found[f"activation_{days}"]
    cohort = [p for p in slow.people if slow.joined[p] is not None and both.begin <= slow.joined[p] < both.until]
    over = {p for p in cohort if slow.joined[p] + days * DAY <= both.it.instant(both.it.end or both.span.end)}
    quick = {
        person
        for person, kind, at, _ in slow.did
        if person in over and kind in WRITES and 0 <= at - slow.joined[person] < days * DAY
    }
    if value.number is None:
        assert not over or not any(row["kind"] in WRITES for row in slow.rows)
        return

    assert (value.n, value.number) == (len(over), 100 * len(quick) / len(over))
    assert dict(value.parts)["pending"] == len(cohort) - len(over)


def test_first_responses(both):
    end = both.it.instant(both.it.end or both.span.end)
    waits = both.slow.threads(both.begin, min(both.until, end - 3 * DAY))
    if not waits:
        assert both["unanswered_rate"] is None
        return
    answered = sorted(wait for wait in waits.values() if wait is not None)

    assert both["unanswered_rate"] == 100 * (len(waits) - len(answered)) / len(waits)
    assert len(rows_of(both.it, "unanswered_rate", both.span).rows) == len(waits) - len(answered)
    if answered:
        assert both["first_response_median"] == median(answered) / HOUR
        assert both["first_response_p90"] == answered[-(-9 * len(answered) // 10) - 1] / HOUR


def test_visitors_of_a_day_among_those_of_thirty(both):
    visits = [(person, day) for person, kind, _, day in both.slow.did if kind == 7]
    if both["stickiness"] is None:
        assert not any(row["kind"] == 7 for row in both.slow.rows)
        return
    shares = []
    for number in range((both.span.end - both.span.start).days):
        day = both.span.start + timedelta(days=number)
        monthly = {p for p, on in visits if day - timedelta(days=29) <= on <= day}
        shares.append(100 * len({p for p, on in visits if on == day}) / len(monthly) if monthly else 0.0)

    assert both["stickiness"] == pytest.approx(sum(shares) / len(shares), abs=1e-9)


def test_cohorts_by_month(both):
    slow, cohorts = both.slow, defaultdict(set)
    for person in slow.people:
        came = slow.joined[person] if both.it.knows_joins else slow.first.get(person)
        if came is not None:
            cohorts[f"{day_of(came, both.it.zone):%Y-%m}"].add(person)
    for name, share in both.found["retention"].parts:
        month, later = name.split("+")
        then = date.fromisoformat(f"{month}-01")
        for _ in range(int(later)):
            then = month_after(then)
        kept = set(slow.times(ACTIVE, Period(then, month_after(then)))) & cohorts[month]
        assert share == 100 * len(kept) / len(cohorts[month])


def test_active_people_of_every_week_can_be_listed(both):
    if both.it.first_day is None:
        return
    for value in series(both.it, BY_ID["weekly_active"], list(weeks(both.it.first_day, both.it.end))):
        people = both.slow.times(ACTIVE, value.period)
        assert value.found.number in {len(people), None}
        assert {who for who, _ in rows_of(both.it, "weekly_active", value.period).people} == set(people)
