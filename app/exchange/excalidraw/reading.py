"""Reads files of Excalidraw as leniently as it reads them itself: what is missing gets a default, nothing is lost."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final

from app.errors import ImportRejected
from app.exchange.board_colours import fill_shown, own_line_colour
from app.exchange.board_content import PICTURE_MOST, THINGS_MOST, BoardContent, Taking
from app.exchange.board_own import OWN, as_foreign, board_from, joined, with_own, with_own_line, words_on
from app.exchange.data_url import from_data_url
from app.exchange.excalidraw.elements import (
    FORM,
    STROKES,
    THEIRS,
    TYPE,
    USUAL,
    Element,
    arrow,
    paper_near,
    stroke_near,
    thing,
    unlike,
    words_in,
)
from app.exchange.excalidraw.sorting import Sorted, place_of, sort_out
from app.exchange.json_text import number, object_in, read_json, text_of
from app.message import say
from app.purpose.board import Connector, Course, Note, NoteKind, Side
from app.purpose.wall import box_of

KINDS: Final = ("excalidraw", "excalidraw/clipboard")
SHAPES: Final = ("rectangle", "ellipse", "diamond")
EDGE: Final = 0.06  # of a side: an arrow that ends so near to it is meant to end there


def read_excalidraw(data: bytes, file: str) -> BoardContent:
    """Return the board in a file; ImportRejected when it is none. What is not sound in it is told in the board."""
    raw = read_json(data, file)
    elements, files = raw.get("elements", []), raw.get("files")
    if not isinstance(elements, list) or (raw.get("type") not in KINDS and "elements" not in raw):
        raise ImportRejected(file, "", say("board.file.other"))
    taking = Taking(file)
    if len(elements) > 3 * THINGS_MOST:
        raise ImportRejected(file, "elements", say("board.file.many", n=3 * THINGS_MOST))
    reading = _Reading(taking, sort_out(elements, taking), files if isinstance(files, dict) else {})
    reading.take_all()
    known = ("type", "version", "source", "elements", "files", OWN)
    unknown = {key: value for key, value in raw.items() if key not in known and value != {"gridSize": None}}
    return board_from(taking, as_foreign(unknown, FORM), raw.get(OWN), FORM)


class _Reading:
    def __init__(self, taking: Taking, found: Sorted, files: Mapping[str, Any]) -> None:
        self._taking, self._found, self._files = taking, found, files

    def take_all(self) -> None:
        """Take frames first, for they lie under all the rest, then things, then what connects them."""
        taking = self._taking
        later = []
        for frames in (True, False):
            for key, element in self._found.elements.items():
                kind = text_of(element.get("type"))
                if kind in ("arrow", "line") and not frames:
                    later.append(key)
                elif kind not in ("arrow", "line") and (kind in ("frame", "magicframe")) is frames:
                    self._take(key, element)
        taking.check_count(len(taking.notes), "elements")
        unbound = [key for key in later if not self._connect(key, self._found.elements[key])]
        for key in unbound:
            self._take(key, self._found.elements[key])
        taking.check_count(max(len(taking.notes), len(taking.connectors)), "elements")

    def _take(self, key: str, element: Element) -> None:
        taking, place = self._taking, self._found.places[key]
        form, label = text_of(element.get("type")), self._found.texts.get(key)
        text = taking.text(_words(label or element, form), place)
        where = taking.box(place_of(element), place, text or form)
        if where is None:
            return
        kind = NoteKind.NOTE if form in SHAPES else USUAL.get(form, NoteKind.FOREIGN)
        groups = element.get("groupIds")
        group = text_of(groups[-1])[:200] if isinstance(groups, list) and groups else ""
        own = _own(element)
        note = Note(key, "", kind, *where, z=len(taking.notes) + 1, text=text, group=group)
        note = replace(note, locked=element.get("locked") is True)
        kinds = {one for one in NoteKind if TYPE.get(one, "rectangle") == form}
        note = with_own(
            note, {name: value for name, value in own.items() if name not in ("group", "locked")}, FORM, kinds, taking
        )
        note = self._finished(note, element, own, place)
        taking.notes[key] = self._with_foreign(note, element, label, place)

    def _finished(self, note: Note, element: Element, own: Mapping[str, Any], place: str) -> Note:
        """Return a note with its colour, its picture, and its text where other programs see another one."""
        if note.kind is NoteKind.IMAGE:
            note = replace(note, ref=text_of(element.get("fileId"))[:200])
            if not self._has_picture(note, place):
                note = replace(note, kind=NoteKind.FOREIGN, ref="")
        if note.kind in (NoteKind.METRIC, NoteKind.FOREIGN, NoteKind.IMAGE) and "text" in own:
            note = replace(note, text=self._taking.text(own["text"], place))
        near = paper_near(element.get("backgroundColor"))
        return replace(note, fill=near) if note.kind is NoteKind.NOTE and near not in ("", fill_shown(note)) else note

    def _has_picture(self, note: Note, place: str) -> bool:
        if note.ref in self._taking.pictures:
            return True
        held = self._files.get(note.ref)
        data = from_data_url(held.get("dataURL"), PICTURE_MOST) if isinstance(held, dict) else None
        return self._taking.picture(note.ref, data, place, note.text or note.ref)

    def _with_foreign(self, note: Note, element: Element, label: Element | None, place: str) -> Note:
        """Return a note with what only Excalidraw understands of it; of what we do not understand, everything."""
        as_ours = TYPE.get(note.kind, "rectangle") == element.get("type") or note.kind is not NoteKind.FOREIGN
        if as_ours:
            content = BoardContent(kpis=self._taking.kpis)
            usual = thing(note, words_on(note, content))
            left = _left(element, unlike(element, usual))
            labels = _left(label, unlike(label, words_in(usual, "", note.text))) if label else {}
            if _is_theirs(element):
                labels |= {"id": label["id"]} if label else {}
                left |= {"id": note.id}
            else:
                labels.pop("customData", None)
            brought: dict[str, Any] = {"element": left, "text": labels}
        else:
            whole = {key: value for key, value in element.items() if key != "customData"}
            brought = {"element": _left(element, whole), "text": label or {}, "at": [note.x, note.y]}
            brought["file"] = self._files.get(text_of(element.get("fileId")))
        brought = {name: value for name, value in brought.items() if value}
        kept = self._taking.foreign(as_foreign(brought, FORM), place, note.text)
        return replace(note, foreign=joined(kept, object_in(note.foreign), FORM))

    def _connect(self, key: str, element: Element) -> bool:
        """Make a connector of a line that is bound at both ends; say whether it is one."""
        taking, place = self._taking, self._found.places[key]
        start, end = (self._bound(element.get(name)) for name in ("startBinding", "endBinding"))
        if not start or not end or start == end or start not in taking.notes or end not in taking.notes:
            return False
        label, own = self._found.texts.get(key), _own(element)
        line = Connector(key, "", start, end, label=taking.text(_words(label, "text") if label else "", place))
        line = with_own_line(_drawn(line, element, own), own, FORM)
        usual = arrow(line, box_of(taking.notes[start]), box_of(taking.notes[end]))
        theirs = _is_theirs(element)
        brought = {"element": _left(element, unlike(element, usual)) | ({"id": key} if theirs else {})}
        if label:
            brought["text"] = unlike(label, words_in(usual, "", line.label)) | ({"id": label["id"]} if theirs else {})
        brought = {name: value for name, value in brought.items() if value}
        kept = taking.foreign(as_foreign(brought, FORM), place, line.label)
        taking.connectors[key] = replace(line, foreign=joined(kept, object_in(line.foreign), FORM))
        return True

    def _bound(self, binding: object) -> str:
        return self._found.renamed.get(text_of(binding.get("elementId")), "") if isinstance(binding, dict) else ""


def _words(element: Element, form: str) -> object:
    """Return what an element says: the text as it was typed, not as it was broken into lines."""
    if form in ("frame", "magicframe"):
        return element.get("name")
    original = element.get("originalText")
    return original if isinstance(original, str) and original else element.get("text")


def _drawn(line: Connector, element: Element, own: Mapping[str, Any]) -> Connector:
    """Return a connector with its heads, its course and its colour as they are drawn."""
    line = replace(
        line,
        start_head=bool(element.get("startArrowhead")),
        end_head=bool(element.get("endArrowhead", "arrow" if element.get("type") == "arrow" else None)),
        colour=own_line_colour(own, stroke_near(element.get("strokeColor")), _read_as),
    )
    if not _is_theirs(element):
        return line
    sides = _side(element.get("startBinding")), _side(element.get("endBinding"))
    return replace(line, start_side=sides[0], end_side=sides[1], course=_course(element))


def _own(element: Element) -> dict[str, Any]:
    custom = element.get("customData")
    own = custom.get(OWN) if isinstance(custom, dict) else None
    return (
        {name: value for name, value in own.items() if name not in ("group", "locked")} if isinstance(own, dict) else {}
    )


def _is_theirs(element: Element) -> bool:
    """Return whether an element was first drawn in another program."""
    custom = element.get("customData")
    return not isinstance(custom, dict) or OWN not in custom or THEIRS in _own(element)


def _left(element: Element, unlike_ours: Element) -> Element:
    """Return what is not ours, with what other programs keep in `customData`."""
    custom = element.get("customData")
    others = {key: value for key, value in custom.items() if key != OWN} if isinstance(custom, dict) else {}
    return unlike_ours | ({"customData": others} if others else {})


def _course(element: Element) -> Course:
    if element.get("elbowed") is True:
        return Course.ELBOW
    points = element.get("points")
    bent = isinstance(points, list) and len(points) > 2
    return Course.CURVED if bent and element.get("roundness") else Course.STRAIGHT


def _side(binding: object) -> Side:
    """Return the side at which a line is meant to end, where it ends at one."""
    spot = binding.get("fixedPoint") if isinstance(binding, dict) else None
    match spot:
        case [x, y] if (across := number(x)) is not None and (down := number(y)) is not None:
            near = {Side.LEFT: across, Side.RIGHT: 1 - across, Side.TOP: down, Side.BOTTOM: 1 - down}
            side = min(near, key=lambda it: near[it])
            return side if near[side] <= EDGE else Side.AUTO
    return Side.AUTO


def _read_as(ours: str) -> str:
    return stroke_near(STROKES.get(ours, ""))
