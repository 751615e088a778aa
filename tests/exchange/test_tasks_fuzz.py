"""Damaged and hostile tables of tasks: only ImportRejected comes out, or tasks that a playbook can keep, and soon.

Seeds are tables of our own and of ClickUp; each run mutates them from a fresh, told chance. `make fuzz` runs for a
minute.
"""

from __future__ import annotations

import random
import time
from pathlib import Path

import pytest

from app.errors import ImportRejected
from app.exchange.clickup import clickup_of, is_clickup
from app.exchange.csv_reading import read_table
from app.exchange.csv_tasks import tasks_csv, tasks_of
from app.exchange.incoming_tasks import IncomingTasks
from app.exchange.tasks_apply import apply_tasks
from app.store import Store
from app.tasks.snapshot import Tasks
from app.tasks.task import Task
from tests.exchange.test_tasks_in import BOTH, clickup, full, make, millis

SLOWEST = 5.0  # seconds for one small file, on a busy machine; some milliseconds are usual
APPLIED = 10  # one in so many is brought in too
NASTY = r"""
"
""
" ""
,,,,,,,,
;;;;
\t
'=1
=cmd|"/c calc"!A1
FREQ=SECONDLY
FREQ=DAILY;COUNT=999999999
FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30
14+01
24:00
1400Z
0001-01-01
9999-12-31
31.2.2027
٢٠٢٧-٠١-٠١
²
nan
-inf
1e400
99999999999999999999
253402300799000
["\ud800\u0000"]
[[[[[[[[[[[[[[[[[[[[
{"a":
[Mila D.,
Task
Task ID,Task Name
[x]
ﬃ
İ
""".strip().split("\n")
BYTES = [it.encode() for it in NASTY] + [b"\x00", b"\xff\xfe", b"\r", b"\n\r", b"\xef\xbb\xbf", b"x" * 140_000]


def seeds(store: Store) -> list[bytes]:
    full(store)
    theirs = clickup(
        {
            "Task ID": "86c1", "Task Name": "Pick a date", "Status": "in progress", "Due Date": millis(2027, 3, 11, 17),
            "Assignees": "[Mila D., Rado T.]", "Tags": "[ama, q1]", "Priority": "2", "Time Estimated": "9000000",
            "Checklists": '{"Before": ["Room", "Tea"]}', "List Name": "Events", "Space Name": "Kestrel",
        },
        {"Task ID": "86c2", "Task Name": "Ask", "Parent ID": "86c1", "Comments": "[x]"},
    )  # fmt: skip
    tasks = Tasks.read(store)
    ours = [tasks_csv(tasks, store.of(Task).all(), words, end) for words in BOTH for end in ",;"]
    return [*ours, theirs, theirs.decode("utf-8-sig").encode("utf-16"), ours[2].decode().encode("cp1251", "replace")]


def mutated(seed: bytes, chance: random.Random) -> bytes:
    data = bytearray(seed)
    for _ in range(chance.randint(1, 8)):
        at = chance.randrange(len(data) + 1)
        cell = data.find(chance.choice([b",", b";", b'"', b"\n"]), at) + 1
        match chance.randrange(6):
            case 0:
                data[at:at] = chance.choice(BYTES)
            case 1:
                data[cell:cell] = chance.choice(BYTES)
            case 2:
                del data[at : at + chance.randrange(60)]
            case 3:
                data[at : at + 1] = bytes([chance.randrange(256)])
            case 4:
                data[at:at] = data[at : at + chance.randrange(300)] * chance.randrange(1, 4)
            case _:
                data[cell : data.find(b",", cell)] = chance.choice(BYTES)
    return bytes(data)


def read(data: bytes) -> IncomingTasks:
    table = read_table(data, "f")
    return clickup_of(table, "Europe/Sofia") if is_clickup(table.head) else tasks_of(table, "f", BOTH)


def bring(store: Store, incoming: IncomingTasks) -> None:
    """Bring tasks in, let them go out again, and take all of it back."""
    before = list(store.of(Task).all())
    apply_tasks(store, incoming, BOTH, "f")
    after = list(store.of(Task).all())
    tasks = Tasks.read(store)
    again = tasks_of(read_table(tasks_csv(tasks, after, BOTH[0]), "f"), "f", BOTH)
    assert len(again.tasks) == len(after)
    if after != before:
        store.undo()
    assert list(store.of(Task).all()) == before


def test_fuzz_damaged_tables_of_tasks_only_ever_refuse(pytestconfig: pytest.Config, tmp_path: Path):
    store = make(tmp_path, "kestrel")
    told = random.SystemRandom().randrange(1 << 32)
    chance, tried, taken, begins = random.Random(told), 0, 0, seeds(store)
    end = time.monotonic() + pytestconfig.getoption("--fuzz-seconds")
    while time.monotonic() < end or tried < 50:
        data, begun, tried = mutated(chance.choice(begins), chance), time.monotonic(), tried + 1
        try:
            incoming = read(data)
            taken += 1
            if tried % APPLIED == 0:
                bring(store, incoming)
        except ImportRejected:
            pass
        except Exception as error:
            raise AssertionError(f"seed {told}, file {tried}: {data!r}") from error
        assert time.monotonic() - begun < SLOWEST, f"seed {told}, file {tried} is slow: {data!r}"
    store.close()
    assert taken > 10
    print(f"{tried} damaged tables of tasks, {taken} of them read, seed {told}")
