"""People with a number each, as SQL over what `daily_layout` lays out."""

from __future__ import annotations

import json
from dataclasses import fields
from typing import Any, Final

from app.health.questions import Activated, ActiveDays, Acts, Firsts, Here, People, Readers
from storage.activity.daily_layout import DAY, EPOCH

KIND: Final = "kind IN (SELECT value FROM json_each(:kinds))"
AMONG: Final = "kind IN (SELECT value FROM json_each(:among))"
HERE: Final = (
    "SELECT person FROM temp.health_counted WHERE (since IS NULL OR since < :until) AND (gone IS NULL OR gone > :begin)"
)
QUESTIONS: Final[dict[type, str]] = {
    Acts: f"""SELECT person, sum(CASE WHEN {KIND} THEN n ELSE 0 END) AS number FROM temp.health_did
WHERE day >= :start AND day < :end GROUP BY person HAVING max({AMONG})""",
    ActiveDays: f"""SELECT person, count(DISTINCT day) AS number FROM temp.health_did
WHERE day >= :start AND day < :end AND {KIND} GROUP BY person""",
    Firsts: f"""SELECT person, 1 AS number FROM temp.health_did WHERE {KIND} GROUP BY person
HAVING min(day) >= :start AND min(day) < :end""",
    Here: f"""SELECT person, 1 AS number FROM ({HERE} UNION
SELECT person FROM temp.health_did WHERE day >= :start AND day < :end)""",
    Readers: f"""SELECT person, person IN (SELECT person FROM temp.health_did
WHERE {KIND} AND day >= :start AND day < :end) AS number
FROM temp.health_counted WHERE since < :begin AND (gone IS NULL OR gone > :begin)
AND person NOT IN (SELECT person FROM temp.health_did WHERE {KIND} AND day < :start)""",
    Activated: f"""SELECT person, CASE WHEN joined + :within > :known_until THEN 2
WHEN person IN (SELECT d.person FROM temp.health_did AS d
CROSS JOIN temp.health_counted AS c ON c.person = d.person WHERE d.{KIND}
AND d.day >= :begin / {DAY} + {EPOCH} - 2 AND d.day <= (:until + :within) / {DAY} + {EPOCH} + 2
AND d.last >= c.joined AND d.first < c.joined + :within) THEN 1
ELSE 0 END AS number
FROM temp.health_counted WHERE joined >= :begin AND joined < :until""",
}


def of(people: People) -> tuple[str, dict[str, Any]]:
    """Return the question for (person, number), and its values."""
    values = {field.name: getattr(people, field.name) for field in fields(people)}
    return QUESTIONS[type(people)], {k: json.dumps(v) if isinstance(v, tuple) else v for k, v in values.items()}
