"""The program as a process: what it paints first, what it opens, and that a second start leaves it to the first."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.shell.program import Shell

ROOT = Path(__file__).parents[2]


@pytest.fixture
def file(tmp_path, playbooks):
    from storage.playbooks import SqlPlaybooks

    return Shell.make(type("Maker", (), {"folder": tmp_path, "playbooks": SqlPlaybooks(tmp_path / "data")})(), "Club")


@pytest.fixture
def start(home):
    """Start the program; it ends with the test."""
    running = []

    def started(*words):
        world = os.environ | {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT), "HOME": str(home)}
        process = subprocess.Popen(
            [sys.executable, "main.py", *map(str, words), "--time"],
            cwd=ROOT, env=world, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        )  # fmt: skip
        running.append(process)
        return process

    yield started
    for process in running:
        process.kill()
        process.communicate()


def told(process, what):
    """Wait until the process says something."""
    return any(line.startswith(what) for line in process.stdout)


def test_it_paints_and_is_ready_with_a_playbook(start, file):
    program = start(file)

    assert told(program, "painted")
    assert told(program, "ready")
    assert program.poll() is None


def test_a_second_start_leaves_the_playbook_to_the_first(start, file):
    first = start(file)
    assert told(first, "ready")
    time.sleep(1)  # it listens once its calendar shows

    second = start(file)

    assert second.wait(timeout=20) == 0
    assert first.poll() is None


def test_without_a_file_it_opens_the_one_used_last(start, file, home):
    first = start(file)
    assert told(first, "ready")
    first.kill()
    first.communicate()

    assert told(start(), "ready")
    settings = next((home / "config").rglob("settings.json"))
    assert str(file) in settings.read_text(encoding="utf-8")


def test_the_way_around_reading_every_source_still_fits_this_pyside():
    code = """
import sys
from PySide6.QtCore import QObject
from widgets.shell.sources import read_no_sources
import linecache
read_no_sources()
before = set(linecache.cache)
import colorsys, wave
print(sorted(set(linecache.cache) - before))
"""
    world = os.environ | {"PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"}
    told = subprocess.run([sys.executable, "-c", code], cwd=ROOT, env=world, capture_output=True, text=True, check=True)

    assert told.stdout.strip() == "[]"
