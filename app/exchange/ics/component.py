"""The parts of an iCalendar file: what stands between a BEGIN and its END, however broken the rest is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Final

from app.errors import ImportRejected
from app.exchange.ics.content_line import Line
from app.message import say

DEEPEST: Final = 4
MOST: Final = 200_000
BEGINS: Final = b"\nBEGIN:"
ENTRIES: Final = frozenset({"VEVENT", "VTODO", "VJOURNAL"})  # never one inside another
Report = Callable[[int, int], None]  # (done, of how many)


class Component:
    """What stands between a BEGIN and its END."""

    __slots__ = ("closed", "line", "lines", "name", "parts")

    def __init__(self, name: str, line: int) -> None:
        self.name = name
        self.line = line  # of its BEGIN
        self.lines: list[Line] = []
        self.parts: list[Component] = []
        self.closed = False

    def all(self, name: str) -> Iterator[Line]:
        """Yield its lines with one name."""
        return (line for line in self.lines if line.name == name)

    def one(self, name: str) -> Line | None:
        """Return its first line with a name."""
        return next(self.all(name), None)

    def text(self, name: str) -> str:
        """Return the raw value of its first line with a name, "" without one."""
        line = self.one(name)
        return line.value.strip() if line else ""


def components(lines: Iterable[Line], file: str = "") -> list[Component]:
    """Build the trees; a component whose END is missing is not `closed`, and loses nothing of what follows it.

    ImportRejected when there are too many or they are nested too deep.
    """
    trees: list[Component] = []
    open_ones: list[Component] = []
    count = 0
    for line in lines:
        if line.name == "BEGIN":
            count += 1
            _begin(Component(line.value.strip().upper(), line.number), trees, open_ones)
            _check(count, len(open_ones), line.number, file)
        elif line.name == "END":
            _end(line.value.strip().upper(), open_ones)
        elif open_ones:
            open_ones[-1].lines.append(line)
    return trees


def count_first(data: bytes, file: str = "") -> None:
    """Refuse a file with far too many parts before any of it is taken apart; `components` counts exactly."""
    if data.count(BEGINS) <= MOST:
        return
    at = -1
    for _ in range(MOST + 1):
        at = data.find(BEGINS, at + 1)
    raise ImportRejected(file, str(data.count(b"\n", 0, at + 1) + 1), say("exchange.too_many_parts", n=MOST))


def _begin(new: Component, trees: list[Component], open_ones: list[Component]) -> None:
    if new.name in ENTRIES or new.name == "VCALENDAR":
        while open_ones and (open_ones[-1].name != "VCALENDAR" or new.name == "VCALENDAR"):
            open_ones.pop()
    (open_ones[-1].parts if open_ones else trees).append(new)
    open_ones.append(new)


def _end(name: str, open_ones: list[Component]) -> None:
    if all(component.name != name for component in open_ones):
        return
    while (component := open_ones.pop()).name != name:
        pass
    component.closed = True


def _check(count: int, depth: int, line: int, file: str) -> None:
    if count > MOST:
        raise ImportRejected(file, str(line), say("exchange.too_many_parts", n=MOST))
    if depth > DEEPEST:
        raise ImportRejected(file, str(line), say("exchange.too_deep"))
