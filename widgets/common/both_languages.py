"""Finds words in every language: what people write in files is in any of them. It imports no Qt."""

from __future__ import annotations

from functools import partial
from typing import Final

from app.message import Message
from resources.texts import LANGUAGES, find


def _said(language: str, message: Message) -> str:
    return find(language, message.id, dict(message.values))


BOTH: Final = tuple(partial(_said, language) for language in LANGUAGES)
