"""Sets strips of marks one below the other, in columns, and begins a new page where the last one is full."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from widgets.common.paper.frame import Frame
from widgets.common.paper.sheet import Chapter, Mark, Sheet

BETWEEN = 18.0  # columns


@dataclass(frozen=True, slots=True)
class Strip:
    """Marks that stay together, as high as said; they are made once their place is known."""

    height: float
    marks: Callable[[float, float], Iterable[Mark]]  # (left edge, upper edge)
    keep: bool = False  # not parted from the strip that follows
    again: Strip | None = None  # set above it once more when a column begins with it
    chapter: Chapter | None = None
    air: bool = False  # only room, which no page begins with


def together(strips: Sequence[Strip], again: Strip | None = None) -> Strip:
    """Return some strips as one that is never parted."""

    def marks(x: float, y: float) -> Iterator[Mark]:
        for strip in strips:
            yield from strip.marks(x, y)
            y += strip.height

    return Strip(sum(strip.height for strip in strips), marks, again=again)


def column_room(frame: Frame, columns: int) -> float:
    """Return how wide one of some columns is."""
    return (frame.room + BETWEEN) / columns - BETWEEN


def flow(
    frame: Frame,
    title: str,
    strips: Iterable[Strip],
    *,
    first: tuple[Sequence[Mark], float] | None = None,
    columns: int = 1,
    chapters: Sequence[Chapter] = (),
) -> Iterator[Sheet]:
    """Yield the pages of a chapter; `first` is the heading of its first page and where the text begins there."""
    page = _Page(frame, first or frame.running_head(title), columns, chapters)
    for kept in _held_together(strips):
        held = kept
        height = held[0].height if len(held) == 1 else sum(strip.height for strip in held)
        if not page.has_room(height):
            held = _without_air(held)
            if not held:
                continue
            if page.on_last_column:
                yield page.sheet()
                page = _Page(frame, frame.running_head(title), columns, ())
            else:
                page.next_column()
            if held[0].again:
                page.set(held[0].again)
        for strip in held:
            page.set(strip)
    yield page.sheet()


class _Page:
    def __init__(
        self, frame: Frame, head: tuple[Sequence[Mark], float], columns: int, chapters: Sequence[Chapter]
    ) -> None:
        self._frame, self._columns = frame, columns
        self._marks, self._top = list(head[0]), head[1]
        self._chapters = list(chapters)
        self._column, self._y = 0, self._top
        self._pitch = column_room(frame, columns) + BETWEEN

    @property
    def on_last_column(self) -> bool:
        return self._column == self._columns - 1

    def has_room(self, height: float) -> bool:
        return self._y + height <= self._frame.bottom or self._y == self._top

    def next_column(self) -> None:
        self._column += 1
        self._y = self._top

    def set(self, strip: Strip) -> None:
        self._marks.extend(strip.marks(self._frame.x + self._column * self._pitch, self._y))
        self._y += strip.height
        if strip.chapter:
            self._chapters.append(strip.chapter)

    def sheet(self) -> Sheet:
        return Sheet(self._frame.paper.width, self._frame.paper.height, tuple(self._marks), tuple(self._chapters))


def _without_air(held: list[Strip]) -> list[Strip]:
    """Return strips that begin a page: room above them is there already."""
    return held[next((at for at, strip in enumerate(held) if not strip.air), len(held)) :]


def _held_together(strips: Iterable[Strip]) -> Iterator[list[Strip]]:
    held: list[Strip] = []
    for strip in strips:
        held.append(strip)
        if not strip.keep:
            yield held
            held = []
    if held:
        yield held
