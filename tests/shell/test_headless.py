"""Without a display the program does its main job all the same."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

from pypdf import PdfReader

ROOT = Path(__file__).resolve().parents[2]
OF_DISPLAY = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "LC_ALL", "LC_MESSAGES", "LANGUAGE")


def test_without_a_display_an_event_is_dragged_and_the_plan_written(tmp_path: Path) -> None:
    env = {name: value for name, value in os.environ.items() if name not in OF_DISPLAY}
    env |= {"HOME": str(tmp_path), "TMPDIR": str(tmp_path / "tmp"), "PYTHONPATH": str(ROOT), "LANG": "C.UTF-8"}
    (tmp_path / "tmp").mkdir()
    words = [sys.executable, str(ROOT / "main.py")]
    done = subprocess.run(words, cwd=tmp_path, env=env, capture_output=True, text=True, timeout=120, check=False)

    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("There is no display here")
    weeks = re.findall(r"Week \d+: ([\d.]+) → ([\d.]+)", done.stdout)
    assert [float(after) - float(before) for before, after in weeks] == [-2.5, 2.5]
    out = tmp_path / "out"
    assert sorted(path.name for path in out.glob("*.png")) == [
        f"calendar-{theme}-{language}.png" for theme in ("dark", "light") for language in ("bg", "en")
    ]
    assert len(PdfReader(out / "plan.pdf").pages) > 1
    assert "DTSTART;TZID=Europe/Sofia:20270415T" in (out / "plan.ics").read_text(encoding="utf-8")
    assert list((tmp_path / "tmp").iterdir()) == []
