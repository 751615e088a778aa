"""Brings an outline in: what hangs on nothing becomes stages, the rest branches."""

from __future__ import annotations

from pathlib import Path

from app.commands.outcome import Outcome
from app.commands.tools import Tools
from app.errors import ImportRejected
from app.exchange.ics.merge import Fate
from app.exchange.outline_file import outline_in
from app.funnel.outline import add_outline
from app.store import Store


def take_outline(outcome: Outcome, _tools: Tools, path: Path, data: bytes, store: Store, *, dry: bool) -> None:
    """Bring an outline in, or note why that cannot be."""
    try:
        outline = outline_in(data, path.name)
    except ImportRejected as rejected:
        outcome.refuse(path, rejected.place, rejected.why)
        return
    if not dry:
        add_outline(store, outline)
    outcome.count(Fate.NEW, len(outline.items))
    for warning in outline.warnings:
        outcome.warn(warning)
