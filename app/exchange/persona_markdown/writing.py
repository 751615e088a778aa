"""Personas as Markdown that reads well; what cannot be seen in it stands in comments, so that it comes back whole."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Final

from app.exchange.persona_markdown.content import CardContent, PersonaContent, SectionPart, ServedEvent
from app.personas.section import Shape

SPECIAL: Final = re.compile(r"[\\`*<>\[\]]")
BEGINS: Final = re.compile(r"(\d*)(?=#|[-+](?:\s|$)|(?<=\d)[.)](?:\s|$))")
RAW: Final = re.compile(r"^(?=\\*(?:#|<!--))")
PERSONA: Final = ("colour", "avatar", "summary", "archived", "key")
SECTION: Final = ("shape", "icon", "key")
CARD: Final = ("label", "strength", "said", "asked", "target", "unit", "per", "source")


@dataclass(frozen=True, slots=True)
class Wording:
    """Says in words what else there is to a card, and what serves a persona."""

    caption: Callable[[SectionPart, CardContent], str] = lambda *_: ""
    served: Callable[[ServedEvent], str] = lambda one: one.serving.event.title


PLAIN: Final = Wording()


def write_personas(contents: Iterable[PersonaContent], wording: Wording = PLAIN) -> bytes:
    """Return personas as a file."""
    lines: list[str] = []
    for content in contents:
        lines += [*_persona(content, wording), ""]
    return ("\n".join(lines).rstrip("\n") + "\n").encode("utf-8", "replace")


def _persona(content: PersonaContent, wording: Wording) -> Iterator[str]:
    persona = content.persona
    yield f"# {escaped(persona.name)} {_comment({name: getattr(persona, name) for name in PERSONA})}".rstrip()
    yield ""
    if persona.quote:
        yield f"> {escaped(persona.quote)}"
        yield ""
    for part in content.sections:
        yield f"## {escaped(part.section.name)} {_comment({name: getattr(part.section, name) for name in SECTION})}"
        yield ""
        if part.section.shape is Shape.TEXT:
            yield from _texts(part)
        else:
            yield from (_card(part, one, wording) for one in part.cards)
            yield from (f"- {escaped(wording.served(one))}" for one in part.served)
        yield ""


def _texts(part: SectionPart) -> Iterator[str]:
    for row, one in enumerate(part.cards):
        if row:
            yield "<!-- card -->"
        yield from (RAW.sub(r"\\", line) for line in one.card.text.strip("\n").split("\n"))


def _card(part: SectionPart, one: CardContent, wording: Wording) -> str:
    card = one.card
    own: dict[str, Any] = {name: getattr(card, name) for name in CARD if name != "label"}
    own["day"] = card.day.isoformat() if card.day else ""
    own["about"] = list(one.about) if one.about else ""
    own["readings"] = [[it.day.isoformat(), it.value, it.source] for it in one.readings]
    own["answers"] = [list(answer) for answer in one.answers]
    said = wording.caption(part, one)
    label = f"**{escaped(card.label)}:** " if card.label else ""
    seen = f" *({escaped(said)})*" if said else ""
    comment = _comment(own) or ("<!-- {} -->" if seen else "")
    return f"- {label}{escaped(card.text, first=not label)}{seen} {comment}".rstrip()


def _comment(values: dict[str, Any]) -> str:
    """Return what differs from nothing as a comment; no text in it can end it."""
    kept = {name: value for name, value in values.items() if value or type(value) is float}
    if not kept:
        return ""
    text = json.dumps(kept, ensure_ascii=False, sort_keys=True).replace("<", "\\u003c").replace(">", "\\u003e")
    return f"<!-- {text.replace('--', chr(92) + 'u002d' + chr(92) + 'u002d')} -->"


def escaped(text: str, *, first: bool = True) -> str:
    """Return a text in one line that Markdown takes to the letter."""
    whole = SPECIAL.sub(r"\\\g<0>", text.strip())
    if first:
        begin = BEGINS.match(whole)
        whole = f"{begin[1]}\\{whole[begin.end() :]}" if begin else whole
    return "<br>".join(line.rstrip("\r") for line in re.split(r"\r\n|[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]", whole))
