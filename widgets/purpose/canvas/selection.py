"""What is selected on a board: notes in the order in which they were taken, and connectors."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Selection:
    """Notes and connectors; the last note taken leads, as when one goes on with the keyboard."""

    notes: tuple[str, ...] = ()
    connectors: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.notes or self.connectors)

    @property
    def lead(self) -> str:
        """Return the note taken last, "" when none is selected."""
        return self.notes[-1] if self.notes else ""

    @property
    def single(self) -> str:
        """Return the note that alone is selected, else ""."""
        return self.notes[0] if len(self.notes) == 1 and not self.connectors else ""

    @property
    def line(self) -> str:
        """Return the connector that alone is selected, else ""."""
        return self.connectors[0] if len(self.connectors) == 1 and not self.notes else ""

    def toggled(self, note: str = "", connector: str = "") -> Selection:
        """Return it with one thing more, or without it when it was there."""
        return Selection(_toggled(self.notes, note), _toggled(self.connectors, connector))

    def with_all(self, other: Selection) -> Selection:
        """Return it with what another one has."""
        return Selection(
            tuple(dict.fromkeys((*self.notes, *other.notes))),
            tuple(dict.fromkeys((*self.connectors, *other.connectors))),
        )

    def there(self, notes: Iterable[str], connectors: Iterable[str]) -> Selection:
        """Return what of it is still on the board."""
        known, lines = set(notes), set(connectors)
        return Selection(
            tuple(key for key in self.notes if key in known), tuple(key for key in self.connectors if key in lines)
        )


def _toggled(ids: tuple[str, ...], id: str) -> tuple[str, ...]:
    if not id:
        return ids
    return tuple(key for key in ids if key != id) if id in ids else (*ids, id)
