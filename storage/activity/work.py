"""What a child process does to the raw tables, over a connection of its own."""

from __future__ import annotations

import hashlib
import hmac
import os
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Final

from app.activity.batch import Laid
from app.activity.identity import normalised
from app.activity.incoming import Space
from app.activity.sources import source_of
from app.activity.wish import ImportWish
from app.errors import ImportRejected
from app.exchange.archive import Archive
from app.message import say
from storage import files
from storage.activity import spaces, sweeping
from storage.activity.laying import Laying
from storage.activity.people import read_secret
from storage.activity.turns import Turns
from storage.connection import Mode, connect
from storage.exports import opened
from storage.trouble import told

Report = Callable[[int, int, str], None]
KEY_OCTETS: Final = 32


def bring_in(report: Report, playbook: str, exports: Sequence[str], wish: ImportWish) -> list[Laid]:
    """Read exports one after the other and lay what they tell; ImportRejected when one cannot be read at all."""
    with told(), closing(connect(files.canonical(Path(playbook)), Mode.READ if wish.dry else Mode.WRITE)) as raw:
        if not wish.dry:
            raw.execute("PRAGMA synchronous = NORMAL")  # what counts is said by the window, whose commit is durable
        turns = Turns(raw)
        if not wish.dry:
            sweeping.sweep(turns)
        laid = []
        for export in exports:
            with opened(Path(export)) as archive:
                laid.append(_lay(report, turns, archive, wish))
        return laid


def sweep(report: Report, playbook: str) -> int:
    """Remove what imports that do not count left; return how many there were."""
    with told(), closing(connect(files.canonical(Path(playbook)), Mode.WRITE)) as raw:
        return sweeping.sweep(Turns(raw), report)


def _lay(report: Report, turns: Turns, archive: Archive, wish: ImportWish) -> Laid:
    entry = source_of(archive, wish.source)
    if entry is None:
        raise ImportRejected(archive.name, "", say("activity.refused.unknown"))
    source = entry.module()
    found: Space = source.space(archive)
    space = replace(found, ext=found.ext or archive.name)
    number = spaces.find(turns.raw, space) if wish.dry else spaces.keep(turns, space)
    batch = 0 if wish.dry else spaces.begin(turns, number, entry.id, archive.name, wish.now)
    laying = Laying(turns, space, number, batch, wish, marker(turns, dry=wish.dry))
    for block in source.blocks(archive):
        laying.lay(block)
        report(min(archive.given, archive.size), archive.size, block.file)
    report(archive.size, archive.size, "")
    counts = laying.counts
    if batch:
        if counts.new + counts.updated:
            spaces.describe(turns, batch, laying.first, laying.last, counts)
        else:
            sweeping.sweep(turns)  # nothing came of it: there is nothing to complete or to remove
            batch = 0
    return Laid(batch, entry.id, space, archive.name, counts, laying.first, laying.last, tuple(laying.refused))


def marker(turns: Turns, *, dry: bool) -> Callable[[str], str]:
    """Return what makes the mark of an address that is not kept itself."""
    key = read_secret(turns.raw)
    if not key and not dry:
        with turns.turn() as raw:
            raw.execute("INSERT INTO secret (id, key) VALUES (1, ?) ON CONFLICT DO NOTHING", (os.urandom(KEY_OCTETS),))
            key = read_secret(raw)
    return lambda address: mark_of(key, address)


def mark_of(key: bytes, address: str) -> str:
    """Return the mark of an address, "" for none."""
    plain = normalised(address)
    return hmac.new(key, plain.encode("utf-8", "replace"), hashlib.sha256).hexdigest() if plain else ""
