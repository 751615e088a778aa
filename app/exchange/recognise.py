"""Tells what kind of file something is by what it holds, whatever its name says."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Final

LOOKED_AT: Final = 4096  # octets
CALENDAR_ENDINGS: Final = (".ics", ".ical", ".ifb", ".vcs")  # of the names that calendar files usually have
BOARD_ENDINGS: Final = (".canvas", ".excalidraw")
OUTLINE_ENDINGS: Final = (".opml", ".mm", ".md", ".markdown", ".txt")
TABLE_ENDINGS: Final = (".csv", ".tsv", ".txt")
CANVAS: Final = "canvas"
DRAWN: Final = "excalidraw"
OF_DRAWN: Final = re.compile(rb'"type"\s*:\s*"excalidraw(?:/clipboard)?"|^\s*\{\s*"elements"\s*:')
OF_CANVAS: Final = re.compile(rb'^\s*\{\s*(?:\}\s*$|"(?:nodes|edges)"\s*:)|"(?:nodes|edges)"\s*:\s*\[')


class FileKind(StrEnum):
    """What a file is, as far as we can do something with it."""

    ICS = "ics"
    PLAYBOOK = "playbook"
    OUTLINE = "outline"
    BOARD = "board"
    TASKS = "tasks"
    UNKNOWN = ""


def recognise(head: bytes) -> FileKind:
    """Return the kind of the file that begins with these octets."""
    if head.startswith(b"SQLite format 3\x00"):
        return FileKind.PLAYBOOK
    text = _beginning(head[:LOOKED_AT])
    if text.startswith(("BEGIN:VCALENDAR", "BEGIN:VEVENT")) or "\nBEGIN:VCALENDAR" in text:
        return FileKind.ICS
    if board_form(head):
        return FileKind.BOARD
    # Markdown and tables are text like any other: only who asks for an outline or for tasks gets them.
    return FileKind.OUTLINE if text.startswith("<") and ("<OPML" in text or "<MAP" in text) else FileKind.UNKNOWN


def board_form(head: bytes) -> str:
    """Return of which form the board is that begins with these octets, "" when it is none."""
    head = head[:LOOKED_AT]
    if head[:2] in (b"\xff\xfe", b"\xfe\xff"):
        head = head[: len(head) // 2 * 2].decode("utf-16", "replace").encode()
    head = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if not head.startswith(b"{"):
        return ""
    return DRAWN if OF_DRAWN.search(head) else CANVAS if OF_CANVAS.search(head) else ""


def _beginning(head: bytes) -> str:
    encoding = "utf-16" if head[:2] in {b"\xff\xfe", b"\xfe\xff"} else "utf-8-sig"
    return head[: len(head) // 2 * 2].decode(encoding, "replace").lstrip("\ufeff\x00 \t\r\n").upper()
