"""New things on a board: notes, texts, frames, metric cards, images; copies of what is there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Final

from app.message import Message, say
from app.playbook.records import save_record
from app.purpose.board import Board, Category, Connector, Note, NoteKind, Side
from app.purpose.box import Box
from app.purpose.held import held, highest, side, within, written
from app.purpose.kpi import Kpi
from app.purpose.naming import KIND_TEXTS, name_of, step
from app.purpose.wall import Wall, box_of
from app.store import Store

SIZES: Final[Mapping[NoteKind, tuple[int, int]]] = {
    NoteKind.NOTE: (168, 92),
    NoteKind.TEXT: (200, 28),
    NoteKind.METRIC: (240, 68),
    NoteKind.FRAME: (320, 240),
}
GAP: Final = 16  # px between a note and its neighbour
COPY_OFF: Final = 20  # px that a copy lies lower and further right


def add_note(store: Store, note: Note, merge: str | None = None) -> str:
    """Put a thing on its board, above the others; return its id, a new one when it has none.

    A metric card without a KPI gets a new one, named by its text.
    """
    fresh = replace(
        note,
        id=note.id or store.new_id(),
        x=within(note.x),
        y=within(note.y),
        width=side(note.width),
        height=side(note.height),
        text=written(note.text),
        z=highest(store, note.board) + 1,
    )
    store.of(Board).get(note.board)
    with store.change(Message("purpose.step.add", (("title", name_of(fresh)),)), merge=merge):
        if fresh.kind is NoteKind.METRIC and not fresh.ref:
            fresh = replace(fresh, ref=save_record(store, Kpi("", fresh.text)))
        store.of(Note).save([fresh])
    return fresh.id


def at(kind: NoteKind, board: str, x: float, y: float, category: Category = Category.FREE, text: str = "") -> Note:
    """Return a new thing of the usual size whose middle is at a place."""
    width, height = SIZES[kind]
    return Note("", board, kind, round(x - width / 2), round(y - height / 2), width, height, 0, text, category)


def add_neighbour(store: Store, id: str, way: tuple[int, int] = (0, 1), *, connect: bool = False) -> str:
    """Put a note like another one beside it, in the next free place of a direction; return its id."""
    note = store.of(Note).get(id)
    wall = Wall.read(store, note.board)
    gap = GAP * 4 if connect else GAP
    place = free_place(wall, box_of(note), way, gap)
    kind = NoteKind.NOTE if note.kind not in (NoteKind.TEXT, NoteKind.METRIC) else note.kind
    width, height = (note.width, note.height) if note.kind is kind else SIZES[kind]
    fresh = Note(
        store.new_id(), note.board, kind, round(place.x), round(place.y), width, height, 0, "", note.category, note.fill
    )
    with store.change(say("purpose.step.neighbour", title=name_of(note))):
        add_note(store, fresh)
        if connect:
            store.of(Connector).save([Connector(store.new_id(), note.board, id, fresh.id)])
    return fresh.id


def free_place(wall: Wall, box: Box, way: tuple[int, int], gap: float = GAP) -> Box:
    """Return the nearest place of a box's size in a direction from it on which no note lies."""
    others = [box_of(note) for note in wall.notes.values() if note.kind is not NoteKind.FRAME]
    place = box
    for _ in range(len(others) + 1):
        place = place.moved(way[0] * (box.width + gap), way[1] * (box.height + gap))
        if not any(place.meets(other) for other in others):
            break
    return place


def duplicate(store: Store, ids: Sequence[str], right: float = COPY_OFF, down: float = COPY_OFF) -> list[str]:
    """Copy notes and the connectors between them some px away; return the ids of the copies in the same order."""
    notes = held(store, ids)
    if not notes:
        return []
    wall = Wall.read(store, notes[0].board)
    chosen = [note.id for note in notes]
    with store.change(step(notes, "purpose.step.copy", "purpose.step.copy.many")):
        return put(store, notes[0].board, notes, wall.between(chosen), right, down)


def paste(
    store: Store, board: str, notes: Sequence[Note], connectors: Sequence[Connector], right: float, down: float
) -> list[str]:
    """Put copies of notes of any board on a board, some px away from where they were; return their ids."""
    store.of(Board).get(board)
    with store.change(step(notes, "purpose.step.paste", "purpose.step.paste.many")):
        return put(store, board, notes, connectors, right, down)


def put(
    store: Store, board: str, notes: Sequence[Note], connectors: Iterable[Connector], right: float, down: float
) -> list[str]:
    """Save copies under new ids, inside a change; groups and connectors stay among the copies."""
    new = {note.id: store.new_id() for note in notes}
    groups = {note.group: store.new_id() for note in notes if note.group}
    top = highest(store, board)
    bottom_first = sorted(notes, key=lambda note: (note.z, note.id))
    copies = {
        note.id: replace(
            note,
            id=new[note.id],
            board=board,
            x=within(note.x + right),
            y=within(note.y + down),
            z=top + 1 + rank,
            group=groups.get(note.group, ""),
            locked=False,
        )
        for rank, note in enumerate(bottom_first)
    }
    store.of(Note).save(copies.values())
    store.of(Connector).save(
        replace(it, id=store.new_id(), board=board, start=new[it.start], end=new[it.end])
        for it in connectors
        if it.start in new and it.end in new
    )
    return [new[note.id] for note in notes]


def add_image(store: Store, board: str, picture: bytes, box: Box, name: str = "") -> str:
    """Put a picture (PNG or JPEG, checked and encoded anew by the caller) on a board; return the id of its note."""
    with store.change(Message("purpose.step.add", (("title", name or Message(KIND_TEXTS[NoteKind.IMAGE])),))):
        ref = store.keep_picture(picture)
        note = Note("", board, NoteKind.IMAGE, round(box.x), round(box.y), round(box.width), round(box.height))
        return add_note(store, replace(note, text=name, ref=ref))


def create_connected(store: Store, start: str, x: float, y: float, start_side: Side = Side.AUTO) -> str:
    """Put a note like another one with its middle at a place, and connect the two; return its id."""
    note = store.of(Note).get(start)
    like = note.kind is NoteKind.NOTE
    fresh = at(NoteKind.NOTE, note.board, x, y, note.category if like else Category.FREE)
    fresh = replace(fresh, id=store.new_id(), fill=note.fill if like else "")
    with store.change(say("purpose.step.neighbour", title=name_of(note))):
        add_note(store, fresh)
        store.of(Connector).save([Connector(store.new_id(), note.board, start, fresh.id, start_side)])
    return fresh.id
