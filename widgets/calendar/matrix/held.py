"""What is held over the matrix: taken from the field, from its tray or from the backlog beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QMimeData, QPoint

from app.calendar.ranking import Ref, Scored, rank_of
from widgets.common.drag_data import dragged
from widgets.common.matrix_places import Pill

SCORED_MIME: Final = "application/x-sedyanka-scored"


class Held:
    """One thing between the press and the drop."""

    def __init__(self, thing: Scored, pill: Pill, pressed: QPoint) -> None:
        self.thing, self.pressed = thing, pressed
        self.moved, self.over_tray = False, False
        self.score: tuple[int, int] | None = None
        self._pill = pill
        self._corner = pill.rect.topLeft()

    def move(self, place: QPoint, score: tuple[int, int] | None, *, over_tray: bool) -> None:
        """Go with the mouse; `score` is that of the place below it."""
        self.moved, self.score, self.over_tray = True, score, over_tray
        self._corner = self._pill.rect.topLeft() + place - self.pressed

    def ranks(self, things: Sequence[Scored]) -> tuple[int, int]:
        """Return the rank before, and the one that the drop would give."""
        before = rank_of(things, self.thing.ref)
        if self.score is None:
            return before, before
        after = replace(self.thing, impact=self.score[0], ease=self.score[1])
        return before, rank_of([after if it.ref == after.ref else it for it in things], after.ref)

    def lifted(self, things: Sequence[Scored]) -> Pill:
        """Return the pill as it hangs at the mouse."""
        rect = self._pill.rect.translated(self._corner - self._pill.rect.topLeft())
        return replace(self._pill, rect=rect, rank=self.ranks(things)[1])


def scored_data(ref: Ref) -> QMimeData:
    """Return the drag data of something from the tray."""
    data = QMimeData()
    data.setData(SCORED_MIME, ":".join(ref).encode())
    return data


def refs_of(data: QMimeData) -> list[Ref]:
    """Return what is dragged, when it can be weighed."""
    if data.hasFormat(SCORED_MIME):
        kind, _, key = bytes(data.data(SCORED_MIME).data()).decode().partition(":")
        return [(kind, key)]
    waiting = dragged(data)
    return [("event", waiting[1])] if waiting and waiting[0] == "event" else []
