"""Fills a quarter from a rhythm: what happens every week, every month and once, on days when something may happen."""

from __future__ import annotations

from collections.abc import Iterable

from app.calendar.event import ChecklistStep, Event, Override
from app.calendar.holidays import holidays
from app.calendar.plan import Plan
from app.calendar.quarter import Quarter
from app.message import say
from app.playbook.copying import Ids, found_again
from app.playbook.first_tasks import FirstTask, hours_of
from app.playbook.laid_out import Free, Ground, LaidOut, lay_out
from app.playbook.playbook import Playbook
from app.playbook.room import Weeks
from app.playbook.templates import Template
from app.store import Store


def fill_quarter(store: Store, template: Template) -> None:
    """Plan the rhythm of a community in the quarter that the template was dated for, as one step.

    Its tactics, programs and people are those of the playbook that have the same key or name.
    """
    with store.change(say("playbook.step.rhythm")):
        keep(store, lay_out(template, ground_of(store, template, found_again(store, template))))


def ground_of(
    store: Store, template: Template, ids: Ids, *, avoid: bool = True, tasks: Iterable[FirstTask] = ()
) -> Ground:
    """Return what the rhythm is laid out on in an open playbook; `tasks` are still to come and need room as well.

    With `avoid` holidays and quiet days stay empty.
    """
    plan = Plan.read(store)
    quarter = Quarter(template.start, plan.playbook.first_weekday)
    of_tasks = hours_of(tasks, quarter.rows)
    hours = {week: load.hours + of_tasks[week] for week, load in plan.week_loads(quarter.rows).items()}
    return Ground(
        quarter=quarter,
        zone=plan.playbook.zone,
        weeks=Weeks(quarter.rows, plan.capacity, hours),
        tactics={tactic.key: tactic for tactic in plan.tactics.values() if tactic.key},
        ids=ids,
        free=free_days(plan.playbook, quarter) if avoid else lambda _: True,
        new_id=store.new_id,
        now=round(store.now().timestamp() * 1_000_000),
    )


def free_days(playbook: Playbook, quarter: Quarter) -> Free:
    """Return what tells whether a day of the quarter is neither a holiday nor a quiet day of the playbook."""
    off = holidays(playbook.holidays, quarter.first, quarter.end) if playbook.holidays else {}
    return lambda day: day not in off and day.weekday() not in playbook.quiet_days


def keep(store: Store, laid: LaidOut) -> None:
    """Add what was laid out to the playbook."""
    store.of(Event).save(laid.events)
    store.of(Override).save(laid.overrides)
    store.of(ChecklistStep).save(laid.checklist)
