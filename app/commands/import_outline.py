"""Brings an outline in: it becomes a map of its own, named after the file."""

from __future__ import annotations

from pathlib import Path

from app.commands.outcome import Outcome
from app.commands.tools import Tools
from app.errors import ImportRejected
from app.exchange.ics.merge import Fate
from app.exchange.outline_file import outline_in
from app.funnel.bringing_in import add_map
from app.store import Store


def take_outline(outcome: Outcome, _tools: Tools, path: Path, data: bytes, store: Store, *, dry: bool) -> None:
    """Bring an outline in, or note why that cannot be."""
    try:
        outline = outline_in(data, path.name)
    except ImportRejected as rejected:
        outcome.refuse(path, rejected.place, rejected.why)
        return
    if not dry:
        add_map(store, outline, path.stem)
    outcome.count(Fate.NEW, len(outline.items))
    for warning in outline.warnings:
        outcome.warn(warning)
