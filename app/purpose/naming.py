"""What a note is called where there is no room for all of it: in the names of steps, lists and messages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from app.message import Message, Value, say
from app.purpose.board import Note, NoteKind

LONGEST: Final = 40  # letters
KIND_TEXTS: Final[Mapping[NoteKind, str]] = {
    NoteKind.NOTE: "purpose.kind.note",
    NoteKind.TEXT: "purpose.kind.text",
    NoteKind.METRIC: "purpose.kind.metric",
    NoteKind.FRAME: "purpose.kind.frame",
    NoteKind.IMAGE: "purpose.kind.image",
    NoteKind.FOREIGN: "purpose.kind.foreign",
}


def title_of(note: Note, longest: int = LONGEST) -> str:
    """Return the first line of a note, shortened; "" when nothing is written."""
    line = note.text.strip().split("\n", 1)[0].strip()
    return line if len(line) <= longest else f"{line[: longest - 1].rstrip()}…"


def name_of(note: Note) -> Value:
    """Return the first line of a note, or what kind of thing it is when nothing is written."""
    return title_of(note) or Message(KIND_TEXTS[note.kind])


def step(notes: Sequence[Note], one: str, many: str) -> Message:
    """Name what is done to one note by its title, to several by their number."""
    if len(notes) == 1:
        return Message(one, (("title", name_of(notes[0])),))
    return Message(many, (("n", len(notes)),))


def moved_step(notes: Sequence[Note]) -> Message:
    """Name a move."""
    return step(notes, "purpose.step.move", "purpose.step.move.many")


def untitled() -> Message:
    """Return what a board without a name is called."""
    return say("purpose.board.untitled")
