"""Reads an outline from a file; runs in a child process, which has no Qt."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from app.errors import ImportRejected
from app.exchange.markdown_outline import read_markdown
from app.exchange.opml import read_opml
from app.exchange.outline import OCTETS_MOST, Outline
from app.exchange.outline_file import outline_in
from app.message import say


def read_outline(report: Callable[[int, int, str], None], path: str) -> Outline:
    """Return the outline in a file; ImportRejected names the file, the place and the reason."""
    file = Path(path)
    report(0, 1, file.name)
    try:
        with file.open("rb") as opened:
            data = opened.read(OCTETS_MOST + 1)
    except OSError as error:
        raise ImportRejected(file.name, "", say("outline.unreadable", why=error.strerror or "")) from error
    return outline_in(data, file.name)


def read_opml_copied(report: Callable[[int, int, str], None], data: bytes, name: str) -> Outline:
    """Return the outline that was copied as OPML."""
    report(0, 1, name)
    return read_opml(data, name)


def read_text_copied(report: Callable[[int, int, str], None], data: bytes, name: str) -> Outline:
    """Return the outline that was copied as text."""
    report(0, 1, name)
    return read_markdown(data, name)
