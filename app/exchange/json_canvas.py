"""JSON Canvas 1.0, the format of boards that several programs read, both ways."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final

from app.errors import ImportRejected
from app.exchange.board_colours import fill_near, fill_shown, line_near, own_line_colour
from app.exchange.board_content import PICTURE_MOST, BoardContent, Taking
from app.exchange.board_own import (
    OWN,
    as_foreign,
    board_from,
    foreign_of,
    joined,
    own_of_board,
    own_of_connector,
    own_of_note,
    side_of,
    with_own,
    with_own_line,
    words_on,
)
from app.exchange.data_url import from_data_url, media_type, to_data_url
from app.exchange.file_name import safe_name
from app.exchange.json_text import object_in, read_json, text_of
from app.message import say
from app.purpose.board import Connector, Note, NoteKind

FORM: Final = "canvas"
TYPE: Final[Mapping[NoteKind, str]] = {NoteKind.FRAME: "group", NoteKind.IMAGE: "file"}  # all else is text
KIND: Final[Mapping[str, NoteKind]] = {"text": NoteKind.NOTE, "link": NoteKind.NOTE, "group": NoteKind.FRAME}
SAID_IN: Final[Mapping[str, str]] = {"text": "text", "link": "url", "group": "label", "file": "file"}
OF_NODES: Final = frozenset({"id", "x", "y", "width", "height", OWN})
OF_EDGES: Final = frozenset(
    {"id", "fromNode", "toNode", "fromSide", "toSide", "fromEnd", "toEnd", "label", OWN}
)  # fmt: skip
FILL_CODES: Final[Mapping[str, str]] = {"blush": "1", "butter": "3", "mint": "4", "sky": "5", "lilac": "6"}
CODE_FILLS: Final[Mapping[str, str]] = {
    "1": "blush", "2": "butter", "3": "butter", "4": "mint", "5": "sky", "6": "lilac",
}  # fmt: skip
LINE_CODES: Final[Mapping[str, str]] = {
    "live": "2", "challenge": "3", "loop": "4", "conversation": "5", "welcome": "5", "pilot": "6", "recognition": "6",
}  # fmt: skip
CODE_LINES: Final[Mapping[str, str]] = {
    "1": "live", "2": "live", "3": "challenge", "4": "loop", "5": "conversation", "6": "pilot",
}  # fmt: skip


def read_json_canvas(data: bytes, file: str) -> BoardContent:
    """Return the board in a file; ImportRejected when it is none. What is not sound in it is told in the board."""
    raw = read_json(data, file)
    nodes, edges = raw.get("nodes", []), raw.get("edges", [])
    if not isinstance(nodes, list) or not isinstance(edges, list) or (raw and not {"nodes", "edges"} & raw.keys()):
        raise ImportRejected(file, "", say("board.file.other"))
    reading = _Reading(Taking(file))
    reading.taking.check_count(len(nodes), "nodes")
    reading.taking.check_count(len(edges), "edges")
    for at, node in enumerate(nodes):
        reading.take_node(node, f"nodes[{at}]")
    for at, edge in enumerate(edges):
        reading.take_edge(edge, f"edges[{at}]")
    unknown = {key: value for key, value in raw.items() if key not in ("nodes", "edges", OWN)}
    return board_from(reading.taking, as_foreign(unknown, FORM), raw.get(OWN), FORM)


def write_json_canvas(content: BoardContent) -> bytes:
    """Return a board as a file; the same board gives the same octets."""
    out = foreign_of(content.foreign, FORM)
    out["nodes"] = [_node(note, content) for note in content.notes]
    out["edges"] = [_edge(line) for line in content.connectors]
    own = own_of_board(content, FORM)
    if own:
        out[OWN] = own
    return (json.dumps(out, ensure_ascii=False, indent=1, allow_nan=False) + "\n").encode("utf-8", "replace")


class _Reading:
    def __init__(self, taking: Taking) -> None:
        self.taking = taking
        self._ours: dict[str, str] = {}  # id in the file -> ours, of the first with that id

    def take_node(self, node: object, place: str) -> None:
        taking = self.taking
        if not isinstance(node, dict):
            taking.tell(place, "", say("board.unsound.shape"))
            return
        form, text = _form(node), taking.text(_said(node), place)
        box = taking.box(node, place, text or form)
        if box is None:
            return
        key = taking.free_id(node.get("id"), place, taking.notes)
        self._ours.setdefault(_id(node.get("id")), key)
        note = Note(key, "", KIND.get(form, NoteKind.FOREIGN), *box, z=len(taking.notes) + 1, text=text)
        kinds = {kind for kind in NoteKind if TYPE.get(kind, "text") == form}
        own: Mapping[str, Any] = mine if isinstance(mine := node.get(OWN), dict) else {}
        note = with_own(note, own, FORM, kinds, taking)
        note = self._finished(note, node.get("color"), own, place)
        taking.notes[key] = self._with_foreign(note, node, form, place)

    def take_edge(self, edge: object, place: str) -> None:
        taking = self.taking
        if not isinstance(edge, dict):
            taking.tell(place, "", say("board.unsound.shape"))
            return
        label = taking.text(edge.get("label"), place)
        start, end = (self._ours.get(_id(edge.get(name)), "") for name in ("fromNode", "toNode"))
        if not start or not end or start == end:
            why = say("board.unsound.loop") if start else say("board.unsound.dangling")
            taking.tell(place, label or _id(edge.get("id")), why if end else say("board.unsound.dangling"))
            return
        near = _line_near(edge.get("color"))
        line = Connector(
            taking.free_id(edge.get("id"), place, taking.connectors),
            "",
            start,
            end,
            side_of(edge.get("fromSide")),
            side_of(edge.get("toSide")),
            edge.get("fromEnd", "none") == "arrow",
            edge.get("toEnd", "arrow") == "arrow",
            label=label,
            colour=own_line_colour(edge.get(OWN), near, lambda ours: CODE_LINES.get(LINE_CODES.get(ours, ""), "")),
        )
        left = {key: value for key, value in edge.items() if key not in OF_EDGES}
        if LINE_CODES.get(line.colour) == edge.get("color"):
            left.pop("color", None)
        kept = taking.foreign(as_foreign(left, FORM), place, label)
        taking.connectors[line.id] = with_own_line(replace(line, foreign=kept), edge.get(OWN), FORM)

    def _finished(self, note: Note, colour: object, own: Mapping[str, Any], place: str) -> Note:
        """Return a note with its colour, its picture, and its text where other programs see another one."""
        if note.kind is NoteKind.IMAGE and not self._has_picture(note, own, place):
            note = replace(note, kind=NoteKind.FOREIGN, ref="")
        if note.kind in (NoteKind.METRIC, NoteKind.FOREIGN, NoteKind.IMAGE) and "text" in own:
            note = replace(note, text=self.taking.text(own["text"], place))
        near = _fill_near(colour)
        return replace(note, fill=near) if note.kind is NoteKind.NOTE and near not in ("", fill_shown(note)) else note

    def _has_picture(self, note: Note, own: Mapping[str, Any], place: str) -> bool:
        if not note.ref or note.ref in self.taking.pictures:
            return bool(note.ref)
        return self.taking.picture(note.ref, from_data_url(own.get("picture"), PICTURE_MOST), place, note.text)

    def _with_foreign(self, note: Note, node: Mapping[str, Any], form: str, place: str) -> Note:
        """Return a note with what only other programs understand of it."""
        left = {key: value for key, value in node.items() if key not in OF_NODES}
        if form == TYPE.get(note.kind, "text"):
            left.pop("type", None)
            left.pop(SAID_IN[form], None)
        if note.kind is NoteKind.NOTE and FILL_CODES.get(_fill_near(node.get("color"))) == node.get("color"):
            left.pop("color", None)
        brought = self.taking.foreign(as_foreign(left, FORM), place, note.text)
        return replace(note, foreign=joined(brought, object_in(note.foreign), FORM))


def _node(note: Note, content: BoardContent) -> dict[str, Any]:
    foreign = foreign_of(note.foreign, FORM)
    form = TYPE.get(note.kind, "text")
    node: dict[str, Any] = {"id": note.id, "type": form, "x": note.x, "y": note.y}
    node |= {"width": note.width, "height": note.height}
    if note.kind is NoteKind.IMAGE:
        picture = content.pictures.get(note.ref, b"")
        node["file"] = safe_name(note.text, ".png" if media_type(picture) == "image/png" else ".jpg")
    elif note.text or form == "text":
        node[SAID_IN[form]] = words_on(note, content)
    foreign_type = note.kind is NoteKind.FOREIGN or (foreign.get("type") == "link" and foreign.get("url") == note.text)
    if foreign_type and "type" in foreign:
        node.pop("text", None)
        node["type"] = foreign["type"]
    node |= {key: value for key, value in foreign.items() if key not in node}
    if note.kind is NoteKind.NOTE and _fill_near(node.get("color")) != fill_shown(note):
        node.pop("color", None)
        if fill_shown(note):
            node["color"] = FILL_CODES[fill_shown(note)]
    own = own_of_note(note, content, KIND.get(str(node["type"]), NoteKind.FOREIGN), FORM)
    if own.get("fill") == _fill_near(node.get("color")) and note.fill != fill_shown(replace(note, fill="")):
        own.pop("fill", None)
    if note.kind in (NoteKind.METRIC, NoteKind.FOREIGN, NoteKind.IMAGE) and note.text != text_of(_said(node)):
        own["text"] = note.text
    if note.kind is NoteKind.IMAGE and note.ref in content.pictures:
        own["picture"] = to_data_url(content.pictures[note.ref])
    return node | ({OWN: own} if own else {})


def _edge(line: Connector) -> dict[str, Any]:
    edge: dict[str, Any] = {"id": line.id, "fromNode": line.start, "toNode": line.end}
    edge |= {name: str(side) for name, side in (("fromSide", line.start_side), ("toSide", line.end_side)) if side}
    if line.start_head:
        edge["fromEnd"] = "arrow"
    if not line.end_head:
        edge["toEnd"] = "none"
    if line.label:
        edge["label"] = line.label
    edge |= {key: value for key, value in foreign_of(line.foreign, FORM).items() if key not in edge}
    code = LINE_CODES.get(line.colour, "")
    if _line_near(edge.get("color")) != CODE_LINES.get(code, ""):
        edge.pop("color", None)
        if code:
            edge["color"] = code
    own = own_of_connector(line, FORM)
    if own.get("colour") == _line_near(edge.get("color")):
        del own["colour"]
    return edge | ({OWN: own} if own else {})


def _form(node: Mapping[str, Any]) -> str:
    """Return the type of a node; one that names none is of the type that writes its text as it does."""
    named = text_of(node.get("type"))
    return named or next((form for form, key in SAID_IN.items() if isinstance(node.get(key), str)), "")


def _said(node: Mapping[str, Any]) -> object:
    """Return what a node says, wherever its type writes it."""
    return node.get(SAID_IN.get(_form(node), "text"), node.get("label"))


def _id(value: object) -> str:
    return value if isinstance(value, str) else str(value) if isinstance(value, int) else ""


def _fill_near(colour: object) -> str:
    return CODE_FILLS.get(text_of(colour)) or fill_near(colour)


def _line_near(colour: object) -> str:
    return CODE_LINES.get(text_of(colour)) or line_near(colour)
