"""The playbook that everything is measured with, and a home of its own for those who open it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from app.calendar.plan import Plan
from app.calendar.quarter import Quarter
from storage.store import SqlStore

ROOT = Path(__file__).parents[2]
ON_DISK = ROOT / "out"  # never a file system in memory: a commit there waits for no disk
EVENTS = 300  # series and single events: about 2,000 occurrences in 13 weeks


@contextmanager
def disk() -> Iterator[Path]:
    """Lend a folder on the disk that the program is on."""
    ON_DISK.mkdir(exist_ok=True)
    with TemporaryDirectory(dir=ON_DISK) as folder:
        yield Path(folder)


def reference(home: Path, events: int = EVENTS) -> Path:
    """Make the reference playbook, or one with more events in the same weeks."""
    book = home / f"reference-{events}.sedyanka"
    if book.exists():
        return book
    command = [sys.executable, "main.py", "generate", str(book), "--seed", "1", "--events", str(events)]
    subprocess.run(command, cwd=ROOT, env=world(home), check=True, capture_output=True)
    return book


def read_plan(book: Path) -> Plan:
    store = SqlStore(book, read_only=True)
    plan = Plan.read(store)
    store.close()
    return plan


def quarter_of(plan: Plan) -> Quarter:
    return Quarter(plan.playbook.start, plan.playbook.first_weekday)


def world(home: Path) -> dict[str, str]:
    """Return the surroundings of a process: settings and data in a home of its own, no screen."""
    world = os.environ | {"HOME": str(home), "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    world.pop("PYTHONDONTWRITEBYTECODE", None)  # else every start would compile the program
    world |= {"LC_ALL": "C.UTF-8", "LANG": "C.UTF-8"}
    for kind in ("DATA", "CONFIG", "CACHE", "STATE"):
        world[f"XDG_{kind}_HOME"] = str(home / kind.lower())
    return world
