"""Lists of names as people paste them: one a line, "Mila D. <mila@example.org>" understood."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from app.errors import ImportRejected
from app.message import say

LETTERS_MOST: Final = 1_000_000
LINES_MOST: Final = 20_000
NAME_MOST: Final = 200
BETWEEN: Final = re.compile(r"[\t;,]")
ADDRESS: Final = re.compile(r"[^\s<>@,;\"()]{1,64}@[^\s<>@,;\"()]{1,190}")
ANGLED: Final = re.compile(rf"<\s*(?:mailto:)?({ADDRESS.pattern})\s*>")
LEADING: Final = re.compile(r"^\s*(?:[-*•·]|\d{1,5}[.)])\s+")
UNSEEN: Final = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")


@dataclass(frozen=True, slots=True)
class NameLine:
    """One person of a list."""

    name: str
    email: str = ""


def read_names(text: str) -> tuple[NameLine, ...]:
    """Return the people of a list in its order, each once; ImportRejected when it is too long to be one."""
    if len(text) > LETTERS_MOST:
        raise ImportRejected("", "", say("members.paste.too_long", most=LETTERS_MOST))
    lines = text.splitlines()
    if len(lines) > LINES_MOST:
        raise ImportRejected("", str(LINES_MOST), say("members.paste.too_many", most=LINES_MOST))
    found = (read_line(line) for line in lines)
    return tuple(dict.fromkeys(line for line in found if line is not None))


def read_line(line: str) -> NameLine | None:
    """Return the person of one line, or None when it names nobody."""
    line = LEADING.sub("", UNSEEN.sub("", line))
    angled = ANGLED.search(line) or ADDRESS.search(line)
    email = angled[angled.lastindex or 0] if angled else ""
    rest = f"{line[: angled.start()]} {line[angled.end() :]}" if angled else line
    name = " ".join(BETWEEN.sub(" ", rest).replace('"', " ").replace("<>", " ").split())[:NAME_MOST].strip(" ,;-")
    if not any(letter.isalnum() for letter in name):
        name = _from_address(email)
    return NameLine(name, email) if name else None


def _from_address(email: str) -> str:
    """Return what somebody may be called of whom only an address is known."""
    parts = re.split(r"[._+-]+", email.partition("@")[0])
    return " ".join(part.capitalize() for part in parts if part)[:NAME_MOST]
