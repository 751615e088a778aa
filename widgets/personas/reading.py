"""Reads files with personas; runs in a child process."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from app.errors import ImportRejected
from app.exchange.persona_markdown.content import PersonaContent
from app.exchange.persona_markdown.reading import LARGEST, read_personas
from app.message import say
from app.personas.section import PersonaSection

Report = Callable[[int, int, str], None]


def read_file(report: Report, path: str, template: Sequence[PersonaSection]) -> list[PersonaContent]:
    """Return the personas of a file; ImportRejected says why there are none."""
    file = Path(path)
    report(0, 1, file.name)
    try:
        if not file.is_file():  # a pipe would never end
            raise ImportRejected(file.name, "", say("personas.in.unreadable"))
        with file.open("rb") as opened:
            data = opened.read(LARGEST + 1)
    except OSError as error:
        raise ImportRejected(file.name, "", say("personas.in.unreadable")) from error
    return read_personas(data, file.name, template)
