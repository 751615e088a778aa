"""The window, given a playbook whose boards, map and tasks somebody made up: a sane page or the copies, never a crash.

Every page is opened and painted; what breaks while painting would end the program.
"""

from __future__ import annotations

import sqlite3
import time
from contextlib import closing
from pathlib import Path

import pytest

from app.errors import KnownError
from app.funnel.branch import Branch, CrossLink
from app.funnel.stage import Stage
from app.message import say
from app.playbook.link import Link
from app.purpose.board import Axis, Board, BoardKind, Connector, GridLine, Note, NoteKind
from app.purpose.kpi import Kpi
from app.purpose.purpose import Purpose
from app.tasks.task import Column, OwnField, Task, TaskStep

NEW = ("home", "purpose", "funnel", "calendar", "tasks")
SLOWEST = 30.0  # seconds for all pages, on a busy machine
LONG = "replace(hex(zeroblob(50000)), '0', 'я')"
LEVELS = (
    "INSERT INTO {table} WITH RECURSIVE n(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < 900) SELECT {row} "
    "FROM n"
)
BRANCH = "'q' || n, 's1', iif(n = 1, '', 'q' || (n - 1)), 0, 'deep', '', '', '', '[]', 0, 0, ''"

SHOWN = {
    "notes of no size": "UPDATE note SET width = 0, height = 0",
    "notes of less than no size": "UPDATE note SET width = -500, height = -9000",
    "notes as far as can be": "UPDATE note SET x = 9999999, y = -9999999 WHERE id = 'n1'",
    "notes as large as can be": "UPDATE note SET width = 9999999, height = 9999999",
    "long texts": f"UPDATE note SET text = {LONG}, source = {LONG}",
    "frames within each other": "UPDATE note SET kind = 'frame', x = 0, y = 0",
    "pictures that are nowhere": "UPDATE note SET kind = 'image', ref = 'zzz'",
    "metrics of nothing": "UPDATE note SET kind = 'metric', ref = 'zzz'",
    "names of nothing": "UPDATE note SET fill = 'zzz', stage = 'zzz', persona = 'zzz', \"group\" = 'g'",
    "broken JSON": """UPDATE note SET kind = 'foreign', "foreign" = '{'""",
    "endless JSON": """UPDATE note SET kind = 'foreign', "foreign" = replace(hex(zeroblob(50000)), '0', '[')""",
    "JSON of other shapes": """UPDATE note SET kind = 'foreign', "foreign" = '{"excalidraw": {"element": {"type": [],
        "x": {}, "points": 5, "groupIds": 5}, "text": {"id": 5}, "at": ["x"]}, "canvas": {"type": 5, "color": []}}'""",
    "lines without end": """UPDATE note SET kind = 'foreign', "foreign" = '{"excalidraw": {"element": {"type": "line",
        "points": [[-1e308, 0], [1e308, 1e308], [0, -1e308]]}, "at": [1e308, 0]}}'""",
    "connectors to themselves": "UPDATE connector SET \"end\" = start, course = 'elbow'",
    "connectors to another board": "UPDATE note SET board = 'b2' WHERE id = 'n1'",
    "a grid of any size": "UPDATE grid_line SET size = 9999999; UPDATE grid_line SET size = -5 WHERE id = 'g2'",
    "no board": "DELETE FROM board",
    "branches that are their own parent": "UPDATE branch SET parent = id",
    "branches in a ring": "UPDATE branch SET parent = iif(id = 'r1', 'r2', 'r1')",
    "branches whose parent is elsewhere": "UPDATE branch SET stage = 's2' WHERE id = 'r2'",
    "branches whose parent is nowhere": "UPDATE branch SET parent = 'zzz'",
    "branches below each other": LEVELS.format(table="branch", row=BRANCH),
    "texts of branches": f"UPDATE branch SET text = {LONG}, icon = '../../etc/passwd', personas = '[\"zzz\"]'",
    "lines to themselves": 'UPDATE cross_link SET "end" = start',
    "strange stages": """UPDATE stage SET target = -1e8, within = -999999999, colour = 'zzz',
        rule = '[["count", "99999999999999999999999"], ["days", "x"], ["kind", "zzz"], ["zz", "1"]]'""",
    "no stage": "DELETE FROM cross_link; DELETE FROM branch; DELETE FROM stage",
    "tasks that are their own part": "UPDATE task SET parent = id",
    "tasks in a ring": "UPDATE task SET parent = iif(id = 't1', 't2', 't1')",
    "tasks of nothing": """UPDATE task SET "column" = 'zzz', owner = 'zzz', program = 'zzz', stage = 'zzz'""",
    "no column": "DELETE FROM task_column",
    "only columns that are done": "UPDATE task_column SET done = 1, \"limit\" = -5, key = 'zzz', name = ''",
    "odd numbers": "UPDATE task SET priority = 77, effort = 1e9, finished = 9999999999999999",
    "days at both ends": "UPDATE task SET start = '1000-01-01', due = '8999-12-31', due_at = '23:59'",
    "tasks without a day": "UPDATE task SET due = NULL, due_at = '14:00', title = ''",
    "own fields": """UPDATE task SET own = '[["f1", "zzz"], ["f2", "nan"], ["zzz", "1"]]', tags = '["", "a", "a"]'""",
    "long tasks": f"UPDATE task SET title = {LONG}, notes = '<img src=file:///etc/passwd>'; "
    f"UPDATE task_step SET text = {LONG}",
    "a KPI without a way": "UPDATE kpi SET baseline = 5, target = 5, since = due",
    "a KPI beyond all measure": f"UPDATE kpi SET baseline = -1e15, target = 1e15, unit = {LONG}",
    "a sentence of nothing": f'UPDATE purpose SET whom = {LONG}, kpis = \'["zzz", "zzz", "k", "k"]\'',
    "links to nothing": "INSERT INTO link SELECT 'q' || id, 'note', id, 'zzz', 'zzz', 'became' FROM note",
    "links to themselves": "INSERT INTO link SELECT 'q' || id, 'task', id, 'task', id, 'became' FROM task",
    "zero bytes": "UPDATE note SET text = 'a' || char(0) || 'b'; UPDATE branch SET text = 'a' || char(0); "
    "UPDATE task SET title = char(0); UPDATE board SET name = char(0)",
}
REFUSED = {
    "notes as wide as no screen": "UPDATE note SET width = 1000000000000",
    "notes of no kind": "UPDATE note SET kind = 'zzz'",
    "notes of no category": "UPDATE note SET category = 'zzz'",
    "boards of no kind": "UPDATE board SET kind = 'zzz'",
    "a grid beyond all measure": "UPDATE grid_line SET size = 999999999",
    "branches of no role": "UPDATE branch SET role = 'zzz'",
    "personas that are no list": "UPDATE branch SET personas = replace(hex(zeroblob(50000)), '0', '[')",
    "a rule that is none": "UPDATE stage SET rule = '[1]'",
    "tasks that repeat each second": "UPDATE task SET repeat = 'FREQ=SECONDLY'",
    "tasks that repeat somehow": "UPDATE task SET repeat = 'zzz'",
    "a time with a zone": "UPDATE task SET due_at = '14:00+02:00'",
    "a day that is none": "UPDATE task SET due = '2027-02-30'",
    "own fields that are no JSON": "UPDATE task SET own = '{'",
    "half characters": "UPDATE task SET tags = '[\"\\ud800\"]'",
    "hours without end": "UPDATE task SET effort = 9e999",
    "a reading without end": "UPDATE reading SET value = 9e999",
    "octets that are no text": "UPDATE note SET text = CAST(x'ff' AS TEXT)",
}


