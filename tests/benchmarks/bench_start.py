"""S1, S2, S3: from the start of the process to the first painted window, to a calendar that answers, and its memory."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from tests.benchmarks.figure import Figure
from tests.benchmarks.reference import ROOT, disk, reference, world

IDS = ("S1", "S2", "S3")
RUNS = 7
SETTLED = 0.5  # seconds after which the memory is looked at
FLOOR = """
import sys, time
from PySide6.QtWidgets import QApplication, QMainWindow
class Window(QMainWindow):
    told = False
    def paintEvent(self, event):
        super().paintEvent(event)
        if not Window.told:
            Window.told = True
            print("painted", f"{time.time():.4f}", flush=True)
app = QApplication([])
window = Window()
window.resize(1440, 900)
window.show()
for _ in range(20):
    app.processEvents()
if "sqlalchemy" in sys.argv:
    import sqlalchemy
print("ready", f"{time.time():.4f}", flush=True)
app.exec()
"""


def measure() -> Iterator[Figure]:
    with disk() as home:
        book = reference(home)
        bare, with_sql, ours = [], [], []
        for _ in range(RUNS):
            bare.append(start([sys.executable, "-c", FLOOR], home))
            with_sql.append(start([sys.executable, "-c", FLOOR, "sqlalchemy"], home))
            ours.append(start_on(book, home))
    painted, floor = typical_of(ours, "painted"), typical_of(bare, "painted")
    yield Figure("S1", "process start to first painted window", painted, floor, 1.3)
    ready, floor = typical_of(ours, "ready"), typical_of(with_sql, "ready")
    yield Figure("S2", "process start to calendar of REF painted and answering", ready, floor, 1.6)
    memory, least = typical_of(ours, "memory"), typical_of(bare, "memory")
    yield Figure("S3", "memory after that", memory, least, 2.5, unit="MB")


def typical_of(runs: list[dict[str, float]], mark: str) -> float:
    return median(run[mark] for run in runs)


def start_on(book: Path, home: Path) -> dict[str, float]:
    """Start the program on a playbook; return when it was painted and ready (ms), and its memory (MB)."""
    return start([sys.executable, "main.py", str(book), "--time"], home)


def start(command: list[str], home: Path) -> dict[str, float]:
    begun = time.time()
    process = subprocess.Popen(
        command, cwd=ROOT, env=world(home), stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    )
    assert process.stdout is not None
    marks: dict[str, float] = {}
    try:
        while "ready" not in marks:
            line = process.stdout.readline()
            assert line, f"ended before it was ready: {command}"
            if line.startswith(("painted ", "ready ")):
                name, moment = line.split()
                marks[name] = (float(moment) - begun) * 1000
        time.sleep(SETTLED)
        status = Path(f"/proc/{process.pid}/status").read_text(encoding="utf-8")
        marks["memory"] = int(status.split("VmRSS:")[1].split()[0]) / 1024
    finally:
        process.kill()
        process.wait()
    return marks
