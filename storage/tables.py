"""One table for each kind of thing, columns named as its fields and in their order."""

from __future__ import annotations

from typing import Any, Final

from sqlalchemy import Column, Index, MetaData, Table, UniqueConstraint

from app.calendar.event import ChecklistStep, Event, MessageStatus, Override, Status
from app.calendar.filter import SavedFilter
from app.calendar.kind import Area, Channel, Kind
from app.calendar.program import Program
from app.funnel.branch import Branch, CrossLink, Role
from app.funnel.stage import Stage
from app.personas.persona import Persona
from app.playbook.link import Link
from app.playbook.playbook import Person, Playbook, WeekCapacity
from app.purpose.board import Axis, Board, BoardKind, Category, Connector, Course, GridLine, Note, NoteKind, Side
from app.purpose.kpi import Kpi, Level
from app.purpose.purpose import Purpose
from app.purpose.reading import Reading
from app.tactics.tactic import Tactic
from app.tasks.task import Column as TaskColumn
from app.tasks.task import FieldShape, OwnField, Task, TaskStep
from storage.columns import amount, begin, choice, clock, day, key, number, part_of, rules, several, text, whole, yes_no

metadata = MetaData()
Part = Column[Any] | list[Column[Any]] | UniqueConstraint | Index


def _table(name: str, *parts: Part) -> Table:
    """Return a table in order of id, whose types SQLite enforces."""
    flat = [one for part in parts for one in (part if isinstance(part, list) else [part])]
    return Table(name, metadata, *flat, sqlite_with_rowid=False, sqlite_strict=True)


