"""What our boards know beside what a format can say: one object per thing, believed only where it makes sense."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from enum import StrEnum
from typing import Any, Final, TypeVar

from app.exchange.board_content import ID_MOST, BoardContent, Taking
from app.exchange.board_kpi import SHORT, kpi_in, own_of_kpi, readings_in
from app.exchange.json_text import compact, number, object_in, text_of
from app.purpose.board import Axis, BoardKind, Category, Connector, Course, GridLine, Note, NoteKind, Side

OWN: Final = "sedyanka"  # the one key that is ours
KEPT: Final = "kept"  # what other formats brought, inside it
GRID_MOST: Final = 200
PLAIN_FIELDS: Final = ("fill", "source", "stage", "persona", "group")
Choice = TypeVar("Choice", bound=StrEnum)


def own_of_note(note: Note, content: BoardContent, usual: NoteKind, form: str) -> dict[str, Any]:
    """Return what a format cannot say of a note whose kind there would be the usual one."""
    own: dict[str, Any] = {}
    if note.kind is not usual:
        own["kind"] = note.kind.value
    if note.category is not Category.FREE:
        own["category"] = note.category.value
    own |= {name: value for name in PLAIN_FIELDS if (value := getattr(note, name))}
    for name in ("stage", "persona"):
        if own.get(name) in content.names:
            own[f"{name}_name"] = content.names[own[name]]
    if note.ref:
        own["ref"] = note.ref
    if note.locked:
        own["locked"] = True
    if note.kind is NoteKind.METRIC and note.ref in content.kpis:
        own["kpi"] = own_of_kpi(content.kpis[note.ref], content.readings.get(note.ref, ()))
    return own | _kept(note.foreign, form)


def with_own(note: Note, own: object, form: str, kinds: Collection[NoteKind], taking: Taking) -> Note:
    """Return a note with what our own object says of it; its kind is one of those that the format writes so."""
    if not isinstance(own, dict):
        return note
    kind = chosen(own.get("kind"), note.kind)
    said: dict[str, Any] = {name: text_of(own.get(name, getattr(note, name)))[:SHORT] for name in PLAIN_FIELDS}
    note = replace(
        note,
        kind=kind if kind in kinds else note.kind,
        category=chosen(own.get("category"), note.category),
        ref=text_of(own.get("ref"))[:ID_MOST],
        locked=own.get("locked", note.locked) is True,
        foreign=joined(note.foreign, own.get(KEPT), form),
        **said,
    )
    for name in ("stage", "persona"):
        named = text_of(own.get(f"{name}_name"))[:SHORT]
        if named and getattr(note, name):
            taking.names[getattr(note, name)] = named
    if note.kind is NoteKind.METRIC and isinstance(own.get("kpi"), dict) and note.ref not in taking.kpis:
        taking.kpis[note.ref] = kpi_in(note.ref, own["kpi"])
        readings = readings_in(note.ref, own["kpi"])
        taking.readings |= {note.ref: readings} if readings else {}
    return note


def own_of_connector(line: Connector, form: str, *, sides: bool = False, heads: bool = False) -> dict[str, Any]:
    """Return what a format cannot say of a connector: its course, its colour, where asked its sides and heads."""
    own: dict[str, Any] = {}
    if line.course is not Course.CURVED:
        own["course"] = line.course.value
    if line.colour:
        own["colour"] = line.colour
    if line.z:
        own["z"] = line.z
    if sides:
        own |= {name: side.value for name in ("start_side", "end_side") if (side := getattr(line, name))}
    if heads:
        own |= {"start_head": line.start_head, "end_head": line.end_head}
    return own | _kept(line.foreign, form)


def with_own_line(line: Connector, own: object, form: str) -> Connector:
    """Return a connector with what our own object says of it; its colour the caller has to judge."""
    if not isinstance(own, dict):
        return line
    z = number(own.get("z"))
    return replace(
        line,
        course=chosen(own.get("course"), line.course),
        z=int(z) if z is not None and abs(z) < 1_000_000 else 0,
        start_side=chosen(own.get("start_side"), line.start_side),
        end_side=chosen(own.get("end_side"), line.end_side),
        foreign=joined(line.foreign, own.get(KEPT), form),
    )


def own_of_board(content: BoardContent, form: str) -> dict[str, Any]:
    """Return what a format cannot say of a board: that it is a journey, and its grid."""
    own: dict[str, Any] = {}
    if content.kind is not BoardKind.PURPOSE:
        own["kind"] = content.kind.value
    if content.grid:
        own["grid"] = [[line.axis.value, line.name, line.size, line.position] for line in content.grid]
    return own | _kept(content.foreign, form)


def board_kind(own: object) -> BoardKind:
    """Return what a board is for."""
    return chosen(own.get("kind"), BoardKind.PURPOSE) if isinstance(own, dict) else BoardKind.PURPOSE


def grid_in(own: object) -> tuple[GridLine, ...]:
    """Return the grid of a journey."""
    lines = own.get("grid") if isinstance(own, dict) else None
    found = []
    for at, line in enumerate(lines[:GRID_MOST] if isinstance(lines, list) else ()):
        match line:
            case ["moment" | "touchpoint" as axis, str(name), int(size), int(position)] if 20 <= size <= 10_000:
                place = position if 0 <= position < GRID_MOST else at
                found.append(GridLine(f"grid[{at}]", "", Axis(axis), text_of(name)[:SHORT], size, place))
    return tuple(found)


def chosen(value: object, usual: Choice) -> Choice:
    """Return the member that a value names, the usual one when it names none."""
    kind = type(usual)
    return kind(value) if isinstance(value, str) and value in {one.value for one in kind} else usual


def foreign_of(foreign: str, form: str) -> dict[str, Any]:
    """Return what a format brought earlier, to be written back."""
    found = object_in(foreign).get(form)
    return found if isinstance(found, dict) else {}


def as_foreign(brought: Mapping[str, Any], form: str) -> str:
    """Return what a format brought as it is kept."""
    return compact({form: brought}) if brought else ""


def joined(foreign: str, kept: object, form: str) -> str:
    """Return what a format brought together with what others had brought before."""
    if not isinstance(kept, dict):
        return foreign
    both = {name: value for name, value in kept.items() if name != form and isinstance(value, dict)}
    both |= object_in(foreign)
    return compact(both) if both else ""


def _kept(foreign: str, form: str) -> dict[str, Any]:
    others = {name: value for name, value in sorted(object_in(foreign).items()) if name != form}
    return {KEPT: others} if others else {}


def side_of(value: object) -> Side:
    """Return the side of a note that a word names."""
    return chosen(value, Side.AUTO)


def board_from(taking: Taking, unknown: str, own: object, form: str) -> BoardContent:
    """Return the board of what was taken in, of what nobody understands, and of what our own object says of it."""
    kept = joined(unknown, own.get(KEPT) if isinstance(own, dict) else None, form)
    return BoardContent(
        kind=board_kind(own),
        notes=tuple(taking.notes.values()),
        connectors=tuple(taking.connectors.values()),
        grid=grid_in(own),
        kpis=taking.kpis,
        readings=taking.readings,
        names=taking.names,
        pictures=taking.pictures,
        foreign=taking.foreign(kept, "", ""),
        unsound=taking.told(),
    )


def words_on(note: Note, content: BoardContent) -> str:
    """Return what other programs show of a note: of a metric card its KPI with the way from baseline to target."""
    kpi = content.kpis.get(note.ref) if note.kind is NoteKind.METRIC else None
    if kpi is None:
        return note.text
    way = " → ".join(f"{value:g}" for value in (kpi.baseline, kpi.target) if value is not None)
    return "\n".join(part for part in (kpi.name or note.text, f"{way} {kpi.unit}".strip() if way else "") if part)
