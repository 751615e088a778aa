"""Ends the working program with no warning, again and again, and looks for lost edits.

`python -m tests.journeys.kill_loop --kills 200`: after each kill every acknowledged edit has to be in the file, the
file has to open, nothing may be there by halves, and `verify` has to find nothing.
"""

from __future__ import annotations

import argparse
import os
import random
import signal
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from storage.playbooks import SqlPlaybooks
from tests.journeys.acknowledged import halves, lost
from tests.journeys.editor import PAGES

ROOT = Path(__file__).parents[2]


@dataclass(slots=True)
class Tally:
    """What came of the kills."""

    kills: int = 0
    acknowledged: int = 0
    lost: int = 0
    halves: int = 0  # things made in one step of which not all are there
    damaged: int = 0

    def line(self) -> str:
        return (
            f"{self.kills} kills, {self.acknowledged} acknowledged edits, {self.lost} lost, "
            f"{self.halves} done by halves, {self.damaged} files with findings"
        )


def run(kills: int, folder: Path, seed: int = 1, told: bool = False) -> Tally:
    """Kill the program so often and count."""
    chance = random.Random(seed)
    book, acknowledged = folder / "book.sedyanka", folder / "acknowledged"
    world = os.environ | {"HOME": str(folder), "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    for kind in ("DATA", "CONFIG", "CACHE", "STATE"):
        world[f"XDG_{kind}_HOME"] = str(folder / kind.lower())
    subprocess.run(
        [sys.executable, "main.py", "sample", str(book)], cwd=ROOT, env=world, check=True, capture_output=True
    )
    playbooks = SqlPlaybooks(folder / "backups")
    tally = Tally()
    while tally.kills < kills:
        first = PAGES[tally.kills % len(PAGES)]
        command = [sys.executable, "-m", "tests.journeys.editor", str(book), str(acknowledged), first]
        _one_kill(command, world, chance, acknowledged)
        _count(playbooks, book, acknowledged.read_text().splitlines(), tally)
        acknowledged.unlink()
        if told and tally.kills % 10 == 0:
            print(tally.line(), flush=True)
    return tally


def _one_kill(command: list[str], world: dict[str, str], chance: random.Random, acknowledged: Path) -> None:
    process = subprocess.Popen(command, cwd=ROOT, env=world, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    end = time.monotonic() + 30
    while not acknowledged.exists() or not acknowledged.stat().st_size:
        assert time.monotonic() < end, "the program made no edit"
        assert process.poll() is None, f"the program ended by itself with {process.returncode}"
        time.sleep(0.005)
    time.sleep(chance.uniform(0, 1))
    process.send_signal(signal.SIGKILL)
    process.wait()


def _count(playbooks: SqlPlaybooks, book: Path, lines: list[str], tally: Tally) -> None:
    store = playbooks.open(book, read_only=True)
    tally.kills += 1
    tally.acknowledged += len(lines)
    tally.lost += lost(store, lines)
    tally.halves += halves(store)
    store.close()
    tally.damaged += bool(playbooks.verify(book))


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--kills", type=int, default=200)
    with TemporaryDirectory(dir=ROOT) as place:
        result = run(parser.parse_args().kills, Path(place), told=True)
    print(result.line())
    sys.exit(1 if result.lost or result.halves or result.damaged else 0)
