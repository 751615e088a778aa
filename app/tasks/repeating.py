"""What repeats: the next one of a task, one that is passed over, and a next one that is not wanted after all."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from app.calendar.event import LAST_DAY
from app.calendar.rhythm.expand_rule import days_of
from app.calendar.rhythm.rule import Rule
from app.calendar.saving import stamp
from app.message import Message, say
from app.playbook.link import BECAME, Link
from app.store import Store
from app.tasks.adding import placed
from app.tasks.columns import first_open, ready
from app.tasks.step_names import edit_step, for_tasks
from app.tasks.task import Task, TaskStep
from app.tasks.today import today_of

NEXT: Final = "next"  # the role of what came after a task that repeats
NEAR: Final = timedelta(days=400)
FARTHEST: Final = timedelta(days=366 * 40)  # the 29th of February comes at least every eighth year


def set_repeat(store: Store, ids: Sequence[str], rule: str) -> None:
    """Let tasks repeat, or not with ""; one without a due day is due on the first day of its rhythm. One undo step."""
    tasks = [store.of(Task).get(one) for one in dict.fromkeys(ids)]
    with store.change(edit_step(tasks, {"repeat": rule})):
        parsed, today = Rule.parse(rule), today_of(store)
        first = _first_day(parsed, today, today) if parsed else None
        changed = (replace(it, repeat=rule, due=it.due or first, changed=stamp(store)) for it in tasks)
        store.of(Task).save(list(changed))


def skip(store: Store, ids: Sequence[str]) -> None:
    """Pass over this time of tasks that repeat: they are due the next time, their steps still to be done. One step."""
    tasks = [store.of(Task).get(one) for one in dict.fromkeys(ids)]
    today = today_of(store)
    ahead = {task.id: later for task in tasks if not task.finished and (later := following(task, today))}
    if not ahead:
        return
    with store.change(for_tasks([task for task in tasks if task.id in ahead], "tasks.step.skip")):
        store.of(Task).save([replace(later, changed=stamp(store)) for later in ahead.values()])
        steps = (step for name in ahead for step in store.of(TaskStep).where(task=name) if step.done)
        store.of(TaskStep).save([replace(step, done=False) for step in steps])


def following(task: Task, today: date) -> Task | None:
    """Return a task as it is the next time: due after the day it had, and not before today; None after the last time.

    A rhythm that ends after so many times has one time less then; times that were missed do not count.
    """
    rule = Rule.parse(task.repeat)
    if rule is None or rule.count == 1:
        return None
    before = task.due or today
    if before >= LAST_DAY:
        return None
    day = _first_day(replace(rule, count=0), before, max(before + timedelta(days=1), today))
    if day is None:
        return None
    start = task.start + (day - task.due) if task.start and task.due else None
    repeat = replace(rule, count=rule.count - 1).text() if rule.count else task.repeat
    return replace(task, due=day, start=start, repeat=repeat)


def leave_next(store: Store, task: Task) -> None:
    """Add the next one of a task that was finished, its checklist still to be done; inside a change."""
    later = following(task, today_of(store))
    if later is None:
        return
    columns = ready(store)
    own = next((column for column in columns if column.id == task.column and not column.done), first_open(columns))
    new = placed(store, replace(later, id="", finished=0, created=0, source="", foreign=""), own)
    store.of(Task).save([new])
    steps = store.of(TaskStep).where(task=task.id)
    store.of(TaskStep).save([replace(step, id=store.new_id(), task=new.id, done=False) for step in steps])
    links: Iterable[Link] = store.of(Link).where(to_kind="task", to_id=task.id, role=BECAME)
    store.of(Link).save([replace(link, id=store.new_id(), to_id=new.id) for link in links])
    store.of(Link).save([Link(store.new_id(), "task", task.id, "task", new.id, NEXT)])


def take_next_back(store: Store, task: Task) -> str:
    """Remove the next one of a task that is reopened, unless something was done with it; inside a change.

    Return the rhythm that the reopened task has again, "" when the next one stays and keeps it.
    """
    for later in left_behind(store, [task.id]):
        if _is_fresh(store, later):
            links = store.of(Link).where(to_kind="task", to_id=later.id)
            store.of(Link).delete([link.id for link in links])
            store.of(Task).delete([later.id])
            return _once_more(later.repeat)
    return ""


def left_behind(store: Store, ids: Iterable[str]) -> list[Task]:
    """Return the tasks that came after tasks that were finished and are still to be done."""
    links = (link for one in ids for link in store.of(Link).where(from_kind="task", from_id=one, role=NEXT))
    found = store.of(Task).some([link.to_id for link in links])
    return [task for task in found if not task.finished]


def come_again(tasks: Sequence[Task]) -> Message:
    """Say when the next ones are due."""
    if len(tasks) == 1 and tasks[0].due:
        return say("tasks.repeat.again", title=tasks[0].title, day=tasks[0].due)
    return say("tasks.repeat.again.many", n=len(tasks))


def _first_day(rule: Rule, start: date, first: date) -> date | None:
    """Return the first day of a rhythm that starts on a day, from another day on."""
    for reach in (NEAR, FARTHEST):
        last = first + reach if first < LAST_DAY - reach else LAST_DAY
        if found := days_of(rule, start, first, last):
            return found[0]
    return None


def _is_fresh(store: Store, task: Task) -> bool:
    ticked = any(step.done for step in store.of(TaskStep).where(task=task.id))
    return task.changed == task.created and not ticked and not list(store.of(Task).where(parent=task.id))


def _once_more(repeat: str) -> str:
    rule = Rule.parse(repeat)
    return replace(rule, count=rule.count + 1).text() if rule and rule.count else repeat
