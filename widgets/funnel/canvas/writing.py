"""Breaks the texts of nodes into lines, and tells how high that makes them."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date
from functools import lru_cache
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetricsF

from app.funnel.funnel_map import FunnelMap
from app.funnel.results import Result
from widgets.common.theme import theme
from widgets.common.words import tr
from widgets.funnel.canvas.faces import Face, face_of
from widgets.funnel.canvas.laid import ROOT, Draft, Look

LINES: Final = {Look.ROOT: 2, Look.STAGE: 2, Look.BRANCH: 3, Look.LEAF: 6}
LINE: Final = {Look.ROOT: 19, Look.STAGE: 17, Look.BRANCH: 16, Look.LEAF: 15}
SIDE: Final = {Look.ROOT: 14, Look.STAGE: 14, Look.BRANCH: 9, Look.LEAF: 8}
ICON: Final = {Look.BRANCH: 13, Look.LEAF: 12}
MARK: Final = 10
SMALL: Final = 15  # px of a line below a name
AIR: Final = 8
NO_FACE: Final = Face()
LETTERS_MOST: Final = 600  # more than six lines hold


class Writing:
    """Texts of one map, broken for the theme in force."""

    def __init__(self, funnel: FunnelMap, results: Mapping[str, tuple[Result, ...]], today: date) -> None:
        self._funnel, self._results, self._today = funnel, results, today
        self._faces: dict[str, Face] = {}
        self._written: dict[str, tuple[tuple[str, ...], float]] = {}
        self._fonts = {look: font_of(look) for look in Look}  # for the theme in force: thousands of nodes ask for them
        self.draft: Draft | None = None

    def forget(self, ids: Collection[str]) -> None:
        """Write some nodes anew, with what hangs on them; stages and the root say how many branches there are."""
        there = [key for key in ids if self._funnel.branch(key)]
        for key in (*ids, *self._funnel.forest.below(*there), *self._funnel.stages, ROOT):
            self._faces.pop(key, None)
            self._written.pop(key, None)

    def face(self, id: str) -> Face:
        """Return what a node wears."""
        found = self._faces.get(id)
        if found is None:
            branch = self._funnel.branch(id)
            results = self._results.get(id, ())
            found = face_of(self._funnel, results, branch, self._today) if branch else NO_FACE
            self._faces[id] = found
        return found

    def text(self, id: str) -> str:
        """Return what stands on a node."""
        if id == ROOT:
            return self._funnel.playbook.name or tr("page.funnel")
        if self.draft and self.draft.id == id:
            return self.draft.text
        return self._funnel.text(id)

    def below(self, id: str) -> str:
        """Return the small line below the name of a stage, or of the root."""
        if id == ROOT:
            return tr("funnel.branches", n=len(self._funnel.forest.branches))
        stage = self._funnel.stages[id]
        return stage.definition.partition("\n")[0] or tr("funnel.branches", n=self._funnel.hidden(id))

    def write(self, id: str, look: Look) -> tuple[tuple[str, ...], float]:
        """Return the lines of a node and its height."""
        known = self._written.get(id)
        if known is None or (self.draft and self.draft.id == id):
            known = self._written[id] = self._write(id, look)
        return known

    def _write(self, id: str, look: Look) -> tuple[tuple[str, ...], float]:
        lines = broken(self.text(id), self._fonts[look], self.room(id, look), LINES[look])
        height = look.size[1] + LINE[look] * (len(lines) - 1)
        if look in (Look.ROOT, Look.STAGE):
            below = SMALL * (len(self.below_lines(id, look)) - 1)
            height = max(look.size[1], LINE[look] * len(lines) + SMALL + below + 2 * AIR)
        return lines, round(height * theme().text_scale)

    def below_lines(self, id: str, look: Look) -> tuple[str, ...]:
        """Return the small line below a name, or two when it is long."""
        return broken(self.below(id), theme().font("caption"), self.room(id, look), 2)

    def elided(self, id: str, look: Look) -> bool:
        """Return whether a node shows less than it says."""
        text = broken(self.text(id), font_of(look), self.room(id, look), LETTERS_MOST)
        shown = len(text) <= LINES[look] and len(self.text(id)) <= LETTERS_MOST
        if look is not Look.STAGE:
            return not shown
        return not shown or len(broken(self.below(id), theme().font("caption"), self.room(id, look), LETTERS_MOST)) > 2

    def room(self, id: str, look: Look) -> float:
        """Return how wide the lines of a node may be."""
        scale = theme().text_scale
        room = (look.size[0] - 2 * SIDE[look]) * scale
        if look not in ICON:
            return room
        return room - (ICON[look] + 6) * scale - self.marks_width(self.face(id))  # a draft gets its icon with its text

    def marks_width(self, face: Face) -> float:
        """Return how much of a node its marks take."""
        if not face.marks:
            return 0.0
        scale, metrics = theme().text_scale, QFontMetricsF(theme().font("micro"))
        return sum((MARK + 8) * scale + (metrics.horizontalAdvance(text) if text else 0) for _, text in face.marks)


def font_of(look: Look) -> QFont:
    """Return the font of a node."""
    match look:
        case Look.ROOT:
            return theme().font_px(14, 600)
        case Look.STAGE:
            return theme().font("body", 600)
        case Look.BRANCH:
            return theme().font("small")
        case Look.LEAF:
            return theme().font("caption")


def broken(text: str, font: QFont, room: float, most: int) -> tuple[str, ...]:
    """Return a text in lines that fit a width, the last one shortened when there are more than `most`."""
    return _broken(text[:LETTERS_MOST], font.pixelSize(), int(font.weight()), round(room), most)


@lru_cache(maxsize=64)
def _metrics(px: int, weight: int, scale: float) -> QFontMetricsF:
    return QFontMetricsF(theme().font_px(px / scale, weight))


@lru_cache(maxsize=20_000)
def _broken(text: str, px: int, weight: int, room: int, most: int) -> tuple[str, ...]:
    metrics = _metrics(px, weight, theme().text_scale)
    lines: list[str] = []
    for paragraph in text.split("\n"):
        lines += _wrapped(paragraph, metrics, room)
        if len(lines) > most:
            break
    if len(lines) > most:
        rest = " ".join(lines[most - 1 :])
        lines[most - 1 :] = [metrics.elidedText(rest, Qt.TextElideMode.ElideRight, room)]
    return tuple(lines)


def _wrapped(text: str, metrics: QFontMetricsF, room: float) -> list[str]:
    """Return one paragraph in lines; a word longer than a line is cut."""
    if metrics.horizontalAdvance(text) <= room:
        return [text]
    lines, line = [], ""
    for word in text.split():
        longer = f"{line} {word}" if line else word
        if metrics.horizontalAdvance(longer) <= room:
            line = longer
            continue
        if line:
            lines.append(line)
        line = word
        while metrics.horizontalAdvance(line) > room and len(line) > 1:
            cut = _fitting(line, metrics, room)
            lines.append(line[:cut])
            line = line[cut:]
    return [*lines, line]


def _fitting(word: str, metrics: QFontMetricsF, room: float) -> int:
    """Return how many letters of a word fit a line, at least one."""
    few, many = 1, len(word)
    while few < many:
        middle = (few + many + 1) // 2
        if metrics.horizontalAdvance(word[:middle]) <= room:
            few = middle
        else:
            many = middle - 1
    return few
