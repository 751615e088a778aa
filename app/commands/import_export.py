"""Brings in what another platform exports: people and what they did."""

from __future__ import annotations

from pathlib import Path

from app.activity.running import bring_in, wish_of
from app.activity.sources import IDS, entry_of, source_of
from app.commands.outcome import Outcome
from app.commands.progress import Progress
from app.commands.tools import Tools
from app.errors import ImportRejected
from app.exchange.ics.merge import Fate
from app.message import say
from app.store import Store


def source_in(tools: Tools, path: Path, wanted: str) -> str:
    """Return which source a file or folder is an export of, "" when of none; ImportRejected when it means harm."""
    if wanted in IDS:
        return wanted
    if wanted:
        return ""
    with tools.outside.export(path) as archive:
        entry = source_of(archive)
    return entry.id if entry else ""


def take_export(outcome: Outcome, tools: Tools, path: Path, source: str, store: Store, *, dry: bool) -> None:
    """Bring an export in, or note why that cannot be; what of it does not come in is noted too."""
    progress = Progress(tools)
    try:
        wish = wish_of(store, dry=dry, source=source)
        found = bring_in(store, [str(path)], wish, lambda done, of, _: progress(done // 1024, of // 1024))
    except ImportRejected as rejected:
        outcome.refuse(Path(rejected.file), rejected.place, rejected.why)
        return
    for laid in found:
        outcome.source = laid.source
        outcome.count(Fate.NEW, laid.counts.new)
        outcome.count(Fate.UPDATED, laid.counts.updated)
        outcome.count(Fate.UNCHANGED, laid.counts.unchanged)
        for row in laid.refused:
            outcome.refuse(Path(row.file), row.place, row.reason)
        if laid.counts.refused > len(laid.refused):
            outcome.warn(say("activity.refused.more", n=laid.counts.refused - len(laid.refused)))
        if laid.counts.erased:
            outcome.warn(say("activity.erased", n=laid.counts.erased))
    entry = entry_of(source)
    for what in entry.module().CANNOT_TELL if entry else ():
        outcome.cannot_tell(what)
