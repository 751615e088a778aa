"""Damaged and hostile tables of tasks: only ImportRejected comes out, what is read can be kept, and soon.

Seeds are tables of our own and of ClickUp; each run mutates them from a fresh, told chance. `make fuzz` runs for a
minute.
"""

from __future__ import annotations

import random
import time
from datetime import date
from pathlib import Path

from app.errors import ImportRejected
from app.exchange.csv_tasks import tasks_csv
from app.exchange.tasks_apply import apply_tasks
from app.tasks.checklist import add_step
from app.tasks.snapshot import Tasks
from app.tasks.task import Priority, Task
from tests.exchange.test_tasks_in import BOTH, CLICKUP, clickup, make
from tests.tasks.builders import add
from widgets.tasks.reading import read_file

SLOWEST = 5.0  # seconds for one small file, on a busy machine; some milliseconds are usual
NASTY = b"""
,
;
"
""
"\n"
'=1+1
9999-12-31
0000-00-00
31.02.2027
25:99
1e999
nan
-1
FREQ=SECONDLY
FREQ=WEEKLY;INTERVAL=0
FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30;COUNT=99999999
own:
clickup:
[[[[
{"a":{"a":{"a":["x"]}}}
99999999999999999999999
-62135596800000
null
\t
\x00
\xff\xfe
\xef\xbb\xbf
Task ID,Task Name,Task ID
Parent ID
\xd0\xa7\xd0\xb0\xd1\x81
""".split(b"\n")


def seeds(folder: Path) -> list[bytes]:
    store = make(folder, "seeds")
    whole = add(store, "AMA, „founders“", due=date(2027, 3, 11), effort=1.5, priority=Priority.HIGH, tags=("a", "b"))
    add_step(store, whole, "Announce")
    add(store, "Part", parent=whole, repeat="FREQ=WEEKLY", notes="=x\nline")
    tasks = Tasks.read(store)
    ours = [tasks_csv(tasks, tasks.all.values(), words, sign) for words in BOTH for sign in ",;"]
    store.close()
    row = dict.fromkeys(CLICKUP, "1") | {"Task Name": "Plan", "Assignees": "[Mila D., Rado T.]", "Checklists": "[]"}
    return [*ours, clickup(row, row | {"Task ID": "2", "Parent ID": "1", "Due Date": "1804810000000"})]


def mutated(chance: random.Random, known: list[bytes]) -> bytes:
    data = bytearray(chance.choice(known))
    for _ in range(chance.randrange(1, 6)):
        at = chance.randrange(len(data) + 1)
        match chance.randrange(5):
            case 0:
                data[at:at] = chance.choice(NASTY)
            case 1:
                data[at : at + chance.randrange(40)] = b""
            case 2:
                data[at : at + 1] = bytes([chance.randrange(256)])
            case 3:
                data[at:at] = data[at : at + chance.randrange(200)]
            case _:
                data[at : at + chance.randrange(12)] = chance.choice(NASTY)
    return bytes(data)


def test_fuzz_only_rejections_come_out_of_tables_and_what_is_read_is_kept(tmp_path, request):
    chance_seed = time.time_ns()
    chance, known = random.Random(chance_seed), seeds(tmp_path)
    store, file = make(tmp_path, "fuzzed"), tmp_path / "t.csv"
    end, read, runs = time.monotonic() + request.config.getoption("--fuzz-seconds"), 0, 0
    while time.monotonic() < end:
        data = mutated(chance, known)
        file.write_bytes(data)
        begin = time.monotonic()
        runs += 1
        try:
            incoming = read_file(lambda *_: None, str(file), "Europe/Sofia")
            brought = apply_tasks(store, incoming, BOTH, file.name)
        except ImportRejected:
            continue
        except Exception as error:
            raise AssertionError(f"chance {chance_seed}: {data!r}") from error
        read += 1
        assert len(brought.added) + len(brought.changed) + brought.same == len(incoming.tasks)
        store.undo()
        assert store.of(Task).count() == 0, f"chance {chance_seed}"
        assert time.monotonic() - begin < SLOWEST, f"chance {chance_seed}"
    store.close()
    assert read > runs // 20  # most damage is borne
