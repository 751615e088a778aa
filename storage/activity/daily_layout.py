"""Lays out who there is and who did what on which day, in tables beside the file whose names begin with `health_`.

`known` (identity → person), `person` (everybody, bots too), `counted` (those who count, since when they are here),
`did` (person, day, kind, how often, first and last instant of the day).
"""

from __future__ import annotations

import json
import sqlite3
from datetime import UTC, date, datetime, timedelta
from typing import Final

from app.health.questions import Setting

DAY: Final = 86_400_000_000
EPOCH: Final = date(1970, 1, 1).toordinal()
COMPLETE: Final = "batch IN (SELECT id FROM batch WHERE complete = 1)"
TABLES: Final = ("did", "counted", "person", "known", "span")
# A person is the member that an identity belongs to, else the identity; what somebody said of a member wins.
SPANS: Final = f"""CREATE TEMP TABLE health_span AS SELECT identity,
min(CASE WHEN kind = 5 THEN at END) AS joined, max(CASE WHEN kind = 5 THEN at END) AS again,
max(CASE WHEN kind = 6 THEN at END) AS gone FROM activity WHERE kind IN (5, 6) AND at IS NOT NULL AND {COMPLETE}
GROUP BY identity"""
PERSONS: Final = """CREATE TEMP TABLE health_person (id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE,
bot INTEGER NOT NULL, staff INTEGER NOT NULL, sure INTEGER NOT NULL, joined INTEGER, gone INTEGER)"""
IDENTITIES: Final = f"""INSERT INTO temp.health_person (key, bot, staff, sure, joined, gone)
SELECT coalesce(o.member, i.key), max(coalesce(m.bot, i.bot)), max(coalesce(m.staff, i.staff)),
max(i.{COMPLETE} OR m.id IS NOT NULL),
min(min(coalesce(i.joined, s.joined), coalesce(s.joined, i.joined))),
CASE WHEN count(*) = count(coalesce(i.gone, CASE WHEN s.gone > coalesce(s.again, s.gone - 1) THEN s.gone END))
THEN max(coalesce(i.gone, s.gone)) END
FROM identity AS i LEFT JOIN member_of AS o ON o.identity = i.key LEFT JOIN member AS m ON m.id = o.member
LEFT JOIN temp.health_span AS s ON s.identity = i.id GROUP BY 1"""
BY_HAND: Final = """INSERT INTO temp.health_person (key, bot, staff, sure)
SELECT id, bot, staff, 1 FROM member WHERE id NOT IN (SELECT key FROM temp.health_person)"""
SAID: Final = """UPDATE temp.health_person SET {column} = midnight FROM (SELECT m.id AS member, d.key AS day,
d.value AS midnight FROM member AS m JOIN json_each(:midnights) AS d ON d.key = m.{said})
WHERE key = member AND ({column} IS NULL OR {column} < midnight OR {column} >= midnight + :day)"""
KNOWN: Final = """CREATE TEMP TABLE health_known (identity INTEGER PRIMARY KEY, person INTEGER NOT NULL)"""
BELONGS: Final = """INSERT INTO temp.health_known SELECT i.id, p.id FROM identity AS i
LEFT JOIN member_of AS o ON o.identity = i.key JOIN temp.health_person AS p ON p.key = coalesce(o.member, i.key)"""
DID: Final = """CREATE TEMP TABLE health_did (day INTEGER NOT NULL, person INTEGER NOT NULL, kind INTEGER NOT NULL,
n INTEGER NOT NULL, first INTEGER NOT NULL, last INTEGER NOT NULL, PRIMARY KEY (day, person, kind)) WITHOUT ROWID"""
DOING: Final = f"""INSERT INTO temp.health_did SELECT (a.at + {{ahead}} + {EPOCH * DAY}) / {DAY} AS day, k.person,
a.kind, count(*), min(a.at), max(a.at) FROM activity AS a JOIN temp.health_known AS k ON k.identity = a.identity
WHERE a.at IS NOT NULL AND a.kind NOT IN (5, 6) AND a.{COMPLETE}
AND k.person IN (SELECT id FROM temp.health_person WHERE bot = 0 AND staff <= :staff) GROUP BY 1, 2, 3"""
COUNTED: Final = """CREATE TEMP TABLE health_counted (person INTEGER PRIMARY KEY, joined INTEGER, first INTEGER,
since INTEGER, gone INTEGER)"""
COUNTING: Final = """INSERT INTO temp.health_counted SELECT p.id, p.joined, f.first,
coalesce(min(p.joined, f.first), p.joined, f.first), p.gone FROM temp.health_person AS p
LEFT JOIN (SELECT person, min(first) AS first FROM temp.health_did GROUP BY person) AS f ON f.person = p.id
WHERE p.bot = 0 AND p.staff <= :staff AND (p.sure OR f.first IS NOT NULL)"""


def lay_out(raw: sqlite3.Connection, setting: Setting) -> None:
    """Make the tables anew."""
    for name in TABLES:
        raw.execute(f"DROP TABLE IF EXISTS temp.health_{name}")
    for statement in (SPANS, PERSONS, IDENTITIES, BY_HAND):
        raw.execute(statement)
    for column, said in (("joined", "joined"), ("gone", "left")):
        days = [row[0] for row in raw.execute(f'SELECT DISTINCT "{said}" FROM member WHERE "{said}" IS NOT NULL')]
        midnights = json.dumps({day: midnight(date.fromisoformat(day), setting) for day in days})
        raw.execute(SAID.format(column=column, said=f'"{said}"'), {"midnights": midnights, "day": DAY})
    for statement in (KNOWN, BELONGS, DID):
        raw.execute(statement)
    staff = {"staff": int(setting.staff)}
    raw.execute(DOING.format(ahead=_ahead(setting)), staff)
    raw.execute(COUNTED)
    raw.execute(COUNTING, staff)


def midnight(day: date, setting: Setting) -> int:
    """Return the instant at which a day begins by the clocks of a setting."""
    plain = (datetime(day.year, day.month, day.day, tzinfo=UTC) - datetime(1970, 1, 1, tzinfo=UTC)) // timedelta(
        microseconds=1
    )
    instant = plain - (setting.offsets[0][1] if setting.offsets else 0)
    for begin, ahead in setting.offsets:
        if plain - ahead >= begin:
            instant = plain - ahead
    return instant


def _ahead(setting: Setting) -> str:
    """Return SQL for how far the clocks are ahead at an instant; whole numbers only."""
    if len(setting.offsets) < 2:
        return str(int(setting.offsets[0][1]) if setting.offsets else 0)
    later = "".join(f" WHEN a.at >= {int(at)} THEN {int(ahead)}" for at, ahead in reversed(setting.offsets[1:]))
    return f"(CASE{later} ELSE {int(setting.offsets[0][1])} END)"
