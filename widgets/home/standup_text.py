"""The stand-up as text for a chat: Markdown or plain, in either language."""

from __future__ import annotations

from collections.abc import Sequence

from app.home.standup import Item, Standup
from widgets.common.words import capital, day, speaking, tr
from widgets.home.building import said_when

ESCAPED = str.maketrans({sign: f"\\{sign}" for sign in "\\`*_[]<>#|~"})


def standup_text(found: Standup, language: str, *, markdown: bool) -> str:
    """Return what is to be said, ready to be pasted."""
    with speaking(language):
        title = tr("home.standup.of", day=day(found.today, "dddd, d MMMM"))
        parts = [
            _part(tr("home.standup.done", day=day(found.since, "ddd d MMM")), found.done, found, markdown),
            _part(tr("home.standup.ahead", day=day(found.until, "ddd d MMM")), found.ahead, found, markdown),
            _part(tr("home.standup.late"), found.late, found, markdown),
        ]
        return "\n\n".join([f"## {capital(title)}" if markdown else capital(title), *parts]) + "\n"


def _part(head: str, items: Sequence[Item], found: Standup, markdown: bool) -> str:
    said = [f"{_plain(it.title, markdown)} ({said_when(it, found.today)})" for it in items] or [tr("home.standup.none")]
    sign = "-" if markdown else "•"
    return "\n".join([f"**{head}**" if markdown else f"{head}:", *(f"{sign} {line}" for line in said)])


def _plain(title: str, markdown: bool) -> str:
    line = " ".join(title.split())
    return line.translate(ESCAPED) if markdown else line