event = _table(
    "event",
    key(),
    text("title", "kind"),
    day("day"),
    clock("at"),
    amount("minutes", "days"),
    text("zone"),
    rules("rrule"),
    several("rdates", "start"),
    text("split_from", "short", "tactic", "program"),
    several("personas"),
    text("stage", "channel", "owner"),
    choice("status", Status),
    choice("message", MessageStatus),
    number("prep", "live"),
    amount("impact", "ease"),
    text("kpi", "success", "call_to_action"),
    several("public_text", "pair"),
    text("notes", "link"),
    yes_no("fixed"),
    text("uid"),
    whole("revision"),
    amount("created", "changed"),
    text("foreign"),
)
override = _table(
    "override",
    key(),
    part_of("series", "event", indexed=False),  # its first index begins with it
    begin("original"),
    yes_no("cancelled"),
    several("fields", "own fields"),
    whole("revision"),
    amount("changed"),
    text("foreign"),
    UniqueConstraint("series", "original"),
)
checklist_step = _table(
    "checklist_step", key(), part_of("event", "event"), amount("position"), text("text"), yes_no("done")
)
kind = _table(
    "kind",
    key(),
    text("name", "family", "icon"),
    choice("area", Area),
    yes_no("live", "members", "marker"),
    amount("position"),
    text("key"),
)
channel = _table("channel", key(), text("name"), amount("position"))
program = _table("program", key(), text("name", "goal", "lead"), day("start", "end"), amount("position"))
saved_filter = _table("saved_filter", key(), text("name"), several("terms", "pair"), amount("position"))
playbook = _table(
    "playbook",
    key(),
    text("name", "lead", "language"),
    day("start", optional=False),
    amount("first_weekday"),
    text("zone"),
    number("capacity"),
    several("holidays"),
    several("quiet_days", "number"),
    amount("work_from", "work_to"),
)
week_capacity = _table("week_capacity", key(), day("week", optional=False), number("hours"), UniqueConstraint("week"))
person = _table("person", key(), text("name"), amount("position"))
link = _table(
    "link",
    key(),
    text("from_kind", "from_id", "to_kind", "to_id", "role"),
    UniqueConstraint("from_kind", "from_id", "to_kind", "to_id", "role"),
    Index("link_to", "to_kind", "to_id"),
)
persona = _table("persona", key(), text("name", "colour", "summary"), amount("position"))
stage = _table(
    "stage",
    key(),
    text("name", "colour"),
    amount("position"),
    text("definition", "criterion"),
    several("rule", "pair"),
    text("driver"),
    number("target", optional=True),
    amount("within"),
    yes_no("folded"),
)
kpi = _table(
    "kpi",
    key(),
    text("name"),
    choice("level", Level),
    text("unit"),
    number("baseline", "target", optional=True),
    day("due"),
    amount("position"),
    day("since"),
)
tactic = _table(
    "tactic",
    key(),
    text("title", "kind", "short"),
    clock("at"),
    amount("minutes", "days"),
    number("prep", "live"),
    rules("rhythm"),
    text("stage", "channel"),
    several("personas"),
    amount("impact", "ease"),
    text("success", "call_to_action"),
    several("public_text", "pair"),
    text("notes"),
    several("steps"),
    text("key"),
    amount("position"),
    text("owner"),
)
purpose = _table("purpose", key(), text("whom", "promise", "outcome"), several("kpis"))
reading = _table(
    "reading",
    key(),
    text("of_kind", "of_id"),
    day("day", optional=False),
    number("value"),
    text("source"),
    Index("reading_of", "of_kind", "of_id"),
)
board = _table("board", key(), text("name"), choice("kind", BoardKind), amount("position"), text("foreign"))
note = _table(
    "note",
    key(),
    part_of("board", "board"),
    choice("kind", NoteKind),
    amount("x", "y", "width", "height", "z"),
    text("text"),
    choice("category", Category),
    text("fill", "ref", "source", "stage", "persona", "group"),
    yes_no("locked"),
    text("foreign"),
)
connector = _table(
    "connector",
    key(),
    part_of("board", "board"),
    part_of("start", "note"),
    part_of("end", "note"),
    choice("start_side", Side),
    choice("end_side", Side),
    yes_no("start_head", "end_head"),
    choice("course", Course),
    text("label", "colour"),
    amount("z"),
    text("foreign"),
)
grid_line = _table(
    "grid_line",
    key(),
    part_of("board", "board"),
    choice("axis", Axis),
    text("name"),
    amount("size", "position"),
)
branch = _table(
    "branch",
    key(),
    part_of("stage", "stage"),
    text("parent"),
    amount("position"),
    text("text"),
    choice("role", Role),
    text("notes", "icon"),
    several("personas"),
    yes_no("done", "folded"),
    text("foreign"),
    Index("branch_parent", "parent"),
)
cross_link = _table("cross_link", key(), part_of("start", "branch"), part_of("end", "branch"), text("label"))
task_column = _table(
    "task_column", key(), text("name"), amount("limit"), yes_no("done"), amount("position"), text("key")
)
task = _table(
    "task",
    key(),
    text("title", "column"),
    amount("position"),
    text("parent"),
    day("start", "due"),
    clock("due_at"),
    amount("priority"),
    text("owner"),
    number("effort"),
    several("tags"),
    text("notes", "repeat", "program", "persona", "stage"),
    several("own", "pair"),
    amount("finished", "created", "changed"),
    text("source", "foreign"),
    Index("task_parent", "parent"),
)
task_step = _table("task_step", key(), part_of("task", "task"), amount("position"), text("text"), yes_no("done"))
own_field = _table(
    "own_field",
    key(),
    text("of_kind", "name"),
    choice("shape", FieldShape),
    several("choices"),
    amount("position"),
)

TABLE_OF: Final[dict[type, Table]] = {
    Playbook: playbook,
    Event: event,
    Override: override,
    ChecklistStep: checklist_step,
    Kind: kind,
    Channel: channel,
    Program: program,
    Person: person,
    Persona: persona,
    Stage: stage,
    Kpi: kpi,
    Tactic: tactic,
    SavedFilter: saved_filter,
    WeekCapacity: week_capacity,
    Link: link,
    Purpose: purpose,
    Reading: reading,
    Board: board,
    Note: note,
    Connector: connector,
    GridLine: grid_line,
    Branch: branch,
    CrossLink: cross_link,
    TaskColumn: task_column,
    Task: task,
    TaskStep: task_step,
    OwnField: own_field,
}
KIND_OF: Final[dict[str, type]] = {table.name: kind for kind, table in TABLE_OF.items()}
TABLES: Final = list(TABLE_OF.values())
