"""Reads and writes XML as plain elements: no document types, no entities, nothing fetched, no recursion."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, Final
from xml.parsers import expat

from typing_extensions import override

from app.errors import ImportRejected
from app.message import say

DEEPEST: Final = 250  # elements within elements; the texts of a node hold some too
ELEMENTS_MOST: Final = 1_000_000
FORBIDDEN: Final = re.compile(r"[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
ESCAPES: Final = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\n": "&#xa;", "\r": "&#xd;", "\t": "&#x9;"}
ESCAPED: Final = re.compile('[&<>"\n\r\t]')


@dataclass(frozen=True, slots=True, eq=False)
class Element:
    """A tag with its attributes, and in order the texts and elements inside it."""

    tag: str
    attributes: dict[str, str]
    inside: list[Element | str] = field(default_factory=list)
    line: int = 0

    def elements(self) -> Iterator[Element]:
        """Yield the elements inside."""
        return (it for it in self.inside if isinstance(it, Element))

    def text(self) -> str:
        """Return the texts inside, those of inner elements left out."""
        return "".join(it for it in self.inside if isinstance(it, str))

    @override
    def __repr__(self) -> str:
        return f"<{self.tag} at {self.line}>"


def read_xml(data: bytes, file: str) -> Element:
    """Return the outermost element; ImportRejected names the line of what is wrong."""
    reader = _Reader(file)
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = lambda *_: reader.refuse("outline.xml.doctype")
    parser.EntityDeclHandler = lambda *_: reader.refuse("outline.xml.doctype")
    parser.StartElementHandler = reader.begin
    parser.EndElementHandler = reader.end
    parser.CharacterDataHandler = reader.write
    reader.parser = parser
    try:
        parser.Parse(data, True)
    except expat.ExpatError as error:
        raise ImportRejected(file, str(error.lineno), say("outline.xml.broken", line=error.lineno)) from None
    except (ValueError, LookupError):  # an encoding that nobody knows
        raise ImportRejected(file, "1", say("outline.xml.broken", line=1)) from None
    return reader.root


class _Reader:
    def __init__(self, file: str) -> None:
        self._file = file
        self.parser: Any = None
        self.root = Element("", {})
        self._open: list[Element] = []
        self._count = 0

    def refuse(self, why: str) -> None:
        line = self.parser.CurrentLineNumber
        raise ImportRejected(self._file, str(line), say(why))

    def begin(self, tag: str, attributes: dict[str, str]) -> None:
        self._count += 1
        if len(self._open) >= DEEPEST or self._count > ELEMENTS_MOST:
            self.refuse("outline.xml.large")
        element = Element(tag, attributes, [], self.parser.CurrentLineNumber)
        if self._open:
            self._open[-1].inside.append(element)
        else:
            self.root = element
        self._open.append(element)

    def end(self, tag: str) -> None:
        self._open.pop()

    def write(self, text: str) -> None:
        if self._open:
            self._open[-1].inside.append(text)


def write_xml(root: Element, *, declare: bool = True) -> bytes:
    """Return an element as a file, one element a line; texts inside are kept to the letter."""
    out = ['<?xml version="1.0" encoding="UTF-8"?>\n'] if declare else []
    waiting: list[Element | str] = [root]
    while waiting:
        it = waiting.pop()
        if isinstance(it, str):
            out.append(it)
            continue
        opened = "".join(f' {name}="{escaped(value)}"' for name, value in it.attributes.items())
        if not it.inside:
            out.append(f"<{it.tag}{opened}/>\n")
            continue
        out.append(f"<{it.tag}{opened}>" + ("" if it.text() else "\n"))
        waiting.append(f"</{it.tag}>\n")
        waiting.extend(escaped(part) if isinstance(part, str) else part for part in reversed(it.inside))
    return "".join(out).encode("utf-8")


def escaped(text: str) -> str:
    """Return a text as it stands in XML; what XML cannot carry is left out."""
    return ESCAPED.sub(lambda found: ESCAPES[found.group()], FORBIDDEN.sub("", text))


def as_lists(element: Element) -> list[Any]:
    """Return an element as lists that JSON can hold."""
    return [
        element.tag,
        element.attributes,
        [it if isinstance(it, str) else as_lists(it) for it in element.inside if not isinstance(it, str) or it.strip()],
    ]


def from_lists(kept: Any, deepest: int = 50) -> Element | None:
    """Return the element of such lists, or None when they are something else."""
    match kept:
        case [str(tag), dict(attributes), list(inside)] if deepest and NAME.fullmatch(tag):
            named = {str(name): str(value) for name, value in attributes.items() if NAME.fullmatch(str(name))}
            parts = [it if isinstance(it, str) else from_lists(it, deepest - 1) for it in inside]
            return Element(tag, named, [it for it in parts if it is not None])
    return None


NAME: Final = re.compile(r"[A-Za-z_][\w.\-]*(:[A-Za-z_][\w.\-]*)?", re.ASCII)
BLOCKS: Final = frozenset({"p", "br", "li", "div", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "table"})
SILENT: Final = frozenset({"head", "style", "script", "title"})


def plain(element: Element) -> str:
    """Return what a rich text says, paragraphs as lines."""
    out: list[str] = []
    waiting: list[Element | str] = [element]
    while waiting:
        it = waiting.pop()
        if isinstance(it, str):
            out.append(it if it == "\n" else re.sub(r"\s+", " ", it))
        elif it.tag.lower() not in SILENT:
            if it.tag.lower() in BLOCKS:
                out.append("\n")
                waiting.append("\n")
            waiting.extend(reversed(it.inside))
    return tidied("".join(out))


def tidied(text: str) -> str:
    """Return a text without blanks at the ends of lines and without empty lines."""
    lines: Iterable[str] = (" ".join(line.split()) for line in text.split("\n"))
    return "\n".join(line for line in lines if line)


TAG: Final = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)\b[^<>]*>")
ENTITIES: Final = {"&lt;": "<", "&gt;": ">", "&quot;": '"', "&apos;": "'", "&#39;": "'", "&nbsp;": " ", "&amp;": "&"}


def without_tags(text: str) -> str:
    """Return a text in which somebody wrote HTML as what it says; any other text as it is."""
    if not re.search(r"</[a-zA-Z]|<br\s*/?>|^\s*<html", text):
        return text
    bare = TAG.sub(lambda found: "\n" if found.group(2).lower() in BLOCKS else "", text)
    for entity, letter in ENTITIES.items():
        bare = bare.replace(entity, letter)
    return tidied(bare)
