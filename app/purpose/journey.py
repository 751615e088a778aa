"""The grid of a member journey: moments across, touchpoints down, and the notes that lie in its places."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any, Final

from app.message import say
from app.purpose.board import Axis, Board, BoardKind, GridLine, Note, NoteKind
from app.purpose.box import Box
from app.purpose.held import side, written
from app.purpose.wall import Wall, box_of
from app.store import Store

HEAD: Final = (132, 40)  # px that the names of the rows and of the columns take, left and above of the origin
EDGE: Final = 10  # px that stay free around a note in its place
USUAL: Final = {Axis.MOMENT: 190, Axis.TOUCHPOINT: 128}
NARROWEST: Final = 40  # px of a moment or a touchpoint
Cell = tuple[str, str]  # ids of the moment and the touchpoint


def lines(wall: Wall, axis: Axis) -> list[GridLine]:
    """Return the moments or the touchpoints in their order."""
    return [line for line in wall.grid if line.axis is axis]


def cells(wall: Wall) -> dict[Cell, Box]:
    """Return the places of the grid; its first one begins at the origin of the board."""
    found: dict[Cell, Box] = {}
    x = 0
    for moment in lines(wall, Axis.MOMENT):
        y = 0
        for touchpoint in lines(wall, Axis.TOUCHPOINT):
            found[moment.id, touchpoint.id] = Box(x, y, moment.size, touchpoint.size)
            y += touchpoint.size
        x += moment.size
    return found


def snapped(wall: Wall, notes: Sequence[Note]) -> list[Note]:
    """Return notes as they come to lie where they land on the grid: inside a place, beside what is there already."""
    if wall.board.kind is not BoardKind.JOURNEY or not wall.grid:
        return list(notes)
    places = cells(wall)
    going = {note.id for note in notes}
    taken = [box_of(note) for note in wall.notes.values() if note.id not in going and note.kind is not NoteKind.FRAME]
    found = []
    for note in notes:
        box = box_of(note)
        place = next((it for it in places.values() if it.holds(*box.middle)), None)
        if place and note.kind is not NoteKind.FRAME:
            box = _inside(box, place, taken)
        taken.append(box)
        sides: dict[str, Any] = {
            "x": round(box.x),
            "y": round(box.y),
            "width": round(box.width),
            "height": round(box.height),
        }
        found.append(replace(note, **sides))
    return found


def _inside(box: Box, place: Box, taken: Iterable[Box]) -> Box:
    """Return a box moved into a place, smaller when it does not fit, lower when something lies there."""
    width = min(box.width, place.width - 2 * EDGE)
    height = min(box.height, place.height - 2 * EDGE)
    x = min(max(box.x, place.x + EDGE), place.right - EDGE - width)
    y = min(max(box.y, place.y + EDGE), place.bottom - EDGE - height)
    fit = Box(x, y, width, height)
    here = [other for other in taken if other.meets(place)]
    if not any(fit.meets(other) for other in here):
        return fit
    steps = [
        Box(place.x + EDGE + across, place.y + EDGE + down, width, height)
        for down in range(0, int(place.height - height - 2 * EDGE) + 1, 4)
        for across in range(0, int(place.width - width - 2 * EDGE) + 1, 4)
    ]
    return next((it for it in steps if not any(it.meets(other) for other in here)), fit)


def add_line(store: Store, board: str, axis: Axis, name: str) -> str:
    """Add a moment or a touchpoint at the end; return its id."""
    store.of(Board).get(board)
    last = max((it.position for it in store.of(GridLine).where(board=board) if it.axis is axis), default=-1)
    line = GridLine(store.new_id(), board, axis, written(name), USUAL[axis], last + 1)
    text = say("purpose.step.moment", title=name) if axis is Axis.MOMENT else say("purpose.step.touchpoint", title=name)
    with store.change(text):
        store.of(GridLine).save([line])
    return line.id


def edit_line(
    store: Store, id: str, name: str | None = None, size: float | None = None, *, nudge: bool = False
) -> None:
    """Give a moment or a touchpoint another name or size; notes beyond it move along. Nudges are one step."""
    line = store.of(GridLine).get(id)
    fresh = replace(
        line,
        name=line.name if name is None else written(name),
        size=line.size if size is None else side(max(NARROWEST, size)),
    )
    if fresh != line:
        with store.change(say("purpose.step.line", title=fresh.name), merge=f"line:{id}" if nudge else None):
            _shift(store, line, fresh.size - line.size)
            store.of(GridLine).save([fresh])


def move_line(store: Store, id: str, position: int) -> None:
    """Put a moment or a touchpoint elsewhere; the notes in it go along."""
    line = store.of(GridLine).get(id)
    wall = Wall.read(store, line.board)
    before = lines(wall, line.axis)
    after = [it for it in before if it.id != id]
    after.insert(position, line)
    if [it.id for it in after] == [it.id for it in before]:
        return
    begins = {it.id: at for it, at in _begins(before)}
    ends = {it.id: at for it, at in _begins(after)}
    upright = line.axis is Axis.TOUCHPOINT
    fresh = []
    for note in wall.notes.values():
        at = box_of(note).middle[1 if upright else 0]
        here = next((it for it in before if begins[it.id] <= at < begins[it.id] + it.size), None)
        if here:
            off = ends[here.id] - begins[here.id]
            fresh.append(replace(note, y=note.y + off) if upright else replace(note, x=note.x + off))
    with store.change(say("purpose.step.line", title=line.name)):
        store.of(GridLine).save(replace(it, position=at) for at, it in enumerate(after))
        store.of(Note).save(fresh)


def delete_line(store: Store, id: str) -> None:
    """Take a moment or a touchpoint out of the grid; its notes stay on the board."""
    line = store.of(GridLine).get(id)
    with store.change(say("purpose.step.line.delete", title=line.name)):
        store.of(GridLine).delete([id])


def _begins(order: Sequence[GridLine]) -> list[tuple[GridLine, int]]:
    at, found = 0, []
    for line in order:
        found.append((line, at))
        at += line.size
    return found


def _shift(store: Store, line: GridLine, by: int) -> None:
    """Move what lies beyond a line of the grid, inside a change."""
    if not by:
        return
    wall = Wall.read(store, line.board)
    end = next((at + it.size for it, at in _begins(lines(wall, line.axis)) if it.id == line.id), None)
    if end is None:
        return
    upright = line.axis is Axis.TOUCHPOINT
    beyond = [note for note in wall.notes.values() if box_of(note).middle[1 if upright else 0] >= end]
    store.of(Note).save(replace(note, y=note.y + by) if upright else replace(note, x=note.x + by) for note in beyond)
