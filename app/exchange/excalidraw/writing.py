"""Boards as files of Excalidraw: what the format cannot say stands in `customData`."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, Final

from app.exchange.board_colours import fill_shown
from app.exchange.board_content import BoardContent
from app.exchange.board_own import OWN, foreign_of, own_of_board, own_of_connector, own_of_note, words_on
from app.exchange.data_url import media_type, to_data_url
from app.exchange.excalidraw.elements import (
    FORM,
    OURS,
    THEIRS,
    USUAL,
    Element,
    arrow,
    paper_near,
    stroke_near,
    thing,
    words_in,
)
from app.exchange.json_text import number, text_of
from app.purpose.board import Connector, Note, NoteKind
from app.purpose.wall import box_of

HOLDERS: Final = (NoteKind.NOTE, NoteKind.METRIC, NoteKind.FOREIGN)  # their text is an element of its own


def write_excalidraw(content: BoardContent) -> bytes:
    """Return a board as a file; the same board gives the same octets."""
    out: dict[str, Any] = {"type": "excalidraw", "version": 2, "source": "Sedyanka"}
    out["elements"] = _Writing(content).elements()
    out |= {"appState": {"gridSize": None}, "files": _files(content)}
    out |= foreign_of(content.foreign, FORM)
    own = own_of_board(content, FORM)
    if own:
        out[OWN] = own
    return (json.dumps(out, ensure_ascii=False, indent=2, allow_nan=False) + "\n").encode("utf-8", "replace")


class _Writing:
    def __init__(self, content: BoardContent) -> None:
        self._content = content
        self._notes = {note.id: note for note in content.notes}
        self._names: dict[str, str] = {}  # ids of ours -> ids in the file: what came from there goes back
        taken = self._taken = set[str]()
        every: list[Note | Connector] = [*content.notes, *content.connectors]
        for one in every:
            wanted = _part(one, "element").get("id")
            name = wanted if isinstance(wanted, str) and wanted and wanted not in taken else one.id
            taken.add(name)
            self._names[one.id] = name

    def elements(self) -> list[Element]:
        """Return everything on the board; what a frame holds stands before it."""
        frames = [note for note in self._content.notes if note.kind is NoteKind.FRAME]
        found = [
            it for note in self._content.notes if note.kind is not NoteKind.FRAME for it in self._of_note(note, frames)
        ]
        for line in self._content.connectors:
            found += self._of_line(line)
        found += [it for note in frames for it in self._of_note(note, [])]
        _bind(found)
        return found

    def _of_note(self, note: Note, frames: list[Note]) -> list[Element]:
        raw, words = _part(note, "element"), words_on(note, self._content)
        kept = _as_it_came(note, raw)
        element = kept or _merged(thing(note, words), raw, note)
        element["id"] = self._names[note.id]
        element["frameId"] = self._frame_of(note, frames)
        if note.group and (element.get("groupIds") or [""])[-1] != note.group:
            element["groupIds"] = [note.group]
        usual = USUAL.get(str(element["type"]), NoteKind.NOTE if kept is None else NoteKind.FOREIGN)
        own = own_of_note(note, self._content, usual, FORM)
        own = {name: value for name, value in own.items() if name not in ("group", "locked")}
        if note.kind in (NoteKind.METRIC, NoteKind.IMAGE, NoteKind.FOREIGN) and note.text != (
            "" if note.kind is NoteKind.IMAGE or kept else words
        ):
            own["text"] = note.text
        _add_own(element, raw, own)
        texts = []
        if kept is not None:
            texts = [_moved(_part(note, "text"), note, _at(note)) | {"containerId": element["id"]}]
        elif words and note.kind in HOLDERS:
            texts = [self._text_in(element, words, note)]
        return [element, *(text | {"frameId": element["frameId"]} for text in texts if text.get("type") == "text")]

    def _of_line(self, line: Connector) -> list[Element]:
        if line.start not in self._notes or line.end not in self._notes:
            return []
        raw = _part(line, "element")
        element = arrow(line, box_of(self._notes[line.start]), box_of(self._notes[line.end]))
        left = {key: value for key, value in raw.items() if key not in OURS}
        if stroke_near(left.get("strokeColor", element["strokeColor"])) != stroke_near(element["strokeColor"]):
            left.pop("strokeColor", None)
        for name, there in (("startArrowhead", line.start_head), ("endArrowhead", line.end_head)):
            if bool(left.get(name, there)) != there:
                left.pop(name, None)
        element |= left | {"id": self._names[line.id]}
        for name in ("startBinding", "endBinding"):
            element[name]["elementId"] = self._names[element[name]["elementId"]]
        own = own_of_connector(line, FORM, sides=True)
        if "id" in raw:  # first drawn there: what is not said would be guessed anew from the drawing
            own |= {name: str(getattr(line, name)) for name in ("start_side", "end_side", "course")}
        _add_own(element, raw, own)
        if not line.label:
            return [element]
        return [element, self._text_in(element, line.label, line)]

    def _text_in(self, holder: Element, words: str, one: Note | Connector) -> Element:
        """Return the text that an element holds, under the id it had unless a copy has that already."""
        text = words_in(holder, f"{holder['id']}:text", words) | _part(one, "text")
        if text_of(text["id"]) in self._taken or not text_of(text["id"]):
            text["id"] = f"{one.id}:text"
        self._taken.add(text["id"])
        return text

    def _frame_of(self, note: Note, frames: list[Note]) -> str | None:
        """Return the smallest frame in which the middle of a note lies."""
        middle = box_of(note).middle
        holding = [frame for frame in frames if box_of(frame).holds(*middle)]
        return self._names[min(holding, key=lambda it: it.width * it.height).id] if holding else None


def _part(one: Note | Connector, name: str) -> Element:
    """Return what an element had in the file from which it came, beside what we write."""
    found = foreign_of(one.foreign, FORM).get(name)
    return dict(found) if isinstance(found, dict) else {}


def _as_it_came(note: Note, raw: Element) -> Element | None:
    """Return an element that we do not understand as it was, where its note lies now."""
    if note.kind is not NoteKind.FOREIGN or _at(note) is None or not isinstance(raw.get("type"), str):
        return None
    return _moved(raw, note, _at(note))


def _at(note: Note) -> tuple[float, float] | None:
    """Return where a note lay when it came in."""
    match foreign_of(note.foreign, FORM).get("at"):
        case [x, y] if number(x) is not None and number(y) is not None:
            return float(x), float(y)
    return None


def _moved(raw: Element, note: Note, at: tuple[float, float] | None) -> Element:
    """Return an element as far from where it lay as its note was moved."""
    moved = dict(raw)
    for name, far in (("x", note.x - at[0]), ("y", note.y - at[1])) if at and raw else ():
        if far:
            moved[name] = (number(raw.get(name)) or 0) + far
    return moved


def _merged(element: Element, raw: Element, note: Note) -> Element:
    """Return an element with what it had beside ours, unless somebody changed that here."""
    left = {key: value for key, value in raw.items() if key not in OURS}
    if note.kind is NoteKind.NOTE and paper_near(left.get("backgroundColor", element["backgroundColor"])) != fill_shown(
        note
    ):
        left.pop("backgroundColor", None)
    groups = left.get("groupIds")
    if not isinstance(groups, list) or (groups or [""])[-1] != note.group:
        left.pop("groupIds", None)
    return element | left


def _add_own(element: Element, raw: Element, own: Mapping[str, Any]) -> None:
    """Put ours beside what other programs keep in the same place."""
    custom = raw.get("customData")
    said = dict(own) | ({THEIRS: True} if "id" in raw else {})
    element["customData"] = (custom if isinstance(custom, dict) else {}) | {OWN: said}


def _bind(elements: list[Element]) -> None:
    """Let texts and arrows and what they are bound to name each other; what names nothing is bound no more."""
    there = {element["id"]: element for element in elements}
    for element in elements:
        element["boundElements"] = []
    for element in elements:
        for name in ("startBinding", "endBinding"):
            binding = element.get(name)
            target = there.get(text_of(binding.get("elementId"))) if isinstance(binding, dict) else None
            if target is None:
                if name in element:
                    element[name] = None
            elif {"id": element["id"], "type": "arrow"} not in target["boundElements"][-2:]:
                target["boundElements"].append({"id": element["id"], "type": "arrow"})
        if element["type"] == "text" and element.get("containerId"):
            holder = there.get(text_of(element["containerId"]))
            if holder is None:
                element["containerId"] = None
            else:
                holder["boundElements"].insert(0, {"id": element["id"], "type": "text"})


def _files(content: BoardContent) -> dict[str, Any]:
    """Return the pictures that are shown, and the files of elements that we do not understand."""
    shown = {note.ref for note in content.notes if note.kind is NoteKind.IMAGE and note.ref in content.pictures}
    files: dict[str, Any] = {
        ref: {
            "mimeType": media_type(content.pictures[ref]),
            "id": ref,
            "dataURL": to_data_url(content.pictures[ref]),
            "created": 1,
        }
        for ref in sorted(shown)
    }
    for note in content.notes:
        key, held = _part(note, "element").get("fileId"), _part(note, "file")
        if isinstance(key, str) and held and note.kind is NoteKind.FOREIGN:
            files.setdefault(key, held)
    return files
