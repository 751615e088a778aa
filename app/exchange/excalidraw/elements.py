"""Elements as Excalidraw has them: what each of ours looks like there when nothing else is known of it."""

from __future__ import annotations

import textwrap
from collections.abc import Mapping
from typing import Any, Final

from app.exchange.board_colours import fill_near, fill_shown, line_near
from app.purpose.board import Connector, Course, Note, NoteKind, Side
from app.purpose.box import Box
from app.purpose.route import Point, route, sides_of

FORM: Final = "excalidraw"
THEIRS: Final = "theirs"  # said of what was first drawn there
TYPE: Final[Mapping[NoteKind, str]] = {
    NoteKind.FRAME: "frame",
    NoteKind.IMAGE: "image",
    NoteKind.TEXT: "text",
}  # all else is a rectangle
USUAL: Final[Mapping[str, NoteKind]] = {
    "frame": NoteKind.FRAME,
    "magicframe": NoteKind.FRAME,
    "image": NoteKind.IMAGE,
    "text": NoteKind.TEXT,
}
INK: Final = "#" + "1e1e1e"  # the palette of the format, not of our theme
NO_COLOUR: Final = "transparent"
PAPERS: Final[Mapping[str, str]] = {
    "butter": "#" + "ffec99",
    "blush": "#" + "ffc9c9",
    "mint": "#" + "b2f2bb",
    "sky": "#" + "a5d8ff",
    "lilac": "#" + "d0bfff",
}
STROKES: Final[Mapping[str, str]] = {
    "welcome": "#" + "1971c2",
    "live": "#" + "e03131",
    "conversation": "#" + "0c8599",
    "recognition": "#" + "c2255c",
    "challenge": "#" + "f08c00",
    "pilot": "#" + "6741d9",
    "loop": "#" + "2f9e44",
}
FONT: Final = 2  # Helvetica: it has Cyrillic
SIZE: Final = 12
LEADING: Final = 1.25
PAD: Final = 5
LETTER: Final = 0.55  # of the size of a font, the width of a letter in the middle of all
SPOTS: Final[Mapping[Side, tuple[float, float]]] = {
    Side.TOP: (0.5001, 0),
    Side.RIGHT: (1, 0.5001),
    Side.BOTTOM: (0.5001, 1),
    Side.LEFT: (0, 0.5001),
}
Element = dict[str, Any]
OURS: Final = frozenset(
    {
        "id", "x", "y", "width", "height", "boundElements", "frameId", "isDeleted", "locked", "containerId", "text",
        "originalText", "name", "fileId", "points", "startBinding", "endBinding", "elbowed", "customData", "status",
        "index",
    }
)  # fmt: skip


def base(id: str, kind: str, x: float, y: float, width: float, height: float) -> Element:
    """Return what all elements have."""
    return {
        "id": id,
        "type": kind,
        "x": x,
        "y": y,
        "width": width,
        "height": height,
        "angle": 0,
        "strokeColor": INK,
        "backgroundColor": NO_COLOUR,
        "fillStyle": "solid",
        "strokeWidth": 1,
        "strokeStyle": "solid",
        "roughness": 0,
        "opacity": 100,
        "groupIds": [],
        "frameId": None,
        "roundness": None,
        "seed": 1,
        "version": 1,
        "versionNonce": 1,
        "isDeleted": False,
        "boundElements": [],
        "updated": 1,
        "link": None,
        "locked": False,
    }


def thing(note: Note, words: str) -> Element:
    """Return a note, a text, a frame or a picture."""
    element = base(note.id, TYPE.get(note.kind, "rectangle"), note.x, note.y, note.width, note.height)
    element |= {"groupIds": [note.group] if note.group else [], "locked": note.locked}
    match note.kind:
        case NoteKind.FRAME:
            element["name"] = note.text or None
        case NoteKind.IMAGE:
            element |= {"fileId": note.ref, "status": "saved", "scale": [1, 1], "crop": None}
        case NoteKind.TEXT:
            element |= _letters(words, words, "left", "top") | {"containerId": None, "autoResize": False}
        case NoteKind.NOTE:
            element["backgroundColor"] = PAPERS.get(fill_shown(note), NO_COLOUR)
    return element


