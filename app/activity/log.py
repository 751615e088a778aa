"""What may be asked of the store about activity: the contract of `store.part(ActivityLog)`."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Protocol

from app.activity.batch import Batch, Laid
from app.activity.identity import Identity
from app.activity.wish import ImportWish

Report = Callable[[int, int, str], None]  # done, of, name of the file at hand
BringIn = Callable[[Report, str, Sequence[str], ImportWish], list[Laid]]
Sweep = Callable[[Report, str], int]


class ActivityLog(Protocol):
    """Raw activity of the playbook, outside undo, tagged by the import that brought it."""

    @property
    def path(self) -> Path:
        """The file of the playbook, as `bring_in` and `sweep` want it."""

    def bring_in(self) -> BringIn:
        """Return what reads exports, over a connection of its own: a function that a child process can be handed.

        It lays their rows in short transactions, each tagged by its batch, which counts once it is completed; a wish
        that is dry only counts.
        """

    def sweep(self) -> Sweep:
        """Return what removes the rows of imports that are not complete, over a connection of its own."""

    def lend(self) -> None:
        """Let somebody else write into the file: a child process of ours, until `take_back`."""

    def take_back(self) -> None:
        """Be the only writer again; the child has ended."""

    def unfinished(self) -> bool:
        """Return whether there is something to sweep."""

    def complete(self, batch: int) -> None:
        """Let a batch count from now on; inside a change."""

    def forget(self, batch: int) -> None:
        """Let a batch count no more; inside a change. Its rows go when they are swept."""

    def batches(self) -> list[Batch]:
        """Return the ledger, newest first: the complete ones."""

    def unplaced(self, batch: int) -> Iterator[Identity]:
        """Yield the identities of the space of a batch that belong to no member yet."""

    def only_of(self, batch: int) -> Iterator[Identity]:
        """Yield the identities that nothing but this batch tells of: they go with it."""

    def identities(self, keys: Sequence[str] = ()) -> Iterator[Identity]:
        """Yield identities of complete batches by their keys, all when none is given."""

    def email_mark(self, address: str) -> str:
        """Return the keyed hash by which an address is matched without being kept; "" for none."""

    def secret(self) -> bytes:
        """Return the key of the playbook that such hashes are made with; made at the first question."""
