"""A playbook, a desk and calendar files, all real, for the import dialog."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from app.message import Message, say
from app.playbook.playbook import PLAYBOOK_ID, Playbook
from storage.playbooks import SqlPlaybooks
from widgets.common.desk import Desk
from widgets.common.words import words
from widgets.shell.jobs import ChildJobs

HEAD = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Other//EN\r\nX-WR-CALNAME:Club days\r\n"


class Memory(dict[str, Any]):
    """Settings of a computer that forgets."""

    def set(self, name: str, value: Any) -> None:
        self[name] = value


@dataclass
class Table:
    """What the desk of the window was asked for."""

    told: list[str] = field(default_factory=list)
    failed: list[Exception] = field(default_factory=list)
    gone: list[tuple[str, str]] = field(default_factory=list)


def a_desk(table: Table, folder: Path) -> Desk:
    def tell(message: Message, *, undo: bool = False) -> None:
        table.told.append(words(message))

    go: Callable[[str, str], None] = lambda page, thing: table.gone.append((page, thing))  # noqa: E731
    return Desk(Memory(), ChildJobs(), SqlPlaybooks(folder / "data"), tell, table.failed.append, go)


def a_store(folder: Path):
    store = SqlPlaybooks(folder / "data").create(folder / "club.sedyanka")
    with store.change(say("playbook.step.begin", name="Club")):
        store.of(Playbook).save([Playbook(PLAYBOOK_ID, "Club", start=date(2027, 3, 1), zone="Europe/Sofia")])
    return store


def an_event(number: int, *lines: str, summary: str = "", start: str = "DTSTART;VALUE=DATE:20270301") -> str:
    rows = ["BEGIN:VEVENT", f"UID:e{number}@other.example", "DTSTAMP:20270101T000000Z"]
    rows += [start] if start else []
    rows += [f"SUMMARY:{summary or f'Event {number}'}", *lines, "END:VEVENT"]
    return "\r\n".join(rows) + "\r\n"


def a_calendar(folder: Path, *events: str, name: str = "club.ics") -> Path:
    file = folder / name
    file.write_bytes((HEAD + "".join(events) + "END:VCALENDAR\r\n").encode())
    return file
