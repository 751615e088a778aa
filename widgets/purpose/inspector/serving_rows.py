"""Programs and events that serve the KPI of a card, each leading there."""

from __future__ import annotations

from collections.abc import Iterator

from app.calendar.event import Event
from app.purpose.board import Note
from app.purpose.serving import serving
from app.purpose.surroundings import Surroundings
from app.store import Store
from widgets.common.link_rows import Row, Rows
from widgets.common.words import day, tr


class ServingRows(Rows):
    """What is done for a KPI; read when a card is shown, for the board itself knows no calendar."""

    def show_card(self, store: Store | None, around: Surroundings, card: Note | None) -> None:
        """Show what serves the KPI of a card; None hides it."""
        rows = list(_rows(store, card.ref)) if store and card and card.ref in around.kpis else []
        self.show_rows(tr("purpose.serving", n=len(rows)), rows)


def _rows(store: Store, kpi: str) -> Iterator[Row]:
    found = serving(store, kpi)
    for program in found.programs:
        yield Row("layers", "text_muted", program.name, program.goal, ("program", program.id))
    for event in found.events:
        yield Row(
            "repeat" if event.repeats else "calendar", "text_muted", event.title, _when(event), ("event", event.id)
        )


def _when(event: Event) -> str:
    if event.day is None:
        return tr("purpose.serving.backlog")
    return tr("purpose.serving.since", day=day(event.day)) if event.repeats else day(event.day)
