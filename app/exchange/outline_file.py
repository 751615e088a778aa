"""Reads an outline of any kind that we know, by what it holds."""

from __future__ import annotations

from typing import Final

from app.exchange.freemind import read_freemind
from app.exchange.markdown_outline import read_markdown
from app.exchange.opml import read_opml
from app.exchange.outline import Outline

LOOKED_AT: Final = 4096


def outline_in(data: bytes, name: str) -> Outline:
    """Return the outline in some octets: a map, OPML, or text that is read as Markdown."""
    encoding = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "latin-1"
    head = data[:LOOKED_AT].decode(encoding, "replace").lstrip("\ufeff\u00ef\u00bb\u00bf \t\r\n").lower()
    if head.startswith("<") and "<map" in head:
        return read_freemind(data, name)
    return read_opml(data, name) if head.startswith("<") else read_markdown(data, name)
