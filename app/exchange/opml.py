"""OPML 2.0, the outline format of the web, both ways. Nothing that a file points to is fetched."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, Final

from app.errors import ImportRejected
from app.exchange.outline import (
    FOREIGN_MOST,
    Outline,
    OutlineItem,
    Taking,
    check_size,
    check_something,
    depth_first,
)
from app.exchange.xml_tree import NAME, Element, read_xml, without_tags, write_xml
from app.message import say

OURS: Final = "sedyanka:"
NAMESPACE: Final = "urn:sedyanka"
NOTES: Final = ("_note", "note")
DONE: Final = {"_status": "checked", "checked": "true"}
UNDONE: Final = {"_status": ("indeterminate", "unchecked"), "checked": ("false",)}


def read_opml(data: bytes, file: str) -> Outline:
    """Return the outline in a file; ImportRejected says what is wrong with it and where."""
    check_size(data, file)
    root = read_xml(data, file)
    if root.tag.lower() != "opml":
        raise ImportRejected(file, str(root.line), say("outline.opml.other"))
    body = next((it for it in root.elements() if it.tag.lower() == "body"), None)
    if body is None:
        raise ImportRejected(file, str(root.line), say("outline.opml.no_body"))
    taking = Taking(file)
    waiting = [(it, -1) for it in reversed(list(body.elements()))]
    while waiting:
        element, parent = waiting.pop()
        if element.tag.lower() != "outline":
            continue
        place = taking.take(_item(element, parent, taking), str(element.line))
        waiting.extend((it, place) for it in reversed(list(element.elements())))
    check_something(taking.items, file)
    return Outline(_title(root), tuple(taking.items), (), tuple(taking.warnings()))


def write_opml(outline: Outline) -> bytes:
    """Return an outline as a file; the same outline gives the same octets."""
    children = depth_first(outline.items)
    elements = [_outline(item) for item in outline.items]
    for place, element in enumerate(elements):
        element.inside.extend(elements[child] for child in children[place])
    head = Element("head", {}, [Element("title", {}, [outline.title])] if outline.title else [])
    body = Element("body", {}, [elements[place] for place in children[-1]])
    return write_xml(Element("opml", {"version": "2.0", "xmlns:sedyanka": NAMESPACE}, [head, body]))


def _title(root: Element) -> str:
    head = next((it for it in root.elements() if it.tag.lower() == "head"), None)
    title = next((it for it in head.elements() if it.tag.lower() == "title"), None) if head else None
    return " ".join(title.text().split()) if title else ""


def _item(element: Element, parent: int, taking: Taking) -> OutlineItem:
    given = dict(element.attributes)
    text = given.pop("text", "") or given.pop("title", "")
    notes = next((given.pop(name) for name in NOTES if name in given), "")
    own = {name.removeprefix(OURS): given.pop(name) for name in list(given) if name.startswith(OURS)}
    literal = own.pop("literal", "") == "true"  # what looks like HTML is none
    if not literal:
        text, notes = without_tags(text), without_tags(notes)
    return OutlineItem(
        taking.short(text),
        parent,
        taking.short(notes),
        _done(given),
        own.pop("folded", "") == "true",
        tuple(own.items()),
        _foreign(given, taking),
    )


def _done(given: dict[str, str]) -> bool | None:
    for name, value in DONE.items():
        said = given.get(name, "").lower()
        if said == value or said in UNDONE[name]:
            del given[name]
            return said == value
    return None


def _foreign(given: Mapping[str, str], taking: Taking) -> str:
    kept = json.dumps({"opml": given}, ensure_ascii=False) if given else ""
    if len(kept) > FOREIGN_MOST:
        taking.left_out += 1
        return ""
    return kept


def _outline(item: OutlineItem) -> Element:
    attributes = {"text": item.text}
    if item.notes:
        attributes["_note"] = item.notes
    if item.done is not None:
        attributes["_status"] = "checked" if item.done else "unchecked"
    if item.folded:
        attributes[f"{OURS}folded"] = "true"
    if any(without_tags(text) != text for text in (item.text, item.notes)):
        attributes[f"{OURS}literal"] = "true"
    attributes |= {f"{OURS}{name}": value for name, value in item.own}
    return Element("outline", _kept(item.foreign) | attributes)


def _kept(foreign: str) -> dict[str, str]:
    """Return the attributes that came from an OPML file; a prefix that this file does not declare is left out."""
    try:
        said: Any = json.loads(foreign) if foreign else {}
    except (ValueError, RecursionError):
        return {}
    given = said.get("opml") if isinstance(said, dict) else None
    if not isinstance(given, dict):
        return {}
    names = [name for name in given if NAME.fullmatch(name) and ":" not in name and name.lower() != "xmlns"]
    return {name: str(given[name]) for name in names}
