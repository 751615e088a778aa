"""Writes the map of the funnel: as a picture, a page or an outline."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import Final

from app.calendar.quarter import Quarter
from app.commands.arguments import Given
from app.commands.tools import Tools
from app.errors import KnownError
from app.exchange.freemind import write_freemind
from app.exchange.markdown_outline import write_markdown
from app.exchange.opml import write_opml
from app.funnel.funnel_map import FunnelMap
from app.funnel.maps import map_named
from app.funnel.outline import outline_of
from app.funnel.placing import maps_in_order
from app.funnel.results import results_of
from app.funnel.stage import Stage
from app.message import say
from app.store import Store

AROUND: Final = timedelta(days=400)
WRITERS: Final = {"opml": write_opml, "mm": write_freemind, "markdown": write_markdown}


class MapExport:
    """The funnel of one playbook, or the map beside it that is named, read once for all files."""

    def __init__(self, store: Store, tools: Tools, given: Given) -> None:
        self._tools = tools
        self._funnel = FunnelMap.read(store, _chosen(maps_in_order(store), given.one("--name")))
        quarter = Quarter(self._funnel.playbook.start, self._funnel.playbook.first_weekday)
        self._results = results_of(store, self._funnel.became, quarter.first - AROUND, quarter.last + AROUND)

    def written(self, name: str, language: str) -> bytes:
        """Return the file of one format."""
        if name in WRITERS:
            return WRITERS[name](outline_of(self._funnel))
        return self._tools.draws.map(name, self._funnel, self._results, self._tools.today, language)


def _chosen(maps: Sequence[Stage], name: str) -> str:
    """Return the id of the map that is named, "" for the funnel when none is."""
    found = map_named(maps, name) if name else None
    if name and found is None:
        names = ", ".join(it.name for it in maps) or "–"
        raise KnownError(say("command.error.map", name=name), say("command.error.map.do", names=names))
    return found.id if found else ""
