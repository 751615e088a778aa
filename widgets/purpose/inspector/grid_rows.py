"""The moments and touchpoints of a member journey as lines, each leading to all that can be done with it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from app.purpose.board import Axis, GridLine
from widgets.common.link_rows import Row, Rows
from widgets.common.words import tr

ICONS: Final = {Axis.MOMENT: "columns-3", Axis.TOUCHPOINT: "rows-3"}


class GridRows(Rows):
    """Moments in their order, then touchpoints."""

    def show_lines(self, lines: Iterable[GridLine]) -> None:
        """Show the lines of a grid; none hides it."""
        ordered = sorted(lines, key=lambda it: (it.axis is not Axis.MOMENT, it.position, it.id))
        said = {Axis.MOMENT: tr("purpose.grid.moment"), Axis.TOUCHPOINT: tr("purpose.grid.touchpoint")}
        rows = [Row(ICONS[it.axis], "text_muted", it.name, f"{said[it.axis]} · {it.size} px", it) for it in ordered]
        self.show_rows(tr("purpose.grid"), rows)
