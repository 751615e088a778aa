"""One event as a chip: its colour as an edge and a tint, its kind as an icon, its title and time as words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from app.calendar.event import Status

from widgets.common.words import clock, tr
from widgets.printing.sheet import Box, Icon, Mark, Text, middle
from widgets.printing.style import Look, fit, shade, width

if TYPE_CHECKING:
    from app.calendar.occurrence import Occurrence

    from widgets.printing.lanes import Placed
    from widgets.printing.manuscript import Manuscript

EDGE = 2.5
PAD = 2.0


@dataclass(frozen=True, slots=True)
class ChipLook:
    """Sizes of chips in points."""

    height: float
    icon: float
    words: Look
    time: Look


def chip(placed: Placed, x: float, y: float, room: float, look: ChipLook, manuscript: Manuscript) -> Iterator[Mark]:
    """Yield the marks of one event within one week."""
    one = placed.occurrence
    kind = manuscript.kind(one.event)
    status = one.event.status
    family = kind.family
    yield _ground(placed, x, y, room, look, family)
    if placed.begins:
        yield Box(x, y, EDGE, look.height, fill=shade(family, "solid"), radius=1)
    left = x + (EDGE if placed.begins else 0) + PAD
    icon = "check" if status == Status.DONE else kind.icon
    if room >= 4.5 * look.icon:
        yield Icon(left, y + (look.height - look.icon) / 2, look.icon, icon, shade(family, "solid"))
        left += look.icon + PAD
    end = x + room - PAD
    words = _dressed(look.words, status)
    title, time = _words(placed, words, look.time, end - left)
    base = middle(y, look.height, look.words)
    yield Text(left, base, title, words)
    if time:
        yield Text(end - width(time, look.time), base, time, look.time)


def title_of(one: Occurrence, look: Look, room: float) -> str:
    """Return the title, or where it does not fit the short one, cut as the last resort."""
    title, short = one.event.title, one.event.short
    if short and width(title, look) > room:
        return fit(short, look, room)
    return fit(title, look, room)


def _ground(placed: Placed, x: float, y: float, room: float, look: ChipLook, family: str) -> Box:
    status = placed.occurrence.event.status
    if status in {Status.IDEA, Status.SKIPPED}:
        return Box(x + 0.25, y + 0.25, room - 0.5, look.height - 0.5, edge=shade(family, "tint_border"), radius=2)
    tint = shade(family, "tint_done" if status == Status.DONE else "tint")
    edge = shade(family, "tint_border") if placed.bar else ""
    return Box(x, y, room, look.height, fill=tint, edge=edge, radius=0 if placed.bar and not placed.ends else 2)


def _dressed(look: Look, status: Status) -> Look:
    match status:
        case Status.IDEA:
            return replace(look, italic=True)
        case Status.DONE:
            return replace(look, role="text_muted")
        case Status.SKIPPED:
            return replace(look, role="text_muted", struck=True)
        case _:
            return look


def _words(placed: Placed, words: Look, time: Look, room: float) -> tuple[str, str]:
    one = placed.occurrence
    if not placed.begins:
        aside = tr("printing.day_of", day=placed.nth, days=one.length)
    else:
        aside = clock(one.at) if one.at and one.length == 1 else ""
    if aside and width(one.event.title, words) + width(aside, time) + 2 * PAD <= room:
        return one.event.title, aside
    return title_of(one, words, room), ""
