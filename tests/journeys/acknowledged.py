"""What the killed program said of its edits, one line for each thing that changed: kind, id, what is on it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

from app.calendar.event import Event
from app.funnel.branch import Branch
from app.playbook.link import Link
from app.purpose.board import Connector, Note
from app.store import Changes, Store
from app.tasks.task import Task

KINDS: Final = {"event": Event, "note": Note, "branch": Branch, "task": Task}
MADE: Final = "made"  # what comes and goes again; everything else only changes


def lines_of(store: Store, changes: Changes) -> Iterator[str]:
    """Yield a line for each thing that a change touched; a thing that is gone has nothing on it."""
    for name, kind in KINDS.items():
        ids = changes.get(kind, frozenset())
        there = {thing.id: thing for thing in store.of(kind).some(ids)}
        for key in ids:
            yield f"{name}\t{key}\t{state(there.get(key))}\n"


def state(thing: Any) -> str:
    """Return what an edit can change on a thing."""
    match thing:
        case Event():
            return f"{thing.title}|{thing.day}"
        case Note():
            return f"{thing.text}|{thing.x}|{thing.y}"
        case Branch():
            return f"{thing.text}|{thing.stage}|{thing.parent}"
        case Task():
            return f"{thing.title}|{thing.column}|{bool(thing.finished)}"
        case _:
            return ""


def number(state: str) -> int:
    """Return the number of the edit that gave a thing its text, 0 before the first."""
    found = re.match(rf"(?:edit|{MADE}) (\d+)\|", state)
    return int(found[1]) if found else 0


def lost(store: Store, lines: list[str]) -> int:
    """Return how many acknowledged edits a file lacks; the one after the last may be in it without a word."""
    last = {(kind, key): said for kind, key, said in (line.split("\t") for line in lines if line.count("\t") == 2)}
    now: dict[tuple[str, str], str] = dict.fromkeys(last, "")
    for name, kind in KINDS.items():
        for thing in store.of(kind).some(key for of, key in last if of == name):
            now[name, thing.id] = state(thing)
    differing = [key for key in last if now[key] != last[key]]
    older = [
        key
        for key in differing
        if not (last[key] or now[key]).startswith(MADE) and (not now[key] or number(now[key]) < number(last[key]))
    ]
    steps = {
        number(last[key] or now[key]) if (last[key] or now[key]).startswith(MADE) else key for key in differing
    }  # a note and its task are made in one
    return max(len(older), len(steps) - 1)


def halves(store: Store) -> int:
    """Return how often a note, its connector, the task made of it and their link are not all there or all gone."""
    notes = {note.text: note.id for note in store.of(Note).all() if note.text.startswith(MADE)}
    tasks = {task.title: task.id for task in store.of(Task).all() if task.title.startswith(MADE)}
    lines = {connector.end for connector in store.of(Connector).all()}
    links = {(link.from_id, link.to_id) for link in store.of(Link).all()}
    return sum(
        notes.get(text) not in lines or (notes.get(text), tasks.get(text)) not in links for text in notes.keys() | tasks
    )
