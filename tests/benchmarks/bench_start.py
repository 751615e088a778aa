"""S1, S2, S3: from the start of the process to the first painted window, to a calendar that answers, and its memory."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from tests.benchmarks.figure import Figure

IDS = ("S1", "S2", "S3")
ROOT = Path(__file__).parents[2]
RUNS = 7
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
    with TemporaryDirectory() as folder:
        home = Path(folder)
        book = home / "reference.sedyanka"
        subprocess.run(
            [sys.executable, "main.py", "generate", str(book), "--seed", "1", "--events", "300"],
            cwd=ROOT, env=_world(home), check=True, capture_output=True,
        )  # fmt: skip
        bare, with_sql, ours = [], [], []
        for _ in range(RUNS):
            bare.append(_start([sys.executable, "-c", FLOOR], home))
            with_sql.append(_start([sys.executable, "-c", FLOOR, "sqlalchemy"], home))
            ours.append(_start([sys.executable, "main.py", str(book), "--time"], home))
    painted = median(run["painted"] for run in ours)
    yield Figure("S1", "process start to first painted window", painted, median(run["painted"] for run in bare), 1.3)
    ready = median(run["ready"] for run in ours)
    floor = median(run["ready"] for run in with_sql)
    yield Figure("S2", "process start to calendar of REF painted and answering", ready, floor, 1.6)
    memory, least = median(run["memory"] for run in ours), median(run["memory"] for run in bare)
    yield Figure("S3", "memory after that", memory, least, 2.5, unit="MB")


def _world(home: Path) -> dict[str, str]:
    world = os.environ | {"HOME": str(home), "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    for kind in ("DATA", "CONFIG", "CACHE", "STATE"):
        world[f"XDG_{kind}_HOME"] = str(home / kind.lower())
    return world


def _start(command: list[str], home: Path) -> dict[str, float]:
    begun = time.time()
    process = subprocess.Popen(
        command, cwd=ROOT, env=_world(home), stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
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
        time.sleep(0.5)
        status = Path(f"/proc/{process.pid}/status").read_text(encoding="utf-8")
        marks["memory"] = int(status.split("VmRSS:")[1].split()[0]) / 1024
    finally:
        process.kill()
        process.wait()
    return marks
