"""The chapters at the left, each with how far it is; they are put in order by mouse and by Alt with the arrows."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from app.guide.chapter import Chapter
from app.guide.snapshot import Row
from app.guide.state import ChapterState, state_of
from widgets.common.nav_list import NavList, NavRow
from widgets.common.words import tr
from widgets.guide.bench import Bench
from widgets.guide.registry import BESIDE, ICONS
from widgets.guide.row_drag import RowDrag

SIGNS: Final[Mapping[ChapterState, tuple[str, str]]] = {
    ChapterState.WRITTEN: ("circle-check", "success"),
    ChapterState.EMPTY: ("circle", "text_muted"),
    ChapterState.LOOK: ("triangle-alert", "warning"),
}
STATE_TEXTS: Final[Mapping[ChapterState, str]] = {
    ChapterState.WRITTEN: "guide.state.written",
    ChapterState.EMPTY: "guide.state.empty",
    ChapterState.LOOK: "guide.state.look",
}
BESIDE_TEXTS: Final[Mapping[str, str]] = {"incidents": "guide.beside.incidents"}


class ChapterList(NavList):
    """Keys are ids of chapters, or of what stands beside them."""

    def __init__(self, bench: Bench) -> None:
        super().__init__()
        self.bench = bench
        self.shifted.connect(self._on_shifted)
        RowDrag(self, self._can_move, self._on_dropped)

    def show_guide(self, chosen: str) -> None:
        """Show the chapters as they are now."""
        guide, today = self.bench.guide, self.bench.today()
        rows = []
        for chapter in guide.of(Chapter).values():
            state = state_of(guide, chapter, today)
            sign, role = SIGNS[state]
            icon = ICONS.get(chapter.key, "file-text")
            says = tr(STATE_TEXTS[state])
            rows.append(NavRow(chapter.id, chapter.name, icon=icon, sign=sign, sign_role=role, says=says))
        if BESIDE:
            rows.append(NavRow("", tr("guide.beside")))
        rows += [NavRow(key, tr(BESIDE_TEXTS[key]), icon=ICONS[key]) for key in BESIDE]
        self.show_rows(rows, chosen)

    def _can_move(self, row: int) -> bool:
        return row < len(self.bench.guide.of(Chapter))

    def _on_dropped(self, row: int, to: int) -> None:
        chapters = list(self.bench.guide.of(Chapter))
        self.bench.move(Row(Chapter, chapters[row]), min(to, len(chapters)))

    def _on_shifted(self, key: str, by: int) -> None:
        if key in self.bench.guide.of(Chapter):
            self.bench.shift(Row(Chapter, key), by)
            self.choose(key)
