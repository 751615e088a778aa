"""A program that dies in mid-write: every change that was acknowledged is there, and none is half there."""

import os
import random
import shutil
import signal
import subprocess
import sys
import time

from app.calendar.event import ChecklistStep, Event
from storage.verifying import problems
from tests.house.source import ROOT
from tests.storage.making import a_step, an_event, save

WRITE = """
import os, sys
from pathlib import Path
from app.calendar.event import ChecklistStep, Event
from app.calendar.kind import Kind
from app.message import say
from app.playbook.playbook import Playbook
from storage.playbooks import SqlPlaybooks
path, log = Path(sys.argv[1]), os.open(sys.argv[2], os.O_WRONLY | os.O_CREAT | os.O_APPEND)
store = SqlPlaybooks(path.parent / "data").open(path)
with store.change(say("step.begin")):
    store.of(Playbook).save([Playbook("playbook", "Kestrel Circle")])
    store.of(Kind).save([Kind("ama", "AMA")])
number = store.of(Event).count()
while True:
    with store.change(say("step.add")):  # always both
        store.of(Event).save([Event(f"e{number:06}", f"Title {number}", "ama", notes="n" * (number % 50) * 100)])
        store.of(ChecklistStep).save([ChecklistStep(f"c{number:06}", f"e{number:06}", 0, "step")])
    os.write(log, f"{number}\\n".encode())
    number += 1
    if number % 7 == 0:
        store.undo()
        store.redo()
"""


def test_no_acknowledged_change_is_lost_to_a_kill(playbooks, path, tmp_path):
    playbooks.create(path).close()
    log = tmp_path / "acknowledged"
    for _ in range(4):
        process = subprocess.Popen([sys.executable, "-c", WRITE, str(path), str(log)], cwd=ROOT)
        began = log.stat().st_size if log.exists() else 0
        while not log.exists() or log.stat().st_size <= began + 40:
            time.sleep(0.005)
            assert process.poll() is None
        time.sleep(random.uniform(0, 0.15))
        process.send_signal(signal.SIGKILL)
        process.wait()

        store = playbooks.open(path)
        events = {event.id for event in store.of(Event).all()}
        steps = {step.event for step in store.of(ChecklistStep).all()}
        store.close()
        acknowledged = {f"e{int(line):06}" for line in log.read_text().split()}
        # a step may be undone and not yet done again: with all of it
        assert len(acknowledged - events) <= 1
        assert steps == events
        assert problems(path) == []


def test_a_torn_log_gives_a_prefix_of_the_changes(playbooks, store, path, tmp_path):
    for number in range(40):
        save(store, an_event(id=f"e{number:03}"), a_step(id=f"c{number:03}", event=f"e{number:03}"))
    whole = path.with_name(path.name + "-wal").read_bytes()
    chance = random.Random(7)

    for attempt in range(25):
        torn = tmp_path / f"torn{attempt}" / path.name
        torn.parent.mkdir()
        shutil.copyfile(path, torn)
        place = chance.randrange(len(whole))
        rest = os.urandom(300) if attempt % 2 else b""
        torn.with_name(torn.name + "-wal").write_bytes(whole[:place] + rest)

        again = playbooks.open(torn)
        events = [event.id for event in again.of(Event).all()]
        assert events == [f"e{number:03}" for number in range(len(events))]
        assert [step.event for step in again.of(ChecklistStep).all()] == events
        while again.undo():
            pass
        assert again.of(Event).count() == 0
        again.close()
