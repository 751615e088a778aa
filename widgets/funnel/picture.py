"""The map as a picture: PNG, SVG or PDF, on light paper; drawn in a process of its own."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from PySide6.QtGui import QPainter

from app.funnel.funnel_map import FunnelMap
from app.funnel.results import Result
from widgets.common.offscreen import drawing
from widgets.common.saving import save
from widgets.common.theme import theme
from widgets.common.wall.paper import Drawing, pdf, png, svg
from widgets.common.words import speaking, tr
from widgets.funnel.canvas.crossings import crossings, paint_crossing
from widgets.funnel.canvas.laid import Shown, bounds_of, lay_out
from widgets.funnel.canvas.paint_lines import fans, paint_fan, paint_step, steps
from widgets.funnel.canvas.paint_nodes import State, paint_node, pill_rect
from widgets.funnel.canvas.writing import Writing

AROUND: Final = 24.0


@dataclass(frozen=True, slots=True)
class MapWish:
    """A map, and how it is wanted."""

    form: str  # png, svg or pdf
    funnel: FunnelMap
    results: Mapping[str, tuple[Result, ...]]
    today: date
    language: str
    focus: str = ""  # only this stage or branch and what hangs on it


def draw_map(report: Callable[[int, int, str], None], wish: MapWish) -> bytes:
    """Return the file."""
    report(0, 1, wish.funnel.playbook.name)
    with drawing(), speaking(wish.language):
        theme().on_paper = True
        picture = MapPicture(wish.funnel, wish.results, wish.today, wish.focus)
        shown = Drawing(picture.area.size(), picture.paint, tr("funnel.picture", name=wish.funnel.playbook.name))
        return {"png": png, "svg": svg, "pdf": pdf}[wish.form](shown)


def write_map(report: Callable[[int, int, str], None], wish: MapWish, path: str) -> str:
    """Write a map as a picture or a page; return the name of the file."""
    save(Path(path), draw_map(report, wish))
    return Path(path).name


class MapPicture:
    """The map laid out for a picture of its own."""

    def __init__(
        self, funnel: FunnelMap, results: Mapping[str, tuple[Result, ...]], today: date, focus: str = ""
    ) -> None:
        self._funnel = funnel
        self._writing = Writing(funnel, results, today)
        self._nodes = lay_out(funnel, Shown(focus), self._writing.write)
        area = bounds_of(self._nodes)
        for node in self._nodes.values():
            if node.hidden:
                area = area.united(pill_rect(node))
        self._crossings = crossings(funnel, self._nodes)
        for line in self._crossings:
            area = area.united(line.bounds)
        self.area = area.adjusted(-AROUND, -AROUND, AROUND, AROUND)

    def paint(self, painter: QPainter, scale: float) -> None:
        """Paint it with its corner at 0, 0."""
        painter.translate(-self.area.topLeft())
        for fan in fans(self._nodes):
            paint_fan(painter, fan, self.area)
        for stage, above, below in steps(self._funnel, self._nodes):
            paint_step(painter, self._funnel.conversions[stage], above, below, hovered=False)
        for line in self._crossings:
            paint_crossing(painter, line, self.area, selected=False)
        for node in self._nodes.values():
            paint_node(painter, node, self._writing, State(), max(1.0, scale))
