"""The section of programs: what serves the open persona, and how something is planned where nothing does."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QMenu, QWidget

from app.personas.serving import Serving, fitting_tactics
from app.personas.snapshot import BLANK
from widgets.common.icons import icon
from widgets.common.words import tr
from widgets.personas.program_tiles import EventTile, MissingRow, from_plan, more_button
from widgets.personas.wording import serving_caption

if TYPE_CHECKING:
    from widgets.personas.page import PersonasPage

TILES: Final = 4  # events: the inspector has all of them


class Programs(QObject):
    """Makes the tiles and rows of that section."""

    def __init__(self, page: PersonasPage) -> None:
        super().__init__(page)
        self._page = page

    def key(self) -> object:
        """Return what the section shows, to see whether it is the same as before."""
        page = self._page
        if page.whose == BLANK:
            return tr("personas.shape.programs.about")
        tiles = [self._words_of(it) for it in page.shown.serving(page.whose)]
        rows = [
            (stage.id, stage.name, [it.title for it in fitting_tactics(page.plan, stage.id, page.whose)])
            for stage in page.shown.missing(page.whose)
        ]
        return page.whose, tiles, rows, tr("personas.stage.plan")

    def parts(self) -> list[QWidget]:
        """Return events, and stages without any."""
        page, parts = self._page, list[QWidget]()
        if page.whose == BLANK:
            return [from_plan()]
        serving = page.shown.serving(page.whose)
        for one in serving[:TILES]:
            tile = EventTile(*self._words_of(one)[1:])
            tile.clicked.connect(lambda _=False, event=one.event.id: page.desk.go("calendar", event))
            parts.append(tile)
        if len(serving) > TILES:
            more = more_button(len(serving) - TILES)
            more.clicked.connect(lambda: page.select(""))
            parts.append(more)
        for stage in page.shown.missing(page.whose):
            row = MissingRow(stage, [it.title for it in fitting_tactics(page.plan, stage.id, page.whose)])
            row.clicked.connect(lambda _=False, row=row: self.ask_plan(row))
            parts.append(row)
        return parts

    def ask_plan(self, row: MissingRow) -> QMenu:
        """Offer the tactics that fit a stage; the chosen one becomes an idea of the calendar."""
        page, stage = self._page, row.stage.id
        menu = QMenu(page)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for tactic in fitting_tactics(page.plan, stage, page.whose):
            text = tr("personas.plan.tactic", title=tactic.title).replace("&", "&&")
            menu.addAction(icon("calendar-plus"), text, lambda key=tactic.id: page.edits.plan(stage, key))
        menu.addAction(icon("calendar-range"), tr("personas.plan.calendar"), lambda: page.desk.go("calendar", ""))
        menu.popup(row.mapToGlobal(row.rect().bottomLeft()))
        return menu

    def _words_of(self, serving: Serving) -> tuple[str, str, str, str, str]:
        plan = self._page.plan
        kind = plan.kinds.get(serving.event.kind)
        family, sign = (kind.family, kind.icon) if kind else ("ops", "calendar")
        return serving.event.id, serving.event.title, serving_caption(plan, serving), family, sign
