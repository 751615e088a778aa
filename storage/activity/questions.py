"""Keeps the promise of `app.health.questions.HealthQuestions`: sums over raw activity in SQLite.

Who did what on which day is laid out once in tables beside the file (`temp`), a third smaller than activity and sorted
by day; what is asked afterwards reads only the days that it is about.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Protocol

from app.health.questions import Cohorts, Kinds, People, Setting, Threads, Told, Waits
from storage.activity import people_asked
from storage.activity.daily_layout import lay_out
from storage.trouble import told

TOLD = """SELECT space, kind, count(*), sum(at IS NULL), sum(thread <> ''), min(at), max(at) FROM activity
WHERE batch IN (SELECT id FROM batch WHERE complete = 1) GROUP BY space, kind ORDER BY space, kind"""
FIGURES = """SELECT day, sum(value) FROM figure WHERE measure = ? AND day >= ? AND day < ?
AND batch IN (SELECT id FROM batch WHERE complete = 1) GROUP BY day ORDER BY day"""
AUDIENCE = """WITH visit AS (SELECT DISTINCT person, day FROM temp.health_did
WHERE kind IN (SELECT value FROM json_each(:kinds))
AND day > :start - 30 AND day < :end),
stay AS (SELECT day, min(day + 30, coalesce(lead(day) OVER (PARTITION BY person ORDER BY day), day + 30)) AS until
FROM visit)
SELECT day, sum(change) FROM (SELECT day, 1 AS change FROM stay UNION ALL SELECT until, -1 FROM stay)
GROUP BY day ORDER BY day"""
DAILY = """SELECT day, count(DISTINCT person) FROM temp.health_did WHERE kind IN (SELECT value FROM json_each(:kinds))
AND day >= :start AND day < :end GROUP BY day ORDER BY day"""
WAIT = """WITH root AS MATERIALIZED (SELECT a.space, a.ext, a.at, k.person FROM activity AS a
JOIN temp.health_known AS k ON k.identity = a.identity JOIN temp.health_counted AS c ON c.person = k.person
WHERE a.kind = 1 AND a.at >= :begin AND a.at < :until AND a.batch IN (SELECT id FROM batch WHERE complete = 1)
AND a.space IN (SELECT space FROM activity WHERE kind = 2 AND thread <> ''
AND batch IN (SELECT id FROM batch WHERE complete = 1))),
answer AS MATERIALIZED (SELECT r.space, r.ext, min(a.at) - r.at AS wait FROM activity AS a
CROSS JOIN activity AS r ON r.space = a.space AND r.ext = a.thread CROSS JOIN temp.health_known AS w
ON w.identity = r.identity CROSS JOIN temp.health_counted AS c ON c.person = w.person CROSS JOIN temp.health_known AS k
ON k.identity = a.identity CROSS JOIN temp.health_person AS p ON p.id = k.person
WHERE a.kind = 2 AND a.thread <> '' AND a.at >= r.at AND r.kind = 1 AND r.at >= :begin AND r.at < :until
AND k.person <> w.person AND p.bot = 0 AND a.batch IN (SELECT id FROM batch WHERE complete = 1)
AND r.batch IN (SELECT id FROM batch WHERE complete = 1) GROUP BY r.space, r.ext)"""
WAITS = f"""{WAIT}, placed AS (SELECT wait, row_number() OVER (ORDER BY wait) AS place, count(*) OVER () AS n
FROM answer) SELECT (SELECT count(*) FROM root), coalesce(max(n), 0),
avg(CASE WHEN place IN ((n + 1) / 2, n / 2 + 1) THEN wait END),
max(CASE WHEN place = (9 * n + 9) / 10 THEN wait END) FROM placed"""
UNANSWERED = f"""{WAIT} SELECT space, ext FROM root EXCEPT SELECT space, ext FROM answer ORDER BY 1, 2"""
COHORTS = """WITH month AS MATERIALIZED (SELECT key AS number, value AS start FROM json_each(:months)),
spell AS MATERIALIZED (SELECT a.number, a.start, b.start AS until FROM month AS a JOIN month AS b
ON b.number = a.number + 1),
came AS MATERIALIZED (SELECT p.person, (SELECT max(key) FROM json_each(:joined) WHERE value <= p.at) AS cohort
FROM (SELECT c.person, CASE WHEN :by_join THEN c.joined ELSE c.first END AS at FROM temp.health_counted AS c) AS p
WHERE p.at >= (SELECT min(value) FROM json_each(:joined)) AND p.at < (SELECT max(value) FROM json_each(:joined)))"""
SIZES = f"{COHORTS} SELECT cohort, count(*) FROM came GROUP BY cohort ORDER BY cohort"
KEPT = f"""{COHORTS} SELECT came.cohort, spell.number, count(DISTINCT came.person) FROM spell
CROSS JOIN temp.health_did AS d ON d.day >= spell.start AND d.day < spell.until JOIN came ON came.person = d.person
WHERE d.kind IN (SELECT value FROM json_each(:kinds)) AND spell.number >= came.cohort
GROUP BY came.cohort, spell.number ORDER BY 1, 2"""


class Lends(Protocol):
    """What the store lends."""

    @property
    def raw(self) -> sqlite3.Connection:
        """The connection to the playbook."""


class SqlHealthQuestions:
    """Sums over the raw activity of an open playbook."""

    def __init__(self, lent: Lends) -> None:
        self._raw = lent.raw
        self._laid: tuple[Setting, int, int] | None = None

    def told(self) -> list[Told]:
        """Return what complete imports tell, by space and kind."""
        return [Told(*row) for row in self._rows(TOLD)]

    def figures(self, measure: str, start: str, end: str) -> list[tuple[str, float]]:
        """Return figures of days that platforms counted themselves."""
        return list(self._rows(FIGURES, (measure, start, end)))

    def prepare(self, setting: Setting) -> None:
        """Lay out who did what on which day, anew when anything was written since."""
        with told():
            if self._laid == (setting, *self._state()):
                return
            with _writable(self._raw):
                lay_out(self._raw, setting)
            self._laid = (setting, *self._state())

    def tally(self, people: People) -> list[tuple[int, int]]:
        """Return how many people have which number."""
        question, values = people_asked.of(people)
        return list(self._rows(f"SELECT number, count(*) FROM ({question}) GROUP BY number ORDER BY number", values))

    def people(self, people: People) -> list[tuple[str, int]]:
        """Return who they are, with their numbers."""
        question, values = people_asked.of(people)
        named = f"({question}) AS it JOIN temp.health_person AS p ON p.id = it.person"
        return list(self._rows(f"SELECT p.key, it.number FROM {named} ORDER BY p.key", values))

    def knows_joins(self) -> int:
        """Return of how many people it is known when they joined."""
        return int(next(self._rows("SELECT count(joined) FROM temp.health_counted"))[0])

    def audience(self, kinds: Kinds, start: int, end: int) -> list[tuple[int, int]]:
        """Return how many people did one of the kinds within the 30 days that end with a day, as changes."""
        return list(self._rows(AUDIENCE, {"kinds": json.dumps(kinds), "start": start, "end": end}))

    def daily(self, kinds: Kinds, start: int, end: int) -> list[tuple[int, int]]:
        """Return how many people did one of the kinds on which day."""
        return list(self._rows(DAILY, {"kinds": json.dumps(kinds), "start": start, "end": end}))

    def waits(self, threads: Threads) -> Waits:
        """Return how long threads waited for their first response."""
        return Waits(*next(self._rows(WAITS, {"begin": threads.begin, "until": threads.until})))

    def unanswered(self, threads: Threads) -> list[tuple[int, str]]:
        """Return the threads that nobody else responded to."""
        return list(self._rows(UNANSWERED, {"begin": threads.begin, "until": threads.until}))

    def cohorts(self, cohorts: Cohorts) -> tuple[list[tuple[int, int]], list[tuple[int, int, int]]]:
        """Return the sizes of cohorts, and how many of them were active in which month."""
        values = {
            "months": json.dumps(cohorts.months),
            "joined": json.dumps(cohorts.joined),
            "by_join": cohorts.by_join,
        }
        return list(self._rows(SIZES, values)), list(self._rows(KEPT, values | {"kinds": json.dumps(cohorts.kinds)}))

    def _rows(self, question: str, values: Any = ()) -> Iterator[Any]:
        with told():
            return iter(self._raw.execute(question, values).fetchall())

    def _state(self) -> tuple[int, int]:
        """Return what is another one after every write, ours or of another process."""
        return self._raw.total_changes, int(self._raw.execute("PRAGMA data_version").fetchone()[0])


@contextmanager
def _writable(raw: sqlite3.Connection) -> Iterator[None]:
    """Let a connection that only reads write beside the file: what is laid out lies in memory."""
    was = raw.execute("PRAGMA query_only").fetchone()[0]
    raw.execute("PRAGMA query_only=OFF")
    try:
        yield
    finally:
        if was:
            raw.execute("PRAGMA query_only=ON")
