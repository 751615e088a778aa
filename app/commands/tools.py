"""What the commands are handed: they open no file, print nothing and know no clock themselves."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from app.message import Message
from app.playbook.files import Playbooks


@dataclass(frozen=True, slots=True)
class Tools:
    """Lent to every command by `main`."""

    playbooks: Playbooks
    words: Callable[[Message], str]  # in the language of whoever asked
    out: Callable[[str], None]  # prints a line for people or programs
    err: Callable[[str], None]  # prints a line of trouble or progress
    read: Callable[[Path], bytes]  # KnownError when it cannot
    write: Callable[[Path, bytes], None]  # whole or not at all; KnownError when it cannot
    remove: Callable[[Path], None]  # takes back a file that was just made
    today: date
    zone: Callable[[], str]  # IANA name of the zone of this computer
    language: str
    communities: tuple[str, ...]  # the templates that there are
    content: Callable[[str, str], Mapping[str, Any]]  # (language, community or ""): what a playbook begins with
    version: str
