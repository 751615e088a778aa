"""Damaged and hostile exports of communities: only ImportRejected comes out, or what a playbook can keep, and soon."""

from __future__ import annotations

import json
import random
import time
from collections.abc import Callable
from types import ModuleType
from typing import Any

import pytest

from app.errors import ImportRejected
from app.exchange.discourse import source as discourse
from app.exchange.instants import LAST
from app.exchange.slack import analytics_source
from app.exchange.slack import source as slack
from tests.exchange.discourse.test_forum import USERS, archive, post, topic
from tests.exchange.files import Files, Told, one_file, packed, told_by
from tests.exchange.slack.test_slack_analytics import analytics
from tests.exchange.slack.test_slack_export import export, said, stamp

SLOWEST = 5.0  # seconds for one small export, on a busy machine; some milliseconds are usual
ODD = [None, True, -1, 0, 1e308, 10**30, 10**400, "", "x", "🙂", [], {}, [[]], "1700000000.000000", "\ud800\x00", "U1",
       "9" * 40, "2027-03-04T10:00:00Z", "0001-01-01T00:00:00+14:00", "C1", "<@U1|>", 1700000000]  # fmt: skip
BYTES = [b"\x00", b"\xff\xfe", b'"', b"\r", b"\n\r", b"\xef\xbb\xbf", b";", b",,,,", b"x" * 140_000, b"[" * 3000]


def slack_seeds() -> list[Files]:
    talk = [
        said("U1", "Hi <@U2> & <http://example.org|x>", thread_ts=stamp(), replies=[{"user": "U2", "ts": stamp(4)}]),
        said("U2", after=4, thread_ts=stamp(), parent_user_id="U1"),
        said("U9", user_profile={"name": "i"}),
        said("U1", after=5, reactions=[{"name": "a::skin-tone-2", "users": ["U2"], "count": 1}], files=[{"id": "F"}]),
        {"type": "message", "subtype": "bot_message", "bot_id": "B1", "ts": stamp(6)},
        said("U2", subtype="channel_join"),
        {"subtype": "file_comment", "ts": stamp(7), "file": {"user": "U1"}, "comment": {"user": "U2"}},
    ]
    return [export(*talk), export(*talk, root="a/", **{"dms.json": [{"id": "D1", "members": ["U1", "U2"]}]})]


def analytics_seeds() -> list[Files]:
    return [analytics("05/11/2019,3,2,2,0,1", '"13/11/2019",3,"2,5",2,0,1', "x,1"), analytics("2027-03-04,3,,2,0,1")]


def discourse_seeds() -> list[Files]:
    talk = topic(post(50, 1), post(51, 2, 7, cooked='<aside class="quote"><p>a</p></aside><p>b &amp; c</p>'))
    query = "post_id,topic_id,post_number,user_id,created_at,category_id,raw\n51,5,2,7,2026-11-05T10:00:00Z,3,y\n"
    likes = "post_id,liked_by_id,created_at\n51,1,2026-11-05T10:00:00Z\n"
    tables = {"users.csv": USERS, "posts.csv": query, "likes.csv": likes, "visits-1.csv": "date,value\n2026-11-05,1\n"}
    return [Files({"5.json": talk, **tables}), archive(), one_file("users.csv.gz", packed(USERS))]


SEEDS: list[tuple[ModuleType, Callable[[], list[Files]]]] = [
    (slack, slack_seeds),
    (analytics_source, analytics_seeds),
    (discourse, discourse_seeds),
]


def changed(value: Any, chance: random.Random) -> Any:
    """Put something odd somewhere."""
    if chance.random() < 0.04:
        return chance.choice(ODD)
    match value:
        case dict():
            kept = {key: changed(it, chance) for key, it in value.items() if chance.random() > 0.02}
            return kept | ({chance.choice(list(value)): chance.choice(ODD)} if value and chance.random() < 0.05 else {})
        case list():
            items = [changed(it, chance) for it in value if chance.random() > 0.02]
            return items + items[:1] if chance.random() < 0.1 else items
    return value


def damaged(data: bytes, chance: random.Random) -> bytes:
    if chance.random() < 0.7 and data[:1] in b"[{" and data:
        return json.dumps(changed(json.loads(data), chance)).encode()
    octets = bytearray(data)
    for _ in range(chance.randint(1, 6)):
        at = chance.randrange(len(octets) + 1)
        cell = octets.find(chance.choice([b",", b";", b'"', b"\n"]), at) + 1
        match chance.randrange(5):
            case 0:
                octets[at:at] = chance.choice(BYTES)
            case 1:
                octets[cell:cell] = str(chance.choice(ODD)).encode("utf-8", "replace")
            case 2:
                del octets[at : at + chance.randrange(40)]
            case 3:
                octets[at : at + 1] = bytes([chance.randrange(256)])
            case _:
                octets[at:at] = octets[at : at + chance.randrange(200)] * chance.randrange(1, 4)
    return bytes(octets)


def check(told: Told) -> None:
    """What came out can be written into a playbook."""
    for it in told.activities:
        assert it.ext
        assert it.person
        assert type(it.kind) is int
        assert it.at is None or 0 < it.at < LAST
        f"{it.ext}{it.person}{it.place}{it.thread}{it.target}{it.text}".encode()
    for who in told.people.values():
        assert who.ext
        " ".join((who.ext, who.name, who.handle, who.email, who.zone, *who.foreign, *who.foreign.values())).encode()
        assert all(at is None or 0 < at < LAST for at in (who.joined, who.left, who.seen))
    for where in told.places.values():
        assert where.ext
        (where.ext + where.name).encode()
    for figure in told.figures:
        assert abs(figure.value) < 1e300
    "".join(it.file + it.place for it in told.refused).encode()


@pytest.mark.parametrize(("source", "seeds"), SEEDS, ids=[source.__name__ for source, _ in SEEDS])
def test_fuzz_damaged_exports_only_ever_refuse(source, seeds, pytestconfig):
    number = random.SystemRandom().randrange(1 << 32)
    chance, tried, taken, begins = random.Random(number), 0, 0, seeds()
    end = time.monotonic() + pytestconfig.getoption("--fuzz-seconds")
    while time.monotonic() < end or tried < 50:
        files, begun, tried = chance.choice(begins), time.monotonic(), tried + 1
        holds = {name: damaged(data, chance) if chance.random() < 0.6 else data for name, data in files.files.items()}
        try:
            source.recognise(Files(holds, files.name))
            source.space(Files(holds, files.name))
            check(told_by(source, Files(holds, files.name)))
            taken += 1
        except ImportRejected:
            pass
        except Exception as error:
            raise AssertionError(f"seed {number}, export {tried}: {holds!r}") from error
        assert time.monotonic() - begun < SLOWEST, f"seed {number}, export {tried} is slow: {holds!r}"
    assert taken > 10
    print(f"{tried} damaged exports of {source.__name__}, {taken} of them read, seed {number}")
