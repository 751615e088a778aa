"""Moves notes, gives them other sizes, puts them in line and in front of each other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from enum import StrEnum

from app.message import Message, say
from app.purpose.board import Board, BoardKind, Note, NoteKind
from app.purpose.box import Box, around
from app.purpose.held import held, side, within
from app.purpose.journey import snapped
from app.purpose.naming import moved_step, step
from app.purpose.wall import Wall, box_of, order_of
from app.store import Store


class Edge(StrEnum):
    """Where notes are put in line."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"
    TOP = "top"
    MIDDLE = "middle"
    BOTTOM = "bottom"


class Place(StrEnum):
    """Where a note goes among those that it overlaps."""

    FRONT = "front"
    FORWARD = "forward"
    BACKWARD = "backward"
    BACK = "back"


def move(store: Store, ids: Sequence[str], right: float, down: float, *, nudge: bool = False) -> list[str]:
    """Move notes with what lies in their frames and their groups; locked ones stay. Return which were moved.

    On the board of a member journey notes come to lie in the place where they land. Nudges by keys are one step.
    """
    notes = held(store, ids)
    if not notes:
        return []
    alone = store.of(Board).get(notes[0].board).kind is not BoardKind.JOURNEY and all(map(_carries_nothing, notes))
    wall = None if alone else Wall.read(store, notes[0].board)
    going = [note for note in (_carried(wall, ids) if wall else notes) if not note.locked]
    fresh = [replace(note, x=within(note.x + right), y=within(note.y + down)) for note in going]
    fresh = snapped(wall, fresh) if wall else fresh
    changed = [new for new, old in zip(fresh, going, strict=True) if new != old]
    if changed:
        with store.change(moved_step(notes), merge=_together(ids, "move") if nudge else None):
            store.of(Note).save(changed)
    return [note.id for note in changed]


def resize(store: Store, boxes: Mapping[str, Box], *, nudge: bool = False) -> None:
    """Give notes other places and sizes, each as far as it may be; locked ones stay."""
    notes = [note for note in held(store, boxes) if not note.locked]
    fresh = []
    for note in notes:
        box = boxes[note.id]
        new = replace(note, x=within(box.x), y=within(box.y), width=side(box.width), height=side(box.height))
        if new != note:
            fresh.append(new)
    if fresh:
        named = step(fresh, "purpose.step.resize", "purpose.step.resize.many")
        with store.change(named, merge=_together(list(boxes), "size") if nudge else None):
            store.of(Note).save(fresh)


def align(store: Store, ids: Sequence[str], edge: Edge) -> None:
    """Put notes in line with the outermost of them; what lies in frames goes with them."""
    notes = [note for note in held(store, ids) if not note.locked]
    if len(notes) > 1:
        whole = around(box_of(note) for note in notes)
        ways = {note.id: _to_edge(box_of(note), whole, edge) for note in notes}
        _go(store, notes, ways, say("purpose.step.align", n=len(notes)))


def distribute(store: Store, ids: Sequence[str], *, upright: bool) -> None:
    """Give notes the same room between them, from the first to the last; upright is from top to bottom."""
    notes = [note for note in held(store, ids) if not note.locked]
    if len(notes) < 3:
        return
    if upright:
        ordered = sorted(notes, key=lambda note: (note.y + note.height / 2, note.id))
        room = ordered[-1].y - ordered[0].y - sum(note.height for note in ordered[:-1])
    else:
        ordered = sorted(notes, key=lambda note: (note.x + note.width / 2, note.id))
        room = ordered[-1].x - ordered[0].x - sum(note.width for note in ordered[:-1])
    gap = room / (len(ordered) - 1)
    place = float(ordered[0].y if upright else ordered[0].x)
    ways = {}
    for note in ordered:
        off = place - (note.y if upright else note.x)
        ways[note.id] = (0.0, off) if upright else (off, 0.0)
        place += (note.height if upright else note.width) + gap
    _go(store, notes, ways, say("purpose.step.distribute", n=len(notes)))


def reorder(store: Store, ids: Sequence[str], place: Place) -> None:
    """Bring notes to the front or the back, or one step nearer to it; their order among each other stays."""
    notes = held(store, ids)
    if not notes:
        return
    wall = Wall.read(store, notes[0].board)
    chosen = {note.id for note in notes}
    before = wall.in_order()
    after = _reordered([note.id for note in before], chosen, place)
    rank = {key: at + 1 for at, key in enumerate(after)}
    fresh = [replace(note, z=rank[note.id]) for note in before if note.z != rank[note.id]]
    if [note.id for note in before] == after:
        return
    with store.change(step(notes, "purpose.step.order", "purpose.step.order.many")):
        store.of(Note).save(fresh)


def _carries_nothing(note: Note) -> bool:
    """Return whether a note moves by itself: then the rest of its board, which may be large, need not be read."""
    return note.kind is not NoteKind.FRAME and not note.group


def _carried(wall: Wall, ids: Sequence[str]) -> list[Note]:
    return [wall.notes[key] for key in wall.carried(key for key in ids if key in wall.notes)]


def _together(ids: Sequence[str], what: str) -> str:
    return f"notes:{','.join(sorted(ids)[:8])}:{what}"


def _reordered(ids: list[str], chosen: set[str], place: Place) -> list[str]:
    mine, others = [key for key in ids if key in chosen], [key for key in ids if key not in chosen]
    match place:
        case Place.FRONT:
            return others + mine
        case Place.BACK:
            return mine + others
        case Place.FORWARD:
            return _stepped(ids[::-1], chosen)[::-1]
        case _:
            return _stepped(ids, chosen)


def _stepped(ids: list[str], chosen: set[str]) -> list[str]:
    """Return the ids with each chosen one a place nearer to the beginning."""
    found = list(ids)
    for at in range(1, len(found)):
        if found[at] in chosen and found[at - 1] not in chosen:
            found[at - 1], found[at] = found[at], found[at - 1]
    return found


def _to_edge(box: Box, whole: Box, edge: Edge) -> tuple[float, float]:
    match edge:
        case Edge.LEFT:
            return (whole.x - box.x, 0)
        case Edge.RIGHT:
            return (whole.right - box.right, 0)
        case Edge.CENTRE:
            return (whole.middle[0] - box.middle[0], 0)
        case Edge.TOP:
            return (0, whole.y - box.y)
        case Edge.BOTTOM:
            return (0, whole.bottom - box.bottom)
        case _:
            return (0, whole.middle[1] - box.middle[1])


def _go(store: Store, notes: Sequence[Note], ways: Mapping[str, tuple[float, float]], name: Message) -> None:
    """Move each note its own way, with what it carries and what is not on a way of its own."""
    wall = Wall.read(store, notes[0].board)
    fresh: dict[str, Note] = {}
    for note in sorted(notes, key=order_of):
        right, down = ways[note.id]
        carried = [wall.notes[key] for key in wall.carried([note.id]) if key == note.id or key not in ways]
        for it in carried:
            if it.id not in fresh and not it.locked:
                fresh[it.id] = replace(it, x=within(it.x + right), y=within(it.y + down))
    changed = [note for note in fresh.values() if note != wall.notes[note.id]]
    if changed:
        with store.change(name):
            store.of(Note).save(changed)
