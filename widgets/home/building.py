"""Turns what the home page looks at into the rows of its lists."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from app.calendar.event import Status
from app.calendar.occurrence import Occurrence
from app.calendar.quarter import week_of
from app.home.overview import Overview
from app.home.standup import Item, Standup
from app.home.week import due_soon, messages_due, next_days
from app.tasks.filter import Group
from app.tasks.task import Task
from widgets.common.words import clock, day, effort, tr
from widgets.home.rows import DayMark, DayRow, MessageLine, QuietRow, Row, SayRow, SectionRow, TaskLine

WEEK: Final = timedelta(days=7)


def day_rows(seen: Overview) -> list[Row]:
    """Return the next seven days, each event on a row."""
    rows: list[DayRow] = []
    for at, there in next_days(seen.plan, seen.today):
        if not there:
            text = tr("home.days.nothing")
            spoken = f"{day(at, 'dddd d MMMM')}: {text}"
            goal = ("calendar", f"day:{at.isoformat()}")
            today = at == seen.today
            rows.append(DayRow(goal[1], goal, spoken, _mark(at, seen), closes=True, today=today, title=text))
        for row, it in enumerate(there):
            rows.append(_event_row(at, it, seen, mark=row == 0, closes=it is there[-1]))
    return [*rows[:-1], replace(rows[-1], ruled=False)]


def _mark(at: date, seen: Overview) -> DayMark:
    return DayMark(str(at.day), tr("home.days.today") if at == seen.today else day(at, "ddd"))


def _event_row(at: date, it: Occurrence, seen: Overview, *, mark: bool, closes: bool) -> DayRow:
    plan, event = seen.plan, it.event
    kind, channel = plan.kinds.get(event.kind), plan.channels.get(event.channel)
    where, when = channel.name if channel else "", _when(it)
    spoken = ", ".join(filter(None, (f"{day(at, 'dddd d MMMM')}: {event.title}", where, when)))
    return DayRow(
        f"{at.isoformat()}/{'@'.join(it.key)}",
        ("calendar", "@".join(filter(None, it.key))),
        spoken,
        _mark(at, seen) if mark else None,
        closes,
        at == seen.today,
        event.title,
        kind.family if kind else "ops",
        kind.icon if kind else "calendar",
        it.repeats,
        event.status is Status.DONE,
        where,
        when,
    )


def _when(it: Occurrence) -> str:
    if it.last_day > it.day:
        return tr("home.days.until", day=day(it.last_day))
    return clock(it.at) if it.at else tr("calendar.any_time")


def task_rows(seen: Overview, copied: Container[str] = ()) -> list[Row]:
    """Return the messages to be sent and the tasks that are late or due soon, under their heads."""
    rows: list[Row] = []
    messages = messages_due(seen.tasks, seen.today)
    if messages:
        rows.append(SectionRow("head:messages", tr("home.messages", number=len(messages)).upper()))
        rows += [_message_row(task, seen, copied=task.id in copied) for task in messages]
    for group in due_soon(seen.tasks, seen.today):
        rows.append(SectionRow(f"head:{group.key}", _head(group), late=group.key == "late"))
        rows += [_task_row(task, group.key, seen) for task in group.tasks]
    return rows or [QuietRow("none", tr("home.tasks.none"))]


def _message_row(task: Task, seen: Overview, *, copied: bool) -> MessageLine:
    late = task.due is not None and task.due < seen.today
    origins = seen.tasks.came_from(task)
    goal = ("workflows", origins[0].id) if origins and origins[0].title else ("tasks", task.id)
    when = day(task.due, "ddd d MMM") if late and task.due else ""
    line = " ".join(task.notes.split())
    spoken = ", ".join(filter(None, (tr("home.messages.spoken", title=task.title), when, line)))
    detail = f"{when} · {line}" if when else line
    return MessageLine(task.id, goal, spoken, task.title, detail, "", False, late, copied)


def _head(group: Group) -> str:
    match group.key:
        case "late":
            return tr("home.tasks.late", number=len(group.tasks)).upper()
        case "today" if group.open < len(group.tasks):
            return tr("home.tasks.today_left", left=group.open, all=len(group.tasks)).upper()
        case "today":
            return tr("home.tasks.today", number=len(group.tasks)).upper()
        case "week":
            return tr("home.tasks.week", number=len(group.tasks)).upper()
        case _:
            return tr("home.tasks.soon", number=len(group.tasks)).upper()


def _task_row(task: Task, group: str, seen: Overview) -> TaskLine:
    late, done = group == "late", bool(task.finished)
    origins = seen.tasks.came_from(task)
    ticked, of = seen.tasks.progress(task.id)
    program = seen.plan.programs.get(task.program)
    parts = [
        origins[0].title if origins else program.name if program else "",
        tr("home.tasks.steps", done=ticked, all=of) if of else "",
        effort(task.effort) if task.effort and group != "today" else "",
    ]
    detail = " · ".join(filter(None, parts))
    when = _task_when(task, group, seen.today, seen.plan.playbook.first_weekday)
    state = tr("tasks.spoken.done") if done else tr("tasks.due.late") if late else ""
    spoken = ", ".join(filter(None, (task.title, state, detail, when)))
    return TaskLine(task.id, ("tasks", task.id), spoken, task.title, detail, when, done, late)


def _task_when(task: Task, group: str, today: date, first_weekday: int) -> str:
    if task.due is None:
        return effort(task.effort) if task.effort else ""
    if group == "today":
        return clock(task.due_at) if task.due_at else effort(task.effort) if task.effort else ""
    if group == "late" and today - task.due < WEEK:
        return day(task.due, "ddd" if week_of(task.due, first_weekday) == week_of(today, first_weekday) else "ddd d")
    return day(task.due, "ddd") if group == "week" else day(task.due)


def standup_rows(found: Standup) -> list[Row]:
    """Return the stand-up under its three heads."""
    rows: list[Row] = [SectionRow("done", tr("home.standup.done", day=day(found.since, "ddd d MMM")).upper())]
    rows += [_say_row(it, "check", found) for it in found.done]
    if not found.done:
        rows.append(QuietRow("done-none", tr("home.standup.none")))
    rows.append(SectionRow("ahead", tr("home.standup.ahead", day=day(found.until, "ddd d MMM")).upper()))
    rows += [_say_row(it, "list-todo" if it.kind == "task" else "calendar", found) for it in found.ahead]
    if not found.ahead:
        rows.append(QuietRow("ahead-none", tr("home.standup.none")))
    if found.late:
        rows.append(SectionRow("late", tr("home.standup.late").upper(), late=True))
        rows += [_say_row(it, "circle-alert", found, late=True) for it in found.late]
    return rows


def _say_row(it: Item, icon: str, found: Standup, *, late: bool = False) -> SayRow:
    when = said_when(it, found.today)
    page = "tasks" if it.kind == "task" else "calendar"
    return SayRow(f"{icon}/{it.id}/{it.day}", (page, it.id), f"{it.title}, {when}", it.title, icon, when, late)


def said_when(it: Item, today: date) -> str:
    """Return when something of the stand-up is, or was."""
    name = tr("home.days.today") if it.day == today else day(it.day, "ddd d MMM")
    return f"{name} {clock(it.at)}" if it.at else name
