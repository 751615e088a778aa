"""Sorts out the elements of a file: what was deleted, ids that are there twice, texts that belong to something."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from app.exchange.board_content import Taking
from app.exchange.excalidraw.elements import Element
from app.exchange.json_text import number, text_of
from app.message import say

HOLDERS = frozenset({"rectangle", "ellipse", "diamond", "arrow", "line"})


@dataclass(frozen=True, slots=True)
class Sorted:
    """What there is in a file, by ids that are there once."""

    elements: dict[str, Element] = field(default_factory=dict)  # without texts that belong to another element
    places: dict[str, str] = field(default_factory=dict)
    texts: dict[str, Element] = field(default_factory=dict)  # by the element that holds them
    renamed: dict[str, str] = field(default_factory=dict)  # id in the file -> the first element with it


def sort_out(raw: Sequence[object], taking: Taking) -> Sorted:
    """Return the elements that count; what is no element is told."""
    found = Sorted()
    for at, element in enumerate(raw):
        place = f"elements[{at}]"
        if not isinstance(element, dict) or not isinstance(element.get("type"), str):
            taking.tell(place, "", say("board.unsound.shape"))
            continue
        if element.get("isDeleted") is True or element["type"] == "selection":
            continue
        key = taking.free_id(element.get("id"), place, found.elements)
        form = "line" if element["type"] == "draw" else element["type"]
        found.elements[key] = element | {"id": key, "type": form}
        found.places[key] = place
        found.renamed.setdefault(text_of(element.get("id")), key)
    _give_texts(found)
    return found


def place_of(element: Element) -> Element:
    """Return where an element lies: of a line the box around its points."""
    points = element.get("points")
    spots = [
        (across, down)
        for point in (points if isinstance(points, list) else ())
        if isinstance(point, list) and len(point) >= 2
        if (across := number(point[0])) is not None and (down := number(point[1])) is not None
    ]
    x, y = number(element.get("x", 0)), number(element.get("y", 0))
    if not spots or x is None or y is None:
        return element
    left, top = min(spot[0] for spot in spots), min(spot[1] for spot in spots)
    wide, tall = max(spot[0] for spot in spots) - left, max(spot[1] for spot in spots) - top
    return {"x": x + left, "y": y + top, "width": wide, "height": tall}


def _give_texts(found: Sorted) -> None:
    """Give texts to what holds them, whichever of the two names the other."""
    held = {
        text_of(bound.get("id")): key
        for key, element in found.elements.items()
        for bound in (element.get("boundElements") or () if isinstance(element.get("boundElements"), list) else ())
        if isinstance(bound, dict) and bound.get("type") == "text"
    }
    for key, element in list(found.elements.items()):
        if element["type"] != "text":
            continue
        named = text_of(element.get("containerId"))
        holder = found.renamed.get(named, "") if named else held.get(key, "")
        if holder and holder not in found.texts and _holds(found.elements.get(holder)):
            found.texts[holder] = found.elements.pop(key)


def _holds(element: Element | None) -> bool:
    return element is not None and element["type"] in HOLDERS
