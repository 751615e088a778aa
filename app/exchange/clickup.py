"""Tasks of ClickUp, from the CSV that its views and workspaces export."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime, time, timedelta, tzinfo
from typing import Final

from app.exchange.csv_reading import CsvTable, TableRow
from app.exchange.incoming_tasks import (
    NOTES_MOST,
    STEPS_MOST,
    TITLE_MOST,
    IncomingTask,
    IncomingTasks,
    RefusedTask,
    Taking,
)
from app.exchange.json_text import text_of
from app.message import say
from app.tasks.task import Priority
from app.tasks.today import clocks

SOURCE: Final = "clickup:"
NEEDED: Final = frozenset({"task id", "task name"})
TAKEN: Final = frozenset(
    {
        "task id", "task name", "task content", "task link", "status", "due date", "due date text", "start date",
        "start date text", "parent id", "assignees", "tags", "priority", "list name", "time estimated",
        "time estimated text", "checklists", "comments", "assigned comments", "date created", "date created text",
    }
)  # fmt: skip
PRIORITIES: Final = {
    "urgent": Priority.HIGH, "1": Priority.HIGH, "high": Priority.HIGH, "2": Priority.HIGH, "normal": Priority.MEDIUM,
    "3": Priority.MEDIUM, "low": Priority.LOW, "4": Priority.LOW, "": Priority.NONE, "null": Priority.NONE,
    "none": Priority.NONE, "0": Priority.NONE,
}  # fmt: skip
SPOKEN: Final = frozenset(
    {"title", "column", "parent", "start", "due", "due_at", "priority", "owner", "effort", "tags", "notes", "steps"}
)
DATE_ONLY: Final = time(4)  # the hour that ClickUp gives to days without a time
FOREIGN_MOST: Final = 20_000
HOUR: Final = 3_600_000  # ms
BEGIN: Final = datetime(1970, 1, 1, tzinfo=UTC)
EMPTY: Final = frozenset({"", "[]", "{}", "null", "none"})


def is_clickup(head: Iterable[str]) -> bool:
    """Return whether the head of a table is that of ClickUp."""
    return {name.casefold() for name in head} >= NEEDED


def clickup_of(table: CsvTable, zone: str = "") -> IncomingTasks:
    """Return the tasks of an export; its instants become days and times by the clocks of a zone."""
    places = {name.casefold(): place for place, name in reversed(list(enumerate(table.head)))}
    others = {name: place for place, name in enumerate(table.head) if name and name.casefold() not in TAKEN}
    taking = Taking(table.ragged)
    here = clocks(zone)
    found, refused, known = list[IncomingTask](), list[RefusedTask](), set[str]()
    for row in table.rows:
        cells = {name: row.cells[place].strip() for name, place in places.items()}
        id, title = cells["task id"], cells["task name"]  # noqa: A001 its name
        if not title or not id or id in known:
            why = say("tasks.in.twice") if id in known else say("tasks.in.untitled")
            refused.append(RefusedTask(row.line, title or id, why))
            continue
        known.add(id)
        found.append(_task(row, cells, others, taking, here))
    return IncomingTasks(tuple(found), tuple(refused), taking.warnings())


def _task(
    row: TableRow, cells: Mapping[str, str], others: Mapping[str, int], taking: Taking, here: tzinfo
) -> IncomingTask:
    due, due_at = _moment(cells.get("due date", ""), cells.get("due date text", ""), taking, here)
    start, _ = _moment(cells.get("start date", ""), cells.get("start date text", ""), taking, here)
    people = _people(cells, taking)
    parent = cells.get("parent id", "")
    tags = (*_names(cells.get("tags", "")), cells.get("list name", ""))
    return IncomingTask(
        row.line,
        taking.short(cells["task name"], TITLE_MOST),
        SOURCE + cells["task id"],
        column=taking.short(cells.get("status", ""), TITLE_MOST),
        parent="" if parent.casefold() in EMPTY else SOURCE + parent,
        start=start.date() if start else None,
        due=due.date() if due else None,
        due_at=due_at,
        priority=taking.priority(cells.get("priority", ""), PRIORITIES),
        owner=people[0] if people else "",
        effort=_estimate(cells.get("time estimated", ""), taking),
        tags=tuple(dict.fromkeys(tag[:TITLE_MOST] for tag in tags if tag)),
        notes=_notes(cells, people, taking),
        steps=_steps(cells.get("checklists", "")),
        spoken=SPOKEN,
        foreign=_foreign(row, others),
    )


def _people(cells: Mapping[str, str], taking: Taking) -> list[str]:
    """Return who works on a task; what we cannot keep of it is told."""
    people = _names(cells.get("assignees", ""))
    if len(people) > 1:
        taking.tell("people")
    for name in ("comments", "assigned comments"):
        if cells.get(name, "").casefold() not in EMPTY:
            taking.tell("comments")
    return people


def _foreign(row: TableRow, others: Mapping[str, int]) -> str:
    """Return what stands in columns that we do not know, as JSON."""
    foreign = {name: row.cells[place] for name, place in others.items() if row.cells[place].strip()}
    kept = json.dumps(foreign, ensure_ascii=False) if foreign else ""
    return kept if len(kept) <= FOREIGN_MOST else ""


def _moment(millis: str, text: str, taking: Taking, here: tzinfo) -> tuple[datetime | None, time | None]:
    """Return a moment by the clocks here, and its time unless it means the whole day."""
    if millis.casefold() in EMPTY:
        return None, None
    try:
        moment = (BEGIN + timedelta(milliseconds=int(millis))).astimezone(here)
    except (ValueError, OverflowError):
        day = taking.day(text or millis)
        return (datetime(day.year, day.month, day.day, tzinfo=UTC), None) if day else (None, None)
    if not taking.valid(moment.year, moment.month, moment.day):
        return None, None
    at = moment.time().replace(second=0, microsecond=0)
    return moment, None if at in {DATE_ONLY, time()} else at


def _estimate(millis: str, taking: Taking) -> float:
    """Return hours of milliseconds."""
    if millis.casefold() in EMPTY:
        return 0.0
    try:
        return taking.hours(str(int(millis) / HOUR))
    except (ValueError, OverflowError):
        return taking.hours(millis)


def _names(text: str) -> list[str]:
    """Return the names in "[Mila D., Rado T.]"."""
    if text.casefold() in EMPTY:
        return []
    inside = text.removeprefix("[").removesuffix("]")
    return [name for part in inside.split(",") if (name := part.strip().strip("\"'")[:TITLE_MOST])]


def _notes(cells: Mapping[str, str], people: list[str], taking: Taking) -> str:
    """Return the text of a task, below it where it is on the web and who else works on it."""
    parts = [cells.get("task content", ""), cells.get("task link", ""), ", ".join(people[1:])]
    return taking.short("\n\n".join(part for part in parts if part.casefold() not in EMPTY), NOTES_MOST)


def _steps(text: str) -> tuple[tuple[str, bool], ...]:
    """Return the lines of checklists, which come as JSON or as lines."""
    if text.casefold() in EMPTY:
        return ()
    try:
        found = list(_strings(json.loads(text)))
    except (ValueError, RecursionError):
        found = [part.strip(" -[]\t") for part in re.split(r"[\n;]", text)]
    return tuple((step[:TITLE_MOST], False) for step in found if step)[:STEPS_MOST]


def _strings(value: object) -> list[str]:
    match value:
        case str():
            return [text_of(value).strip()]
        case list():
            return [text for part in value for text in _strings(part)]
        case dict():
            return [text for part in value.values() for text in _strings(part)]
        case _:
            return []
