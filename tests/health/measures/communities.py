"""Communities by chance in the raw tables, and the same rows for whoever counts them another way."""

import random
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from app.health.measures.asking import asking
from app.members.member import Member
from app.members.member_of import MemberOf
from app.message import say
from app.playbook.playbook import PLAYBOOK_ID, Playbook
from storage.activity.questions import SqlHealthQuestions
from storage.playbooks import SqlPlaybooks

MONDAY = datetime(2026, 9, 7, tzinfo=UTC)
DAY = 86_400_000_000
NOW = datetime(2027, 3, 10, 12, tzinfo=UTC)


def micros(at: datetime) -> int:
    return (at - datetime(1970, 1, 1, tzinfo=UTC)) // timedelta(microseconds=1)


@dataclass
class Community:
    """Rows as they lie in the file."""

    identities: list[dict] = field(default_factory=list)
    activity: list[dict] = field(default_factory=list)
    batches: list[tuple[int, int]] = field(default_factory=lambda: [(1, 1), (2, 0)])
    members: dict[str, str] = field(default_factory=dict)
    zone: str = "Europe/Sofia"

    def person(self, name, **fields):
        self.identities.append({"key": name, "bot": 0, "staff": 0, "joined": None, "gone": None, "batch": 1} | fields)
        return len(self.identities)

    def act(self, who, kind, at, **fields):
        ext = f"a{len(self.activity)}"
        if isinstance(at, datetime):
            at = micros(at)
        row = {"space": 1, "ext": ext, "identity": who, "kind": kind, "at": at, "thread": "", "batch": 1}
        self.activity.append(row | fields)
        return ext

    def open(self, folder: Path):
        store = SqlPlaybooks(now=lambda: NOW).create(folder / "c.sedyanka")
        with store.change(say("step.add", title="x")):
            store.of(Playbook).save([Playbook(PLAYBOOK_ID, "Kestrel Circle", zone=self.zone)])
            store.of(Member).save(Member(it, it) for it in dict.fromkeys(self.members.values()))
            store.of(MemberOf).save(MemberOf(key, key, member) for key, member in self.members.items())
        raw = store._raw
        raw.executemany("INSERT INTO batch VALUES (?, 1, 'slack', 'x', 0, ?, NULL, NULL, '')", self.batches)
        raw.executemany(
            """INSERT INTO identity VALUES
            (:id, :key, 1, '', '', '', '', '', :bot, :staff, :joined, :gone, NULL, '', :batch)""",
            [row | {"id": number} for number, row in enumerate(self.identities, 1)],
        )
        raw.executemany(
            "INSERT INTO activity VALUES (:space, :ext, :identity, :kind, :at, 0, :thread, 0, :batch)", self.activity
        )
        return store


@dataclass
class Lent:
    """What the store lends to its parts."""

    raw: Any


def look(community, folder):
    store = community.open(folder)
    return asking(store, SqlHealthQuestions(Lent(store._raw)))


def by_chance(seed: int) -> Community:
    chance = random.Random(seed)
    made = Community(zone=chance.choice(["Europe/Sofia", "UTC", "America/Los_Angeles", "Australia/Lord_Howe"]))
    begin = micros(MONDAY)
    span = chance.randint(40, 170) * DAY
    for number in range(chance.randint(1, 25)):
        joined = begin + chance.randrange(span) if chance.random() < 0.6 else None
        gone = (joined or begin) + chance.randrange(span) if chance.random() < 0.2 else None
        bot, staff = int(chance.random() < 0.1), int(chance.random() < 0.15)
        made.person(f"slack:T:{number}", joined=joined, gone=gone, bot=bot, staff=staff)
        if chance.random() < 0.2 and not bot:
            made.members[f"slack:T:{number}"] = f"m{chance.randrange(3)}"
    roots = []
    for _ in range(chance.randint(0, 400)):
        who = min(chance.randint(1, len(made.identities)), chance.randint(1, len(made.identities)))
        at = begin + chance.randrange(span)
        kind = chance.choice([1, 1, 2, 2, 2, 3, 4, 7, 8, 9])
        batch = 2 if chance.random() < 0.05 else 1
        if kind == 2 and roots and chance.random() < 0.8:
            made.act(who, 2, at, thread=chance.choice(roots), batch=batch)
        elif kind == 3 and chance.random() < 0.3:
            made.act(who, 3, None, batch=batch)
        else:
            ext = made.act(who, kind, at, batch=batch)
            if kind == 1:
                roots.append(ext)
    return made


def day_of(at: int, zone) -> date:
    return (datetime(1970, 1, 1, tzinfo=UTC) + timedelta(microseconds=at)).astimezone(zone).date()
