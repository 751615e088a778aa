"""Large imports are written in short steps; nothing of them shows before the last, and nothing stays of half of one."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from time import thread_time

import pytest

from app.exchange.csv_tasks import read_tasks
from app.exchange.in_steps import BATCH, STAGED_FROM, walked
from app.exchange.tasks_apply import apply_in_steps, apply_tasks
from app.exchange.tasks_compare import compare_tasks
from app.message import say
from app.playbook.playbook import Person
from app.tasks.task import Column, OwnField, Task, TaskStep
from tests.exchange.test_tasks_in import BOTH, make
from tests.tasks.builders import add

FRAME = 0.05  # seconds that the window may stand still


@pytest.fixture
def store(tmp_path: Path):
    store = make(tmp_path, "kestrel")
    yield store
    store.close()


def table(rows: int, title: str = "Ask member") -> bytes:
    head = "Task,Status,Due,Assignee,Tags,Checklist,Guest"
    line = '{title} {n},To do,2027-03-12,Mila D.,"ama, q1","[x] Ask\n[ ] Recap",Petya S.'
    return "\n".join([head, *(line.format(title=title, n=n) for n in range(rows))]).encode()


def steps_of(store, rows, title="Ask member"):
    return apply_in_steps(store, read_tasks(table(rows, title), "t.csv", BOTH), BOTH, "t.csv")


def kept(store):
    return tuple(store.of(kind).count() for kind in (Task, TaskStep, Column, OwnField, Person))


@pytest.mark.parametrize("rows", [3, STAGED_FROM])
def test_few_and_many_tasks_come_in_alike_and_as_one_step(store, rows):
    before = kept(store)

    plan = walked(steps_of(store, rows))

    assert len(plan.added) == rows
    tasks = {task.title: task for task in store.of(Task).all()}
    one = tasks["Ask member 0"]
    assert (len(tasks), store.of(TaskStep).count(), one.tags, one.owner) == (rows, 2 * rows, ("ama", "q1"), "mila")
    assert [value for _, value in one.own] == ["Petya S."]
    assert store.of(Column).get(one.column).key == "todo"
    assert walked(steps_of(store, rows, "Ask member")).added  # titles are no identity
    store.undo()
    assert store.undo() == say("tasks.step.import", file="t.csv")
    assert kept(store) == before


def test_ten_thousand_tasks_are_written_in_steps_that_are_shorter_than_a_frame_and_show_at_the_end(store):
    steps, longest, shares = steps_of(store, 10_000), 0.0, []
    try:
        while True:
            begun = thread_time()
            share = next(steps)
            longest = max(longest, thread_time() - begun)
            shares.append(share)
            assert store.of(Task).count() == 0
    except StopIteration:
        pass

    assert longest < FRAME
    assert shares == sorted(shares)
    assert len(shares) > 10_000 / BATCH
    assert store.of(Task).count() == 10_000


def test_nothing_stays_when_it_is_left_off(store):
    before = kept(store)
    steps = steps_of(store, 2 * STAGED_FROM)
    while next(steps) < 0.7:
        pass

    steps.close()

    assert kept(store) == before
    assert store.next_undo() == say("step.add", title="kestrel")
    walked(steps_of(store, STAGED_FROM))
    assert store.of(Task).count() == STAGED_FROM  # nothing was left beside the tables


def test_what_somebody_changes_while_it_is_written_is_seen(store):
    apply_tasks(store, read_tasks(table(STAGED_FROM), "t.csv", BOTH), BOTH, "t.csv")
    ids = [task.id for task in store.of(Task).all()]
    head = "Task,Notes,Id\n"
    again = head + "".join(f"Ask member {n},Notes of the file,{key}\n" for n, key in enumerate(ids))
    incoming = read_tasks(again.encode(), "t.csv", BOTH)
    steps = apply_in_steps(store, incoming, BOTH, "t.csv")
    while next(steps) < 0.6:
        pass
    with store.change(say("step.add", title="x")):
        store.of(Task).save([replace(store.of(Task).get(ids[0]), priority=3)])
    own = add(store, "Made in between")

    plan = walked(steps)

    assert len(plan.changed) == STAGED_FROM
    first = store.of(Task).get(ids[0])
    assert (first.priority, first.notes) == (3, "Notes of the file")
    assert store.of(Task).get(own).title == "Made in between"


def test_comparing_writes_nothing_and_says_what_the_import_does(store):
    incoming = read_tasks(table(5), "t.csv", BOTH)
    before = kept(store)

    plan = compare_tasks(store, incoming, BOTH)

    assert kept(store) == before
    done = apply_tasks(store, incoming, BOTH, "t.csv")
    assert (
        (len(plan.added), len(plan.changed), plan.same) == (len(done.added), len(done.changed), done.same) == (5, 0, 0)
    )
