"""Personas out of Markdown: our own files come back whole, other people's headings become sections."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import PurePath
from typing import Any, Final

from app.calendar.event import check_reach
from app.errors import ImportRejected
from app.exchange.persona_markdown.content import CardContent, PersonaContent, SectionPart
from app.message import say
from app.personas.cards import LONGEST
from app.personas.persona import Persona
from app.personas.section import PersonaCard, PersonaSection, Shape
from app.purpose.reading import Reading

LARGEST: Final = 2 * 1024 * 1024  # bytes
PERSONAS: Final = 50
SECTIONS: Final = 100  # of one persona
CARDS: Final = 500  # of one section
ALL_CARDS: Final = 5_000  # of one file
NAME: Final = 200  # letters
HEADING: Final = re.compile(r" {0,3}(#{1,6})[ \t]+(.*)$")
COMMENT: Final = re.compile(r"[ \t]*<!--[ \t]*(\{.*\})[ \t]*-->[ \t]*$")
CAPTION: Final = re.compile(r" \*\((?:\\.|[^*\\])*\)\*$")
LABEL: Final = re.compile(r"\*\*((?:\\.|[^*\\]){1,80}?):?\*\*:?[ \t]*(?=\S)")
ITEM: Final = re.compile(r"[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+(.*)$")
QUOTE: Final = re.compile(r" {0,3}>[ \t]?(.*)$")
ESCAPED: Final = re.compile(r"\\([!-/:-@\[-`{-~])")
BOLD: Final = re.compile(r"\*\*([^*]+)\*\*")
RAW: Final = re.compile(r"^\\(?=\\*(?:#|<!--))")
NUMBERS: Final = ("strength", "said", "asked")
PERS: Final = ("", "day", "week", "month", "quarter")


@dataclass(frozen=True, slots=True)
class _Section:
    name: str
    line: int
    own: Mapping[str, Any]
    lines: list[tuple[int, str]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Persona:
    name: str
    own: Mapping[str, Any]
    quote: list[str] = field(default_factory=list)
    summary: list[str] = field(default_factory=list)
    sections: list[_Section] = field(default_factory=list)


def read_personas(data: bytes, file: str, template: Sequence[PersonaSection] = ()) -> list[PersonaContent]:
    """Return the personas of a file, or raise ImportRejected; sections with a name of the template are like there."""
    if len(data) > LARGEST:
        raise ImportRejected(file, "", say("personas.in.large", most=LARGEST // 1024 // 1024))
    found = _split(_decoded(data, file), file)
    if not found:
        raise ImportRejected(file, "", say("personas.in.nothing"))
    by_name = {it.name.casefold(): it for it in template}
    read = [_persona(one, by_name, file) for one in found]
    if sum(len(part.cards) for content in read for part in content.sections) > ALL_CARDS:
        raise ImportRejected(file, "", say("personas.in.cards.all", most=ALL_CARDS))
    return read


def _decoded(data: bytes, file: str) -> str:
    try:
        text = data.decode("utf-16") if data[:2] in (b"\xff\xfe", b"\xfe\xff") else data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise ImportRejected(file, str(line), say("personas.in.encoding")) from error
    if "\0" in text:
        raise ImportRejected(file, str(text.count("\n", 0, text.index("\0")) + 1), say("personas.in.binary"))
    return text


def _split(text: str, file: str) -> list[_Persona]:
    """Part a file at its headings: those of the first level are personas, all below are sections."""
    found: list[_Persona] = []
    for number, line in enumerate(re.split(r"\r\n|\r|\n", text), 1):
        heading = HEADING.match(line)
        if heading is None:
            _keep(found, line, number, file)
            continue
        said, own = _parted(heading[2].rstrip("# \t") if not heading[2].rstrip().endswith("-->") else heading[2])
        name = _plain(said)[:NAME] or "–"
        if len(heading[1]) == 1:
            if len(found) == PERSONAS:
                raise ImportRejected(file, str(number), say("personas.in.personas", most=PERSONAS))
            found.append(_Persona(name, own))
            continue
        whole = _whole(found, file)
        if len(whole.sections) == SECTIONS:
            raise ImportRejected(file, str(number), say("personas.in.sections", most=SECTIONS))
        whole.sections.append(_Section(name, number, own))
    return found


def _whole(found: list[_Persona], file: str) -> _Persona:
    """Return the persona that is being read; a file without one is named after itself."""
    if not found:
        found.append(_Persona(PurePath(file).stem[:NAME] or "–", {}))
    return found[-1]


def _keep(found: list[_Persona], line: str, number: int, file: str) -> None:
    if found and found[-1].sections:
        found[-1].sections[-1].lines.append((number, line))
    elif line.strip():
        persona = _whole(found, file)
        quote = QUOTE.match(line)
        if quote:
            persona.quote.append(_plain(quote[1]))
        elif not line.lstrip().startswith("<!--"):
            persona.summary.append(_plain(line))


def _persona(one: _Persona, by_name: Mapping[str, PersonaSection], file: str) -> PersonaContent:
    own, quote = one.own, " ".join(one.quote)
    persona = Persona(
        "",
        one.name,
        colour=_text(own, "colour") or "welcome",
        summary=_text(own, "summary") or "\n".join(one.summary)[:LONGEST],
        quote=(quote if own else quote.strip('„“”«»"'))[:LONGEST],
        avatar=_text(own, "avatar")[:16],
        archived=own.get("archived") is True,
        key=_text(own, "key")[:NAME],
    )
    return PersonaContent(persona, tuple(_section(it, by_name, file) for it in one.sections))


def _section(one: _Section, by_name: Mapping[str, PersonaSection], file: str) -> SectionPart:
    like = by_name.get(one.name.casefold())
    shape = _shape(one, like)
    icon = _text(one.own, "icon")[:40] or (like.icon if like else "")
    key = _text(one.own, "key")[:NAME] or (like.key if like and not one.own else "")
    section = PersonaSection("", None, one.name, shape, icon, key=key)
    if shape is Shape.PROGRAMS:
        return SectionPart(section)
    cards = _texts(one.lines) if shape is Shape.TEXT else _cards(one.lines)
    if len(cards) > CARDS:
        raise ImportRejected(file, str(one.line), say("personas.in.cards", most=CARDS))
    for number, card in cards:
        if len(card.card.text) > LONGEST:
            raise ImportRejected(file, str(number), say("personas.in.long", most=LONGEST))
    return SectionPart(section, tuple(card for _, card in cards))


def _shape(one: _Section, like: PersonaSection | None) -> Shape:
    said = _text(one.own, "shape")
    if said in set(Shape):
        return Shape(said)
    if like is not None:
        return like.shape
    lines = [line for _, line in one.lines if line.strip()]
    if lines and all(QUOTE.match(line) for line in lines):
        return Shape.QUOTES
    items = [found[1] for line in lines if (found := ITEM.match(line))]
    if not items or len(items) < len(lines) / 2:
        return Shape.TEXT if lines else Shape.LIST
    return Shape.CHIPS if all(LABEL.match(item) for item in items) else Shape.LIST


def _texts(lines: Iterable[tuple[int, str]]) -> list[tuple[int, CardContent]]:
    texts: list[tuple[int, list[str]]] = []
    for number, line in lines:
        if line.strip() == "<!-- card -->" or not texts:
            texts.append((number, []))
            if line.strip() == "<!-- card -->":
                continue
        texts[-1][1].append(RAW.sub("", line))
    whole = ((number, "\n".join(some).strip("\n")) for number, some in texts)
    return [
        (number, CardContent(PersonaCard("", "", text))) for number, text in whole if text.strip() or len(texts) > 1
    ]


def _cards(lines: Iterable[tuple[int, str]]) -> list[tuple[int, CardContent]]:
    cards: list[tuple[int, CardContent]] = []
    for number, line in lines:
        item, quote = ITEM.match(line), QUOTE.match(line)
        said = item[1] if item else quote[1] if quote else line.strip()
        if said.strip() and not said.startswith("<!--"):
            cards.append((number, _card(said)))
    return cards


def _card(line: str) -> CardContent:
    said, own = _parted(line)
    if COMMENT.search(line):
        said = CAPTION.sub("", said)
    label = LABEL.match(said)
    text = _plain(said[label.end() :] if label else said)
    card = PersonaCard("", "", text, label=_plain(label[1]).rstrip(":") if label else "")
    numbers = {name: own[name] for name in NUMBERS if isinstance(own.get(name), int) and 0 <= own[name] < 10**6}
    per = _text(own, "per")
    card = replace(
        replace(card, **numbers),
        unit=_text(own, "unit")[:NAME],
        source=_text(own, "source")[:NAME],
        per=per if per in PERS else "",
        target=_number(own.get("target")),
        day=_day(own.get("day")),
    )
    return CardContent(card, _readings(own), _answers(own), _about(own))


def _readings(own: Mapping[str, Any]) -> tuple[Reading, ...]:
    found = []
    for one in _list(own, "readings"):
        if isinstance(one, list) and len(one) == 3 and isinstance(one[2], str):
            day, value = _day(one[0]), _number(one[1])
            if day is not None and value is not None:
                found.append(Reading("", "persona_card", "", day, value, one[2][:NAME]))
    return tuple(found[:1000])


def _answers(own: Mapping[str, Any]) -> tuple[tuple[str, str], ...]:
    pairs = (one for one in _list(own, "answers") if isinstance(one, list) and len(one) == 2)
    return tuple((str(kind), str(name)) for kind, name in pairs)[:100]


def _about(own: Mapping[str, Any]) -> tuple[int, int] | None:
    place = _list(own, "about")
    if len(place) == 2 and all(isinstance(it, int) and not isinstance(it, bool) and it >= 0 for it in place):
        return place[0], place[1]
    return None


def _parted(line: str) -> tuple[str, Mapping[str, Any]]:
    """Return what can be seen of a line, and what its comment holds."""
    found = COMMENT.search(line)
    if found is None:
        return line.strip(), {}
    try:
        own = json.loads(found[1])
    except (ValueError, RecursionError):
        own = {}
    return line[: found.start()].strip(), own if isinstance(own, dict) else {}


def _plain(text: str) -> str:
    """Return a line as it is meant."""
    return ESCAPED.sub(r"\1", BOLD.sub(r"\1", text.strip()).replace("<br>", "\n"))


def _text(own: Mapping[str, Any], name: str) -> str:
    value = own.get(name)
    return value if isinstance(value, str) else ""


def _list(own: Mapping[str, Any], name: str) -> list[Any]:
    value = own.get(name)
    return value if isinstance(value, list) else []


def _number(value: object) -> float | None:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    try:
        check_reach("target", value)
    except ValueError:
        return None
    return value


def _day(value: object) -> date | None:
    try:
        day = date.fromisoformat(value) if isinstance(value, str) else None
        check_reach("day", day)
    except ValueError:
        return None
    return day