def words_in(holder: Element, id: str, words: str) -> Element:
    """Return the text that a shape or an arrow holds, broken into the lines that fit there."""
    arrow = "points" in holder
    room = 200 if arrow else holder["width"]
    lines = broken(words, room)
    height = SIZE * LEADING * (lines.count("\n") + 1)
    x, y = _middle(holder)
    text = base(id, "text", x - room / 2 + PAD, y - height / 2, room - 2 * PAD, height)
    text |= _letters(lines, words, "center" if arrow else "left", "middle") | {"autoResize": True}
    return text | {"containerId": holder["id"], "groupIds": holder["groupIds"], "locked": holder["locked"]}


def arrow(line: Connector, start: Box, end: Box) -> Element:
    """Return a connector as an arrow that is bound at both ends."""
    sides = sides_of(start, end, line.start_side, line.end_side)
    points = _points(line.course, start, end, sides)
    x, y = points[0]
    across, down = [point[0] for point in points], [point[1] for point in points]
    element = base(line.id, "arrow", x, y, max(across) - min(across), max(down) - min(down))
    element |= {
        "strokeColor": STROKES.get(line.colour, INK),
        "points": [[to_x - x, to_y - y] for to_x, to_y in points],
        "lastCommittedPoint": None,
        "startBinding": {"elementId": line.start, "fixedPoint": list(SPOTS[sides[0]]), "mode": "orbit"},
        "endBinding": {"elementId": line.end, "fixedPoint": list(SPOTS[sides[1]]), "mode": "orbit"},
        "startArrowhead": "arrow" if line.start_head else None,
        "endArrowhead": "arrow" if line.end_head else None,
        "elbowed": line.course is Course.ELBOW,
    }
    if line.course is Course.CURVED:
        element["roundness"] = {"type": 2}
    if line.course is Course.ELBOW:
        element |= {"fixedSegments": None, "startIsSpecial": None, "endIsSpecial": None}
    return element


def unlike(raw: Element, usual: Element) -> Element:
    """Return what an element has beside what we write, or otherwise than we write it."""
    nothing = object()
    return {key: value for key, value in raw.items() if key not in OURS and usual.get(key, nothing) != value}


def paper_near(colour: object) -> str:
    """Return the fill of ours that a colour of a shape is nearest to."""
    return next((name for name, paper in PAPERS.items() if paper == colour), "") or fill_near(colour)


def stroke_near(colour: object) -> str:
    """Return the colour of ours that a colour of a line is nearest to."""
    return next((name for name, stroke in STROKES.items() if stroke == colour), "") or line_near(colour)


def broken(words: str, room: float) -> str:
    """Return a text in lines that are about as wide as there is room."""
    most = max(4, int((room - 2 * PAD) / (SIZE * LETTER)))
    return "\n".join(
        part for line in words.split("\n") for part in (textwrap.wrap(line, most) if len(line) > most else [line])
    )


def _letters(shown: str, meant: str, across: str, down: str) -> Element:
    return {
        "text": shown,
        "originalText": meant,
        "fontSize": SIZE,
        "fontFamily": FONT,
        "textAlign": across,
        "verticalAlign": down,
        "lineHeight": LEADING,
    }


def _middle(holder: Element) -> Point:
    if "points" not in holder:
        return holder["x"] + holder["width"] / 2, holder["y"] + holder["height"] / 2
    at = holder["points"][len(holder["points"]) // 2]
    return holder["x"] + at[0], holder["y"] + at[1]


def _points(course: Course, start: Box, end: Box, sides: tuple[Side, Side]) -> tuple[Point, ...]:
    found = route(course, start, end, sides)
    if not found.curved:
        return found.points
    (a, b), (c, d), (e, f), (g, h) = found.points
    return (a, b), ((a + 3 * c + 3 * e + g) / 8, (b + 3 * d + 3 * f + h) / 8), (g, h)
