"""Keeps the promise of `app.activity.log.ActivityLog` over the raw tables of an open playbook."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from app.activity.batch import Batch
from app.activity.identity import Identity
from app.activity.log import BringIn, Sweep
from storage.activity import spaces, sweeping, work
from storage.activity.people import read_secret
from storage.parts import Lent
from storage.trouble import told

COLUMNS = """i.id, i.key, i.space, i.name, i.handle, i.email, i.email_mark, i.zone, i.bot, i.staff, i.joined, i.gone,
i.seen, i.foreign_words, i.batch"""
UNPLACED = f"""SELECT {COLUMNS} FROM identity AS i WHERE space = (SELECT space FROM batch WHERE id = ?)
AND NOT EXISTS (SELECT 1 FROM member_of WHERE identity = i.key) ORDER BY i.id"""
ONLY = f"""SELECT {COLUMNS} FROM identity AS i WHERE batch = ?1
AND NOT EXISTS (SELECT 1 FROM was WHERE kind = 'identity' AND space = i.space AND ext = i.key AND told > ?1)
AND id NOT IN (SELECT identity FROM activity WHERE space = i.space AND batch <> ?1)
AND id NOT IN (SELECT target FROM activity WHERE space = i.space AND batch <> ?1) ORDER BY i.id"""
COUNTING = f"SELECT {COLUMNS} FROM identity AS i WHERE batch IN (SELECT id FROM batch WHERE complete = 1)"


class SqlActivityLog:
    """Raw activity of an open playbook."""

    def __init__(self, lent: Lent) -> None:
        self._lent, self._raw = lent, lent.raw

    @property
    def path(self) -> Path:
        """The file of the playbook."""
        return self._lent.path

    def bring_in(self) -> BringIn:
        """Return what reads exports in a child process."""
        return work.bring_in

    def sweep(self) -> Sweep:
        """Return what removes the rows of imports that are not complete."""
        return work.sweep

    def lend(self) -> None:
        """Let a child process of ours write into the file too."""
        self._lent.writer.lend()

    def take_back(self) -> None:
        """Be the only writer again."""
        self._lent.writer.take_back()

    def unfinished(self) -> bool:
        """Return whether there is something to sweep."""
        with told():
            return bool(sweeping.unfinished(self._raw))

    def complete(self, batch: int) -> None:
        """Let a batch count from now on; inside a change."""
        self._mark(batch, 1)

    def forget(self, batch: int) -> None:
        """Let a batch count no more; inside a change."""
        self._mark(batch, 0)

    def batches(self) -> list[Batch]:
        """Return the ledger, newest first."""
        with told():
            return spaces.ledger(self._raw, complete=True)

    def unplaced(self, batch: int) -> Iterator[Identity]:
        """Yield the identities of the space of a batch that belong to no member yet."""
        return self._identities(UNPLACED, batch)

    def only_of(self, batch: int) -> Iterator[Identity]:
        """Yield the identities that nothing but this batch tells of."""
        return self._identities(ONLY, batch)

    def identities(self, keys: Sequence[str] = ()) -> Iterator[Identity]:
        """Yield identities of complete batches by their keys, all when none is given."""
        if not keys:
            return self._identities(f"{COUNTING} ORDER BY i.id")
        return self._identities(f"{COUNTING} AND i.key IN (SELECT value FROM json_each(?))", json.dumps(list(keys)))

    def email_mark(self, address: str) -> str:
        """Return the keyed hash by which an address is matched without being kept."""
        return work.mark_of(self.secret(), address) if address.strip() else ""

    def secret(self) -> bytes:
        """Return the key of the playbook that such hashes are made with; made at the first question."""
        with told():
            key = read_secret(self._raw)
        if not key:
            key = os.urandom(work.KEY_OCTETS)
            writer = self._lent.writer
            with told(), writer.part() if writer.inside else writer.transaction(lambda: None):
                self._raw.execute("INSERT INTO secret (id, key) VALUES (1, ?)", (key,))
        return key

    def _mark(self, batch: int, complete: int) -> None:
        self._lent.writer.ready()
        with told():
            self._raw.execute("UPDATE batch SET complete = ? WHERE id = ?", (complete, batch))
        self._lent.beside.setdefault(Batch, set()).add(str(batch))

    def _identities(self, question: str, *values: object) -> Iterator[Identity]:
        with told():
            for row in self._raw.execute(question, values).fetchall():
                yield _identity(row)


def _identity(row: tuple[Any, ...]) -> Identity:
    number, key, space, name, handle, email, mark, zone, bot, staff, *rest = row
    joined, gone, seen, foreign, batch = rest
    return Identity(
        number, key, space, name, handle, email, mark, zone, bool(bot), bool(staff), joined, gone, seen, foreign, batch
    )
