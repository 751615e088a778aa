"""Maps of FreeMind and Freeplane (.mm), both ways."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, Final

from app.errors import ImportRejected
from app.exchange.outline import (
    FOREIGN_MOST,
    ITEMS_MOST,
    LETTERS_MOST,
    Outline,
    OutlineItem,
    OutlineLine,
    Taking,
    check_size,
    check_something,
    depth_first,
)
from app.exchange.xml_tree import NAME, Element, as_lists, from_lists, plain, read_xml, without_tags, write_xml
from app.message import say

OURS: Final = "sedyanka."
DONE: Final = "button_ok"
OWN_ATTRIBUTES: Final = ("TEXT", "ID", "FOLDED", "POSITION", "LOCALIZED_TEXT", "CREATED", "MODIFIED")
OWN_ELEMENTS: Final = ("node", "richcontent", "arrowlink", "linktarget")


def read_freemind(data: bytes, file: str) -> Outline:
    """Return the outline in a map; its root becomes the title. ImportRejected says what is wrong and where."""
    check_size(data, file)
    root = read_xml(data, file)
    if root.tag != "map":
        raise ImportRejected(file, str(root.line), say("outline.mm.other"))
    top = next((it for it in root.elements() if it.tag == "node"), None)
    if top is None:
        raise ImportRejected(file, str(root.line), say("outline.empty"))
    taking = Taking(file)
    ids: dict[str, int] = {}
    nodes: list[Element] = []
    alone = not _nodes(top)  # a map that is nothing but its root
    waiting = [(it, -1) for it in reversed([top] if alone else _nodes(top))]
    while waiting:
        element, parent = waiting.pop()
        place = taking.take(_item(element, parent, taking), str(element.line))
        ids[element.attributes.get("ID", f"\0{place}")] = place
        nodes.append(element)
        waiting.extend((it, place) for it in reversed(_nodes(element)))
    check_something([item for item in taking.items if item.text or not alone], file)
    lines, dangling = _lines(nodes, ids, file)
    warnings = taking.warnings()
    if dangling:
        warnings.append(say("outline.dangling", n=dangling))
    return Outline("" if alone else _text(top), tuple(taking.items), tuple(lines), tuple(warnings))


def write_freemind(outline: Outline) -> bytes:
    """Return an outline as a map; the same outline gives the same octets."""
    children = depth_first(outline.items)
    elements = [_node(place, item) for place, item in enumerate(outline.items)]
    for line in outline.lines:
        attributes = {"DESTINATION": _id(line.end), "STARTARROW": "None", "ENDARROW": "Default"}
        if line.label:
            attributes["MIDDLE_LABEL"] = line.label
        elements[line.start].inside.append(Element("arrowlink", attributes))
    for place, element in enumerate(elements):
        element.inside.extend(elements[child] for child in children[place])
    top = Element("node", {"TEXT": outline.title, "ID": "ID_root"})
    for place in children[-1]:
        elements[place].attributes["POSITION"] = "right"
        top.inside.append(elements[place])
    return write_xml(Element("map", {"version": "1.0.1"}, [top]), declare=False)


def _nodes(element: Element) -> list[Element]:
    return [it for it in element.elements() if it.tag == "node"]


def _rich(element: Element, kind: str) -> Iterator[str]:
    for it in element.elements():
        if it.tag == "richcontent" and it.attributes.get("TYPE") == kind and (said := plain(it)):
            yield said


def _text(element: Element) -> str:
    """Return what stands on a node, wherever its version keeps it."""
    said = element.attributes.get("TEXT", "")
    if said:
        return without_tags(said) if said.lstrip().lower().startswith("<html") else said
    return next(_rich(element, "NODE"), "") or element.attributes.get("LOCALIZED_TEXT", "")


def _item(element: Element, parent: int, taking: Taking) -> OutlineItem:
    icons = [it.attributes.get("BUILTIN", "") for it in element.elements() if it.tag == "icon"]
    notes = "\n".join((*_rich(element, "NOTE"), *_rich(element, "DETAILS")))
    said = [(it.attributes.get("NAME", ""), it.attributes.get("VALUE", "")) for it in element.elements() if _is_own(it)]
    own = tuple((name.removeprefix(OURS), value) for name, value in said)
    return OutlineItem(
        taking.short(_text(element)),
        parent,
        taking.short(dict(own).get("notes", notes)),
        True if DONE in icons else False if dict(own).get("done") == "false" else None,
        element.attributes.get("FOLDED") == "true",
        tuple(it for it in own if it[0] not in ("notes", "done")),
        _foreign(element, taking),
    )


def _is_own(element: Element) -> bool:
    return element.tag == "attribute" and element.attributes.get("NAME", "").startswith(OURS)


def _foreign(element: Element, taking: Taking) -> str:
    attributes = {name: value for name, value in element.attributes.items() if name not in OWN_ATTRIBUTES}
    inside = [
        as_lists(it)
        for it in element.elements()
        if it.tag not in OWN_ELEMENTS and not _is_own(it) and it.attributes.get("BUILTIN") != DONE
    ]
    if not attributes and not inside:
        return ""
    kept = json.dumps({"mm": [attributes, inside]}, ensure_ascii=False)
    if len(kept) > FOREIGN_MOST:
        taking.left_out += 1
        return ""
    return kept


def _lines(nodes: list[Element], ids: dict[str, int], file: str) -> tuple[list[OutlineLine], int]:
    lines, dangling = dict[OutlineLine, None](), 0  # the same one twice is one
    for place, element in enumerate(nodes):
        for it in element.elements():
            if it.tag != "arrowlink":
                continue
            end = ids.get(it.attributes.get("DESTINATION", ""))
            if end is None:
                dangling += 1
            elif end != place:
                lines[OutlineLine(place, end, it.attributes.get("MIDDLE_LABEL", "")[:LETTERS_MOST])] = None
                if len(lines) > ITEMS_MOST:
                    raise ImportRejected(file, str(it.line), say("outline.many", n=ITEMS_MOST))
    return list(lines), dangling


def _id(place: int) -> str:
    return f"ID_{place}"


def _node(place: int, item: OutlineItem) -> Element:
    attributes, inside = _kept(item.foreign)
    attributes |= {"TEXT": item.text, "ID": _id(place)}
    if item.folded:
        attributes["FOLDED"] = "true"
    if item.notes:
        paragraphs: list[Element | str] = [Element("p", {}, [line]) for line in item.notes.split("\n")]
        html = Element("html", {}, [Element("head", {}), Element("body", {}, paragraphs)])
        inside.append(Element("richcontent", {"TYPE": "NOTE"}, [html]))
    if item.done:
        inside.append(Element("icon", {"BUILTIN": DONE}))
    own = dict(item.own)
    if item.done is False:
        own["done"] = "false"
    if item.notes and item.notes != _as_read(item.notes):
        own["notes"] = item.notes  # blanks and empty lines, which rich text does not keep
    inside.extend(Element("attribute", {"NAME": f"{OURS}{name}", "VALUE": value}) for name, value in own.items())
    return Element("node", attributes, inside)


def _as_read(notes: str) -> str:
    return plain(Element("body", {}, [Element("p", {}, [line]) for line in notes.split("\n")]))


def _kept(foreign: str) -> tuple[dict[str, str], list[Element | str]]:
    """Return the attributes and elements that came from another map."""
    try:
        said: Any = json.loads(foreign) if foreign else {}
    except (ValueError, RecursionError):
        return {}, []
    match said:
        case {"mm": [dict(attributes), list(inside)]}:
            named = {name: str(value) for name, value in attributes.items() if NAME.fullmatch(name)}
            known = [from_lists(it) for it in inside]
            return named, [it for it in known if it is not None and it.tag not in OWN_ELEMENTS]
    return {}, []
