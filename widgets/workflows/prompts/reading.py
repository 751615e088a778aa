"""Reads prompts from a file; runs in a child process, which has no Qt."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from app.errors import ImportRejected
from app.exchange.prompts_file import OCTETS_MOST, read_prompts
from app.message import say
from app.workflows.prompt import Prompt


def read_file(report: Callable[[int, int, str], None], path: str) -> tuple[Prompt, ...]:
    """Return the prompts in a file; ImportRejected names the file, the place and the reason."""
    file = Path(path)
    report(0, 1, file.name)
    try:
        with file.open("rb") as opened:
            data = opened.read(OCTETS_MOST + 1)
    except OSError as error:
        raise ImportRejected(file.name, "", say("tasks.in.unreadable", why=error.strerror or "")) from error
    return read_prompts(data, file.name)
