"""Writes the map of the funnel: as a picture, a page or an outline."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from app.calendar.quarter import Quarter
from app.commands.arguments import Given
from app.commands.tools import Tools
from app.exchange.freemind import write_freemind
from app.exchange.markdown_outline import write_markdown
from app.exchange.opml import write_opml
from app.funnel.funnel_map import FunnelMap
from app.funnel.outline import outline_of
from app.funnel.results import results_of
from app.store import Store

AROUND: Final = timedelta(days=400)
WRITERS: Final = {"opml": write_opml, "mm": write_freemind, "markdown": write_markdown}


class MapExport:
    """The map of one playbook, read once for all files."""

    def __init__(self, store: Store, tools: Tools, _given: Given) -> None:
        self._tools = tools
        self._funnel = FunnelMap.read(store)
        quarter = Quarter(self._funnel.playbook.start, self._funnel.playbook.first_weekday)
        self._results = results_of(store, self._funnel.became, quarter.first - AROUND, quarter.last + AROUND)

    def written(self, name: str, language: str) -> bytes:
        """Return the file of one format."""
        if name in WRITERS:
            return WRITERS[name](outline_of(self._funnel))
        return self._tools.draws.map(name, self._funnel, self._results, self._tools.today, language)
