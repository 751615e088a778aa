"""What a page of HTML says, without its looks: fast and plain, for many small texts that are never shown as HTML."""

from __future__ import annotations

import html
import re
from typing import Final

from app.exchange.reading import LONGEST, text_of

QUOTED: Final = re.compile(r"<(aside|blockquote)\b[^<>]*>(?:(?!</?\1\b).)*+</\1>", re.DOTALL | re.IGNORECASE)
SILENT: Final = re.compile(r"<(script|style|head)\b(?:(?!</\1).)*+(?:</\1\s*>|$)", re.DOTALL | re.IGNORECASE)
BREAK: Final = re.compile(r"</?(?:p|br|li|div|tr|h[1-6]|ul|ol|table|pre|blockquote)\b[^<>]*>", re.IGNORECASE)
PICTURE: Final = re.compile(r'<img\b[^<>]*?\balt="(:[^"<>]{1,60}:)"[^<>]*>', re.IGNORECASE)
TAG: Final = re.compile(r"<[a-zA-Z/!][^<>]*>")
EMPTY: Final = re.compile(r"[ \t\r]*\n\s*")
READ: Final = 4 * LONGEST


def words_of(page: object, *, quotes: bool = False) -> str:
    """Return what a text in HTML says; what it quotes of others is left out unless it is asked for."""
    if type(page) is not str:
        return ""
    text = page[:READ]
    if "<" in text:
        if "<img" in text:
            text = PICTURE.sub(r"\1", text)
        if not quotes and ("<aside" in text or "<blockquote" in text):
            text = QUOTED.sub("\n", text)
        text = TAG.sub("", BREAK.sub("\n", SILENT.sub("", text)))
    if "&" in text:
        text = html.unescape(text)
    return EMPTY.sub("\n", text_of(text)).strip()
