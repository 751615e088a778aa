"""The matrix of impact and ease with the whole ranking below it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from app.calendar.ranking import MIDDLE, Quadrant, Scored
from widgets.common.matrix_places import DOT, MatrixPlaces, More, Pill
from widgets.common.paper.flow import Strip, flow
from widgets.common.paper.frame import Frame
from widgets.common.paper.sheet import Box, Chapter, Mark, Rule, Sheet, Text, left, middle, right
from widgets.common.paper.style import BODY, LABEL, MUTED, STRONG, Look, fit, shade, width
from widgets.common.words import tr
from widgets.printing.manuscript import Manuscript

SCALE: Final = 0.62  # of a pixel of the screen to a point
SHARE: Final = 0.66  # of the width of the field is its height
LINE: Final = 16.0
NAME: Final = Look(7.5, 500)
CORNERS: Final = {
    Quadrant.BIG_BET: "calendar.matrix.big_bets",
    Quadrant.QUICK_WIN: "calendar.matrix.quick_wins",
    Quadrant.NOT_NOW: "calendar.matrix.not_now",
    Quadrant.FILL_IN: "calendar.matrix.fill_ins",
}


def matrix_pages(manuscript: Manuscript, frame: Frame) -> Iterator[Sheet]:
    """Yield the field, then what ranks where, then what has no score."""
    title = tr("printing.matrix")
    height = min(frame.room * SHARE, frame.bottom - 150)
    drawing = _Field(manuscript, frame.room, height)
    strips = [Strip(height, drawing.marks), *_rows(manuscript, frame.room)]
    head = frame.heading(
        title, f"{tr('printing.matrix.note')} · {tr('printing.events', n=len(manuscript.occurrences))}"
    )
    yield from flow(frame, title, strips, first=head, chapters=(Chapter(title),))


def _family(manuscript: Manuscript, thing: Scored) -> str:
    return (manuscript.kind(thing.event).family if thing.event else "") or "ops"


class _Field:
    """The same places as on the screen, smaller."""

    def __init__(self, manuscript: Manuscript, room: float, height: float) -> None:
        self._manuscript = manuscript
        self._places = MatrixPlaces(round(room / SCALE), round(height / SCALE))
        widths = {it.ref: round(width(it.title, NAME) / SCALE) + 2 * DOT + 22 for it in manuscript.weighed}
        self._pills, self._more = self._places.lay(manuscript.weighed, widths)

    def marks(self, x: float, y: float) -> Iterator[Mark]:
        """Yield the field at a place."""
        field, cross = self._places.field, self._places.point(MIDDLE, MIDDLE)
        at_x, at_y = x + cross.x() * SCALE, y + cross.y() * SCALE
        left_edge, top = x + field.left() * SCALE, y + field.top() * SCALE
        wide, high = field.width() * SCALE, field.height() * SCALE
        yield Box(left_edge, top, wide, high, fill="surface", edge="border")
        yield Box(at_x, top, left_edge + wide - at_x, at_y - top, fill="success_soft")
        yield Box(left_edge, at_y, at_x - left_edge, top + high - at_y, fill="sunken")
        yield Rule(at_x, top, at_x, top + high, "border_strong", 0.75)
        yield Rule(left_edge, at_y, left_edge + wide, at_y, "border_strong", 0.75)
        yield from self._names(left_edge, top, wide, high)
        yield from self._axes(x, y)
        for pill in self._pills:
            yield from self._pill(pill, x, y)
        for more in self._more:
            yield from _more(more, x, y)

    def _names(self, x: float, y: float, wide: float, high: float) -> Iterator[Mark]:
        for quadrant, text in CORNERS.items():
            base = y + 11 if quadrant in (Quadrant.BIG_BET, Quadrant.QUICK_WIN) else y + high - 6
            if quadrant in (Quadrant.QUICK_WIN, Quadrant.FILL_IN):
                yield right(x + wide - 7, base, tr(text), LABEL, wide / 2 - 14)
            else:
                yield left(x + 7, base, tr(text), LABEL, wide / 2 - 14)

    def _axes(self, x: float, y: float) -> Iterator[Mark]:
        field = self._places.field
        for level in range(1, 6):
            at = self._places.point(level, level)
            name = str(level)
            yield Text(x + field.left() * SCALE - 10, y + at.y() * SCALE + 3, name, MUTED)
            yield Text(x + at.x() * SCALE - width(name, MUTED) / 2, y + field.bottom() * SCALE + 11, name, MUTED)
        words = tr("calendar.matrix.ease")
        under = y + field.bottom() * SCALE + 23
        yield Text(x + field.center().x() * SCALE - width(words, MUTED) / 2, under, words, MUTED)
        yield left(x, y + field.top() * SCALE - 4, f"↑ {tr('calendar.matrix.impact')}", MUTED, 240)

    def _pill(self, pill: Pill, x: float, y: float) -> Iterator[Mark]:
        rect, family = pill.rect, _family(self._manuscript, pill.thing)
        px, py, wide, high = (it * SCALE for it in (rect.left(), rect.top(), rect.width(), rect.height()))
        yield Box(x + px, y + py, wide, high, fill="raised", edge="border_strong", radius=high / 2)
        round_ = 17 * SCALE
        dot = x + pill.dot.x() * SCALE, y + pill.dot.y() * SCALE
        yield Box(dot[0] - round_ / 2, dot[1] - round_ / 2, round_, round_, shade(family, "solid"), radius=round_ / 2)
        number = Look(6.5, 600, shade(family, "on_solid"))
        rank = str(pill.rank)
        yield Text(dot[0] - width(rank, number) / 2, middle(y + py, high, number), rank, number)
        room = wide - (2 * DOT + 15) * SCALE
        words = fit(pill.thing.title, NAME, room)
        start = px + wide - (2 * DOT + 3) * SCALE - width(words, NAME) if pill.flipped else px + (2 * DOT + 2) * SCALE
        yield Text(x + start, middle(y + py, high, NAME), words, NAME)


def _more(more: More, x: float, y: float) -> Iterator[Mark]:
    words = f"+{len(more.things)}"
    rect = more.rect
    base = middle(y + rect.top() * SCALE, rect.height() * SCALE, MUTED)
    yield Text(x + rect.center().x() * SCALE - width(words, MUTED) / 2, base, words, MUTED)


def _rows(manuscript: Manuscript, room: float) -> Iterator[Strip]:
    rated = [it for it in manuscript.weighed if it.rated]
    waiting = [it for it in manuscript.weighed if not it.rated]
    if rated:
        yield _head(tr("calendar.matrix.ranking"), room)
    for rank, thing in enumerate(rated, 1):
        yield _row(manuscript, thing, str(rank), room)
    if waiting:
        yield _head(tr("calendar.matrix.tray", n=len(waiting)), room)
    for thing in waiting:
        yield _row(manuscript, thing, "", room)


def _head(words: str, room: float) -> Strip:
    return Strip(26, lambda x, y: (left(x, y + 19, words, STRONG, room),), keep=True)


def _row(manuscript: Manuscript, thing: Scored, rank: str, room: float) -> Strip:
    def marks(x: float, y: float) -> Iterator[Mark]:
        base = middle(y, LINE, BODY)
        yield right(x + 18, base, rank, MUTED, 18)
        yield Box(x + 26, y + LINE / 2 - 3, 6, 6, shade(_family(manuscript, thing), "solid"), radius=3)
        yield left(x + 38, base, thing.title, BODY, room - 150)
        if thing.rated:
            yield right(x + room - 34, base, f"{thing.impact} × {thing.ease}", MUTED, 60)
            yield right(x + room, base, str(thing.score), STRONG, 30)
        yield Rule(x, y + LINE, x + room, y + LINE)

    return Strip(LINE, marks)
