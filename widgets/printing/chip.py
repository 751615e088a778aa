"""One event as a chip: its colour as an edge and a tint, its kind as an icon, its title and time as words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final, NamedTuple

from app.calendar.event import Status
from widgets.common.paper.sheet import Box, Icon, Mark, Text, left, middle
from widgets.common.paper.style import Look, fit, shade, width, wrap
from widgets.common.words import clock, tr

if TYPE_CHECKING:
    from PySide6.QtCore import QRectF

    from app.calendar.kind import Kind
    from app.calendar.occurrence import Occurrence
    from widgets.printing.lanes import Placed

EDGE: Final = 2.5
PAD: Final = 2.0
ICON_FROM: Final = 5.5  # times its size: a narrower chip has no room for an icon


class ChipLook(NamedTuple):
    """Sizes of chips in points."""

    height: float
    icon: float
    words: Look
    time: Look
    lines: int = 1


def chip(placed: Placed, place: QRectF, look: ChipLook, kind: Kind) -> Iterator[Mark]:
    """Yield the marks of one event within one week."""
    event, solid = placed.occurrence.event, shade(kind.family, "solid")
    x, y, end = place.x(), place.y(), place.right() - PAD
    yield _ground(placed, place, kind.family)
    if placed.begins:
        yield Box(x, y, EDGE, place.height(), fill=solid, radius=1)
    if not placed.ends:
        end -= look.icon
        yield Icon(end, y + (place.height() - look.icon) / 2, look.icon, "chevron-right", solid)
    start = x + (EDGE if placed.begins else 0) + PAD
    indent = _indent(place.width(), look)
    if indent:
        icon = "check" if event.status == Status.DONE else kind.icon
        yield Icon(start, y + (look.height - look.icon) / 2, look.icon, icon, solid)
    dressed = look._replace(words=_dressed(look.words, event.status))
    if placed.lanes == 1:
        yield from _one_line(placed, start + indent, end, y, dressed)
    else:
        yield from _lines(placed, start, end, place, dressed)


def chip_lines(one: Occurrence, room: float, look: ChipLook) -> int:
    """Return how many lines the words of a chip take, at most those of the look."""
    inner = room - EDGE - 2 * PAD
    return max(1, min(look.lines, len(wrap(_words(one), look.words, inner, _indent(room, look)))))


def _indent(room: float, look: ChipLook) -> float:
    """Return what the icon takes of the first line; a narrow chip has none."""
    return look.icon + PAD if room >= ICON_FROM * look.icon else 0.0


def title_of(one: Occurrence, look: Look, room: float) -> str:
    """Return the title, or where it does not fit the short one, cut as the last resort."""
    title, short = one.event.title, one.event.short
    if short and width(title, look) > room:
        return fit(short, look, room)
    return fit(title, look, room)


def _ground(placed: Placed, place: QRectF, family: str) -> Box:
    x, y, room, height = place.x(), place.y(), place.width(), place.height()
    status = placed.occurrence.event.status
    if status in {Status.IDEA, Status.SKIPPED}:
        return Box(x + 0.25, y + 0.25, room - 0.5, height - 0.5, edge=shade(family, "tint_border"), radius=2)
    tint = shade(family, "tint_done" if status == Status.DONE else "tint")
    edge = shade(family, "tint_border") if placed.bar else ""
    return Box(x, y, room, height, fill=tint, edge=edge, radius=2 if placed.begins and placed.ends else 0)


def _dressed(look: Look, status: Status) -> Look:
    match status:
        case Status.IDEA:
            return look._replace(italic=True)
        case Status.DONE:
            return look._replace(role="text_muted")
        case Status.SKIPPED:
            return look._replace(role="text_muted", struck=True)
        case _:
            return look


def _one_line(placed: Placed, start: float, end: float, y: float, look: ChipLook) -> Iterator[Mark]:
    one, aside = placed.occurrence, _aside(placed)
    base = middle(y, look.height, look.words)
    if aside and width(one.event.title, look.words) + width(aside, look.time) + 2 * PAD <= end - start:
        yield left(start, base, one.event.title, look.words, end - start)
        yield Text(end - width(aside, look.time), base, aside, look.time)
    else:
        yield Text(start, base, title_of(one, look.words, end - start), look.words)


def _lines(placed: Placed, start: float, end: float, place: QRectF, look: ChipLook) -> Iterator[Mark]:
    indent = _indent(place.width(), look)
    lines = wrap(_words(placed.occurrence), look.words, end - start, indent)
    shown = [*lines[: placed.lanes - 1], " ".join(lines[placed.lanes - 1 :])]
    pitch = (place.height() - 2) / placed.lanes
    for number, line in enumerate(shown):
        x = start if number else start + indent
        yield left(x, middle(place.y() + 1 + number * pitch, pitch, look.words), line, look.words, end - x)


def _words(one: Occurrence) -> str:
    title = " ".join(one.event.title.split())
    return f"{clock(one.at)} {title}" if one.at and one.length == 1 else title


def _aside(placed: Placed) -> str:
    one = placed.occurrence
    if not placed.begins:
        return tr("printing.day_of", day=placed.nth, days=one.length)
    return clock(one.at) if one.at and one.length == 1 else ""
