"""What a member is known as elsewhere, as lines that a person writes: "slack: mila.d"."""

from __future__ import annotations

import re
from typing import Final

MOST: Final = 50
SOURCE_MOST: Final = 40
NAME_MOST: Final = 200
SPLIT: Final = re.compile(r"[,;\n]")


def handles_text(handles: tuple[tuple[str, str], ...]) -> str:
    """Return handles as lines."""
    return "\n".join(f"{source}: {name}" if source else name for source, name in handles)


def read_handles(text: str) -> tuple[tuple[str, str], ...]:
    """Return the handles of lines; a line without a colon names no source, and what looks like a link is one name."""
    found: dict[tuple[str, str], None] = {}
    for line in text.splitlines():
        source, colon, name = line.partition(":")
        if not colon or name.startswith("//") or not source.strip():
            source, name = "", line.removeprefix(":") if not source.strip() else line
        pair = (" ".join(source.split())[:SOURCE_MOST], " ".join(name.split())[:NAME_MOST])
        if pair[1]:
            found[pair] = None
    return tuple(found)[:MOST]


def read_list(text: str) -> tuple[str, ...]:
    """Return what commas or lines part, each once."""
    parts = (" ".join(part.split())[:NAME_MOST] for part in SPLIT.split(text))
    return tuple(dict.fromkeys(part for part in parts if part))[:MOST]
