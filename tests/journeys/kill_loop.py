"""Ends the working program with no warning, again and again, and looks for lost edits.

`python -m tests.journeys.kill_loop --kills 200`: after each kill every acknowledged edit has to be in the file, the
file has to open and `verify` has to find nothing.
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

from app.calendar.event import Event
from storage.playbooks import SqlPlaybooks

ROOT = Path(__file__).parents[2]


@dataclass(slots=True)
class Tally:
    """What came of the kills."""

    kills: int = 0
    acknowledged: int = 0
    lost: int = 0
    damaged: int = 0

    def line(self) -> str:
        return (
            f"{self.kills} kills, {self.acknowledged} acknowledged edits, {self.lost} lost, "
            f"{self.damaged} files with findings"
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
        _one_kill(
            [sys.executable, "-m", "tests.journeys.editor", str(book), str(acknowledged)], world, chance, acknowledged
        )
        lines = [line.split("\t") for line in acknowledged.read_text().splitlines()]
        acknowledged.unlink()
        _count(playbooks, book, lines, tally)
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
    time.sleep(chance.uniform(0, 0.4))
    process.send_signal(signal.SIGKILL)
    process.wait()


def _count(playbooks: SqlPlaybooks, book: Path, lines: list[list[str]], tally: Tally) -> None:
    """Compare the file with the last acknowledged state of each event; one edit may be further than its word."""
    last = {line[0]: (line[1], line[2]) for line in lines if len(line) == 3}
    store = playbooks.open(book, read_only=True)
    now = {event.id: (event.title, str(event.day)) for event in store.of(Event).some(last)}
    store.close()
    differing = [event_id for event_id in last if now.get(event_id) != last[event_id]]
    older = [
        event_id for event_id in differing if event_id not in now or _number(now[event_id]) < _number(last[event_id])
    ]
    tally.kills += 1
    tally.acknowledged += len(lines)
    tally.lost += max(len(older), len(differing) - 1)
    tally.damaged += bool(playbooks.verify(book))


def _number(state: tuple[str, str]) -> int:
    """Return the number of the edit that gave an event its title, 0 before the first."""
    words = state[0].split()
    return int(words[1]) if words[0] == "edit" else 0


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--kills", type=int, default=200)
    with TemporaryDirectory(dir=ROOT) as place:
        result = run(parser.parse_args().kills, Path(place), told=True)
    print(result.line())
    sys.exit(1 if result.lost or result.damaged else 0)