@pytest.fixture
def broken(shell):
    """What the crash dialog would show."""
    told: list[str] = []
    shell.program.crash.broken.disconnect()
    shell.program.crash.broken.connect(told.append)
    return told


@pytest.fixture
def file(shell) -> Path:
    """A playbook with one or two of everything."""
    from datetime import date

    from app.purpose.reading import Reading

    made = shell.make("Kestrel Circle")
    store = shell.playbooks.open(made)
    things = (
        Board("b", "Why", BoardKind.JOURNEY), Board("b2", "Other", position=1), Kpi("k", "Active", target=40.0),
        Note("n1", "b", NoteKind.NOTE, 0, 0, 168, 92, text="Who"), Note("n2", "b", NoteKind.METRIC, 300, 0, 240, 92,
        ref="k"), Connector("c1", "b", "n1", "n2", label="leads to"), GridLine("g1", "b", Axis.MOMENT, "Before", 190),
        GridLine("g2", "b", Axis.MOMENT, "After", 190, 1), GridLine("g3", "b", Axis.TOUCHPOINT, "Forum", 128),
        Stage("s1", "Awareness"), Stage("s2", "Activation", position=1), Branch("r1", "s1", text="Forum"),
        Branch("r2", "s1", "r1", text="Welcome"), CrossLink("x1", "r1", "r2"), Column("todo", "To do"),
        Column("done", "Done", done=True, position=1), Task("t1", "Ask", "todo", due=date(2027, 3, 11)),
        Task("t2", "Part", "todo", parent="t1", repeat="FREQ=WEEKLY"), TaskStep("p1", "t1", 0, "First"),
        OwnField("f1", "task", "Guest"), OwnField("f2", "task", "Size"), Purpose(kpis=("k",), whom="Makers"),
        Reading("d1", "kpi", "k", date(2027, 3, 1), 12.0), Link("l1", "note", "n1", "task", "t1", "became"),
    )  # fmt: skip
    with store.change(say("step.add", title="x")):
        for thing in things:
            store.of(type(thing)).save([thing])
    store.close()
    return made


def spoil(file: Path, statements: str) -> None:
    with closing(sqlite3.connect(file, isolation_level=None)) as raw:
        raw.executescript(statements)


def visit(shell, qtbot) -> None:
    """Open and paint every page as far as the playbook stays open."""
    for name in NEW:
        if shell.window.pages.current_id == "recovery":
            return
        try:
            page = shell.window.pages.show_page(name)
        except KnownError as error:
            shell.program.crash.report(error)
            qtbot.wait(30)
            continue
        qtbot.wait(30)
        assert not page.grab().isNull()


@pytest.mark.parametrize("what", SHOWN)
def test_made_up_boards_maps_and_tasks_are_shown_somehow(shell, file, broken, qtbot, what):
    spoil(file, SHOWN[what])
    begun = time.monotonic()

    shell.open(file)
    visit(shell, qtbot)

    assert broken == []
    assert (shell.window.pages.current_id, shell.program.has_file()) == ("tasks", True)
    assert time.monotonic() - begun < SLOWEST


@pytest.mark.parametrize("what", REFUSED)
def test_what_nobody_would_have_written_leads_to_the_copies(shell, file, broken, qtbot, what):
    spoil(file, REFUSED[what])

    shell.open(file)
    visit(shell, qtbot)

    qtbot.waitUntil(lambda: shell.window.pages.current_id == "recovery")
    assert broken == []
